package dev.nabla.lesson;

import dev.nabla.math.BadInput;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Files of a course, which may come from a stranger: bounded in size, and never outside the course's folder. */
final class LessonFiles {
    private static final long LARGEST = 256 * 1024;

    private LessonFiles() {}

    /** The text of a file of at most 256 KiB. */
    static String read(Path file) {
        String name = file.getFileName().toString();
        try {
            if (Files.size(file) > LARGEST) {
                throw BadInput.usage("bad_lesson", name + " is larger than 256 KiB; split the lesson");
            }
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (NoSuchFileException missing) {
            throw BadInput.usage("bad_lesson", "no file " + file + "; is this a folder of lessons?");
        } catch (CharacterCodingException garbled) {
            throw BadInput.usage("bad_lesson", name + " is not UTF-8; save it as UTF-8");
        } catch (IOException unreadable) {
            throw BadInput.usage("bad_lesson", "cannot read " + file + ": " + unreadable.getMessage());
        }
    }

    /** A file named in the course, which must lie inside its folder, links followed. */
    static Path inside(Path folder, String name) {
        Path file = folder.resolve(name).normalize();
        try {
            boolean inside = file.startsWith(folder.normalize())
                    && (!Files.exists(file) || file.toRealPath().startsWith(folder.toRealPath()));
            if (inside) {
                return file;
            }
        } catch (IOException unreadable) {
            throw BadInput.usage("bad_lesson", "cannot read " + name + ": " + unreadable.getMessage());
        }
        throw BadInput.usage("bad_lesson", "'" + name + "' lies outside the course; name a file in its folder");
    }
}
