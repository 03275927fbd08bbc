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
 * A check that the files of a class do not lead out of its folder, which may come from a stranger. Ids become names of
 * files, so they must be numbers. Journals must not be symbolic links.
 *
 * @param students file of the students
 * @param journals folder of their journals
 */
record FolderCheck(Path students, Path journals) {
    private static final int DEPTH = 2;

    /**
     * Checks the ids and the journals.
     *
     * @throws StoreException if the folder is refused; the message says why
     */
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

    /**
     * Checks that a path in the folder of journals is no symbolic link, and is in no folder that is one.
     *
     * @throws StoreException if it is
     */
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

    /** Returns why a line is refused; empty if it is accepted, or cannot be read at all. */
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
