package dev.nabla.store;

import dev.nabla.progress.Entry;
import dev.nabla.progress.PrivateFile.Work;
import dev.nabla.room.Account;
import dev.nabla.room.Account.Change;
import dev.nabla.room.Account.Fingerprint;
import dev.nabla.room.Account.Outcome;
import dev.nabla.room.Account.Proof;
import dev.nabla.room.Board;
import dev.nabla.room.ClassInfo;
import dev.nabla.room.ClassStore;
import dev.nabla.room.Name;
import dev.nabla.room.Poll;
import dev.nabla.room.Presence;
import dev.nabla.room.Student;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A class in memory, and one thread that writes: what came while it wrote is made safe together. A batch that fails is tried
 * again piece by piece, so each piece may be done twice.
 */
abstract class GroupCommitStore implements ClassStore {
    private static final int MOST_WAITING = 10_000;
    private static final int MOST_AT_ONCE = 500;
    private static final long LOOK = TimeUnit.SECONDS.toNanos(1);
    private static final long LEAVE = TimeUnit.SECONDS.toMillis(10);

    /** Held as long as this process serves the class. */
    private final Optional<FileChannel> lock;

    private final BlockingQueue<Job<?>> jobs = new LinkedBlockingQueue<>();
    /** Deeds that the store has not taken; each is tried again. */
    private final Set<Deed> waiting = Collections.synchronizedSet(new LinkedHashSet<>());

    private final Set<Changed> heard = EnumSet.noneOf(Changed.class);
    private final SecureRandom random = new SecureRandom();
    private final Thread writer = new Thread(this::write, "store");
    private volatile ClassMemory known = ClassMemory.NONE;
    private volatile Optional<Instant> behind = Optional.empty();
    private volatile Consumer<Changed> ear = changed -> {};
    private volatile boolean closing;
    /** What will be known once what is being written is safe; for the writer. */
    private ClassMemory next = known;

    GroupCommitStore(Optional<FileChannel> lock) {
        this.lock = lock;
    }

    /** What a student did in a course. */
    record Deed(Student student, String course, Entry entry) {}

    /** What happens to something that could not be written: empty if it is safe all the same. */
    private interface Otherwise {
        Optional<Exception> failed(Exception why);
    }

    private static final class Job<T> {
        private final CompletableFuture<T> stage = new CompletableFuture<>();
        private final Work<T> work;
        private final Otherwise otherwise;
        private T done;

        Job(Work<T> work, Otherwise otherwise) {
            this.work = work;
            this.otherwise = otherwise;
        }

        void run() throws IOException {
            done = work.run();
        }

        void complete() {
            stage.complete(done);
        }

        void fail(Exception why) {
            otherwise.failed(why).ifPresentOrElse(stage::completeExceptionally, this::complete);
        }
    }

    /** Does some work while nobody else writes to this class; on return all of it is safe, or it throws and none need be. */
    abstract void together(Work<Void> work) throws IOException;

    /** What is known by now; the same if nobody else has changed anything. */
    abstract ClassMemory load(ClassMemory old) throws IOException;

    abstract void put(ClassInfo info) throws IOException;

    abstract void put(Account account) throws IOException;

    abstract void put(Board before, Board board) throws IOException;

    abstract void put(long poll, Poll.Vote vote) throws IOException;

    abstract void put(List<Deed> deeds) throws IOException;

    abstract void remove(Student student) throws IOException;

    abstract List<Entry> written(Student student, String course) throws IOException;

    /** Keeps what could not be written elsewhere on this machine; false if there is no such place. */
    boolean spool(List<Deed> deeds) {
        return false;
    }

    /** What has been kept so when this process began. */
    List<Deed> spooled() throws IOException {
        return List.of();
    }

    /** All that waited is written. */
    void drained() throws IOException {}

