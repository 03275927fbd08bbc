package dev.nabla.cli.school;

import dev.nabla.progress.Entry;
import dev.nabla.progress.EntrySource;
import dev.nabla.room.ClassStore;
import dev.nabla.room.name.Student;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** A copy of journals into a class, made in parts. Only a few parts are in memory while they are written. */
final class JournalCopy {
    /** Number of entries in a part. */
    private static final int PART = 1000;
    /** Most parts that wait to be written; the store writes waiting parts together. */
    private static final int MOST_WAITING = 100;

    private final ClassStore to;
    private final String course;
    private final Deque<CompletionStage<Void>> waiting = new ArrayDeque<>();
    private long entries;

    JournalCopy(ClassStore to, String course) {
        this.to = to;
        this.course = course;
    }

    /** Adds the entries of a journal that the student's journal does not have yet. */
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

    /** Waits until everything is written. Returns the number of entries sent. */
    long finish() throws IOException {
        while (!waiting.isEmpty()) {
            ClassStore.done(waiting.remove());
        }
        return entries;
    }
}
