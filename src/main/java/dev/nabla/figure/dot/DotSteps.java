package dev.nabla.figure.dot;

import static dev.nabla.figure.WorkedSteps.bracketed;
import static dev.nabla.figure.WorkedSteps.number;

import dev.nabla.figure.Subscript;
import dev.nabla.figure.WorkedSteps;
import dev.nabla.figure.part.DotNumbers;
import dev.nabla.math.Dot;
import dev.nabla.math.Vector;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/** FIG.02 worked out: the products and their sum, the lengths, the angle, the shadow. */
final class DotSteps {
    private static final int MOST_SHOWN = 4;

    private DotSteps() {}

    static List<String> of(Dot dot) {
        DotNumbers numbers = DotNumbers.worked(dot);
        String product = numbers.value();
        String a = numbers.length(dot.a());
        String b = numbers.length(dot.b());
        List<String> steps = new ArrayList<>();
        for (int i = 0; i < Math.min(dot.a().size(), MOST_SHOWN); i++) {
            String index = Subscript.of(i);
            String factors = bracketed(dot.a().get(i)) + "·" + bracketed(dot.b().get(i));
            steps.add("a" + index + "·b" + index + " = " + factors + " = " + numbers.term(i));
        }
        steps.add("a·b = " + sum(dot.a(), i -> bracketed(numbers.term(i))) + " = " + product);
        steps.add("|a| = " + root(dot.a()) + " = " + a);
        steps.add("|b| = " + root(dot.b()) + " = " + b);
        if (dot.isZero()) {
            steps.add("cos θ would be 0/0: " + DotFigure.NO_DIRECTION);
            return steps;
        }
        String cosine = number(dot.cosine().getAsDouble());
        String shadow = number(dot.projection().getAsDouble());
        steps.add("cos θ = " + product + "/(" + a + "·" + b + ") = " + cosine);
        steps.add("θ = arccos " + cosine + " = " + number(dot.angleDegrees().getAsDouble()) + "°");
        steps.add("shadow of b on a = " + product + "/" + a + " = " + shadow);
        return steps;
    }

    private static String root(Vector v) {
        return "√(" + sum(v, i -> bracketed(v.get(i)) + "²") + ")";
    }

    private static String sum(Vector v, IntFunction<String> term) {
        return WorkedSteps.listed(v.size(), MOST_SHOWN, " + ", term);
    }
}