    final void start() throws IOException {
        alone(this::look);
        waiting.addAll(spooled());
        behind = waiting.isEmpty() ? Optional.empty() : Optional.of(Instant.now());
        writer.setDaemon(true);
        writer.start();
    }

    final ClassMemory known() {
        return known;
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
                    retry();
                    alone(this::look);
                    looked = System.nanoTime();
                }
            } catch (IOException | InterruptedException | RuntimeException tryAgain) {
                looked = System.nanoTime();
            }
        }
    }

    private void write(List<Job<?>> batch) {
        try {
            alone(() -> {
                for (Job<?> job : batch) {
                    job.run();
                }
                return null;
            });
            batch.forEach(Job::complete);
        } catch (IOException | RuntimeException failed) {
            if (batch.size() == 1) {
                batch.get(0).fail(failed);
            } else {
                batch.forEach(job -> write(List.of(job)));
            }
        }
    }

    private void alone(Work<Void> work) throws IOException {
        next = known;
        heard.clear();
        together(work);
        known = next;
        heard.forEach(ear);
    }

    /** Sees what others have changed. */
    final Void look() throws IOException {
        ClassMemory now = load(next);
        heard.addAll(now.since(next));
        next = now;
        return null;
    }

    private void retry() throws IOException {
        while (!waiting.isEmpty()) {
            List<Deed> some;
            synchronized (waiting) {
                some = waiting.stream().limit(MOST_AT_ONCE).toList();
            }
            alone(() -> {
                look();
                put(some.stream().filter(deed -> isHere(deed.student())).toList());
                return null;
            });
            waiting.removeAll(Set.copyOf(some));
        }
        if (behind.isPresent()) {
            drained();
            behind = Optional.empty();
        }
    }

    private boolean isHere(Student student) {
        return next.accounts().containsKey(student.id());
    }

    /** Asks for other people's changes at once. */
    final void lookNow() {
        later(this::look);
    }

    private <T> CompletionStage<T> later(Work<T> work) {
        return later(work, Optional::of);
    }

    private <T> CompletionStage<T> later(Work<T> work, Otherwise otherwise) {
        Job<T> job = new Job<>(work, otherwise);
        if (closing) {
            job.fail(new IOException("the class is closed"));
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
            look();
            return changed(change.apply(next.info()));
        });
    }

    private ClassInfo changed(ClassInfo info) throws IOException {
        put(info);
        next = next.with(info);
        return info;
    }

    @Override
    public final List<Account> accounts() {
        return known.accounts().values().stream()
                .sorted(Comparator.comparing(account -> account.student().name().key()))
                .toList();
    }

    private Stream<Account> all() {
        return known.accounts().values().stream();
    }

    @Override
    public final Optional<Student> who(Fingerprint key) {
        return all().filter(account -> account.keys().contains(key))
                .map(Account::student)
                .findFirst();
    }

    @Override
    public final Optional<Account> named(Name name) {
        return all().filter(account -> account.student().name().key().equals(name.key()))
                .findFirst();
    }

    @Override
    public final CompletionStage<Outcome> join(Name name, Proof proof, Instant now) {
        String id = Long.toString(random.nextLong(1, Long.MAX_VALUE));
        Account fresh = new Account(new Student(id, name), Set.of(), Optional.empty(), now);
        return later(() -> {
            look();
            return settle(changed(fresh, new Change.Add(proof)));
        });
    }

    @Override
    public final CompletionStage<Outcome> change(Student student, Change change) {
        return later(() -> {
            look();
            return settle(changed(present(student), change));
        });
    }

    /** The account of a student who is still in the class. */
    private Account present(Student student) throws Refused {
        if (!isHere(student)) {
            throw new Refused(Refused.Reason.ABSENT, student.name() + " is no longer in this class");
        }
        return next.accounts().get(student.id());
    }

    private static Account changed(Account account, Change change) {
        Set<Fingerprint> keys = new LinkedHashSet<>(account.keys());
        Optional<String> pin = account.pin();
        Student student = account.student();
        if (change instanceof Change.Rename other) {
            student = new Student(student.id(), other.name());
        } else if (change instanceof Change.ForgetKeys) {
            keys.clear();
        } else if (change instanceof Change.ForgetPin) {
            pin = Optional.empty();
        } else if (change instanceof Change.Add more && more.proof() instanceof Proof.Key key) {
            keys.add(key.fingerprint());
        } else if (change instanceof Change.Add more && more.proof() instanceof Proof.Pin other) {
            pin = Optional.of(other.hash());
        }
        return new Account(student, keys, pin, account.joined());
    }

    /** A name, and a key, is one student's. */
    private Outcome settle(Account wanted) throws IOException {
        boolean taken = next.accounts().values().stream()
                .filter(other -> !other.student().id().equals(wanted.student().id()))
                .anyMatch(other -> other.student()
                                .name()
                                .key()
                                .equals(wanted.student().name().key())
                        || !Collections.disjoint(other.keys(), wanted.keys()));
        if (taken) {
            return new Outcome.Taken();
        }
        put(wanted);
        next = next.with(wanted);
        return new Outcome.Done(wanted.student());
    }

    @Override
    public final List<Entry> read(Student student, String course) throws IOException {
        List<Entry> entries = new ArrayList<>(written(student, course));
        synchronized (waiting) {
            waiting.stream()
                    .filter(deed -> deed.student().id().equals(student.id())
                            && deed.course().equals(course))
                    .map(Deed::entry)
                    .filter(entry -> !entries.contains(entry))
                    .forEach(entries::add);
        }
        return entries;
    }

    @Override
    public final CompletionStage<Void> append(Student student, String course, List<Entry> entries) {
        List<Deed> deeds =
                entries.stream().map(entry -> new Deed(student, course, entry)).toList();
        return later(
                () -> {
                    present(student);
                    put(deeds);
                    return null;
                },
                why -> keep(deeds, why));
    }

    private Optional<Exception> keep(List<Deed> deeds, Exception why) {
        if (why instanceof Refused || why instanceof RuntimeException) {
            return Optional.of(why);
        }
        boolean spooled = spool(deeds);
        if (!spooled && waiting.size() + deeds.size() > MOST_WAITING) {
            return Optional.of(new Refused(
                    Refused.Reason.FULL,
                    why.getMessage() + "; " + waiting.size() + " answers wait, no more are taken"));
        }
        waiting.addAll(deeds);
        behind = behind.or(() -> Optional.of(Instant.now()));
        return spooled ? Optional.empty() : Optional.of(why);
    }

    @Override
    public final Board board() {
        return known.board();
    }

    @Override
    public final CompletionStage<Board> post(Board board) {
        return later(() -> {
            look();
            if (board.revision() == next.board().revision() + 1) {
                put(next.board(), board);
                next = next.with(board);
            }
            return next.board();
        });
    }

    @Override
    public final CompletionStage<Void> vote(long poll, Poll.Vote vote) {
        return later(() -> {
            put(poll, vote);
            next = next.with(poll, vote);
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
            look();
            remove(student);
            waiting.removeIf(deed -> deed.student().id().equals(student.id()));
            next = next.without(student);
            changed(next.info()
                    .due(next.info().dues().stream()
                            .filter(due -> !due.student().equals(Optional.of(student.id())))
                            .toList()));
            return null;
        });
    }

    @Override
    public List<Presence> present(List<Presence> here) {
        return here;
    }

    @Override
    public List<Answer> elsewhere() {
        return List.of();
    }

    @Override
    public final void listen(Consumer<Changed> other) {
        ear = other;
    }

    @Override
    public final Optional<Instant> behindSince() {
        return behind;
    }

    /** What waits is written first, as far as that can be. */
    @Override
    public void close() {
        closing = true;
        jobs.add(new Job<>(this::look, Optional::of));
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
