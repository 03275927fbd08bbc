package dev.nabla.serve.login;

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
        List<Runnable> actions = new ArrayList<>();
        synchronized (this) {
            change.accept(nanos.getAsLong(), actions);
        }
        actions.forEach(Runnable::run);
    }

    /**
     * Begins the login of a new connection, or lets it wait. If too many wait, closes the newest one from the address
     * with the most waiting connections.
     */
    void add(LoginConnection connection) {
        change((now, actions) -> {
            if (negotiating.size() < NEGOTIATING_IN_ALL
                    && count(negotiating, connection.address()) < negotiatingPerAddress
                    && hasRoomToRead(connection.address(), now)) {
                begin(connection, now, actions);
                return;
            }
            waiting.put(connection, now);
            waited.add(now);
            if (waiting.size() > WAITING_IN_ALL) {
                String busiest = busiest(waiting);
                waiting.keySet().stream()
                        .filter(other -> other.address().equals(busiest))
                        .reduce((one, later) -> later)
                        .ifPresent(latest -> turnAway(waiting, latest, CROWDED, now, actions));
            }
        });
    }

    /** Moves a connection from negotiating to reading. Called when client and server have agreed on ciphers. */
    void negotiated(LoginConnection connection) {
        change((now, actions) -> {
            if (negotiating.remove(connection) != null) {
                connectionToClose(reading, connection.address())
                        .filter(longest -> mayBeClosed(longest, now))
                        .ifPresent(longest -> turnAway(reading, longest, CROWDED, now, actions));
                reading.put(connection, now);
                fill(now, actions);
            }
        });
    }

    /** Moves a connection from reading to typing. Called when its user is asked for a code or a PIN. */
    void prompted(LoginConnection connection) {
        change((now, actions) -> {
            if (reading.remove(connection) != null) {
                connectionToClose(typing, connection.address())
                        .ifPresent(longest -> turnAway(typing, longest, CROWDED, now, actions));
                typing.put(connection, now);
            }
        });
    }

    /** Removes a connection. Called when its user has joined or it is closed. */
    void remove(LoginConnection connection) {
        change((now, actions) -> {
            List.of(waiting, negotiating, reading, typing).forEach(stage -> stage.remove(connection));
            fill(now, actions);
        });
    }

    /** Closes connections that take too long. Called once a second. */
    void closeSlowLogins() {
        change((now, actions) -> {
            endSlow(negotiating, this::negotiationSeconds, SLOW, now, actions);
            endSlow(reading, connection -> READING_SECONDS, SLOW, now, actions);
            endSlow(typing, connection -> TYPING_SECONDS, SLOW, now, actions);
            endSlow(waiting, connection -> WAITING_SECONDS, CROWDED, now, actions);
            fill(now, actions);
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

    private int negotiationSeconds(LoginConnection connection) {
        boolean crowded = count(waiting, connection.address()) > 0
                || !waiting.isEmpty() && negotiating.size() >= NEGOTIATING_IN_ALL;
        return crowded ? CROWDED_NEGOTIATION_SECONDS : NEGOTIATION_SECONDS;
    }

    private void endSlow(
            Map<LoginConnection, Long> stage,
            ToIntFunction<LoginConnection> seconds,
            String why,
            long now,
            List<Runnable> actions) {
        stage.keySet().stream()
                .filter(connection ->
                        now - stage.get(connection) > TimeUnit.SECONDS.toNanos(seconds.applyAsInt(connection)))
                .toList()
                .forEach(connection -> turnAway(stage, connection, why, now, actions));
    }

    /**
     * Closes a connection. A connection that negotiates is not counted as turned away, because no person has been asked
     * anything.
     */
    private void turnAway(
            Map<LoginConnection, Long> from, LoginConnection connection, String why, long now, List<Runnable> actions) {
        from.remove(connection);
        if (from != negotiating) {
            turnedAway.add(now);
        }
        actions.add(() -> connection.end(why));
    }

    private static int count(Map<LoginConnection, Long> stage, String address) {
        return (int) stage.keySet().stream()
                .filter(connection -> connection.address().equals(address))
                .count();
    }

    private static Map<String, Integer> counts(Map<LoginConnection, Long> stage) {
        return stage.keySet().stream()
                .collect(Collectors.toMap(LoginConnection::address, connection -> 1, Integer::sum));
    }

    /** Returns the address with the most connections in the map, which must not be empty. */
    private static String busiest(Map<LoginConnection, Long> stage) {
        return counts(stage).entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElseThrow();
    }

    private void begin(LoginConnection connection, long now, List<Runnable> actions) {
        negotiating.put(connection, now);
        actions.add(connection::begin);
    }

    /** Returns the connection to close before another one from an address may read or type; empty below the limit. */
    private Optional<LoginConnection> connectionToClose(Map<LoginConnection, Long> people, String address) {
        boolean crowded = count(people, address) >= peoplePerAddress;
        if (!crowded && people.size() < peopleInAll) {
            return Optional.empty();
        }
        String from = crowded ? address : busiest(people);
        return people.keySet().stream()
                .filter(connection -> connection.address().equals(from))
                .findFirst();
    }

    private boolean mayBeClosed(LoginConnection connection, long now) {
        return now - reading.get(connection) >= TimeUnit.SECONDS.toNanos(LEAST_READING_SECONDS);
    }

    private boolean hasRoomToRead(String address, long now) {
        return connectionToClose(reading, address)
                .filter(longest -> !mayBeClosed(longest, now))
                .isEmpty();
    }

    /** Begins the logins of waiting connections while there is room, first of the addresses with the fewest others. */
    private void fill(long now, List<Runnable> actions) {
        Map<String, Integer> negotiatingByAddress = counts(negotiating);
        Map<String, Boolean> readable = new HashMap<>();
        while (negotiating.size() < NEGOTIATING_IN_ALL) {
            Optional<LoginConnection> next = waiting.keySet().stream()
                    .filter(connection ->
                            negotiatingByAddress.getOrDefault(connection.address(), 0) < negotiatingPerAddress)
                    .filter(connection ->
                            readable.computeIfAbsent(connection.address(), address -> hasRoomToRead(address, now)))
                    .min(Comparator.comparing(
                            connection -> negotiatingByAddress.getOrDefault(connection.address(), 0)));
            if (next.isEmpty()) {
                return;
            }
            waiting.remove(next.get());
            negotiatingByAddress.merge(next.get().address(), 1, Integer::sum);
            begin(next.get(), now, actions);
        }
    }
}
