package dev.nabla.build;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What is done with a whole folder. Symbolic links stay links. */
final class Tree {
    private Tree() {}

    /** All that is in a folder, and the folder itself as the first. A folder comes before what is in it. */
    static List<Path> sorted(Path folder) throws IOException {
        try (Stream<Path> tree = Files.walk(folder)) {
            return tree.sorted().toList();
        }
    }

    /** Deletes a folder, if it is there, and all that is in it. */
    static void delete(Path folder) throws IOException {
        if (Files.exists(folder, NOFOLLOW_LINKS)) {
            for (Path each :
                    sorted(folder).stream().sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }

    /** Copies what is in a folder, which may be one of a jar, into another, which is made if need be. */
    static void copy(Path from, Path into) throws IOException {
        for (Path each : sorted(from)) {
            Path copy = into.resolve(from.relativize(each).toString());
            if (Files.isDirectory(each, NOFOLLOW_LINKS)) {
                Files.createDirectories(copy);
            } else {
                Files.copy(each, copy, REPLACE_EXISTING, NOFOLLOW_LINKS);
            }
        }
    }

    /** Copies a file, for which the folders are made if need be. */
    static void copyFile(Path from, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        Files.copy(from, to, REPLACE_EXISTING);
    }

    /** Copies a file that can be executed, whatever the checkout has made of the original. */
    static void copyProgram(Path from, Path to) throws IOException {
        copyFile(from, to);
        Files.setPosixFilePermissions(to, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** Gives one modification time to all files whose name ends so. */
    static void date(Path folder, String ending, Instant time) throws IOException {
        for (Path each : sorted(folder)) {
            if (Files.isRegularFile(each, NOFOLLOW_LINKS) && each.toString().endsWith(ending)) {
                Files.setLastModifiedTime(each, FileTime.from(time));
            }
        }
    }
}
