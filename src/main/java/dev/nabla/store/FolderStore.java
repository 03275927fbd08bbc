package dev.nabla.store;

import dev.nabla.lesson.Course;
import dev.nabla.math.BadInput;
import dev.nabla.progress.Entry;
import dev.nabla.progress.Journal;
import dev.nabla.progress.JsonLine;
import dev.nabla.progress.PrivateFile;
import dev.nabla.progress.PrivateFile.Work;
import dev.nabla.room.Account;
import dev.nabla.room.Account.Fingerprint;
import dev.nabla.room.Board;
import dev.nabla.room.ClassInfo;
import dev.nabla.room.Name;
import dev.nabla.room.Poll;
import dev.nabla.room.Student;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A class in a folder: {@code class.yaml}; {@code students.jsonl}, an account as it is then in each line, the last one counts;
 * {@code polls.jsonl} with phases and votes; {@code journals/ID.jsonl}, a student each. Files only grow, but at an erasure.
 *
 * <p>Other processes may write too, one at a time by the lock of the students' file; what they changed is seen by time and size.
 */
final class FolderStore extends GroupCommitStore {
    private static final int FORMAT = 1;

    private final ClassFile file;
    private final PrivateFile students;
    private final PrivateFile polls;
    private final Path journals;
    /** Files as they were when they were read last. */
    private final Map<PrivateFile, Stamp> seen = new HashMap<>();
    /** What is to be added to each file, in order. */
    private final Map<PrivateFile, Set<String>> lines = new LinkedHashMap<>();

    private record Stamp(FileTime changed, long size, Object file) {}

    FolderStore(Path folder, Optional<FileChannel> lock, Optional<ClassInfo> ifAbsent) throws IOException {
        super(lock);
        file = new ClassFile(new PrivateFile(folder.resolve("class.yaml")));
        students = new PrivateFile(folder.resolve("students.jsonl"));
        polls = new PrivateFile(folder.resolve("polls.jsonl"));
        journals = folder.resolve("journals");
        if (ifAbsent.isPresent() && !file.exists()) {
            file.write(ifAbsent.get());
        }
        file.read();
        start();
    }

