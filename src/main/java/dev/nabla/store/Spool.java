package dev.nabla.store;

import dev.nabla.file.FilePresence;
import dev.nabla.file.PrivateFile;
import dev.nabla.math.BadInput;
import dev.nabla.output.JsonLine;
import dev.nabla.progress.Entry;
import dev.nabla.progress.Journal;
import dev.nabla.room.name.Student;
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
 * A file on this machine that keeps entries until the store accepts them.
 *
 * @param file the file; empty if the store has no other place for entries than its own
 */
record Spool(Optional<PrivateFile> file) {
    /** Adds entries to the file. Returns false if there is no file, or it cannot be written. */
    boolean add(List<StudentEntry> entries) {
        try {
            if (file.isPresent()) {
                file.get().makeFolder();
                file.get()
                        .add(entries.stream()
                                .map(entry -> JsonLine.of(ClassLineCodec.of(entry)) + "\n")
                                .collect(Collectors.joining()));
            }
            return file.isPresent();
        } catch (IOException full) {
            return false;
        }
    }

    /**
     * Returns the entries that an earlier process has left. Skips a line that was cut off, which was never reported as
     * safe, and entries of students who were erased.
     */
    List<StudentEntry> read(Function<String, Optional<Student>> students) throws IOException {
        List<StudentEntry> entries = new ArrayList<>();
        for (Spooled spooled : lines()) {
            Optional<Student> student = students.apply(spooled.student());
            for (Entry entry : student.isPresent() ? entries(spooled.entry()) : List.<Entry>of()) {
                entries.add(new StudentEntry(student.get(), spooled.course(), entry));
            }
        }
        return entries;
    }

    /** Returns the number of answers that an earlier process has left. */
    int answers() throws IOException {
        int answers = 0;
        for (Spooled spooled : lines()) {
            answers += (int) entries(spooled.entry()).stream()
                    .filter(Entry.Answered.class::isInstance)
                    .count();
        }
        return answers;
    }

    private List<Spooled> lines() throws IOException {
        List<Spooled> lines = new ArrayList<>();
        boolean left = file.isPresent() && !FilePresence.isAbsent(file.get().path());
        for (String text : left ? Files.readAllLines(file.get().path()) : List.<String>of()) {
            try {
                lines.add(ClassLineCodec.spooled(JsonLine.read(text), Spooled.NONE));
            } catch (BadInput torn) {
                continue;
            }
        }
        return lines;
    }

    /** Returns the entries in lines of a journal. */
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
