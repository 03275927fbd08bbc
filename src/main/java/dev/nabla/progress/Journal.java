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
 * What a learner has done, a JSON object a line, appended and synced at once; never rewritten.
 *
 * <p>Whoever writes holds a lock on a file beside it, so that two tutors can write at once. A line that cannot be read is
 * passed over and stays in the file: it may be a newer nabla's.
 */
public final class Journal {
    /** Which some editors put before the first line. */
    private static final String BYTE_ORDER_MARK = "\ufeff";

    private final Path file;
    /** What is in it, where others keep it. */
    private final Optional<EntrySource> kept;

    private Journal(Path file, Optional<EntrySource> kept) {
        this.file = file;
        this.kept = kept;
    }

    public Journal(Path file) {
        this(file, Optional.empty());
    }

    /** The journal of a course: this file for nabla's own, one beside it for another, whose questions may have the same names. */
    public static Journal of(Path file, Course course) {
        return new Journal(
                course.id().equals(Course.OWN) ? file : file.resolveSibling("journal-of-" + course.id() + ".jsonl"));
    }

    /** What others keep: it is read only. */
    public static Journal of(EntrySource kept) {
        return new Journal(Path.of("journal"), Optional.of(kept));
    }

    /**
     * What the file says.
     *
     * @param entries what was done, in the order of writing
     * @param aside the lines that could not be read
     */
    public record Contents(List<Entry> entries, List<Aside> aside) {
        public Contents {
            entries = List.copyOf(entries);
            aside = List.copyOf(aside);
        }
    }

    /**
     * A line that was passed over.
     *
     * @param line its number, from 1
     * @param why what is wrong with it
     */
    public record Aside(long line, String why) {}

    public Path file() {
        return file;
    }

    /**
     * What has been done; nothing if there is no file yet.
     *
     * @throws IOException if it cannot be read, with the file and the reason
     */
    public Contents read() throws IOException {
        List<Entry> entries = new ArrayList<>();
        List<Aside> aside = new ArrayList<>();
        each(entries::add, aside::add);
        return new Contents(entries, aside);
    }

    /**
     * Hands over each entry in the order of writing, and each line that could not be read; keeps none of them.
     *
     * @throws IOException if it cannot be read, with the file and the reason
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
     * Hands over what a stream holds, like {@link #each(Consumer, Consumer)}. Bytes that are not UTF-8 spoil their own
     * line only.
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
     * What the journal comes to.
     *
     * @param progress of its learner
     * @param aside the lines that could not be read
     */
    public record Outcome(Progress progress, Asides aside) {}

    /**
     * What the learner's deeds come to by now; a journal of any length takes little memory.
     *
     * @throws IOException if it cannot be read, with the file and the reason
     */
    public Outcome outcome(Course course, Instant now, DayRule days) throws IOException {
        Asides aside = new Asides();
        AtomicReference<Consumer<Aside>> ear = new AtomicReference<>(aside);
        EntrySource entries = taker -> each(taker, ear.getAndSet(again -> {}));
        return new Outcome(Progress.of(course, entries, now, days), aside);
    }

    /** The entry of a line, if it can be read. */
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
     * Writes down what was done; on return it is on the disk.
     *
     * @throws IOException if it cannot be written, with the file and the reason
     */
    public void append(Entry entry) throws IOException {
        withLock(() -> write(List.of(entry)));
    }

    /** Writes down those that are not in it yet; returns how many. */
    public int add(List<Entry> others) throws IOException {
        return withLock(() -> {
            Set<Entry> fresh = new LinkedHashSet<>(others);
            each(fresh::remove, aside -> {});
            return write(List.copyOf(fresh));
        });
    }

    /** Begins anew: what was goes on under another name, with the day in it. Returns that; empty if there was nothing. */
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
     * Writes the lines that another machine has to know: of the places where the learner stood only the last one.
     *
     * @return how many entries the journal has
     * @throws IOException if it cannot be read or they cannot be written
     */
    public long export(OutputStream out) throws IOException {
        Instant[] last = {Instant.MIN};
        long[] entries = {0};
        each(
                entry -> {
                    entries[0]++;
                    if (entry instanceof Stood && entry.at().isAfter(last[0])) {
                        last[0] = entry.at();
                    }
                },
                aside -> {});
        Writer lines = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        try {
            each(
                    entry -> {
                        if (!(entry instanceof Stood) || entry.at().equals(last[0])) {
                            write(lines, line(entry));
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

    /** An entry as it stands in a journal, without the end of the line. */
    public static String line(Entry entry) {
        return EntryLine.of(entry);
    }

    /** Entries as they stand in a journal. */
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