    @Override
    void together(Work<Void> work) throws IOException {
        try {
            students.alone(() -> {
                look();
                work.run();
                write();
                return null;
            });
        } catch (IOException | RuntimeException failed) {
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
                to.makeFolder();
                lines(to).forEach(added::remove);
            }
            if (!added.isEmpty()) {
                to.add(String.join("\n", added) + "\n");
            }
        } catch (IOException unwritable) {
            throw new UncheckedIOException(PrivateFile.refused("cannot write", to.path(), unwritable));
        }
    }

    private static Stream<String> lines(PrivateFile from) throws IOException {
        return Files.exists(from.path())
                ? new String(Files.readAllBytes(from.path()), StandardCharsets.UTF_8).lines()
                : Stream.empty();
    }

    private void add(PrivateFile to, Map<String, Object> line) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("format", FORMAT);
        all.putAll(line);
        add(to, JsonLine.of(all));
    }

    /** Where a line is to be added twice the last time counts. */
    private void add(PrivateFile to, String line) {
        Set<String> some = lines.computeIfAbsent(to, fresh -> new LinkedHashSet<>());
        some.remove(line);
        some.add(line);
    }

    /** Whether a file has changed since this was asked last. */
    private boolean isChanged(PrivateFile of) throws IOException {
        Stamp stamp = null;
        if (Files.exists(of.path())) {
            BasicFileAttributes now = Files.readAttributes(of.path(), BasicFileAttributes.class);
            stamp = new Stamp(now.lastModifiedTime(), now.size(), now.fileKey());
        }
        return stamp != null && !stamp.equals(seen.put(of, stamp));
    }

    @Override
    ClassMemory load(ClassMemory old) throws IOException {
        ClassMemory[] now = {old};
        if (isChanged(file.file())) {
            now[0] = now[0].with(file.readOr(old.info()));
        }
        if (isChanged(students)) {
            Map<String, Account> accounts = new HashMap<>();
            each(students, line -> {
                Account account = account(line);
                accounts.put(account.student().id(), account);
            });
            now[0] = now[0].with(accounts);
        }
        if (isChanged(polls)) {
            boolean first = now[0].board().equals(Board.EMPTY);
            Board[] board = {now[0].board()};
            now[0] = now[0].withoutPolls();
            each(polls, line -> {
                if (line.texts().containsKey("round")) {
                    Poll.Vote vote = new Poll.Vote((int) line.whole("round"), line.text("student"), line.text("kind"));
                    now[0] = now[0].with(line.whole("poll"), vote);
                } else {
                    Optional<Poll> poll = line.texts().containsKey("poll") ? Optional.of(poll(line)) : Optional.empty();
                    board[0] = first ? Board.EMPTY.asking(poll) : board[0];
                    now[0] = poll.map(now[0]::with).orElse(now[0]);
                }
            });
            now[0] = now[0].with(board[0]);
        }
        return now[0];
    }

    /** A line that cannot be read is passed over and stays in the file: it may be a newer nabla's. */
    private static void each(PrivateFile from, Consumer<JsonLine> taker) throws IOException {
        lines(from).forEach(line -> {
            try {
                JsonLine read = JsonLine.read(line);
                if (read.whole("format") == FORMAT) {
                    taker.accept(read);
                }
            } catch (BadInput | DateTimeException | IllegalArgumentException foreign) {
                return;
            }
        });
    }

    private static Account account(JsonLine line) {
        return new Account(
                new Student(line.text("student"), new Name(line.text("name"))),
                Arrays.stream(line.text("keys").split(" "))
                        .filter(key -> !key.isEmpty())
                        .map(Fingerprint::new)
                        .collect(Collectors.toSet()),
                line.optional("pin"),
                Instant.parse(line.text("joined")));
    }

    @Override
    void put(Account account) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("student", account.student().id());
        line.put("name", account.student().name().text());
        line.put("keys", account.keys().stream().map(Fingerprint::text).collect(Collectors.joining(" ")));
        account.pin().ifPresent(pin -> line.put("pin", pin));
        line.put("joined", account.joined().toString());
        add(students, line);
    }

    @Override
    void put(ClassInfo info) throws IOException {
        file.write(info);
        isChanged(file.file());
    }

    private static Poll poll(JsonLine line) {
        return new Poll(
                line.whole("poll"),
                line.text("section"),
                line.text("item"),
                line.whole("seed"),
                Poll.Phase.valueOf(line.text("phase")),
                Instant.parse(line.text("since")));
    }

    /** What the teacher shows ends with the process; of a poll each phase is written, and that it was taken off. */
    @Override
    void put(Board before, Board board) {
        if (!board.poll().equals(before.poll())) {
            Map<String, Object> line = new LinkedHashMap<>();
            board.poll().ifPresent(poll -> {
                line.put("poll", poll.id());
                line.put("section", poll.section());
                line.put("item", poll.item());
                line.put("seed", poll.seed());
                line.put("phase", poll.phase().name());
                line.put("since", poll.since().toString());
            });
            add(polls, line);
        }
    }

    @Override
    void put(long poll, Poll.Vote vote) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("poll", poll);
        line.put("round", vote.round());
        line.put("student", vote.student());
        line.put("kind", vote.kind());
        add(polls, line);
    }

    private PrivateFile journal(Student student, String course) {
        Path folder = course.equals(Course.OWN) ? journals : journals.resolve("of-" + course);
        return new PrivateFile(folder.resolve(student.id() + ".jsonl"));
    }

    @Override
    void put(List<Deed> deeds) {
        for (Deed deed : deeds) {
            add(journal(deed.student(), deed.course()), Journal.line(deed.entry()));
        }
    }

    @Override
    List<Entry> written(Student student, String course) throws IOException {
        return new Journal(journal(student, course).path()).read().entries();
    }

    @Override
    void remove(Student student) throws IOException {
        write();
        try (Stream<Path> files = Files.exists(journals) ? Files.walk(journals) : Stream.empty()) {
            for (Path journal :
                    files.filter(file -> file.endsWith(student.id() + ".jsonl")).toList()) {
                Files.delete(journal);
            }
        }
        for (PrivateFile from : List.of(polls, students)) {
            if (Files.exists(from.path())) {
                from.replace(lines(from)
                        .filter(line -> !line.contains('"' + student.id() + '"'))
                        .map(line -> line + "\n")
                        .collect(Collectors.joining()));
            }
        }
    }
}
