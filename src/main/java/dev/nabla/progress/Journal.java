package dev.nabla.progress;

import dev.nabla.file.FilePresence;
import dev.nabla.file.PrivateFile;
import dev.nabla.lesson.Course;
import dev.nabla.math.BadInput;
import dev.nabla.progress.Entry.Stood;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * The journal of a learner: a file with one JSON object per line. Entries are appended and synced at once, and never
 * rewritten.
 *
 * <p>A writer holds a lock on a file beside the journal, so that two tutors can write at the same time. A line that
 * cannot be read is skipped and stays in the file, because a newer version of nabla may have written it.
 */
public final class Journal {
    /** The byte order mark, which some editors insert before the first line. */
    private static final String BYTE_ORDER_MARK = "\ufeff";

    private final Path file;
    /** The entries of a read-only journal; empty for a journal in a file. */
    private final Optional<EntrySource> kept;

    private Journal(Path file, Optional<EntrySource> kept) {
        this.file = file;
        this.kept = kept;
    }

    public Journal(Path file) {
        this(file, Optional.empty());
    }

    /**
     * Returns the journal of a course: this file for the built-in course, else a file beside it. Other courses may
     * reuse the ids of its questions.
     */
    public static Journal of(Path file, Course course) {
        return new Journal(
                course.id().equals(Course.OWN) ? file : file.resolveSibling("journal-of-" + course.id() + ".jsonl"));
    }

    /** Returns a read-only journal. Writing to it throws {@link BadInput}. */
    public static Journal of(EntrySource kept) {
        return new Journal(Path.of("journal"), Optional.of(kept));
    }

    /**
     * The content of a journal.
     *
     * @param entries the entries, in the order of writing
     * @param aside the lines that could not be read
     */
    public record Contents(List<Entry> entries, List<Aside> aside) {
        public Contents {
            entries = List.copyOf(entries);
            aside = List.copyOf(aside);
        }
    }

    /**
     * A line that was skipped.
     *
     * @param line line number, from 1
     * @param why what is wrong with the line
     */
    public record Aside(long line, String why) {}

    public Path file() {
        return file;
    }

    /** Returns the length of the file in bytes; 0 if there is none. */
    public long size() throws IOException {
        return kept.isEmpty() && Files.exists(file) ? Files.size(file) : 0;
    }

    /**
     * Reads all entries; none if the file does not exist.
     *
     * @throws IOException if the file cannot be read, with its name and the reason
     */
    public Contents read() throws IOException {
        List<Entry> entries = new ArrayList<>();
        List<Aside> aside = new ArrayList<>();
        each(entries::add, aside::add);
        return new Contents(entries, aside);
    }

    /**
     * Passes on each entry in the order of writing, and each line that could not be read. Keeps none of them in memory.
     *
     * @throws IOException if the file cannot be read, with its name and the reason
     */
    public void each(Consumer<Entry> taker, Consumer<Aside> aside) throws IOException {
        if (kept.isPresent()) {
            kept.get().each(taker);
            return;
        }
        if (FilePresence.isAbsent(file)) {
            return;
        }
        try {
            new PrivateFile(file).requireRegular();
            try (InputStream in = Files.newInputStream(file)) {
                each(in, taker, aside);
            }
        } catch (IOException unreadable) {
            throw PrivateFile.refused("cannot read", file, unreadable);
        }
    }

    /**
     * Passes on the lines of a stream, like {@link #each(Consumer, Consumer)}. Bytes that are not UTF-8 affect only
     * their own line.
     */
    public static void each(InputStream in, Consumer<Entry> taker, Consumer<Aside> aside) throws IOException {
        long[] number = {0};
        ByteLines.LineTaker line = (bytes, length) -> {
            number[0]++;
            entry(new String(bytes, 0, length, StandardCharsets.UTF_8), number[0], aside)
                    .ifPresent(taker);
        };
        ByteLines.each(in, line, line);
    }

    /**
     * The result of reading a journal.
     *
     * @param progress progress of its learner
     * @param aside the lines that could not be read
     */
    public record Outcome(Progress progress, Asides aside) {}

