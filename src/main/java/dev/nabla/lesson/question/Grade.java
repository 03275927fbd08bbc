package dev.nabla.lesson.question;

import dev.nabla.figure.Fact;
import dev.nabla.figure.FactPath;
import dev.nabla.figure.Value;
import dev.nabla.lesson.formula.Scope;
import dev.nabla.lesson.question.Verdict.VerdictKind;
import dev.nabla.math.BadInput;
import dev.nabla.math.Decimal;
import dev.nabla.math.Spelling;
import dev.nabla.math.expression.Expression;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The rule by which a typed answer is graded; the first that holds:
 *
 * <ol>
 *   <li>it, or what it rounds to at the places asked for, is within half a unit of the last of them: right, with a remark if
 *       it has further digits that are not exact. A whole number asked for as one must be exact, and of a fact every typed
 *       digit counts. A number worked out from the rounded numbers of a line is right too
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
public record Grade(Answer right, Optional<NumberAnswer> shown, List<KnownWrong> wrong, Optional<String> firstHint) {
    private static final Pattern NAME = Pattern.compile("\\w+(?:\\[\\d+(?:,\\d+)?])?");

    /** A wrong answer with the misconception behind it. */
    record KnownWrong(Answer answer, String misconception, String reveals) {}

    /**
     * Grades against a fact that {@code solve} prints, by the rule of the course's questions.
     *
     * @param facts of the figure, as it was set
     * @param name of one of them, with a position if it is wanted: {@code p[1]}
     * @throws BadInput if there is no such fact, or it has no value here
     */
    public static Grade ofFact(List<Fact> facts, String name, AnswerPrecision exactness) {
        if (!NAME.matcher(name).matches()) {
            throw BadInput.usage("unknown_fact", "'" + name + "' is no name of a fact; type one like p or p[1]");
        }
        FactPath key = FactPath.parse(name);
        Fact fact = facts.stream()
                .filter(candidate -> candidate.name().equals(key.name()))
                .findFirst()
                .orElseThrow(() -> BadInput.usage(
                        "unknown_fact",
                        "unknown fact '" + name + "'; "
                                + Spelling.suggest(
                                        name, facts.stream().map(Fact::name).toList())));
        return of(answer(fact, Scope.part(key, fact.value()), exactness));
    }

    private static Answer answer(Fact fact, Value value, AnswerPrecision exactness) {
        String name = fact.name();
        return value.accept(new Value.Visitor<Answer, RuntimeException>() {
            @Override
            public Answer real(double x) {
                return number(fact, x, exactness);
            }

            @Override
            public Answer whole(long n) {
                return new NumberAnswer(n, exactness.form(n, fact.places(), Unit.named(fact.unit())));
            }

            @Override
            public Answer word(String text) {
                return new OptionsAnswer(List.of(text), List.of());
            }

            @Override
            public Answer function(Expression f) {
                return new FunctionAnswer(f);
            }

            @Override
            public Answer flag(boolean yes) {
                return word(String.valueOf(yes));
            }

            @Override
            public Answer absent(String why) {
                throw BadInput.maths("no_value", name + " has no value here: " + why);
            }

            @Override
            public Answer reals(Value.Reals reals) {
                return new VectorAnswer(reals.values().stream()
                        .mapToObj(x -> number(fact, x, exactness))
                        .toList());
            }

            @Override
            public Answer list(Value.Listed list) {
                throw BadInput.usage("bad_position", name + " is a matrix; name an entry, like " + name + "[2,1]");
            }
        });
    }

    private static NumberAnswer number(Fact fact, double value, AnswerPrecision exactness) {
        if (!Double.isFinite(value)) {
            throw BadInput.maths(
                    "no_value", fact.name() + " is " + Decimal.shortest(value) + " here; ask for a finite number");
        }
        return new NumberAnswer(value, fact.rounding(), exactness.form(value, fact.places(), Unit.named(fact.unit())));
    }

    /** Against one answer of which no mistakes are known. */
    public static Grade of(Answer right) {
        return new Grade(right, Optional.empty(), List.of(), Optional.empty());
    }

    /** What a typed text is taken for; empty if it cannot be read. */
    public Optional<String> understood(String typed) {
        try {
            return typed.isBlank() ? Optional.empty() : Optional.of(right.understood(typed));
        } catch (BadInput unreadable) {
            return Optional.empty();
        }
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
        if (judged.kind() == VerdictKind.RIGHT) {
            return judged;
        }
        if (shown.filter(number -> number.fits(typed) == VerdictKind.RIGHT).isPresent()) {
            return Verdict.of(VerdictKind.RIGHT, "right");
        }
        return known(typed, VerdictKind.RIGHT)
                .or(() -> Optional.of(judged).filter(found -> found.kind() == VerdictKind.SO_FAR || found.isNamed()))
                .or(() -> known(typed, VerdictKind.SO_FAR))
                .orElseGet(() -> judged.with(firstHint));
    }

    private Optional<Verdict> known(String typed, VerdictKind wanted) {
        return wrong.stream()
                .filter(candidate -> candidate.answer().fits(typed) == wanted)
                .findFirst()
                .map(found -> Verdict.revealed(found.misconception(), found.reveals()));
    }
}
