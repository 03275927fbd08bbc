package dev.nabla.lesson.read;

import dev.nabla.lesson.formula.BadLesson;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/**
 * Reads files of a course, which may come from an untrusted author. They must be regular files of limited size inside
 * the course's folder.
 */
final class CourseFiles {
    private static final int LARGEST = 256 * 1024;
    private static final String MARK = "\uFEFF";

    private CourseFiles() {}

    /**
     * Returns the bytes of a file of the course, at most 256 KiB.
     *
     * @throws dev.nabla.math.BadInput if it is missing, unreadable, too large or outside the folder
     */
    static byte[] bytes(Path folder, String name) {
        try {
            return content(inside(folder, name), name);
        } catch (InvalidPathException unspeakable) {
            throw BadLesson.of("'" + name + "' is no name of a file here; use letters, digits and dashes");
        } catch (IOException unreadable) {
            throw BadLesson.of("cannot read " + name + ": " + unreadable.getMessage());
        }
    }

    private static byte[] content(Path file, String name) throws IOException {
        // Check before opening: opening a named pipe blocks until another process writes to it.
        if (!Files.isRegularFile(file)) {
            String missing =
                    name.equals("index.yaml") ? "is this a folder of lessons?" : "write it, or leave the lesson out";
            throw BadLesson.of(
                    Files.exists(file, LinkOption.NOFOLLOW_LINKS)
                            ? name + " is not an ordinary file; put a text file there"
                            : "no file " + file + "; " + missing);
        }
        try (InputStream in = new FileInputStream(file.toFile())) {
            byte[] bytes = in.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw BadLesson.of(name + " is larger than 256 KiB; split the lesson");
            }
            return bytes;
        }
    }

    /**
     * Returns the text of a file with line ends as line feeds and without a byte order mark.
     *
     * @throws dev.nabla.math.BadInput if it is not UTF-8, has an overlong line, or has a character that could control a
     *     terminal
     */
    static String text(byte[] bytes, String name) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            String plain = (text.startsWith(MARK) ? text.substring(1) : text).replace("\r\n", "\n");
            UnsafeText.requireLines(plain, name);
            return plain;
        } catch (CharacterCodingException garbled) {
            throw BadLesson.of(name + " is not UTF-8; save it as UTF-8");
        }
    }

    /**
     * Returns the path of a file named in the course.
     *
     * @throws dev.nabla.math.BadInput if it lies outside the folder after links are followed
     */
    private static Path inside(Path folder, String name) throws IOException {
        Path root = folder.toAbsolutePath().normalize();
        Path file = root.resolve(name).normalize();
        if (!file.startsWith(root) || Files.exists(file) && !file.toRealPath().startsWith(root.toRealPath())) {
            throw BadLesson.of("'" + name + "' lies outside the course; name a file in its folder");
        }
        return file;
    }
}
