package dev.nabla.lesson.question;

import dev.nabla.lesson.question.Verdict.Kind;
import dev.nabla.math.BadInput;
import java.util.List;
import java.util.Optional;

/**
 * The rule by which a typed answer is graded; the first that holds:
 *
 * <ol>
 *   <li>it is the answer, rounded to the places it has and to no fewer than asked: right; and so it is if it was worked out
 *       from rounded numbers because no others were shown
 *   <li>it is one of the question's own wrong answers: wrong, and what that reveals
 *   <li>it is the answer rounded to fewer places, or in another unit that was named: right so far
 *   <li>it is the answer but for a slip of the hand: cut off, sign, unit, rounded early, decimal point
 *   <li>it is a wrong answer rounded to fewer places: wrong, and what that reveals
 *   <li>anything else: not yet, and the first hint
 * </ol>
 *
 * @param right the answer
 * @param shown what the numbers that are shown come to, if that is another in its further digits
 * @param wrong the known wrong ones
 * @param firstHint for when nothing else is known
 */
public record Grade(Answer right, Optional<NumberAnswer> shown, List<Wrong> wrong, Optional<String> firstHint) {
    /** A wrong answer with the misconception behind it. */
    record Wrong(Answer answer, String misconception, String reveals) {}

    /** The grade against one answer of which no mistakes are known. */
    public static Verdict of(Answer right, String typed) {
        return new Grade(right, Optional.empty(), List.of(), Optional.empty()).of(typed);
    }

    public Verdict of(String typed) {
        try {
            return read(typed);
        } catch (BadInput unreadable) {
            return Verdict.unreadable(unreadable);
        }
    }

    private Verdict read(String typed) {
        if (typed.isBlank()) {
            throw BadInput.usage("bad_answer", "nothing was typed");
        }
        Verdict judged = right.judge(typed);
        if (judged.kind() == Kind.RIGHT) {
            return judged;
        }
        if (shown.filter(number -> number.judge(typed).kind() == Kind.RIGHT).isPresent()) {
            return Verdict.of(Kind.RIGHT, "right");
        }
        return known(typed, Kind.RIGHT)
                .or(() -> Optional.of(judged).filter(found -> found.kind() == Kind.SO_FAR || found.isNamed()))
                .or(() -> known(typed, Kind.SO_FAR))
                .orElseGet(() -> judged.with(firstHint));
    }

    private Optional<Verdict> known(String typed, Kind wanted) {
        return wrong.stream()
                .filter(candidate -> candidate.answer().judge(typed).kind() == wanted)
                .findFirst()
                .map(found -> Verdict.mistake(found.misconception(), found.reveals(), true));
    }
}
