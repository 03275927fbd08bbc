package dev.nabla.room;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * What a teacher has to know of those who come in, or try to.
 *
 * @param traffic of the last minute
 * @param guessed for whom so many PINs were wrong that a pause is made
 */
public record Doorway(Traffic traffic, Map<Student, WrongPins> guessed) {
    public static final Doorway QUIET = new Doorway(new Traffic(0, 0, 0), Map.of());

    /** As many wrong codes in a minute come from no class that mistypes. */
    private static final int GUESSING = 60;

    /**
     * Counts of the last minute.
     *
     * @param waited connections that were kept waiting
     * @param turnedAway connections that waited in vain, or had to make room
     * @param wrong codes, PINs and words
     */
    public record Traffic(int waited, int turnedAway, int wrong) {}

    public Doorway {
        guessed = Map.copyOf(guessed);
    }

    /**
     * A sentence each, what is most urgent first; none where all is well.
     *
     * @param hidden whether names are left out
     */
    public List<String> notices(boolean hidden) {
        List<String> notices = new ArrayList<>();
        if (traffic.turnedAway > 0) {
            notices.add(
                    people(traffic.turnedAway) + " turned away at the door in the last minute: too many come at once");
        }
        if (traffic.waited > 0) {
            notices.add(people(traffic.waited) + " kept waiting at the door in the last minute");
        }
        if (traffic.wrong >= GUESSING) {
            notices.add(traffic.wrong + " codes or PINs in the last minute were wrong: somebody may be guessing");
        }
        guessed.entrySet().stream()
                .sorted(Comparator.comparing(one -> -one.getValue().inARow()))
                .forEach(one -> notices.add(one.getValue().inARow() + " wrong PINs in a row for "
                        + (hidden ? "one student" : one.getKey().name())
                        + (one.getValue().isAsleep() ? "; no PIN works until nabla class pin --forget" : "")));
        return notices;
    }

    private static String people(int count) {
        return count == 1 ? "1 person was" : count + " people were";
    }
}
