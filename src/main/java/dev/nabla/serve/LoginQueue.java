package dev.nabla.serve;

import dev.nabla.room.Doorway.Traffic;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.LongSupplier;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/**
 * Limits the connections that are logging in, per client address and in total. A connection passes through four stages:
 * waiting, negotiating, reading and typing. It negotiates until client and server have agreed on ciphers, which takes
 * less than a second. Its user then reads the fingerprint, and types a code or a PIN; these stages take longer,
 * so more connections may be in them. If one more would exceed their limit, the oldest connection from the same address
 * is closed, or else from the busiest address.
 */
final class LoginQueue {
    /**
     * Time to type a code or a PIN, in seconds. Longer than the two minutes of the page for a new key, so that the page
     * can still explain why it ends.
     */
    static final int TYPING_SECONDS = 140;

    private static final int READING_SECONDS = 120;
    /**
     * Time during which a reading connection is not closed to make room, in seconds. A client without a person has
     * finished reading by then.
     */
    private static final int LEAST_READING_SECONDS = 5;

    private static final int WAITING_SECONDS = 20;
    private static final int NEGOTIATION_SECONDS = 20;
    /** Time to negotiate while other connections wait, in seconds. */
    private static final int CROWDED_NEGOTIATION_SECONDS = 3;

    private static final int NEGOTIATING_IN_ALL = 200;
    private static final int LEAST_PEOPLE_IN_ALL = 256;
    private static final int WAITING_IN_ALL = 256;
    private static final int MOST_COUNTED = 10_000;

    private static final String CROWDED = "too many come in at once; try again in a minute";
    private static final String SLOW = "the login took too long; try again";

    private final LongSupplier nanos;
    private final int negotiatingPerAddress;
    /** Maximum number of connections from one address that are reading, and of those that are typing. */
    private final int peoplePerAddress;

    private final int peopleInAll;
    /**
     * Waiting connections, oldest first, with the time in ns at which each arrived. The other stages have such maps
     * too.
     */
    private final Map<LoginConnection, Long> waiting = new LinkedHashMap<>();

    private final Map<LoginConnection, Long> negotiating = new LinkedHashMap<>();
    private final Map<LoginConnection, Long> reading = new LinkedHashMap<>();
    private final Map<LoginConnection, Long> typing = new LinkedHashMap<>();
    private final LastMinute waited = new LastMinute(MOST_COUNTED);
    private final LastMinute turnedAway = new LastMinute(MOST_COUNTED);

    /** A connection that is logging in. */
    interface LoginConnection {
        /** Returns the address under which connections are counted. */
        String address();

        /** Starts the SSH login of the connection. */
        void begin();

        /** Ends the connection with a message for the client. */
        void end(String why);
    }

    /**
     * @param nanos clock in ns, like {@link System#nanoTime}
     * @param negotiatingPerAddress maximum number of connections from one address that negotiate
     */
    LoginQueue(LongSupplier nanos, int negotiatingPerAddress) {
        this.nanos = nanos;
        this.negotiatingPerAddress = negotiatingPerAddress;
        this.peoplePerAddress = 2 * negotiatingPerAddress;
        this.peopleInAll = Math.max(LEAST_PEOPLE_IN_ALL, peoplePerAddress);
    }

    /** Changes the state under the lock, and then calls the affected connections without it. */
    private void change(BiConsumer<Long, List<Runnable>> change) {
        List<Runnable> todo = new ArrayList<>();
        synchronized (this) {
            change.accept(nanos.getAsLong(), todo);
        }
        todo.forEach(Runnable::run);
    }

    /**
     * Begins the login of a new connection, or lets it wait. If too many wait, closes the newest one from the address
     * with the most waiting connections.
     */
    void add(LoginConnection caller) {
        change((now, todo) -> {
            if (negotiating.size() < NEGOTIATING_IN_ALL
                    && count(negotiating, caller.address()) < negotiatingPerAddress
                    && hasRoomToRead(caller.address(), now)) {
                begin(caller, now, todo);
                return;
            }
            waiting.put(caller, now);
            waited.add(now);
            if (waiting.size() > WAITING_IN_ALL) {
                String busiest = busiest(waiting);
                waiting.keySet().stream()
                        .filter(other -> other.address().equals(busiest))
                        .reduce((one, later) -> later)
                        .ifPresent(latest -> turnAway(waiting, latest, CROWDED, now, todo));
            }
        });
    }

    /** Moves a connection from negotiating to reading. Called when client and server have agreed on ciphers. */
    void negotiated(LoginConnection caller) {
        change((now, todo) -> {
            if (negotiating.remove(caller) != null) {
                toClose(reading, caller.address())
                        .filter(longest -> mayBeClosed(longest, now))
                        .ifPresent(longest -> turnAway(reading, longest, CROWDED, now, todo));
                reading.put(caller, now);
                fill(now, todo);
            }
        });
    }

