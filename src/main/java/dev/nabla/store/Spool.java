package dev.nabla.store;

import dev.nabla.file.FilePresence;
import dev.nabla.file.PrivateFile;
import dev.nabla.math.BadInput;
import dev.nabla.output.JsonLine;
import dev.nabla.progress.Entry;
import dev.nabla.progress.Journal;
import dev.nabla.room.Student;
import dev.nabla.store.ClassLineCodec.Spooled;
import dev.nabla.store.GroupCommitStore.StudentEntry;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Where deeds are kept on this machine until the store takes them.
 *
 * @param file empty if there is no other place than the store's own
 */
record Spool(Optional<PrivateFile> file) {
    /** False if it cannot keep them. */
    boolean add(List<StudentEntry> deeds) {
        try {
            if (file.isPresent()) {
                file.get().makeFolder();
                file.get()
                        .add(deeds.stream()
                                .map(deed -> JsonLine.of(ClassLineCodec.of(deed)) + "\n")
                                .collect(Collectors.joining()));
            }
            return file.isPresent();
        } catch (IOException full) {
            return false;
        }
    }

    /** What an earlier process has left. A line that was not written to its end was never said to be safe; who is not in the class any more was erased. */
    List<StudentEntry> read(Function<String, Optional<Student>> students) throws IOException {
        List<StudentEntry> deeds = new ArrayList<>();
        boolean left = file.isPresent() && !FilePresence.isAbsent(file.get().path());
        for (String text : left ? Files.readAllLines(file.get().path()) : List.<String>of()) {
            try {
                Spooled spooled = ClassLineCodec.spooled(JsonLine.read(text), Spooled.NONE);
                Optional<Student> student = students.apply(spooled.student());
                for (Entry entry : student.isPresent() ? entries(spooled.entry()) : List.<Entry>of()) {
                    deeds.add(new StudentEntry(student.get(), spooled.course(), entry));
                }
            } catch (BadInput torn) {
                continue;
            }
        }
        return deeds;
    }

    /** The entries in lines of a journal. */
    static List<Entry> entries(String lines) throws IOException {
        List<Entry> entries = new ArrayList<>();
        Journal.each(new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)), entries::add, aside -> {});
        return entries;
    }

    void clear() throws IOException {
        if (file.isPresent()) {
            Files.deleteIfExists(file.get().path());
        }
    }
}
