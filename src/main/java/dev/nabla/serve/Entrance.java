package dev.nabla.serve;

import dev.nabla.room.Doorway.Traffic;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

/**
 * How many connections may be on their way in, by the address they come from and in all. A connection waits until there is a place
 * at the door, is at the door until its client has shown a key or is asked for a code, and is asked until somebody is in. The
 * places of those who are asked are others, and many more, so that people who type keep nobody out.
 */
final class Entrance {
    /** Nobody types for longer; the page for a new key ends after two minutes with a sentence of its own. */
    static final int ASKED_SECONDS = 140;

    private static final int AT_DOOR_IN_ALL = 200;
    private static final int ASKED_IN_ALL = 256;
    private static final int WAITING_IN_ALL = 256;
    private static final int MOST_COUNTED = 10_000;

    private static final int WAITING_SECONDS = 20;
    /** For a person who compares the fingerprint. */
    private static final int AT_DOOR_SECONDS = 120;
    /** Where others wait. */
    private static final int AT_CROWDED_DOOR_SECONDS = 20;

    private static final int SILENT_SECONDS = 20;
    /** Where others wait. Clients of ssh say at once which they are. */
    private static final int SILENT_AT_CROWDED_DOOR_SECONDS = 3;

    private static final String CROWDED = "too many come in at once; try again in a minute";
    private static final String SLOW = "the login took too long; try again";

    private final LongSupplier nanos;
    private final int placesAnAddress;
    /** Since when each is there, the longest first. */
    private final Map<Caller, Long> waiting = new LinkedHashMap<>();

    private final Map<Caller, Long> atDoor = new LinkedHashMap<>();
    private final Map<Caller, Long> asked = new LinkedHashMap<>();
    private final LastMinute waited = new LastMinute(MOST_COUNTED);
    private final LastMinute turnedAway = new LastMinute(MOST_COUNTED);

    /** A connection of somebody who is not in yet. */
    interface Caller {
        /** What counts as one address. */
        String address();

        /** Whether nothing has come from the client. */
        boolean isSilent();

        /** Goes on with the login. */
        void begin();

        /** Ends the connection with a sentence. */
        void end(String why);
    }

    /**
     * @param nanos the time, as {@link System#nanoTime} tells it
     * @param placesAnAddress how many from one address may be at the door
     */
    Entrance(LongSupplier nanos, int placesAnAddress) {
        this.nanos = nanos;
        this.placesAnAddress = placesAnAddress;
    }

    /** Somebody comes: is at the door, or waits for a place there. */
    void comes(Caller caller) {
        List<Runnable> todo = new ArrayList<>();
        synchronized (this) {
            long now = nanos.getAsLong();
            if (atDoor.size() < AT_DOOR_IN_ALL && count(atDoor, caller.address()) < placesAnAddress) {
                begin(caller, now, todo);
            } else {
                waiting.put(caller, now);
                waited.add(now);
                if (waiting.size() > WAITING_IN_ALL) {
                    String busiest = busiest(waiting);
                    waiting.keySet().stream()
                            .filter(other -> other.address().equals(busiest))
                            .reduce((one, later) -> later)
                            .ifPresent(latest -> turnAway(waiting, latest, CROWDED, now, todo));
                }
            }
        }
        todo.forEach(Runnable::run);
    }

    /** Somebody is asked for a code from now on. */
    void asks(Caller caller) {
        List<Runnable> todo = new ArrayList<>();
        synchronized (this) {
            if (atDoor.remove(caller) != null) {
                long now = nanos.getAsLong();
                if (count(asked, caller.address()) >= 2 * placesAnAddress) {
                    makeRoom(caller.address(), now, todo);
                } else if (asked.size() >= ASKED_IN_ALL) {
                    makeRoom(busiest(asked), now, todo);
                }
                asked.put(caller, now);
                fill(now, todo);
            }
        }
        todo.forEach(Runnable::run);
    }

    /** Somebody is in, or gone. */
    void leaves(Caller caller) {
        List<Runnable> todo = new ArrayList<>();
        synchronized (this) {
            waiting.remove(caller);
            atDoor.remove(caller);
            asked.remove(caller);
            fill(nanos.getAsLong(), todo);
        }
        todo.forEach(Runnable::run);
    }

    /** Once a second: those who take too long give their place to others. */
    void look() {
        List<Runnable> todo = new ArrayList<>();
        synchronized (this) {
            long now = nanos.getAsLong();
            end(waiting, caller -> WAITING_SECONDS, CROWDED, now, todo);
            end(atDoor, this::patience, SLOW, now, todo);
            end(asked, caller -> ASKED_SECONDS, SLOW, now, todo);
            fill(now, todo);
        }
        todo.forEach(Runnable::run);
    }

    /** What happened in the last minute, with so many wrong tries. */
    synchronized Traffic traffic(int wrong) {
        long now = nanos.getAsLong();
        return new Traffic(waited.count(now), turnedAway.count(now), wrong);
    }

    private int patience(Caller caller) {
        boolean crowded = count(waiting, caller.address()) > 0 || !waiting.isEmpty() && atDoor.size() >= AT_DOOR_IN_ALL;
        if (caller.isSilent()) {
            return crowded ? SILENT_AT_CROWDED_DOOR_SECONDS : SILENT_SECONDS;
        }
        return crowded ? AT_CROWDED_DOOR_SECONDS : AT_DOOR_SECONDS;
    }

    private interface Patience {
        int seconds(Caller caller);
    }

    private void end(Map<Caller, Long> some, Patience patience, String why, long now, List<Runnable> todo) {
        some.keySet().stream()
                .filter(caller -> now - some.get(caller) > TimeUnit.SECONDS.toNanos(patience.seconds(caller)))
                .toList()
                .forEach(caller -> turnAway(some, caller, why, now, todo));
    }

    /** A client that has said nothing at the door is nobody who is turned away. */
    private void turnAway(Map<Caller, Long> from, Caller caller, String why, long now, List<Runnable> todo) {
        from.remove(caller);
        if (from != atDoor || !caller.isSilent()) {
            turnedAway.add(now);
        }
        todo.add(() -> caller.end(why));
    }

    private static int count(Map<Caller, Long> some, String address) {
        return (int) some.keySet().stream()
                .filter(caller -> caller.address().equals(address))
                .count();
    }

    private static Map<String, Integer> counts(Map<Caller, Long> some) {
        return some.keySet().stream().collect(Collectors.toMap(Caller::address, caller -> 1, Integer::sum));
    }

    /** The address from which the most have come. */
    private static String busiest(Map<Caller, Long> some) {
        return counts(some).entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElseThrow();
    }

    private void begin(Caller caller, long now, List<Runnable> todo) {
        atDoor.put(caller, now);
        todo.add(caller::begin);
    }

    /** The one from an address that has been asked for longest has had the most time. */
    private void makeRoom(String address, long now, List<Runnable> todo) {
        asked.keySet().stream()
                .filter(caller -> caller.address().equals(address))
                .findFirst()
                .ifPresent(longest -> turnAway(asked, longest, CROWDED, now, todo));
    }

    /** Those who wait come to the door while there are places, first from addresses that have the fewest there. */
    private void fill(long now, List<Runnable> todo) {
        Map<String, Integer> there = counts(atDoor);
        while (atDoor.size() < AT_DOOR_IN_ALL) {
            Optional<Caller> next = waiting.keySet().stream()
                    .filter(caller -> there.getOrDefault(caller.address(), 0) < placesAnAddress)
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
