package dev.nabla.lesson.question;

import dev.nabla.math.BadInput;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The grade of a typed answer, and what to tell the learner.
 *
 * @param kind right, so far right, wrong or unreadable
 * @param message one or two sentences
 * @param ofLesson whether the message is the lesson's, which has its capital already
 * @param misconception the named mistake behind it, like {@code not-normalised}
 * @param hint a question back, where nothing better is known
 * @param place where reading stopped, if it could not be read
 */
public record Verdict(
        VerdictKind kind,
        String message,
        boolean ofLesson,
        Optional<String> misconception,
        Optional<String> hint,
        Optional<BadInput.TextPosition> place) {
    static final Verdict NOT_YET = of(VerdictKind.WRONG, "not yet");

    /** The nearer to the answer, the less; of two that are wrong the one whose mistake has a name. */
    static final Comparator<Verdict> BY_NEARNESS =
            Comparator.comparing(Verdict::kind).thenComparing(verdict -> !verdict.isNamed());

    public enum VerdictKind {
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

    /** As lines for the learner: of a known mistake what it reveals below the verdict; a line each, without the hint. */
    public List<String> toLines() {
        return misconception
                .map(name -> List.of(NOT_YET.capital(), sentence()))
                .orElse(List.of(kind == VerdictKind.WRONG ? capital() : sentence()));
    }

    /** Our own words with a capital and a full stop; a lesson's are sentences already. */
    private String sentence() {
        String capital = capital();
        boolean ends = capital.endsWith(".") || capital.endsWith("!") || capital.endsWith("?");
        return ends ? capital : capital + ".";
    }

    private String capital() {
        return ofLesson ? message : message.substring(0, 1).toUpperCase(Locale.ROOT) + message.substring(1);
    }

    /** With more behind what is said. */
    Verdict saying(String more) {
        return new Verdict(kind, message + more, ofLesson, misconception, hint, place);
    }

    static Verdict of(VerdictKind kind, String message) {
        return new Verdict(kind, message, false, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** A slip of the hand that has a name. */
    static Verdict slip(String name, String message) {
        return new Verdict(VerdictKind.WRONG, message, false, Optional.of(name), Optional.empty(), Optional.empty());
    }

    /** A mistake that the lesson knows, in its words. */
    static Verdict revealed(String name, String message) {
        return new Verdict(VerdictKind.WRONG, message, true, Optional.of(name), Optional.empty(), Optional.empty());
    }

    static Verdict unreadable(BadInput why) {
        return new Verdict(
                VerdictKind.UNREADABLE, why.getMessage(), false, Optional.empty(), Optional.empty(), why.place());
    }

    Verdict with(Optional<String> question) {
        return new Verdict(kind, message, ofLesson, misconception, question, place);
    }

    boolean isNamed() {
        return misconception.isPresent();
    }
}
