package dev.nabla.lesson;

import dev.nabla.math.BadInput;
import java.util.Locale;
import java.util.Optional;

/**
 * What a typed answer is worth, and what to tell the learner.
 *
 * @param kind whether it counts, and as what
 * @param message one or two sentences
 * @param misconception the named mistake behind it, like {@code not-normalised}
 * @param hint a question back, where nothing better is known
 * @param place where reading stopped, if it could not be read
 */
public record Verdict(
        Kind kind,
        String message,
        Optional<String> misconception,
        Optional<String> hint,
        Optional<BadInput.Place> place) {
    /** What it counts as. */
    public enum Kind {
        RIGHT,
        /** Right as far as it goes; more is asked for, and nothing counts yet. */
        SO_FAR,
        WRONG,
        /** Not an answer of this kind at all; nothing counts. */
        UNREADABLE;

        /** Its name in JSON, like {@code so_far}. */
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Verdict right(String message) {
        return new Verdict(Kind.RIGHT, message, Optional.empty(), Optional.empty(), Optional.empty());
    }

    static Verdict soFar(String message) {
        return new Verdict(Kind.SO_FAR, message, Optional.empty(), Optional.empty(), Optional.empty());
    }

    static Verdict named(String misconception, String message) {
        return new Verdict(Kind.WRONG, message, Optional.of(misconception), Optional.empty(), Optional.empty());
    }

    static Verdict notYet(Optional<String> hint) {
        return new Verdict(Kind.WRONG, "not yet", Optional.empty(), hint, Optional.empty());
    }

    static Verdict unreadable(BadInput why) {
        return new Verdict(Kind.UNREADABLE, why.getMessage(), Optional.empty(), Optional.empty(), why.place());
    }
}
