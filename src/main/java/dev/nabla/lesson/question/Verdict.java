package dev.nabla.lesson.question;

import dev.nabla.math.BadInput;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The grade of a typed answer, with the message for the learner.
 *
 * @param kind right, right so far, wrong or unreadable
 * @param message one or two sentences
 * @param ofLesson whether the message comes from the lesson, where it begins with a capital already
 * @param misconception name of the mistake, like {@code not-normalised}, if it is known
 * @param hint the first hint of the question, if the mistake is not known
 * @param place position in the typed text where parsing failed, if it did
 */
public record Verdict(
        VerdictKind kind,
        String message,
        boolean ofLesson,
        Optional<String> misconception,
        Optional<String> hint,
        Optional<BadInput.TextPosition> place) {
    static final Verdict NOT_YET = of(VerdictKind.WRONG, "not yet");
    private static final Verdict NOT_THIS_EITHER = of(VerdictKind.WRONG, "not this either");
    private static final Verdict NOT_RIGHT = of(VerdictKind.WRONG, "not right");

    /** Orders verdicts from right to unreadable; of two equal kinds, one with a named mistake comes first. */
    static final Comparator<Verdict> BY_NEARNESS =
            Comparator.comparing(Verdict::kind).thenComparing(verdict -> !verdict.isNamed());

    public enum VerdictKind {
        RIGHT,
        /** Right but incomplete; the learner is asked for more, and the attempt does not count. */
        SO_FAR,
        WRONG,
        /** Not an answer of the type asked for; the attempt does not count. */
        UNREADABLE;

        /** Returns the name in JSON, like {@code so_far}. */
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Returns the verdict as lines for the learner, without the hint. For a named mistake the second line explains it.
     */
    public List<String> toLines() {
        return misconception
                .map(name -> List.of(NOT_YET.capital(), sentence()))
                .orElse(List.of(kind == VerdictKind.WRONG ? capital() : sentence()));
    }

    /** Returns the verdict as lines for a learner who has missed the question {@code misses} times, with this one. */
    public List<String> toLines(int misses) {
        return misses < 2 ? toLines() : insteadOfNotYet(NOT_THIS_EITHER);
    }

    /** Returns the verdict on a guess as lines for the learner, who has no second try. */
    public List<String> linesOfGuess() {
        return insteadOfNotYet(NOT_RIGHT);
    }

    private List<String> insteadOfNotYet(Verdict first) {
        List<String> lines = new ArrayList<>(toLines());
        if (lines.get(0).equals(NOT_YET.capital())) {
            lines.set(0, first.capital());
        }
        return List.copyOf(lines);
    }

    /** Returns the message as a sentence with a full stop, unless it ends with a mark already. */
    private String sentence() {
        String capital = capital();
        boolean ends = capital.endsWith(".") || capital.endsWith("!") || capital.endsWith("?");
        return ends ? capital : capital + ".";
    }

    private String capital() {
        return ofLesson ? message : message.substring(0, 1).toUpperCase(Locale.ROOT) + message.substring(1);
    }

    /** Returns a copy with a text appended to the message. */
    Verdict withText(String more) {
        return new Verdict(kind, message + more, ofLesson, misconception, hint, place);
    }

    static Verdict of(VerdictKind kind, String message) {
        return new Verdict(kind, message, false, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** Returns a wrong verdict for a slip that does not depend on the question, such as a sign. */
    static Verdict slip(String name, String message) {
        return new Verdict(VerdictKind.WRONG, message, false, Optional.of(name), Optional.empty(), Optional.empty());
    }

    /** Returns a wrong verdict for a mistake that the lesson explains, with the lesson's message. */
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
