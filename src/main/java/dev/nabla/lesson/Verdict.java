package dev.nabla.lesson;

import dev.nabla.math.BadInput;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

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
    private static final Pattern OURS = Pattern.compile("(?:right|the|near|only|nothing|every|an|not)\\b");

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

    /** The same to a learner: of a mistake its name, then what it reveals; a line each, without the hint. */
    public List<String> told() {
        return misconception
                .map(name -> List.of("Not yet: " + name.replace('-', ' '), sentence()))
                .orElse(List.of(kind == Kind.WRONG ? "Not yet" : sentence()));
    }

    /** Our own words with a capital and a full stop; a lesson's are sentences already. */
    private String sentence() {
        boolean ours = OURS.matcher(message).lookingAt();
        String capital = ours ? message.substring(0, 1).toUpperCase(Locale.ROOT) + message.substring(1) : message;
        return capital.matches("(?s).*[.!?]") ? capital : capital + ".";
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
