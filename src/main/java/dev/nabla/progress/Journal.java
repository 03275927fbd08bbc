package dev.nabla.progress;

import dev.nabla.file.FilePresence;
import dev.nabla.lesson.Course;
import dev.nabla.math.BadInput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * What a learner has done, a JSON object a line, appended and synced at once; never rewritten.
 *
 * <p>Whoever writes holds a lock on a file beside it, so that two tutors can write at once. A line that cannot be read is
 * passed over and stays in the file: it may be a newer nabla's.
 */
public final class Journal {
    /** More than any entry takes; what is longer is cut, and then no entry. */
    private static final int LONGEST = 64 * 1024;

    /** Which some editors put before the first line. */
    private static final String BYTE_ORDER_MARK = "\ufeff";

    private final Path file;
    /** What is in it, where others keep it. */
    private final Optional<List<Entry>> kept;

    private Journal(Path file, Optional<List<Entry>> kept) {
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
    public static Journal of(List<Entry> kept) {
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
        return new Contents(entries, each(entries::add));
    }

    /** The contents of a journal that comes in. */
    public static Contents read(InputStream in) throws IOException {
        List<Entry> entries = new ArrayList<>();
        return new Contents(entries, each(in, entries::add));
    }

    /**
     * Goes through what has been done, and keeps nothing of it but the lines that could not be read.
     *
     * @throws IOException if it cannot be read, with the file and the reason
     */
    private List<Aside> each(Consumer<Entry> taker) throws IOException {
        kept.ifPresent(entries -> entries.forEach(taker));
        if (kept.isPresent() || FilePresence.isAbsent(file)) {
            return List.of();
        }
        try {
            new PrivateFile(file).requireRegular();
            try (InputStream in = Files.newInputStream(file)) {
                return each(in, taker);
            }
        } catch (IOException unreadable) {
            throw PrivateFile.refused("cannot read", file, unreadable);
        }
    }

    /**
     * What the journal comes to.
     *
     * @param progress of its learner
     * @param aside the lines that could not be read
     */
    public record Outcome(Progress progress, List<Aside> aside) {}

    /**
     * What the learner's deeds come to by now; a journal of any length takes little memory.
     *
     * @throws IOException if it cannot be read, with the file and the reason
     */
    public Outcome outcome(Course course, Instant now, Days days) throws IOException {
        List<Aside> aside = new ArrayList<>();
        Progress progress = Progress.of(
                course,
                taker -> {
                    aside.clear();
                    aside.addAll(each(taker));
                },
                now,
                days);
        return new Outcome(progress, aside);
    }

    /** Bytes that are not UTF-8 spoil their own line only. */
    private static List<Aside> each(InputStream bytes, Consumer<Entry> taker) throws IOException {
        List<Aside> aside = new ArrayList<>();
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        byte[] read = new byte[LONGEST];
        long number = 1;
        for (int end = bytes.read(read); end >= 0; end = bytes.read(read)) {
            int begin = 0;
            for (int i = 0; i < end; i++) {
                if (read[i] == '\n') {
                    line.write(read, begin, Math.min(i - begin, LONGEST - line.size()));
                    entry(line, number, aside).ifPresent(taker);
                    number++;
                    begin = i + 1;
                }
            }
            line.write(read, begin, Math.min(end - begin, LONGEST - line.size()));
        }
        entry(line, number, aside).ifPresent(taker);
        return aside;
    }

    /** The entry of a line, if it can be read. */
    private static Optional<Entry> entry(ByteArrayOutputStream line, long number, List<Aside> aside) {
        String text = line.toString(StandardCharsets.UTF_8);
        line.reset();
        text = number == 1 && text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        try {
            return text.isBlank() ? Optional.empty() : Optional.of(EntryLine.read(text));
        } catch (BadInput foreign) {
            aside.add(new Aside(number, foreign.getMessage()));
            return Optional.empty();
        }
    }

    /**
     * Writes down what was done; on return it is on the disk.
     *
     * @throws IOException if it cannot be written, with the file and the reason
     */
    public void append(Entry entry) throws IOException {
        alone(() -> write(List.of(entry)));
    }

    /** Writes down those that are not in it yet; returns how many. */
    public int add(List<Entry> others) throws IOException {
        return alone(() -> {
            Set<Entry> known = new HashSet<>(read().entries());
            return write(others.stream().filter(known::add).toList());
        });
    }

    /** Begins anew: what was goes on under another name, with the day in it. Returns that; empty if there was nothing. */
    public Optional<Path> setAside(LocalDate day) throws IOException {
        return alone(() -> {
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

    private <T> T alone(PrivateFile.Work<T> work) throws IOException {
        if (kept.isPresent()) {
            throw BadInput.usage("journal", "only the tutor of the class writes this journal; answer in there");
        }
        try {
            return new PrivateFile(file).alone(work);
        } catch (IOException unwritable) {
            throw PrivateFile.refused("cannot write", file, unwritable);
        }
    }

    /** What another machine has to know: of the places where the learner stood only the last one. */
    public static String export(List<Entry> entries) {
        Optional<Instant> last = entries.stream()
                .filter(Entry.Stood.class::isInstance)
                .map(Entry::at)
                .max(Comparator.naturalOrder());
        return lines(entries.stream()
                .filter(entry -> !(entry instanceof Entry.Stood) || entry.at().equals(last.orElseThrow()))
                .toList());
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
