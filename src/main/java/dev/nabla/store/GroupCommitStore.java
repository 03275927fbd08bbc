package dev.nabla.store;

import dev.nabla.file.PrivateFile.LockedAction;
import dev.nabla.output.JsonLine;
import dev.nabla.progress.Entry;
import dev.nabla.room.Board;
import dev.nabla.room.ClassInfo;
import dev.nabla.room.ClassStore;
import dev.nabla.room.JoinFlood;
import dev.nabla.room.Poll;
import dev.nabla.room.Presence;
import dev.nabla.room.Roster;
import dev.nabla.room.account.Account;
import dev.nabla.room.account.Account.Fingerprint;
import dev.nabla.room.name.Student;
import dev.nabla.room.name.StudentName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * A class in memory, and one thread that writes. Changes that arrive during a write are committed together. A batch
 * that fails is tried again piece by piece, so each piece may be done twice.
 *
 * <p>The cause of an {@link IOException} may pass, as with a full disk or an unavailable database, and entries wait for
 * that. Any other exception is a fault of nabla that would come again: it is reported, and its cause is not tried
 * again.
 */
abstract class GroupCommitStore implements ClassStore {
    private static final int MOST_AT_ONCE = 500;
    /**
     * Interval at which changes by other processes are read, in ns (250 ms). A poll must reach all hosts within a
     * second.
     */
    private static final long LOOK = TimeUnit.MILLISECONDS.toNanos(250);

    private static final long LEAVE = TimeUnit.SECONDS.toMillis(10);
    /** Time after which the same fault is reported again, in ns. */
    private static final long FAULT_PAUSE = TimeUnit.MINUTES.toNanos(1);

    /** Lock of the folder, held as long as this process serves the class; empty if it does not serve it. */
    private final Optional<FileChannel> lock;

    private final WaitingEntries waiting;
    private final BlockingQueue<Job<?>> jobs = new LinkedBlockingQueue<>();
    private final Set<StoredPart> heard = EnumSet.noneOf(StoredPart.class);
    private final SecureRandom random = new SecureRandom();
    private final Thread writer = new Thread(this::write, "store");
    private volatile StoredClass known = StoredClass.NONE;
    private volatile Consumer<StoredPart> ear = changed -> {};
    private volatile Consumer<StoreFault> watcher = fault -> {};
    /**
     * The fault that was reported last, at the time {@link #reportedAt} of {@link System#nanoTime}. Used by the writer
     * thread alone.
     */
    private String reported = "";

    private long reportedAt;
    private volatile boolean closing;
    /** The state of the class once the current transaction is safe. Used by the writer thread alone. */
    private StoredClass next = known;

    GroupCommitStore(Optional<FileChannel> lock, Spool spool) {
        this.lock = lock;
        this.waiting = new WaitingEntries(spool, this::putKnown, this::report);
    }

    /** An entry of a student in a course. */
    record StudentEntry(Student student, String course, Entry entry) {}

    private record Job<T>(LockedAction<T> work, CompletableFuture<T> stage) {
        /** Does the work. Returns a task that completes the stage, to be run once the work is safe. */
        Runnable done() throws IOException {
            T result = work.run();
            return () -> stage.complete(result);
        }
    }

    /**
     * Runs work while no other process can change this class. On return all of the work is safe; after an exception it
     * may be undone.
     */
    abstract void inTransaction(LockedAction<Void> work) throws IOException;

    /** Returns the current state of the class, given the state that was known before. */
    abstract StoredClass load(StoredClass old) throws IOException;

    /** Writes a line of {@link ClassLineCodec}. An earlier line with the same key need not be kept. */
    abstract void put(String key, Map<String, Object> line) throws IOException;

    abstract void put(List<StudentEntry> entries) throws IOException;

    /** Removes what was written about a student, in whatever line it is. */
    abstract void remove(Student student) throws IOException;

    /** Passes the written entries of a student to {@code taker}, in the order of writing. */
    abstract void written(Student student, String course, Consumer<Entry> taker) throws IOException;

    final void start() throws IOException {
        withLock(this::readChanges);
        waiting.readSpool(this::student);
        writer.setDaemon(true);
        writer.start();
    }

    private void write() {
        long looked = System.nanoTime();
        while (!closing || !jobs.isEmpty()) {
            try {
                List<Job<?>> batch = new ArrayList<>();
                Job<?> first = jobs.poll(LOOK, TimeUnit.NANOSECONDS);
                if (first != null) {
                    batch.add(first);
                    jobs.drainTo(batch, MOST_AT_ONCE - 1);
                    write(batch);
                }
                if (closing || System.nanoTime() - looked >= LOOK) {
                    looked = System.nanoTime();
                    waiting.retry();
                    withLock(this::readChanges);
                }
            } catch (IOException | InterruptedException tryAgain) {
                continue;
            } catch (RuntimeException | Error fault) {
                report(new StoreFault(Optional.empty(), fault));
            }
        }
    }

