package dev.nabla.room;

import dev.nabla.room.account.WrongPins;
import dev.nabla.room.name.ListedName;
import dev.nabla.room.name.Student;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The information about logins to the class that a teacher needs.
 *
 * @param traffic counts of the last minute
 * @param guessed students for whom no PIN is accepted for a while, after too many wrong PINs in a row
 * @param guessedWords five or more wrong words in a row, by name on the roster
 * @param paused logins that met a pause after wrong PINs and wait for a teacher, the oldest first
 * @param flood many students who joined from one address, until the teacher has decided about them
 */
public record Doorway(
        Traffic traffic,
        Map<Student, WrongPins> guessed,
        Map<ListedName, Integer> guessedWords,
        List<PausedLogin> paused,
        Optional<JoinFlood> flood) {
    public static final Doorway QUIET = new Doorway(new Traffic(0, 0, 0), Map.of());

    /** Number of wrong codes in a minute that a class does not reach by mistyping. */
    private static final int GUESSING = 60;

    /**
     * Counts of the last minute.
     *
     * @param waited connections that had to wait
     * @param turnedAway connections that were closed because they took too long, waited in vain or had to make room
     * @param wrong wrong codes, PINs and words
     */
    public record Traffic(int waited, int turnedAway, int wrong) {}

    /**
     * A login that met a pause after wrong PINs.
     *
     * @param word word that the client shows
     * @param since time at which it met the pause
     */
    public record PausedLogin(Student student, String word, Instant since) {}

    public Doorway {
        paused = List.copyOf(paused);
        guessed = Map.copyOf(guessed);
        guessedWords = Map.copyOf(guessedWords);
    }

    public Doorway(Traffic traffic, Map<Student, WrongPins> guessed) {
        this(traffic, guessed, Map.of(), List.of(), Optional.empty());
    }

    /**
     * Returns one sentence per problem, the most urgent first; an empty list if there is none.
     *
     * @param naming how names are displayed; hidden names are left out
     */
    public List<String> notices(Naming naming) {
        boolean hidden = naming == Naming.HIDDEN;
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
                        + (hidden ? "one student" : naming.of(one.getKey()))
                        + (one.getValue().isBlocked() ? "; no PIN works until nabla class pin --forget" : "")));
        guessedWords.entrySet().stream()
                .sorted(Comparator.comparing(one -> -one.getValue()))
                .forEach(one -> notices.add(one.getValue() + " wrong words in a row for "
                        + (hidden ? "one name" : naming.of(one.getKey()))));
        return notices;
    }

    private static String people(int count) {
        return count == 1 ? "1 person was" : count + " people were";
    }
}