    /** Moves a connection from reading to typing. Called when its user is asked for a code or a PIN. */
    void prompted(LoginConnection caller) {
        change((now, todo) -> {
            if (reading.remove(caller) != null) {
                toClose(typing, caller.address()).ifPresent(longest -> turnAway(typing, longest, CROWDED, now, todo));
                typing.put(caller, now);
            }
        });
    }

    /** Removes a connection. Called when its user has joined or it is closed. */
    void remove(LoginConnection caller) {
        change((now, todo) -> {
            List.of(waiting, negotiating, reading, typing).forEach(some -> some.remove(caller));
            fill(now, todo);
        });
    }

    /** Closes connections that take too long. Called once a second. */
    void closeSlowLogins() {
        change((now, todo) -> {
            end(negotiating, this::negotiationSeconds, SLOW, now, todo);
            end(reading, caller -> READING_SECONDS, SLOW, now, todo);
            end(typing, caller -> TYPING_SECONDS, SLOW, now, todo);
            end(waiting, caller -> WAITING_SECONDS, CROWDED, now, todo);
            fill(now, todo);
        });
    }

    /**
     * Returns the counts of the last minute.
     *
     * @param wrong number of wrong tries in the last minute, which is included in the result
     */
    synchronized Traffic traffic(int wrong) {
        long now = nanos.getAsLong();
        return new Traffic(waited.count(now), turnedAway.count(now), wrong);
    }

    private int negotiationSeconds(LoginConnection caller) {
        boolean crowded =
                count(waiting, caller.address()) > 0 || !waiting.isEmpty() && negotiating.size() >= NEGOTIATING_IN_ALL;
        return crowded ? CROWDED_NEGOTIATION_SECONDS : NEGOTIATION_SECONDS;
    }

    private void end(
            Map<LoginConnection, Long> some,
            ToIntFunction<LoginConnection> seconds,
            String why,
            long now,
            List<Runnable> todo) {
        some.keySet().stream()
                .filter(caller -> now - some.get(caller) > TimeUnit.SECONDS.toNanos(seconds.applyAsInt(caller)))
                .toList()
                .forEach(caller -> turnAway(some, caller, why, now, todo));
    }

    /**
     * Closes a connection. A connection that negotiates is not counted as turned away, because no person has been asked
     * anything.
     */
    private void turnAway(
            Map<LoginConnection, Long> from, LoginConnection caller, String why, long now, List<Runnable> todo) {
        from.remove(caller);
        if (from != negotiating) {
            turnedAway.add(now);
        }
        todo.add(() -> caller.end(why));
    }

    private static int count(Map<LoginConnection, Long> some, String address) {
        return (int) some.keySet().stream()
                .filter(caller -> caller.address().equals(address))
                .count();
    }

    private static Map<String, Integer> counts(Map<LoginConnection, Long> some) {
        return some.keySet().stream().collect(Collectors.toMap(LoginConnection::address, caller -> 1, Integer::sum));
    }

    /** Returns the address with the most connections in the map, which must not be empty. */
    private static String busiest(Map<LoginConnection, Long> some) {
        return counts(some).entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElseThrow();
    }

    private void begin(LoginConnection caller, long now, List<Runnable> todo) {
        negotiating.put(caller, now);
        todo.add(caller::begin);
    }

    /** Returns the connection to close before another one from an address may read or type; empty below the limit. */
    private Optional<LoginConnection> toClose(Map<LoginConnection, Long> people, String address) {
        boolean crowded = count(people, address) >= peoplePerAddress;
        if (!crowded && people.size() < peopleInAll) {
            return Optional.empty();
        }
        String from = crowded ? address : busiest(people);
        return people.keySet().stream()
                .filter(caller -> caller.address().equals(from))
                .findFirst();
    }

    private boolean mayBeClosed(LoginConnection caller, long now) {
        return now - reading.get(caller) >= TimeUnit.SECONDS.toNanos(LEAST_READING_SECONDS);
    }

    private boolean hasRoomToRead(String address, long now) {
        return toClose(reading, address)
                .filter(longest -> !mayBeClosed(longest, now))
                .isEmpty();
    }

    /** Begins the logins of waiting connections while there is room, first of the addresses with the fewest others. */
    private void fill(long now, List<Runnable> todo) {
        Map<String, Integer> there = counts(negotiating);
        Map<String, Boolean> readable = new HashMap<>();
        while (negotiating.size() < NEGOTIATING_IN_ALL) {
            Optional<LoginConnection> next = waiting.keySet().stream()
                    .filter(caller -> there.getOrDefault(caller.address(), 0) < negotiatingPerAddress)
                    .filter(caller ->
                            readable.computeIfAbsent(caller.address(), address -> hasRoomToRead(address, now)))
                    .min(Comparator.comparing(caller -> there.getOrDefault(caller.address(), 0)));
            if (next.isEmpty()) {
                return;
            }
            waiting.remove(next.get());
            there.merge(next.get().address(), 1, Integer::sum);
            begin(next.get(), now, todo);
        }
    }
}