    /**
     * Reports a fault, but without a student the same one at most once a minute. The writer goes on whatever the
     * watcher throws.
     */
    private void report(StoreFault fault) {
        long now = System.nanoTime();
        String words = fault.cause().toString();
        if (fault.student().isPresent() || !words.equals(reported) || now - reportedAt > FAULT_PAUSE) {
            reported = words;
            reportedAt = now;
            try {
                watcher.accept(fault);
            } catch (RuntimeException | Error unheard) {
                return;
            }
        }
    }

    private void write(List<Job<?>> batch) {
        List<Runnable> done = new ArrayList<>();
        try {
            withLock(() -> {
                for (Job<?> job : batch) {
                    done.add(job.done());
                }
                return null;
            });
            done.forEach(Runnable::run);
        } catch (IOException | RuntimeException | Error failed) {
            if (batch.size() > 1) {
                batch.forEach(job -> write(List.of(job)));
            } else {
                if (!(failed instanceof IOException)) {
                    report(new StoreFault(Optional.empty(), failed));
                }
                batch.get(0).stage.completeExceptionally(failed);
            }
        }
    }

    private void withLock(LockedAction<Void> work) throws IOException {
        next = known;
        heard.clear();
        try {
            inTransaction(work);
        } catch (UncheckedIOException wrapped) {
            throw wrapped.getCause();
        }
        known = next;
        try {
            heard.forEach(ear);
        } catch (RuntimeException | Error fault) {
            report(new StoreFault(Optional.empty(), fault)); // the work is safe nevertheless
        }
    }

    /** Reads what other processes have changed. */
    final Void readChanges() throws IOException {
        StoredClass now = load(next);
        heard.addAll(now.since(next));
        next = now;
        return null;
    }

    private void note(String key, Map<String, Object> line) throws IOException {
        String text = JsonLine.of(line);
        put(key, line);
        next = next.with(List.of(text));
    }

    /** Writes entries of students who are still in the class. */
    private void putKnown(List<StudentEntry> entries) throws IOException {
        withLock(() -> {
            readChanges();
            put(entries.stream()
                    .filter(entry -> next.accounts().containsKey(entry.student().id()))
                    .toList());
            return null;
        });
    }

    /**
     * Returns the account of a student.
     *
     * @throws StoreException if the student is no longer in the class
     */
    private Account account(Student student) throws StoreException {
        return Optional.ofNullable(next.accounts().get(student.id()))
                .orElseThrow(() -> new StoreException(
                        StoreException.RefusalReason.ABSENT, student.name() + " is no longer in this class"));
    }

    private <T> CompletionStage<T> later(LockedAction<T> work) {
        Job<T> job = new Job<>(work, new CompletableFuture<>());
        if (closing) {
            job.stage.completeExceptionally(new IOException("the class is closed"));
        } else {
            jobs.add(job);
        }
        return job.stage;
    }

    @Override
    public final ClassInfo info() {
        return known.info();
    }

    @Override
    public final CompletionStage<ClassInfo> change(UnaryOperator<ClassInfo> change) {
        return later(() -> {
            readChanges();
            note("class", ClassLineCodec.of(change.apply(next.info())));
            return next.info();
        });
    }

    @Override
    public final Optional<Roster> roster() {
        return known.roster();
    }

    @Override
    public final CompletionStage<Optional<Roster>> changeRoster(UnaryOperator<Optional<Roster>> change) {
        return later(() -> {
            readChanges();
            Optional<Roster> changed = change.apply(next.roster());
            if (!changed.equals(next.roster())) {
                note("roster", RosterCodec.of(changed));
            }
            return changed;
        });
    }

    @Override
    public final List<Account> accounts() {
        return known.accounts().values().stream()
                .sorted(Comparator.comparing(account -> account.student().name().key()))
                .toList();
    }

    @Override
    public final Optional<Student> student(String id) {
        return account(id).map(Account::student);
    }

    @Override
    public final Optional<Account> account(String id) {
        return Optional.ofNullable(known.accounts().get(id));
    }

    @Override
    public final Optional<Student> studentOf(Fingerprint key) {
        return known.owner(key);
    }

    @Override
    public final Optional<Account> named(StudentName name) {
        return known.named(name);
    }

    @Override
    public final CompletionStage<Optional<Student>> join(StudentName name, UnaryOperator<Account> proofs, Instant now) {
        return later(() -> {
            readChanges();
            return next.isLikeAnother(name, "") ? Optional.empty() : settle(proofs.apply(fresh(name, now)));
        });
    }

    @Override
    public final CompletionStage<Optional<Student>> adopt(
            StudentName name, UnaryOperator<Account> proofs, Instant joined) {
        return later(() -> {
            readChanges();
            return settle(proofs.apply(fresh(name, joined)));
        });
    }

