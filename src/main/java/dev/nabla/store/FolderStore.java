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
import dev.nabla.room.Student;
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
 * A class in a folder: {@code class.yaml}, which its teacher may change too; {@code students.jsonl} and {@code polls.jsonl}, where
 * the last line about something counts; {@code journals/ID.jsonl}, a student each. All but the first only grow, until an erasure.
 *
 * <p>Other processes may write too, one at a time by the lock of the students' file; what they changed is seen by time and size.
 */
final class FolderStore extends GroupCommitStore {
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    /** How many lines of journals are known at once; they take at most 44 MB, or those of one journal. */
    private static final long MOST_KNOWN = 2_000_000;

    private final PrivateFile yaml;
    private final PrivateFile students;
    private final PrivateFile polls;
    private final Path journals;
    /** Times and sizes of files when they were read last. */
    private final Map<PrivateFile, List<Object>> seen = new HashMap<>();
    /** What is to be added to each file, in order. */
    private final Map<PrivateFile, Set<String>> lines = new LinkedHashMap<>();
    /** The lines of the journals that were read or written lately, the one that was used last at the end. */
    private final Map<PrivateFile, WrittenLines> knownLines = new LinkedHashMap<>(16, 0.75f, true);

    FolderStore(Path folder, Optional<FileChannel> lock, Optional<ClassInfo> ifAbsent) throws IOException {
        super(lock, new Spool(Optional.empty()));
        yaml = new PrivateFile(folder.resolve("class.yaml"));
        students = new PrivateFile(folder.resolve("students.jsonl"));
        polls = new PrivateFile(folder.resolve("polls.jsonl"));
        journals = folder.resolve("journals");
        if (FilePresence.isAbsent(yaml.path())) {
            StoreException absent =
                    new StoreException(StoreException.RefusalReason.ABSENT, "there is no class in " + folder);
            write(ClassLineCodec.of(ifAbsent.orElseThrow(() -> absent)));
        }
        classLine();
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

    /** Syncs files side by side. */
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

    /** Returns the lines of a journal as far as it has been read; forgets the journals that were used longest ago. */
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

    /** Of a line that is to be added twice the last one counts. */
    private void add(PrivateFile to, String line) {
        Set<String> some = lines.computeIfAbsent(to, fresh -> new LinkedHashSet<>());
        some.remove(line);
        some.add(line);
    }

    /** Whether a file has changed since this was asked last. */
    private boolean isChanged(PrivateFile of) throws IOException {
        if (FilePresence.isAbsent(of.path())) {
            return false;
        }
        BasicFileAttributes now = Files.readAttributes(of.path(), BasicFileAttributes.class);
        List<Object> stamp = List.of(now.lastModifiedTime(), now.size(), String.valueOf(now.fileKey()));
        return !stamp.equals(seen.put(of, stamp));
    }

    /** What is shown is not written: while this runs the board is as it is here. */
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
        for (PrivateFile file : List.of(students, polls)) {
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
        } catch (RuntimeException wrong) { // of YAML, of JSON, of a time or a zone, of a value that is no text
            String why = String.valueOf(wrong.getMessage()).replaceAll("\\s+", " ");
            throw new StoreException(
                    StoreException.RefusalReason.UNUSABLE, yaml.path() + " is not as nabla writes it: " + why);
        }
    }

    /** Texts, and for dates a text a section. */
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

    /** What nabla does not know in the file stays. */
    private void write(Map<String, Object> line) throws IOException {
        Map<String, Object> all = new LinkedHashMap<>();
        if (!FilePresence.isAbsent(yaml.path())) {
            all.putAll(classLine());
            all.keySet().removeAll(List.of("lessons", "code"));
        }
        all.putAll(line);
        all.remove("event");
        DumpSettings block =
                DumpSettings.builder().setDefaultFlowStyle(FlowStyle.BLOCK).build();
        try {
            yaml.makeFolder();
            yaml.replace(new Dump(block).dumpToString(all));
        } catch (IOException unwritable) {
            throw PrivateFile.refused("cannot write", yaml.path(), unwritable);
        }
    }

    @Override
    void put(String key, Map<String, Object> line) throws IOException {
        String kind = key.split("/", 2)[0];
        if (kind.equals("class")) {
            write(line);
        } else if (Set.of("student", "erased").contains(kind)) {
            add(students, JsonLine.of(line));
        } else if (!kind.equals("shown")) {
            Map<String, Object> asked = new LinkedHashMap<>(line);
            asked.keySet().removeAll(kind.equals("board") ? Set.of("by") : Set.of());
            add(polls, JsonLine.of(asked));
        }
    }

    private PrivateFile journal(Student student, String course) {
        Path folder = course.equals(Course.OWN) ? journals : journals.resolve("of-" + course);
        return new PrivateFile(folder.resolve(student.id() + ".jsonl"));
    }

    @Override
    void put(List<StudentEntry> deeds) {
        deeds.forEach(deed -> add(journal(deed.student(), deed.course()), Journal.line(deed.entry())));
    }

    /**
     * Students are read when they come in, before they add anything: the digests are made then, so that the writer need
     * not.
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
