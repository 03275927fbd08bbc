package dev.nabla.store;

import dev.nabla.file.FilePresence;
import dev.nabla.math.BadInput;
import dev.nabla.output.JsonLine;
import dev.nabla.room.ClassStore.StoreException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Refuses the folder of a class that leads out of itself, as one by a stranger could: ids become names of files, so
 * they are numbers, and journals are no symbolic links.
 *
 * @param students the file of the students
 * @param journals the folder of their journals
 */
record FolderCheck(Path students, Path journals) {
    private static final int DEPTH = 2;

    void require() throws IOException {
        requireIds();
        try (Stream<Path> all = FilePresence.isAbsent(journals) ? Stream.empty() : Files.walk(journals, DEPTH)) {
            for (Path path : (Iterable<Path>) all::iterator) {
                requireNoLink(path, journals);
            }
        } catch (UncheckedIOException unreadable) {
            throw unreadable.getCause();
        }
    }

    /** Refuses a symbolic link in the folder of journals, and what lies in a folder that is one. */
    static void requireNoLink(Path path, Path journals) throws StoreException {
        for (Path part = path; !part.equals(journals); part = part.getParent()) {
            if (Files.isSymbolicLink(part)) {
                throw new StoreException(
                        StoreException.RefusalReason.UNUSABLE,
                        part
                                + " is a symbolic link, and links to journals are not followed; put the file itself there");
            }
        }
    }

    private void requireIds() throws IOException {
        Map<String, String> joined = new HashMap<>();
        List<String> lines = FilePresence.isAbsent(students)
                ? List.of()
                : new String(Files.readAllBytes(students), StandardCharsets.UTF_8)
                        .lines()
                        .toList();
        for (int i = 0; i < lines.size(); i++) {
            String why = why(lines.get(i), joined);
            if (!why.isEmpty()) {
                throw new StoreException(
                        StoreException.RefusalReason.UNUSABLE, students + ", line " + (i + 1) + ": " + why);
            }
        }
    }

    /** Why a line is refused; empty if it is not, or cannot be read at all. */
    private static String why(String text, Map<String, String> joined) {
        try {
            JsonLine line = JsonLine.read(text);
            if (line.whole("format") != ClassLineCodec.FORMAT
                    || !line.text("event").equals("student")) {
                return "";
            }
            String id = line.text("student");
            if (!ClassLineCodec.isId(id)) {
                return ClassLineCodec.noId(id);
            }
            String at = line.text("joined");
            String before = joined.putIfAbsent(id, at);
            return before == null || before.equals(at)
                    ? ""
                    : "the id " + id + " is another student's already, who joined " + before;
        } catch (BadInput torn) {
            return "";
        }
    }
}
