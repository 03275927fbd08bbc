package dev.nabla.store;

import dev.nabla.file.FilePresence;
import dev.nabla.file.PrivateFile;
import dev.nabla.file.PrivateFile.LockedAction;
import dev.nabla.lesson.Course;
import dev.nabla.math.BadInput;
import dev.nabla.output.JsonLine;
import dev.nabla.progress.Entry;
import dev.nabla.progress.Journal;
import dev.nabla.room.ClassInfo;
import dev.nabla.room.name.Student;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.schema.FailsafeSchema;

/**
 * A class in a folder. {@code class.yaml} holds the settings, which the teacher may edit too, and {@code roster.json}
 * the names that may join. In {@code students.jsonl} and {@code polls.jsonl} the last line about an item counts.
 * {@code journals/ID.jsonl} holds the entries of one student. All files but the first two only grow, until a student is
 * erased.
 *
 * <p>Other processes may write too, one at a time: each holds the lock of the students' file. Their changes are
 * detected by the time and size of a file.
 */
final class FolderStore extends GroupCommitStore {
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    /**
     * Number of lines of journals whose digests are held at once. They take at most 44 MB, or what the lines of one
     * journal take.
     */
    private static final long MOST_KNOWN = 2_000_000;

    private final PrivateFile yaml;
    private final PrivateFile roster;
    private final PrivateFile students;
    private final PrivateFile polls;
    private final Path journals;
    /** Time, size and key of each file when it was last read. */
    private final Map<PrivateFile, List<Object>> seen = new HashMap<>();
    /** Lines to be added to each file, in order. */
    private final Map<PrivateFile, Set<String>> lines = new LinkedHashMap<>();
    /** Lines of the journals that were read or written lately; the most recently used journal is last. */
    private final Map<PrivateFile, WrittenLines> knownLines = new LinkedHashMap<>(16, 0.75f, true);

    FolderStore(Path folder, Optional<FileChannel> lock, Optional<ClassInfo> ifAbsent) throws IOException {
        super(lock, new Spool(Optional.empty()));
        yaml = new PrivateFile(folder.resolve("class.yaml"));
        roster = new PrivateFile(folder.resolve("roster.json"));
        students = new PrivateFile(folder.resolve("students.jsonl"));
        polls = new PrivateFile(folder.resolve("polls.jsonl"));
        journals = folder.resolve("journals");
        if (FilePresence.isAbsent(yaml.path())) {
            StoreException absent =
                    new StoreException(StoreException.RefusalReason.ABSENT, "there is no class in " + folder);
            write(ClassLineCodec.of(ifAbsent.orElseThrow(() -> absent)));
        }
        classLine();
        RosterCodec.requireReadable(roster.path());
        new FolderCheck(students.path(), journals).require();
        start();
    }

    @Override
    void inTransaction(LockedAction<Void> work) throws IOException {
        try {
            students.withLock(PATIENCE, () -> {
                readChanges();
                work.run();
                write();
                return null;
            });
        } catch (IOException | RuntimeException | Error failed) {
            lines.clear();
            seen.clear();
            throw failed;
        }
    }

    /** Adds the waiting lines to their files. Writes and syncs the files in parallel. */
    private void write() throws IOException {
        try {
            lines.entrySet().parallelStream().forEach(added -> write(added.getKey(), added.getValue()));
        } catch (UncheckedIOException unwritable) {
            throw unwritable.getCause();
        }
        for (PrivateFile added : lines.keySet()) {
            isChanged(added);
        }
        lines.clear();
    }

    private void write(PrivateFile to, Set<String> added) {
        try {
            if (to.path().startsWith(journals)) {
                FolderCheck.requireNoLink(to.path(), journals);
                to.makeFolder();
                WrittenLines known = known(to);
                known.readOn();
                known.removeFrom(added);
            }
            if (!added.isEmpty()) {
                to.add(String.join("\n", added) + "\n");
            }
        } catch (IOException unwritable) {
            throw new UncheckedIOException(PrivateFile.refused("cannot write", to.path(), unwritable));
        }
    }

    /**
     * Returns the lines of a journal as far as it has been read. Drops the lines of the least recently used journals
     * beyond {@link #MOST_KNOWN}.
     */
    private WrittenLines known(PrivateFile journal) {
        synchronized (knownLines) {
            WrittenLines wanted = knownLines.computeIfAbsent(journal, file -> new WrittenLines(file.path()));
            long size =
                    knownLines.values().stream().mapToLong(WrittenLines::size).sum();
            for (Iterator<WrittenLines> all = knownLines.values().iterator(); size > MOST_KNOWN; ) {
                WrittenLines oldest = all.next();
                size = oldest == wanted ? 0 : size - oldest.size();
                if (oldest != wanted) {
                    all.remove();
                }
            }
            return wanted;
        }
    }

    private static Stream<String> lines(PrivateFile from) throws IOException {
        return FilePresence.isAbsent(from.path())
                ? Stream.empty()
                : new String(Files.readAllBytes(from.path()), StandardCharsets.UTF_8).lines();
    }

    /** Adds a line to those that wait for a file. A line that waits already moves to the end. */
    private void add(PrivateFile to, String line) {
        Set<String> some = lines.computeIfAbsent(to, fresh -> new LinkedHashSet<>());
        some.remove(line);
        some.add(line);
    }

