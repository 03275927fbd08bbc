package dev.nabla.figure.derivative;

import dev.nabla.math.expression.Derivative;
import dev.nabla.math.expression.Expression;

/** Secant and slope in Python, f and its rule written out; where there is no slope, none is printed. */
final class DerivativeCode {
    private DerivativeCode() {}

    static String of(Derivative at) {
        String f = at.f().python();
        String rule = at.f().derivative().map(Expression::python).orElse("$slope");
        boolean sigmoid = f.contains("sigmoid");
        return """
                $math
                $sigmoid
                $relu
                def f(x): return $f
                x, eps = $x, $eps
                secant = (f(x + eps) - f(x)) / eps  #2 $forward
                $rule
                miss = f(x + eps) - (f(x) + eps * slope)  # eps * $gap
                print(secant - slope)  # $gap
                print(slope)  #= $slope
                """
                .replace("$math", sigmoid || (f + rule).contains("math.") ? "import math" : "")
                .replace("$sigmoid", sigmoid ? "def sigmoid(x): return 1 / (1 + math.exp(-x))" : "")
                .replace("$relu", f.contains("relu") ? "def relu(x): return max(0.0, x)" : "")
                .replace("$rule", at.noSlope().map(why -> "# " + why).orElse("slope = " + rule + "  #= $slope"))
                .replace("return $f", "return " + f);
    }
}
