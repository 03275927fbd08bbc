package dev.nabla.room;

import dev.nabla.lesson.Course;
import dev.nabla.progress.DayRule;
import dev.nabla.progress.Entry;
import dev.nabla.progress.Progress;
import dev.nabla.room.account.Account;
import dev.nabla.room.account.Account.Fingerprint;
import dev.nabla.room.account.ResetWord;
import dev.nabla.room.name.Student;
import dev.nabla.room.name.StudentName;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The stored data of a class. Methods may be called from any thread. Data whose method returns a stage is safe on disk
 * when the stage completes. The stage fails with an {@link IOException} whose message says why in words. The other
 * methods answer from memory or within milliseconds, and throw {@link java.io.UncheckedIOException} if the store cannot
 * be asked.
 */
public interface ClassStore extends AutoCloseable {
    ClassInfo info();

    /** Changes the settings of the class: title, code, dates. */
    CompletionStage<ClassInfo> change(UnaryOperator<ClassInfo> change);

    /** Returns the names that may join; empty if any name may. */
    Optional<Roster> roster();

    /** Changes the roster, sets one or removes it. Those who have joined stay. */
    CompletionStage<Optional<Roster>> changeRoster(UnaryOperator<Optional<Roster>> change);

    /** Returns all accounts, ordered by name. */
    List<Account> accounts();

    /** Returns the names of all students and on the roster. */
    default List<StudentName> names() {
        Stream<StudentName> joined =
                accounts().stream().map(account -> account.student().name());
        Stream<StudentName> listed =
                roster().stream().flatMap(roster -> roster.rows().stream()).map(RosterRow::name);
        return Stream.concat(joined, listed).toList();
    }

    /** Returns the student with this id. */
    Optional<Student> student(String id);

    /** Returns the account of the student with this id. */
    Optional<Account> account(String id);

    /** Returns the student to whom a key belongs. */
    Optional<Student> studentOf(Fingerprint key);

    /** Returns the account with this name; case does not matter. */
    Optional<Account> named(StudentName name);

    /** Returns the rows of the roster whose students have not joined; none without a roster. */
    default List<RosterRow> neverCame() {
        return roster().map(Roster::rows).orElse(List.of()).stream()
                .filter(row -> named(row.name()).isEmpty())
                .toList();
    }

    /**
     * Adds a student. If several clients want a name, or names that look the same, at once, exactly one of them joins.
     *
     * @param proofs adds keys or a PIN to the new account
     * @return the student; empty if the name or a key belongs to another student, or the name looks like another one
     */
    CompletionStage<Optional<Student>> join(StudentName name, UnaryOperator<Account> proofs, Instant now);

    /**
     * Adds a student of another class, who keeps the name even if it looks like another one. Returns empty if the name
     * or a key belongs to another student.
     */
    CompletionStage<Optional<Student>> adopt(StudentName name, UnaryOperator<Account> proofs, Instant joined);

    /** Stores that students joined in the same flood. The address from which they came is not stored. */
    CompletionStage<Void> noteFlood(String flood, List<Student> students);

    /** Returns the largest flood about which no teacher has decided; empty with a roster. */
    Optional<JoinFlood> flood();

    /** Stores that all students who have joined in a flood so far belong to the class. */
    CompletionStage<Void> keepFloods();

    /**
     * Changes the keys, the PIN or the name of a student. Returns empty if the name or a key belongs to another
     * student, or a new name looks like another one.
     */
    CompletionStage<Optional<Student>> change(Student student, UnaryOperator<Account> change);

    /**
     * Uses up the one-time word of a student, and applies {@code proof}, which adds another key or PIN. Returns empty
     * if the word is not that student's any more.
     */
    default CompletionStage<Optional<Student>> redeem(Student student, ResetWord word, UnaryOperator<Account> proof) {
        AtomicBoolean matches = new AtomicBoolean();
        return change(student, account -> {
                    matches.set(account.word().equals(Optional.of(word)));
                    return matches.get() ? proof.apply(account).resetBy(Optional.empty()) : account;
                })
                .thenApply(changed -> changed.filter(done -> matches.get()));
    }

    /**
     * Passes each entry of a student in a course to {@code taker}, in the order of writing. Holds none of them in
     * memory.
     */
    void each(Student student, String course, Consumer<Entry> taker) throws IOException;

    /** Returns all entries of a student in a course, without duplicates, in the order of writing. */
    default List<Entry> read(Student student, String course) throws IOException {
        Set<Entry> entries = new LinkedHashSet<>();
        each(student, course, entries::add);
        return List.copyOf(entries);
    }

