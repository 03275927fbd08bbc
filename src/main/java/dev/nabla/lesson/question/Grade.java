package dev.nabla.lesson.question;

import dev.nabla.figure.Fact;
import dev.nabla.figure.FactPath;
import dev.nabla.figure.Value;
import dev.nabla.lesson.formula.Scope;
import dev.nabla.lesson.question.Verdict.VerdictKind;
import dev.nabla.math.BadInput;
import dev.nabla.math.Spelling;
import dev.nabla.math.expression.Expression;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Grades a typed answer by the first of these rules that applies:
 *
 * <ol>
 *   <li>The answer, or its rounding to the places asked for, is within half a unit of the last place: right. A remark
 *       follows if it has further digits that are not exact. If a whole number is asked for, it must be exact. Of a
 *       fact, every typed digit counts. A number computed from the rounded numbers of a worked line is right too.
 *   <li>It is a known wrong answer of the question: wrong, with the explanation of that mistake.
 *   <li>It is the answer rounded to fewer places, or in another unit that was typed: right so far.
 *   <li>It differs from the answer by a slip, which is named: truncated, sign, unit, rounded too early, decimal point.
 *   <li>It is a known wrong answer rounded to fewer places: wrong, with the explanation of that mistake.
 *   <li>It is the answer for the numbers that the figure opens with: wrong, and said so.
 *   <li>Otherwise: not yet, with the first hint.
 * </ol>
 *
 * @param right the right answer
 * @param shown value of a worked line's arithmetic with the numbers rounded as shown; empty if the line marks none
 * @param wrong the known wrong answers
 * @param atStart returns what the answer would be for the numbers that the figure opens with, if these give another one
 * @param firstHint hint for when no other rule applies
 */
public record Grade(
        Answer right,
        Optional<NumberAnswer> shown,
        List<KnownWrong> wrong,
        Supplier<Optional<Answer>> atStart,
        Optional<String> firstHint) {
    private static final Verdict FIGURE_NUMBERS = Verdict.slip(
            "figure-numbers", "right for the numbers that the figure opens with; the question has numbers of its own");

    /** A wrong answer with the misconception behind it. */
    public record KnownWrong(Answer answer, String misconception, String reveals) {}

    /**
     * Returns a grade for a fact that {@code solve} prints, by the same rules as the questions of the course.
     *
     * @param facts facts of the figure with its settings
     * @param name name of a fact, with a position from 1 if needed: {@code p[1]}
     * @param exactness precision required of the answer
     * @throws BadInput if there is no such fact, or it has no value for these settings
     */
    public static Grade ofFact(List<Fact> facts, String name, AnswerPrecision exactness) {
        FactPath key = path(name);
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

    private static FactPath path(String name) {
        try {
            return FactPath.parse(name);
        } catch (BadInput unreadable) {
            throw BadInput.usage("unknown_fact", "'" + name + "' is no name of a fact; type one like p or p[1]");
        }
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
                return new NumberAnswer(n, exactness.form(n, fact.places(), fact.unit()));
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
                return new MatrixAnswer(list.rows().stream()
                        .map(row -> new VectorAnswer(row.stream()
                                .mapToObj(x -> number(fact, x, exactness))
                                .toList()))
                        .toList());
            }
        });
    }

    private static NumberAnswer number(Fact fact, double value, AnswerPrecision exactness) {
        if (Double.isNaN(value)) {
            throw BadInput.maths("no_value", fact.name() + " is no number here (NaN)");
        }
        return new NumberAnswer(value, fact.rounding(), exactness.form(value, fact.places(), fact.unit()));
    }

    /** Returns a grade with one right answer and no known mistakes. */
    public static Grade of(Answer right) {
        return new Grade(right, Optional.empty(), List.of(), Optional::empty, Optional.empty());
    }

    /** Returns how a typed text is read; empty if it is blank or cannot be parsed. */
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
                .or(() -> atStart.get()
                        .filter(answer -> answer.fits(typed) == VerdictKind.RIGHT)
                        .map(answer -> FIGURE_NUMBERS))
                .orElseGet(() -> judged.with(firstHint));
    }

    private Optional<Verdict> known(String typed, VerdictKind wanted) {
        return wrong.stream()
                .filter(candidate -> candidate.answer().fits(typed) == wanted)
                .findFirst()
                .map(found -> Verdict.revealed(found.misconception(), found.reveals()));
    }
}
