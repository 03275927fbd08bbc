package dev.nabla.serve.login;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.ObjLongConsumer;

/**
 * Decides when a code, a word or a PIN that was typed is checked, and how long the answer takes. Every try is checked.
 * Normally that happens at once. After {@link #MANY} wrong tries in a minute the tries wait in line, and four in a
 * second are checked: addresses take turns, and the tries from one address are checked in the order in which they came,
 * but of one name at most {@link #MOST_PER_NAME} stand in line before those of other names.
 *
 * <p>So a try from an address of its own waits a quarter of a second for each address in line, and one that shares its
 * address with n other tries at most (n + 1)/4 s: 16 s if 64 wait. A client may wait for {@link
 * LoginQueue#TYPING_SECONDS}.
 */
final class TryQueue {
    /** Number of wrong tries after which a connection is ended, whatever fields they were for. */
    static final int TRIES_PER_CONNECTION = 6;

    /** Number of wrong tries in a minute that a class does not reach by mistyping. */
    static final int MANY = 60;

    private static final int WRONG_SECONDS = 1;
    private static final int MOST_PER_NAME = 4;
    private static final int MOST_COUNTED = 600;
    private static final int MOST_ADDRESSES = 10_000;
    /** Time between two checks while tries wait, in ns. */
    private static final long INTERVAL = TimeUnit.MILLISECONDS.toNanos(250);

    private final LongSupplier nanos;
    private final ObjLongConsumer<Runnable> later;
    private final Map<String, LastMinute> wrongByAddress = new HashMap<>();
    private final LastMinute wrongInAll = new LastMinute(MOST_COUNTED);
    /** The lines by address. The address whose turn is next comes first. */
    private final Map<String, AddressLine> lines = new LinkedHashMap<>();

    private boolean scheduled;
    private long lastCheck;

    /**
     * @param nanos clock in ns, like {@link System#nanoTime}
     * @param later runs a task after a number of ns
     */
    TryQueue(LongSupplier nanos, ObjLongConsumer<Runnable> later) {
        this.nanos = nanos;
        this.later = later;
        this.lastCheck = nanos.getAsLong() - INTERVAL;
    }

    /** A try that waits for its check. */
    private record WaitingTry(LoginClient client, String name, CompletableFuture<Void> turn) {}

    /** The tries from one address. */
    private static final class AddressLine {
        private final Deque<WaitingTry> line = new ArrayDeque<>();
        /** Tries for names of which enough stand in line already. */
        private final Deque<WaitingTry> behind = new ArrayDeque<>();

        void add(WaitingTry one) {
            (isFull(one.name()) ? behind : line).add(one);
        }

        private boolean isFull(String name) {
            return line.stream().filter(other -> other.name().equals(name)).count() >= MOST_PER_NAME;
        }

        /** Removes the first try whose client is still connected; empty if there is none. */
        Optional<WaitingTry> take() {
            while (!line.isEmpty()) {
                WaitingTry first = line.remove();
                behind.stream().filter(next -> !isFull(next.name())).findFirst().ifPresent(next -> {
                    behind.remove(next);
                    line.add(next);
                });
                if (first.client().isConnected()) {
                    return Optional.of(first);
                }
            }
            return Optional.empty();
        }

        boolean isEmpty() {
            return line.isEmpty();
        }
    }

    /**
     * Adds a try.
     *
     * @param client client that waits for the answer; its try is dropped once it has disconnected
     * @param name name for which the try is, in a form that is equal for equal names
     * @return a stage that completes when the try is to be checked
     */
    CompletionStage<Void> add(LoginClient client, String name) {
        CompletableFuture<Void> turn = new CompletableFuture<>();
        synchronized (this) {
            if (lines.isEmpty() && wrongInAll.count(nanos.getAsLong()) < MANY) {
                turn.complete(null);
                return turn;
            }
            lines.computeIfAbsent(client.address(), from -> new AddressLine()).add(new WaitingTry(client, name, turn));
            schedule();
        }
        return turn;
    }

    private void schedule() {
        if (!scheduled && !lines.isEmpty()) {
            scheduled = true;
            later.accept(this::checkNext, Math.max(0, lastCheck + INTERVAL - nanos.getAsLong()));
        }
    }

    private void checkNext() {
        Optional<WaitingTry> next = Optional.empty();
        synchronized (this) {
            scheduled = false;
            while (next.isEmpty() && !lines.isEmpty()) {
                String address = lines.keySet().iterator().next();
                AddressLine line = lines.remove(address);
                next = line.take();
                if (!line.isEmpty()) {
                    lines.put(address, line);
                }
            }
            if (next.isPresent()) {
                lastCheck = nanos.getAsLong();
            }
            schedule();
        }
        next.ifPresent(one -> one.turn().complete(null));
    }

    /**
     * Returns how long the answer to a right try is delayed, in seconds: as long as that to a wrong one, if a wrong one
     * came from the address in the last minute or there were many. So a client learns nothing from an answer that takes
     * long, and saves no time by hanging up.
     */
    synchronized int rightSeconds(String address) {
        long now = nanos.getAsLong();
        boolean wrongHere = wrongByAddress.containsKey(address)
                && wrongByAddress.get(address).count(now) > 0;
        return wrongHere || wrongInAll.count(now) >= MANY ? WRONG_SECONDS : 0;
    }

    /** Counts a wrong try. Returns how long the answer to it is delayed, in seconds. */
    synchronized int countWrong(String address) {
        long now = nanos.getAsLong();
        wrongInAll.add(now);
        if (wrongByAddress.size() >= MOST_ADDRESSES) {
            wrongByAddress.values().removeIf(old -> old.count(now) == 0);
        }
        if (wrongByAddress.size() < MOST_ADDRESSES || wrongByAddress.containsKey(address)) {
            wrongByAddress.computeIfAbsent(address, from -> new LastMinute(1)).add(now);
        }
        return WRONG_SECONDS;
    }

    /** Returns the number of wrong tries in the last minute, at most 600, which is far more than a class makes. */
    synchronized int wrongInLastMinute() {
        return wrongInAll.count(nanos.getAsLong());
    }
}
