package dev.nabla.lesson.question;

import dev.nabla.lesson.question.Verdict.Kind;
import dev.nabla.math.expression.Expression;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;

/** A function of x, for which θ may be written, right in whatever form it is written: compared at a dozen places, to one part in 10^9. */
record FunctionAnswer(Expression function) implements Answer {
    private static final double[] PLACES = {-3.1, -2.3, -1.7, -0.9, -0.35, 0.15, 0.45, 0.8, 1.3, 1.9, 2.6, 3.7};
    private static final double HAIR = 1e-9;
    private static final int LEAST = 4;

    @Override
    public Verdict judge(String typed) {
        Expression read = ParsedNumber.read(ParsedNumber.plain(typed).replace('θ', 'x'), Expression::parse);
        if (isSame(read::at)) {
            return Verdict.of(Kind.RIGHT, "right");
        }
        return isSame(x -> -read.at(x))
                ? Verdict.slip("sign", "right but for its sign; look at each minus again")
                : Verdict.NOT_YET;
    }

    /** Equal, or without a value, at every place, and with one at some. */
    private boolean isSame(DoubleUnaryOperator other) {
        boolean equal = DoubleStream.of(PLACES).allMatch(x -> isSame(function.at(x), other.applyAsDouble(x)));
        long there = DoubleStream.of(PLACES)
                .filter(x -> !Double.isNaN(function.at(x)))
                .count();
        return equal && there >= LEAST;
    }

    private static boolean isSame(double a, double b) {
        return Double.isNaN(a) ? Double.isNaN(b) : Math.abs(a - b) <= HAIR * Math.max(1, Math.abs(a));
    }

    @Override
    public boolean isApartFrom(Answer other) {
        return other instanceof FunctionAnswer graph && !isSame(graph.function::at);
    }

    @Override
    public String text() {
        return function.toString();
    }
}