    /** Returns whether a file has changed since the last call for it. */
    private boolean isChanged(PrivateFile of) throws IOException {
        if (FilePresence.isAbsent(of.path())) {
            return false;
        }
        BasicFileAttributes now = Files.readAttributes(of.path(), BasicFileAttributes.class);
        List<Object> stamp = List.of(now.lastModifiedTime(), now.size(), String.valueOf(now.fileKey()));
        return !stamp.equals(seen.put(of, stamp));
    }

    /**
     * Reads the files that have changed. A shown figure is not written to a file, so a board that this process has
     * changed is kept.
     */
    @Override
    StoredClass load(StoredClass old) throws IOException {
        StoredClass now = old;
        if (isChanged(yaml)) {
            try {
                now = now.with(List.of(JsonLine.of(classLine())));
            } catch (StoreException inTheMiddleOfAChange) {
                now = old;
            }
        }
        for (PrivateFile file : List.of(roster, students, polls)) {
            now = isChanged(file) ? now.with(lines(file).toList()) : now;
        }
        return old.board().revision() > 0 ? now.with(old.board()) : now;
    }

    private Map<String, Object> classLine() throws IOException {
        LoadSettings texts =
                LoadSettings.builder().setSchema(new FailsafeSchema()).build();
        try {
            Map<String, Object> line = new LinkedHashMap<>(Map.of("format", ClassLineCodec.FORMAT, "event", "class"));
            Map<?, ?> read = new Load(texts).loadFromString(Files.readString(yaml.path())) instanceof Map<?, ?> members
                    ? members
                    : Map.of();
            read.forEach((name, value) -> line.put((String) name, written((String) name, value)));
            ClassLineCodec.info(JsonLine.read(JsonLine.of(line)));
            return line;
        } catch (RuntimeException wrong) { // from YAML, JSON, a time, a zone, or a value that is no text
            String why = String.valueOf(wrong.getMessage()).replaceAll("\\s+", " ");
            throw new StoreException(
                    StoreException.RefusalReason.UNUSABLE, yaml.path() + " is not as nabla writes it: " + why);
        }
    }

    /**
     * Returns a value of {@code class.yaml}: a text, or for {@code due} one text per section.
     *
     * @throws BadInput if the value is anything else
     */
    private static Object written(String name, Object value) {
        boolean empty = String.valueOf(value).isBlank();
        boolean dated =
                value instanceof Map<?, ?> dates && dates.values().stream().allMatch(String.class::isInstance);
        if (name.equals("due") ? dated || empty : value instanceof String) {
            return value;
        }
        String cure = name.equals("due") ? "a line a section, each like 02: 2026-12-01T17:00:00Z" : "one text";
        throw BadInput.usage("bad_line", "write behind " + name + ": " + cure);
    }

    /** Writes {@code class.yaml}. Members of the file that nabla does not know stay. */
    private void write(Map<String, Object> line) throws IOException {
        Map<String, Object> all = new LinkedHashMap<>();
        if (!FilePresence.isAbsent(yaml.path())) {
            all.putAll(classLine());
            all.keySet().removeAll(List.of("lessons", "code", "closed", "points"));
        }
        all.putAll(line);
        all.remove("event");
        DumpSettings block =
                DumpSettings.builder().setDefaultFlowStyle(FlowStyle.BLOCK).build();
        replace(yaml, new Dump(block).dumpToString(all));
    }

    private static void replace(PrivateFile file, String text) throws IOException {
        try {
            file.makeFolder();
            file.replace(text);
        } catch (IOException unwritable) {
            throw PrivateFile.refused("cannot write", file.path(), unwritable);
        }
    }

    @Override
    void put(String key, Map<String, Object> line) throws IOException {
        String kind = key.split("/", 2)[0];
        if (kind.equals("class")) {
            write(line);
        } else if (kind.equals("roster")) {
            replace(roster, JsonLine.of(line) + "\n");
        } else if (Set.of("student", "erased").contains(kind)) {
            add(students, JsonLine.of(line));
        } else if (!kind.equals("shown")) {
            Map<String, Object> stored = new LinkedHashMap<>(line);
            stored.keySet().removeAll(kind.equals("board") ? Set.of("by") : Set.of());
            add(polls, JsonLine.of(stored));
        }
    }

    private PrivateFile journal(Student student, String course) {
        Path folder = course.equals(Course.OWN) ? journals : journals.resolve("of-" + course);
        return new PrivateFile(folder.resolve(student.id() + ".jsonl"));
    }

    @Override
    void put(List<StudentEntry> entries) {
        entries.forEach(entry -> add(journal(entry.student(), entry.course()), Journal.line(entry.entry())));
    }

    /**
     * Passes on the entries of a journal, and reads its digests. This happens when a student logs in, before any entry
     * is added, so that the writer need not do it.
     */
    @Override
    void written(Student student, String course, Consumer<Entry> taker) throws IOException {
        PrivateFile journal = journal(student, course);
        FolderCheck.requireNoLink(journal.path(), journals);
        new Journal(journal.path()).each(taker, aside -> {});
        known(journal).readOn();
    }

    @Override
    void remove(Student student) throws IOException {
        write();
        try (Stream<Path> files = FilePresence.isAbsent(journals) ? Stream.empty() : Files.walk(journals)) {
            for (Path journal :
                    files.filter(file -> file.endsWith(student.id() + ".jsonl")).toList()) {
                Files.delete(journal);
            }
        }
        for (PrivateFile from : List.of(polls, students)) {
            if (!FilePresence.isAbsent(from.path())) {
                from.replace(lines(from)
                        .filter(line -> !line.contains('"' + student.id() + '"'))
                        .map(line -> line + "\n")
                        .collect(Collectors.joining()));
            }
        }
    }
}
