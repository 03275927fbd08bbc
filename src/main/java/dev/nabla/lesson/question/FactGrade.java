package dev.nabla.lesson.question;

import dev.nabla.figure.Fact;
import dev.nabla.figure.FactPath;
import dev.nabla.figure.Value;
import dev.nabla.lesson.formula.Scope;
import dev.nabla.math.BadInput;
import dev.nabla.math.Decimal;
import dev.nabla.math.Spelling;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Grades an answer against a fact that {@code solve} prints, by the rule of the course's questions. */
public final class FactGrade {
    private static final Pattern NAME = Pattern.compile("\\w+(?:\\[\\d+(?:,\\d+)?])?");

    private FactGrade() {}

    /**
     * What an answer is worth.
     *
     * @param facts of the figure, as it was set
     * @param name of one of them, with a position if it is wanted: {@code p[1]}
     * @param places digits after the point that a decimal needs, if not as many as the fact is shown with
     * @param typed the answer
     * @throws BadInput if there is no such fact, or it has no value here
     */
    public static Verdict of(List<Fact> facts, String name, Optional<Integer> places, String typed) {
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
        AnswerFormat form = new AnswerFormat(places.orElse(fact.places()), Unit.named(fact.unit()), List.of());
        Answer right = answer(fact.name(), Scope.part(key, fact.value()), form);
        return Grade.of(right, typed);
    }

    private static Answer answer(String name, Value value, AnswerFormat form) {
        if (value instanceof Value.Real real) {
            return new NumberAnswer(finite(name, real.value()), form);
        }
        if (value instanceof Value.Whole whole) {
            return new NumberAnswer(whole.value(), form);
        }
        if (value instanceof Value.Reals reals) {
            return new VectorAnswer(reals.values().map(x -> finite(name, x)), form);
        }
        if (value instanceof Value.Word word) {
            return new OptionsAnswer(List.of(word.word()), List.of());
        }
        if (value instanceof Value.Absent absent) {
            throw BadInput.maths("no_value", name + " has no value here: " + absent.why());
        }
        throw BadInput.usage("bad_position", name + " is a matrix; name an entry, like " + name + "[2,1]");
    }

    private static double finite(String name, double value) {
        if (!Double.isFinite(value)) {
            throw BadInput.maths(
                    "no_value", name + " is " + Decimal.shortest(value) + " here; ask for a finite number");
        }
        return value;
    }
}
