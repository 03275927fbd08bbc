package dev.nabla.store;

import dev.nabla.math.BadInput;
import dev.nabla.output.JsonLine;
import dev.nabla.room.Board;
import dev.nabla.room.ClassInfo;
import dev.nabla.room.ClassStore.StoredPart;
import dev.nabla.room.JoinFlood;
import dev.nabla.room.Poll;
import dev.nabla.room.Poll.Vote;
import dev.nabla.room.Roster;
import dev.nabla.room.account.Account;
import dev.nabla.room.account.Account.Fingerprint;
import dev.nabla.room.name.Student;
import dev.nabla.room.name.StudentName;
import java.time.DateTimeException;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The state of a class without its journals, built from the lines of {@link ClassLineCodec} that were written so far.
 *
 * @param roster names that may join; empty if any name may
 * @param accounts accounts by student id
 * @param polls polls by their ids
 * @param votes votes that count, by poll id and then by round and student
 * @param floods number of the flood in which a student joined and about which no teacher has decided, by student id
 */
record StoredClass(
        ClassInfo info,
        Optional<Roster> roster,
        Map<String, Account> accounts,
        Board board,
        SortedMap<Long, Poll> polls,
        Map<Long, Map<String, Vote>> votes,
        Map<String, String> floods) {
    static final StoredClass NONE = new StoredClass(
            new ClassInfo("", Optional.empty(), ZoneOffset.UTC, Optional.empty(), List.of()),
            Optional.empty(),
            Map.of(),
            Board.EMPTY,
            Collections.emptySortedMap(),
            Map.of(),
            Map.of());

    /**
     * Returns the state after these lines. Skips a line that cannot be read, which a newer version of nabla may have
     * written.
     */
    StoredClass with(Iterable<String> lines) {
        StoredClass now = new StoredClass(
                info,
                roster,
                new HashMap<>(accounts),
                board,
                new TreeMap<>(polls),
                new HashMap<>(votes),
                new HashMap<>(floods));
        Set<Long> counted = new HashSet<>();
        for (String text : lines) {
            try {
                JsonLine line = JsonLine.read(text);
                if (line.whole("format") == ClassLineCodec.FORMAT) {
                    now = now.after(line, counted);
                }
            } catch (BadInput | DateTimeException | IllegalArgumentException foreign) {
                continue;
            }
        }
        return now;
    }

    /**
     * Applies a line. Modifies the maps of this instance; the votes of a poll are copied before the first change, when
     * the poll is added to {@code counted}.
     */
    private StoredClass after(JsonLine line, Set<Long> counted) {
        switch (line.text("event")) {
            case "class" -> {
                return new StoredClass(ClassLineCodec.info(line), roster, accounts, board, polls, votes, floods);
            }
            case "roster" -> {
                return new StoredClass(info, RosterCodec.roster(line), accounts, board, polls, votes, floods);
            }
            case "board" -> {
                return with(ClassLineCodec.board(line, polls));
            }
            case "student" -> accounts.put(line.text("student"), ClassLineCodec.account(line));
            case "erased" -> accounts.remove(line.text("student"));
            case "poll" -> polls.put(line.whole("poll"), ClassLineCodec.poll(line));
            case "vote" -> {
                Vote vote = ClassLineCodec.vote(line);
                long poll = line.whole("poll");
                if (counted.add(poll)) {
                    votes.put(poll, new HashMap<>(votes.getOrDefault(poll, Map.of())));
                }
                votes.get(poll).put(vote.round() + " " + vote.student(), vote);
            }
            case FloodCodec.FLOOD -> floods.put(line.text("student"), FloodCodec.flood(line));
            case FloodCodec.KEPT -> floods.clear();
            default -> {
                return this;
            }
        }
        return this;
    }

    StoredClass with(Board other) {
        return new StoredClass(info, roster, accounts, other, polls, votes, floods);
    }

    Optional<Account> named(StudentName name) {
        return accounts.values().stream()
                .filter(account -> account.student().name().key().equals(name.key()))
                .findFirst();
    }

    /** Returns the student who has registered a key. */
    Optional<Student> owner(Fingerprint key) {
        return accounts.values().stream()
                .filter(account -> account.keys().contains(key))
                .map(Account::student)
                .findFirst();
    }

    /** Returns whether a name looks like that of a student other than {@code id}. */
    boolean isLikeAnother(StudentName name, String id) {
        return accounts.values().stream()
                .map(Account::student)
                .anyMatch(other -> !other.id().equals(id) && name.looksLike(other.name()));
    }

    /** Returns whether the name or a key of an account belongs to another student. */
    boolean isTaken(Account wanted) {
        Student student = wanted.student();
        return accounts.values().stream()
                .filter(other -> !other.student().id().equals(student.id()))
                .anyMatch(other ->
                        other.student().name().key().equals(student.name().key())
                                || !Collections.disjoint(other.keys(), wanted.keys()));
    }

    /** Returns the votes of a poll, without those of students who were erased. */
    List<Vote> votes(long poll) {
        return votes.getOrDefault(poll, Map.of()).values().stream()
                .filter(vote -> accounts.containsKey(vote.student()))
                .toList();
    }

    /** Returns the largest flood about which no teacher has decided; empty with a roster. */
    Optional<JoinFlood> flood() {
        Map<String, List<Account>> byFlood = accounts.values().stream()
                .filter(account -> floods.containsKey(account.student().id()))
                .collect(Collectors.groupingBy(
                        account -> floods.get(account.student().id())));
        return byFlood.values().stream()
                .filter(joined -> roster.isEmpty() && joined.size() >= JoinFlood.MANY)
                .max(Comparator.comparing(List::size))
                .map(joined -> new JoinFlood(
                        joined.stream()
                                .map(Account::joined)
                                .min(Comparator.naturalOrder())
                                .orElseThrow(),
                        joined.size()));
    }

    /** Returns the parts that differ from {@code before}. */
    Set<StoredPart> since(StoredClass before) {
        Set<StoredPart> same = EnumSet.noneOf(StoredPart.class);
        same.addAll(info.equals(before.info) ? Set.of(StoredPart.INFO) : Set.of());
        same.addAll(accounts.equals(before.accounts) ? Set.of(StoredPart.ACCOUNTS) : Set.of());
        same.addAll(board.equals(before.board) ? Set.of(StoredPart.BOARD) : Set.of());
        same.addAll(votes.equals(before.votes) ? Set.of(StoredPart.VOTES) : Set.of());
        same.addAll(floods.equals(before.floods) ? Set.of(StoredPart.FLOODS) : Set.of());
        return EnumSet.complementOf((EnumSet<StoredPart>) same);
    }
}
