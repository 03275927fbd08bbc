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

    private final Dot dot;
    private final DotNumbers numbers;
    private final List<String> steps = new ArrayList<>();

    private DotSteps(Dot dot) {
        this.dot = dot;
        this.numbers = DotNumbers.worked(dot);
    }

    static List<String> of(Dot dot) {
        DotSteps work = new DotSteps(dot);
        work.products();
        work.steps.add("|a| = " + work.length(dot.a()));
        work.steps.add("|b| = " + work.length(dot.b()));
        if (dot.isZero()) {
            work.steps.add("cos θ would be 0/0: " + DotFigure.NO_DIRECTION);
        } else {
            work.angle();
        }
        return work.steps;
    }

    private void products() {
        for (int i = 0; i < Math.min(dot.a().size(), MOST_SHOWN); i++) {
            String index = Subscript.of(i);
            steps.add("a" + index + "·b" + index + " = " + factors(i) + " = " + numbers.term(i));
        }
        String sum = sum(dot.a().size(), i -> WorkedSteps.bracketed(numbers.term(i)));
        steps.add("a·b = " + sum + " = " + numbers.value());
    }

    private void angle() {
        String product = numbers.value();
        String a = numbers.length(dot.a());
        String b = numbers.length(dot.b());
        String cosine = number(dot.cosine().getAsDouble());
        steps.add("cos θ = " + product + "/(" + a + "·" + b + ") = " + cosine);
        steps.add("θ = arccos " + cosine + " = " + number(dot.angleDegrees().getAsDouble()) + "°");
        steps.add("shadow of b on a = " + product + "/" + a + " = "
                + number(dot.projection().getAsDouble()));
    }

    private String length(Vector v) {
        return "√(" + sum(v.size(), i -> bracketed(v.get(i)) + "²") + ") = " + numbers.length(v);
    }

    private static String sum(int n, IntFunction<String> term) {
        return WorkedSteps.listed(n, MOST_SHOWN, " + ", term);
    }

    private String factors(int i) {
        return bracketed(dot.a().get(i)) + "·" + bracketed(dot.b().get(i));
    }
}
