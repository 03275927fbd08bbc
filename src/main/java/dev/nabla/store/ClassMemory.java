package dev.nabla.store;

import dev.nabla.room.Account;
import dev.nabla.room.Board;
import dev.nabla.room.ClassInfo;
import dev.nabla.room.ClassStore.Changed;
import dev.nabla.room.Poll;
import dev.nabla.room.Poll.Vote;
import dev.nabla.room.Student;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All that is known of a class but the journals.
 *
 * @param accounts by id of the student
 * @param polls by their numbers
 * @param votes those that count, by poll and then by round and student
 */
record ClassMemory(
        ClassInfo info,
        Map<String, Account> accounts,
        Board board,
        SortedMap<Long, Poll> polls,
        Map<Long, Map<String, Vote>> votes) {
    static final ClassMemory NONE = new ClassMemory(
            new ClassInfo("", Optional.empty(), ZoneOffset.UTC, Optional.empty(), List.of()),
            Map.of(),
            Board.EMPTY,
            Collections.emptySortedMap(),
            Map.of());

    ClassMemory with(ClassInfo other) {
        return new ClassMemory(other, accounts, board, polls, votes);
    }

    ClassMemory with(Map<String, Account> others) {
        return new ClassMemory(info, others, board, polls, votes);
    }

    ClassMemory with(Account account) {
        return with(and(accounts, account.student().id(), account));
    }

    /** A poll that is on the board is one of the polls. */
    ClassMemory with(Board other) {
        ClassMemory asked = other.poll().map(this::with).orElse(this);
        return new ClassMemory(info, accounts, other, asked.polls, votes);
    }

    ClassMemory with(Poll poll) {
        SortedMap<Long, Poll> all = new TreeMap<>(polls);
        all.put(poll.id(), poll);
        return new ClassMemory(info, accounts, board, all, votes);
    }

    ClassMemory with(long poll, Vote vote) {
        Map<String, Vote> cast = and(votes.getOrDefault(poll, Map.of()), vote.round() + " " + vote.student(), vote);
        return new ClassMemory(info, accounts, board, polls, and(votes, poll, cast));
    }

    ClassMemory withoutPolls() {
        return new ClassMemory(info, accounts, board, Collections.emptySortedMap(), Map.of());
    }

    ClassMemory without(Student student) {
        Map<String, Account> others = new HashMap<>(accounts);
        others.remove(student.id());
        return with(others);
    }

    private static <K, V> Map<K, V> and(Map<K, V> some, K key, V value) {
        Map<K, V> all = new HashMap<>(some);
        all.put(key, value);
        return all;
    }

    /** The votes of a poll; of those who are gone none counts. */
    List<Vote> votes(long poll) {
        return votes.getOrDefault(poll, Map.of()).values().stream()
                .filter(vote -> accounts.containsKey(vote.student()))
                .toList();
    }

    /** In what this differs from what was known before. */
    Set<Changed> since(ClassMemory before) {
        Set<Changed> changed = EnumSet.noneOf(Changed.class);
        if (!info.equals(before.info)) {
            changed.add(Changed.INFO);
        }
        if (!accounts.equals(before.accounts)) {
            changed.add(Changed.ACCOUNTS);
        }
        if (!board.equals(before.board)) {
            changed.add(Changed.BOARD);
        }
        if (!votes.equals(before.votes)) {
            changed.add(Changed.VOTES);
        }
        return changed;
    }
}