    @Override
    public final CompletionStage<Void> noteFlood(String flood, List<Student> students) {
        return later(() -> {
            readChanges();
            for (Student student : students) {
                if (next.accounts().containsKey(student.id())
                        && !flood.equals(next.floods().get(student.id()))) {
                    note("flood/" + student.id(), FloodCodec.of(student, flood));
                }
            }
            return null;
        });
    }

    @Override
    public final Optional<JoinFlood> flood() {
        return known.flood();
    }

    @Override
    public final CompletionStage<Void> keepFloods() {
        return later(() -> {
            readChanges();
            note("kept", FloodCodec.kept());
            return null;
        });
    }

    private Account fresh(StudentName name, Instant joined) {
        String id = Long.toString(random.nextLong(1, Long.MAX_VALUE));
        return new Account(new Student(id, name), Set.of(), Optional.empty(), joined);
    }

    @Override
    public final CompletionStage<Optional<Student>> change(Student student, UnaryOperator<Account> change) {
        return later(() -> {
            readChanges();
            Account before = account(student);
            Account after = change.apply(before);
            StudentName name = after.student().name();
            boolean renamed = !name.key().equals(before.student().name().key());
            return renamed && next.isLikeAnother(name, student.id()) ? Optional.empty() : settle(after);
        });
    }

    /** Writes an account. Returns empty if its name or one of its keys belongs to another student. */
    private Optional<Student> settle(Account wanted) throws IOException {
        Student student = wanted.student();
        if (next.isTaken(wanted)) {
            return Optional.empty();
        }
        note("student/" + student.id(), ClassLineCodec.of(wanted));
        return Optional.of(student);
    }

    @Override
    public final void each(Student student, String course, Consumer<Entry> taker) throws IOException {
        Set<Entry> late = waiting.of(student, course);
        written(student, course, entry -> {
            late.remove(entry);
            taker.accept(entry);
        });
        late.forEach(taker);
    }

    @Override
    public final CompletionStage<Void> append(Student student, String course, List<Entry> entries) {
        List<StudentEntry> added = entries.stream()
                .map(entry -> new StudentEntry(student, course, entry))
                .toList();
        CompletionStage<Void> written = later(() -> {
            account(student);
            put(added);
            return null;
        });
        return written.exceptionallyCompose(why -> waiting.add(added, why));
    }

    @Override
    public final Board board() {
        return known.board();
    }

    @Override
    public final CompletionStage<Void> keep(Poll poll) {
        return later(() -> {
            note("poll/" + poll.id(), ClassLineCodec.of(poll));
            return null;
        });
    }

    @Override
    public final CompletionStage<Board> post(Board board) {
        return later(() -> {
            readChanges();
            if (board.revision() == next.board().revision() + 1) {
                boolean asks = !board.poll().equals(next.board().poll());
                if (asks && board.poll().isPresent()) {
                    note(
                            "poll/" + board.poll().get().id(),
                            ClassLineCodec.of(board.poll().get()));
                }
                note(asks ? "board" : "shown", ClassLineCodec.of(board));
            }
            return next.board();
        });
    }

    @Override
    public final CompletionStage<Void> vote(long poll, Poll.Vote vote) {
        return later(() -> {
            if (next.accounts().containsKey(vote.student())) {
                note("vote/" + poll + "/" + vote.round() + "/" + vote.student(), ClassLineCodec.of(poll, vote));
            }
            return null;
        });
    }

    @Override
    public final List<Poll> polls() {
        return List.copyOf(known.polls().values());
    }

    @Override
    public final List<Poll.Vote> votes(long poll) {
        return known.votes(poll);
    }

    @Override
    public final CompletionStage<Void> erase(Student student) {
        return later(() -> {
            readChanges();
            remove(student);
            note("erased/" + student.id(), ClassLineCodec.erased(student));
            note("class", ClassLineCodec.of(next.info().without(student)));
            waiting.removeAll(student);
            return null;
        });
    }

    @Override
    public Hosts hosts(List<Presence> here, boolean taught) {
        return new Hosts(here, taught, List.of());
    }

    @Override
    public final void listen(Consumer<StoredPart> other) {
        ear = other;
    }

    @Override
    public final Optional<Backlog> backlog() {
        return waiting.backlog();
    }

    @Override
    public final void watch(Consumer<StoreFault> other) {
        watcher = other;
    }

    /** Writes the waiting entries first, if possible, for at most 10 s. */
    @Override
    public void close() {
        closing = true;
        jobs.add(new Job<>(this::readChanges, new CompletableFuture<>()));
        try {
            writer.join(LEAVE);
            if (lock.isPresent()) {
                lock.get().close();
            }
        } catch (IOException | InterruptedException enough) {
            return; // the process ends
        }
    }
}
