package dev.nabla.room;

import dev.nabla.lesson.Course;
import dev.nabla.progress.DayRule;
import dev.nabla.progress.Entry;
import dev.nabla.progress.Progress;
import dev.nabla.room.Account.Fingerprint;
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

/**
 * What a class remembers. Methods may be called from any thread. What is returned as a stage is safe on disk when it completes;
 * it fails with an {@link IOException} whose message says why in words. The other methods answer from memory or within
 * milliseconds, and throw {@link java.io.UncheckedIOException} where the store cannot be asked.
 */
public interface ClassStore extends AutoCloseable {
    ClassInfo info();

    /** Changes what the class is: title, code, dates. */
    CompletionStage<ClassInfo> change(UnaryOperator<ClassInfo> change);

    /** Everybody, by name. */
    List<Account> accounts();

    /** Who has this id. */
    Optional<Student> student(String id);

    /** How the student with this id is known. */
    Optional<Account> account(String id);

    /** Whose key this is. */
    Optional<Student> who(Fingerprint key);

    /** Who has this name; case does not matter. */
    Optional<Account> named(StudentName name);

    /**
     * A new student; of many who want a name at once exactly one gets it.
     *
     * @param proofs adds what shows who they are
     * @return empty if somebody else has the name, or a key
     */
    CompletionStage<Optional<Student>> join(StudentName name, UnaryOperator<Account> proofs, Instant now);

    /** Another key, PIN or name; empty if somebody else has it. */
    CompletionStage<Optional<Student>> change(Student student, UnaryOperator<Account> change);

    /**
     * Uses up the word of a student, who gets another key or PIN by it; empty if it is not that student's word any
     * more.
     */
    default CompletionStage<Optional<Student>> redeem(Student student, ResetWord word, UnaryOperator<Account> proof) {
        AtomicBoolean theirs = new AtomicBoolean();
        return change(student, account -> {
                    theirs.set(account.word().equals(Optional.of(word)));
                    return theirs.get() ? proof.apply(account).resetBy(Optional.empty()) : account;
                })
                .thenApply(changed -> changed.filter(done -> theirs.get()));
    }

    /** Hands over what a student has done in a course, in the order of writing; keeps none of it. */
    void each(Student student, String course, Consumer<Entry> taker) throws IOException;

    /** All that a student has done in a course, each once, in the order of writing. */
    default List<Entry> read(Student student, String course) throws IOException {
        Set<Entry> entries = new LinkedHashSet<>();
        each(student, course, entries::add);
        return List.copyOf(entries);
    }

    /** Ids of the sections of a course that a student is done with. */
    default Set<String> done(Student student, Course course, Instant now, DayRule days) throws IOException {
        return Progress.of(course, taker -> each(student, course.id(), taker), now, days)
                .done();
    }

    /**
     * Writes down what was done; an entry that is there already is not added again. The stage fails with {@link
     * Pending} if the store keeps the entries and writes them later, and with anything else if it does not keep them.
     */
    CompletionStage<Void> append(Student student, String course, List<Entry> entries);

    Board board();

    /** Puts another board up; the stage tells the board that is up then: another's, if somebody else was faster. */
    CompletionStage<Board> post(Board next);

    /** The last vote of a student in a round counts. */
    CompletionStage<Void> vote(long poll, Poll.Vote vote);

    /** Writes down a poll of another day; nobody is asked it. */
    CompletionStage<Void> keep(Poll poll);

    /** All polls there ever were, each in its last phase, in order. */
    List<Poll> polls();

    /** The votes of a poll that count. */
    List<Poll.Vote> votes(long poll);

    /** Journal, keys, PIN and votes of a student are gone. */
    CompletionStage<Void> erase(Student student);

    /** Tells other hosts of this class who is here, and whether a teacher is, and asks what they say of theirs. */
    Hosts hosts(List<Presence> here, boolean taught);

    /**
     * What is so on all hosts of a class.
     *
     * @param present everybody who is here, on any host
     * @param taught whether there is a teacher on any
     * @param answers what students of other hosts have answered since this was asked last
     */
    record Hosts(List<Presence> present, boolean taught, List<StudentAnswer> answers) {}

    /** An answer, and whose it is. */
    record StudentAnswer(Student student, Entry.Answered answered) {}

    /** Waits until something is safe. */
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

    /** From now on tells of boards and votes of other hosts, and of changes made by {@code nabla class} meanwhile. */
    void listen(Consumer<StoredPart> ear);

    /** What another process has changed; it is asked for anew. */
    enum StoredPart {
        INFO,
        ACCOUNTS,
        BOARD,
        VOTES
    }

    /** The entries that wait because they cannot be written now; empty if none does. */
    Optional<Backlog> backlog();

    /**
     * Entries that wait to be written.
     *
     * @param since when the first of them could not be written
     * @param entries how many there are
     * @param inMemory whether some are in the memory of this process alone; else all are in a file on this machine
     * @param why the reason, in words for the operator
     */
    record Backlog(Instant since, int entries, boolean inMemory, String why) {}

    /** From now on tells of faults of nabla in the store, which no caller hears of. */
    void watch(Consumer<StoreFault> ear);

    /**
     * A fault of nabla in the store.
     *
     * @param student whose waiting entry it makes impossible to write, so that it is no longer kept; empty for any
     *     other fault
     */
    record StoreFault(Optional<Student> student, Throwable cause) {}

    /** Entries are not on disk; they wait in the memory of this process and are written as soon as they can be. */
    final class Pending extends IOException {
        private static final long serialVersionUID = 1;

        public Pending(Throwable cause) {
            super(cause.getMessage(), cause);
        }
    }

    @Override
    void close();

    /** The store does not do what it was asked, whenever that is tried again as things are; the message says why. */
    final class StoreException extends IOException {
        private static final long serialVersionUID = 1;

        /** What is in the way. */
        public enum RefusalReason {
            /** Another process serves this class. */
            HELD,
            /** There is no such class, or no such student in it. */
            ABSENT,
            /** There is a class already. */
            EXISTS,
            /** The folder or the database cannot be used. */
            UNUSABLE,
            /** So many answers wait that no more are taken. */
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
