package dev.nabla.lesson.question;

import static dev.nabla.lesson.question.Verdict.Kind.RIGHT;
import static dev.nabla.lesson.question.Verdict.Kind.SO_FAR;

import dev.nabla.lesson.question.Answer.Match;
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
 *   <li>it is the answer but for a {@link Answer.Slip}: cut off, sign, unit, rounded early, decimal point
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
    public Grade(Answer right, List<Wrong> wrong, Optional<String> firstHint) {
        this(right, Optional.empty(), wrong, firstHint);
    }

    /** A wrong answer with the misconception behind it. */
    record Wrong(Answer answer, String misconception, String reveals) {}

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
        Match match = right.match(typed);
        if (match == Match.FULL) {
            return Verdict.of(RIGHT, right instanceof NumberAnswer amount ? "right, it is " + amount.shown() : "right");
        }
        if (shown.filter(amount -> amount.match(typed) == Match.FULL).isPresent()) {
            return Verdict.of(RIGHT, "right");
        }
        Optional<Verdict> soFar =
                match == Match.PARTIAL ? Optional.of(Verdict.of(SO_FAR, right.more(typed))) : Optional.empty();
        return known(typed, Match.FULL)
                .or(() -> soFar)
                .or(() -> right.slip(typed).map(slip -> Verdict.mistake(slip.id(), slip.message(), false)))
                .or(() -> known(typed, Match.PARTIAL))
                .orElseGet(() -> Verdict.notYet(firstHint));
    }

    private Optional<Verdict> known(String typed, Match wanted) {
        return wrong.stream()
                .filter(candidate -> candidate.answer().match(typed) == wanted)
                .findFirst()
                .map(found -> Verdict.mistake(found.misconception(), found.reveals(), true));
    }
}