    /**
     * Computes the learner's progress up to {@code now}. A journal of any length takes little memory.
     *
     * @throws IOException if the file cannot be read, with its name and the reason
     */
    public Outcome outcome(Course course, Instant now, DayRule days) throws IOException {
        Asides aside = new Asides();
        AtomicReference<Consumer<Aside>> ear = new AtomicReference<>(aside);
        EntrySource entries = taker -> each(taker, ear.getAndSet(again -> {}));
        return new Outcome(Progress.of(course, entries, now, days), aside);
    }

    /**
     * Reads the entry of a line. Empty for a blank line, and for an unreadable one, which is passed to {@code aside}.
     */
    private static Optional<Entry> entry(String line, long number, Consumer<Aside> aside) {
        String text = number == 1 && line.startsWith(BYTE_ORDER_MARK) ? line.substring(1) : line;
        try {
            return text.isBlank() ? Optional.empty() : Optional.of(EntryLine.read(text));
        } catch (BadInput foreign) {
            aside.accept(new Aside(number, foreign.getMessage()));
            return Optional.empty();
        }
    }

    /**
     * Appends an entry. On return it is on disk.
     *
     * @throws IOException if it cannot be written, with the name of the file and the reason
     */
    public void append(Entry entry) throws IOException {
        withLock(() -> write(List.of(entry)));
    }

    /** Appends the entries that the journal does not have yet. Returns their number. */
    public int add(List<Entry> others) throws IOException {
        return withLock(() -> {
            Set<Entry> fresh = new LinkedHashSet<>(others);
            each(fresh::remove, aside -> {});
            return write(List.copyOf(fresh));
        });
    }

    /**
     * Starts an empty journal: renames the file, with the date in the new name. Returns the renamed file; empty if
     * there was none.
     */
    public Optional<Path> setAside(LocalDate day) throws IOException {
        return withLock(() -> {
            if (FilePresence.isAbsent(file)) {
                return Optional.empty();
            }
            String name = file.getFileName().toString().replaceAll("\\.jsonl$", "") + "-" + day;
            Path kept = file.resolveSibling(name + ".jsonl");
            for (int i = 2; Files.exists(kept); i++) {
                kept = file.resolveSibling(name + "-" + i + ".jsonl");
            }
            return Optional.of(Files.move(file, kept));
        });
    }

    private <T> T withLock(PrivateFile.LockedAction<T> work) throws IOException {
        if (kept.isPresent()) {
            throw BadInput.usage("journal", "this journal belongs to a class; answer in the class");
        }
        try {
            return new PrivateFile(file).withLock(work);
        } catch (IOException unwritable) {
            throw PrivateFile.refused("cannot write", file, unwritable);
        }
    }

    /**
     * Writes the journal for import on another machine. Of the learner's positions only the last is written, and those
     * that tell how figures were left, see {@link Traces}.
     *
     * @return number of entries written
     * @throws IOException if the journal cannot be read or the output cannot be written
     */
    public long export(OutputStream out) throws IOException {
        Instant[] last = {Instant.MIN};
        Traces.TracesBuilder known = new Traces.TracesBuilder();
        each(
                entry -> {
                    if (entry instanceof Stood stood) {
                        last[0] = stood.at().isAfter(last[0]) ? stood.at() : last[0];
                        known.add(stood);
                    }
                },
                aside -> {});
        Set<Stood> left = Set.copyOf(known.traces().figures());
        long[] entries = {0};
        Writer lines = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        try {
            each(
                    entry -> {
                        if (!(entry instanceof Stood stood) || stood.at().equals(last[0]) || left.contains(stood)) {
                            write(lines, line(entry));
                            entries[0]++;
                        }
                    },
                    aside -> {});
        } catch (UncheckedIOException unwritable) {
            throw unwritable.getCause();
        }
        lines.flush();
        return entries[0];
    }

    private static void write(Writer out, String line) {
        try {
            out.write(line);
            out.write('\n');
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** Returns the line of an entry, without a line feed. */
    public static String line(Entry entry) {
        return EntryLine.of(entry);
    }

    /** Returns the lines of entries, each with a line feed. */
    public static String lines(List<Entry> entries) {
        return entries.stream().map(entry -> line(entry) + "\n").collect(Collectors.joining());
    }

    private int write(List<Entry> entries) throws IOException {
        if (!entries.isEmpty()) {
            new PrivateFile(file).add(lines(entries));
        }
        return entries.size();
    }
}
