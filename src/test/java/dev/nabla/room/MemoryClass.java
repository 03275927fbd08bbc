package dev.nabla.room;

import dev.nabla.progress.Entry;
import dev.nabla.room.Account.Change;
import dev.nabla.room.Account.Fingerprint;
import dev.nabla.room.Account.Outcome;
import dev.nabla.room.Account.Proof;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** A class that is forgotten with its process; what is closed can be opened again. */
public final class MemoryClass implements ClassStore {
    private final Map<String, Account> accounts = new LinkedHashMap<>();
    private final Map<String, Set<Entry>> journals = new LinkedHashMap<>();
    private final Map<Long, Poll> polls = new LinkedHashMap<>();
    private final Map<Long, Map<String, Poll.Vote>> votes = new LinkedHashMap<>();
    private final List<Consumer<Changed>> ears = new ArrayList<>();
    private ClassInfo info;
    private Board board = Board.EMPTY;
    private long students;

    public MemoryClass(ClassInfo info) {
        this.info = info;
    }

    private <T> CompletionStage<T> told(Changed what, T result) {
        ears.forEach(ear -> ear.accept(what));
        return CompletableFuture.completedFuture(result);
    }

    @Override
    public synchronized ClassInfo info() {
        return info;
    }

    @Override
    public synchronized CompletionStage<ClassInfo> change(UnaryOperator<ClassInfo> change) {
        info = change.apply(info);
        return told(Changed.INFO, info);
    }

    @Override
    public synchronized List<Account> accounts() {
        return accounts.values().stream()
                .sorted(Comparator.comparing(account -> account.student().name().key()))
                .toList();
    }

    @Override
    public synchronized Optional<Student> who(Fingerprint key) {
        return accounts.values().stream()
                .filter(account -> account.keys().contains(key))
                .map(Account::student)
                .findFirst();
    }

    @Override
    public synchronized Optional<Account> named(Name name) {
        return accounts.values().stream()
                .filter(account -> account.student().name().key().equals(name.key()))
                .findFirst();
    }

    @Override
    public synchronized CompletionStage<Outcome> join(Name name, Proof proof, Instant now) {
        if (named(name).isPresent()
                || proof instanceof Proof.Key key && who(key.fingerprint()).isPresent()) {
            return CompletableFuture.completedFuture(new Outcome.Taken());
        }
        Student student = new Student("s" + ++students, name);
        accounts.put(student.id(), new Account(student, Set.of(), Optional.empty(), now));
        return change(student, new Change.Add(proof));
    }

    @Override
    public synchronized CompletionStage<Outcome> change(Student student, Change change) {
        Account old = accounts.get(student.id());
        Set<Fingerprint> keys = new HashSet<>(old.keys());
        Optional<String> pin = old.pin();
        Student now = old.student();
        if (change instanceof Change.Add add && add.proof() instanceof Proof.Key key) {
            if (who(key.fingerprint()).filter(other -> !other.equals(now)).isPresent()) {
                return CompletableFuture.completedFuture(new Outcome.Taken());
            }
            keys.add(key.fingerprint());
        } else if (change instanceof Change.Add add && add.proof() instanceof Proof.Pin other) {
            pin = Optional.of(other.hash());
        } else if (change instanceof Change.ForgetKeys) {
            keys.clear();
        } else if (change instanceof Change.ForgetPin) {
            pin = Optional.empty();
        }
        Student next = change instanceof Change.Rename rename ? new Student(now.id(), rename.name()) : now;
        if (named(next.name())
                .filter(other -> !other.student().id().equals(next.id()))
                .isPresent()) {
            return CompletableFuture.completedFuture(new Outcome.Taken());
        }
        accounts.put(next.id(), new Account(next, keys, pin, old.joined()));
        return told(Changed.ACCOUNTS, new Outcome.Done(next));
    }

    @Override
    public synchronized List<Entry> read(Student student, String course) throws IOException {
        return List.copyOf(journals.getOrDefault(student.id() + " " + course, Set.of()));
    }

    @Override
    public synchronized CompletionStage<Void> append(Student student, String course, List<Entry> entries) {
        journals.computeIfAbsent(student.id() + " " + course, none -> new LinkedHashSet<>())
                .addAll(entries);
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public synchronized Board board() {
        return board;
    }

    @Override
    public synchronized CompletionStage<Board> post(Board next) {
        if (next.revision() == board.revision() + 1) {
            board = next;
            next.poll().ifPresent(poll -> polls.put(poll.id(), poll));
        }
        return told(Changed.BOARD, board);
    }

    @Override
    public synchronized CompletionStage<Void> vote(long poll, Poll.Vote vote) {
        votes.computeIfAbsent(poll, none -> new LinkedHashMap<>()).put(vote.round() + vote.student(), vote);
        return told(Changed.VOTES, null);
    }

    @Override
    public synchronized List<Poll> polls() {
        return List.copyOf(polls.values());
    }

    @Override
    public synchronized List<Poll.Vote> votes(long poll) {
        return List.copyOf(votes.getOrDefault(poll, Map.of()).values());
    }

    @Override
    public synchronized CompletionStage<Void> erase(Student student) {
        accounts.remove(student.id());
        journals.keySet().removeIf(key -> key.startsWith(student.id() + " "));
        votes.values().stream()
                .map(Map::values)
                .forEach((Collection<Poll.Vote> all) ->
                        all.removeIf(vote -> vote.student().equals(student.id())));
        return told(Changed.ACCOUNTS, null);
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
    public synchronized void listen(Consumer<Changed> ear) {
        ears.add(ear);
    }

    @Override
    public Optional<Instant> behindSince() {
        return Optional.empty();
    }

    @Override
    public void close() {}
}
