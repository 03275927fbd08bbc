package dev.nabla.cli.school;

import dev.nabla.progress.Entry;
import dev.nabla.progress.EntrySource;
import dev.nabla.room.ClassStore;
import dev.nabla.room.Student;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** Adds journals to a class in parts, and keeps few parts in memory while they are written. */
final class JournalCopy {
    /** Entries in a part. */
    private static final int PART = 1000;
    /** Parts that are on their way at once; the store writes together what waits. */
    private static final int MOST_WAITING = 100;

    private final ClassStore to;
    private final String course;
    private final Deque<CompletionStage<Void>> waiting = new ArrayDeque<>();
    private long entries;

    JournalCopy(ClassStore to, String course) {
        this.to = to;
        this.course = course;
    }

    /** Adds what is not there yet of a journal. */
    void add(Student student, EntrySource journal) throws IOException {
        List<Entry> part = new ArrayList<>();
        try {
            journal.each(entry -> {
                part.add(entry);
                if (part.size() == PART) {
                    send(student, part);
                }
            });
            send(student, part);
        } catch (UncheckedIOException unwritten) {
            throw unwritten.getCause();
        }
    }

    private void send(Student student, List<Entry> part) {
        waiting.add(to.append(student, course, List.copyOf(part)));
        entries += part.size();
        part.clear();
        while (waiting.size() > MOST_WAITING) {
            try {
                ClassStore.done(waiting.remove());
            } catch (IOException unwritten) {
                throw new UncheckedIOException(unwritten);
            }
        }
    }

    /** Waits until all is written; returns the number of entries. */
    long finish() throws IOException {
        while (!waiting.isEmpty()) {
            ClassStore.done(waiting.remove());
        }
        return entries;
    }
}