    /** Returns the ids of the sections of a course that a student has finished. */
    default Set<String> done(Student student, Course course, Instant now, DayRule days) throws IOException {
        return Progress.of(course, taker -> each(student, course.id(), taker), now, days)
                .done();
    }

    /**
     * Writes entries to the journal of a student, except those that it holds already. The stage fails with {@link
     * Pending} if the store keeps the entries and writes them later. It fails with any other exception if the store
     * does not keep them.
     */
    CompletionStage<Void> append(Student student, String course, List<Entry> entries);

    Board board();

    /** Replaces the board. The stage returns the current board, which is another one if another caller was faster. */
    CompletionStage<Board> post(Board next);

    /** Stores a vote. The last vote of a student in a round counts. */
    CompletionStage<Void> vote(long poll, Poll.Vote vote);

    /** Stores a poll of the past, without asking it. */
    CompletionStage<Void> keep(Poll poll);

    /** Returns all polls that the class was ever asked, each in its last phase, by id. */
    List<Poll> polls();

    /** Returns the votes of a poll that count: the last of each student in each round. */
    List<Poll.Vote> votes(long poll);

    /** Deletes the journal, the keys, the PIN and the votes of a student. */
    CompletionStage<Void> erase(Student student);

    /**
     * Registers the host key of a host that begins to serve this class.
     *
     * @param join whether the host may join hosts with another key
     * @return the keys of the other hosts, if this key is not among them and the host may not join; else an empty set
     */
    default Set<Fingerprint> admitHost(Fingerprint key, boolean join) throws IOException {
        return Set.of();
    }

    /**
     * Reports the students of this host to the other hosts of the class, and returns what is known of all hosts.
     *
     * @param here students who are connected to this host
     * @param taught whether a teacher is connected to this host
     */
    Hosts hosts(List<Presence> here, boolean taught);

    /**
     * The state of all hosts of a class.
     *
     * @param present students who are connected to any host
     * @param taught whether a teacher is connected to any host
     * @param answers answers on other hosts since the last call
     */
    record Hosts(List<Presence> present, boolean taught, List<StudentAnswer> answers) {}

    /** An answer with the student who gave it. */
    record StudentAnswer(Student student, Entry.Answered answered) {}

    /**
     * Waits until a stage has completed, and returns its result.
     *
     * @throws IOException if the stage failed with one
     */
    static <T> T done(CompletionStage<T> stage) throws IOException {
        try {
            return stage.toCompletableFuture().join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof IOException why) {
                throw why;
            }
            throw failed;
        }
    }

    /** Sets the listener for changes by other processes: other hosts of the class, or {@code nabla class}. */
    void listen(Consumer<StoredPart> ear);

    /** A part of a class that another process has changed. The listener reads it again. */
    enum StoredPart {
        INFO,
        ACCOUNTS,
        BOARD,
        VOTES,
        FLOODS
    }

    /** Returns the entries that wait because they cannot be written now; empty if none waits. */
    Optional<Backlog> backlog();

    /**
     * The entries that wait to be written.
     *
     * @param since time at which the first of them could not be written
     * @param entries number of entries
     * @param inMemory whether some are in the memory of this process alone; else all are in a file on this machine
     * @param why the reason, in words for the operator
     */
    record Backlog(Instant since, int entries, boolean inMemory, String why) {}

    /** Sets the listener for faults of nabla in the store that are not reported to any caller. */
    void watch(Consumer<StoreFault> ear);

    /**
     * A fault of nabla in the store.
     *
     * @param student student whose waiting entry was dropped, because the fault makes it impossible to write; empty for
     *     any other fault
     */
    record StoreFault(Optional<Student> student, Throwable cause) {}

    /**
     * The failure of an append whose entries are not on disk. They wait in the memory of this process, and are written
     * as soon as possible.
     */
    final class Pending extends IOException {
        private static final long serialVersionUID = 1;

        public Pending(Throwable cause) {
            super(cause.getMessage(), cause);
        }
    }

    @Override
    void close();

    /** The failure of a request that is not repeated; the message says why. */
    final class StoreException extends IOException {
        private static final long serialVersionUID = 1;

        /** The reason of the failure. */
        public enum RefusalReason {
            /** Another process serves this class. */
            HELD,
            /** There is no such class, or no such student in it. */
            ABSENT,
            /** There is such a class already. */
            EXISTS,
            /** The folder or the database cannot be used. */
            UNUSABLE,
            /** The database is not available now; the same request may succeed later. */
            AWAY,
            /** Too many answers wait to be written; no more are accepted. */
            FULL
        }

        private final RefusalReason reason;

        public StoreException(RefusalReason reason, String words) {
            super(words);
            this.reason = reason;
        }

        public RefusalReason reason() {
            return reason;
        }
    }
}
