package dev.nabla.serve.login;

import dev.nabla.room.account.ThreeWords;
import dev.nabla.room.account.WrongPins;
import dev.nabla.room.name.StudentName;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Counts the guesses at the words of a roster. {@link ThreeWords} are always checked. Words in the older form of two
 * words and two digits have fewer bits: after five wrong words in a row for a name, one of them per minute is checked.
 * Names that are on no roster are counted too, so that a pause does not reveal which names are.
 */
public final class WordGuesses {
    private static final int MOST_NAMES = 10_000;

    /** Wrong words by key of the name, the name that was tried last at the end. */
    private final Map<String, WrongPins> wrong = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, WrongPins> eldest) {
            return size() > MOST_NAMES;
        }
    };

    /**
     * Counts a try as wrong before it is checked, so that no more are checked at the same time.
     *
     * @return the time until a try in the older form is checked again; zero if this one may be checked
     */
    public synchronized Duration begin(StudentName name, String typed, Instant now) {
        WrongPins before = wrong.getOrDefault(name.key(), WrongPins.NONE);
        Duration pause = ThreeWords.plain(typed).isPresent() ? Duration.ZERO : before.pause(true, now);
        if (pause.isZero()) {
            wrong.put(name.key(), before.another(now));
        }
        return pause;
    }

    /** Ends the count for a name, after a right word. */
    synchronized void right(StudentName name) {
        wrong.remove(name.key());
    }

    /** Returns the number of wrong words in a row for a name. */
    public synchronized int inARow(StudentName name) {
        WrongPins known = wrong.get(name.key());
        return known == null ? 0 : known.inARow();
    }
}
