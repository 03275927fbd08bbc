package dev.nabla.lesson.question;

import dev.nabla.math.expression.Expression;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;

/** A function of x, right in whatever form it is written: compared at a dozen places, to one part in 10^9. */
record FunctionAnswer(Expression function) implements Answer {
    private static final double[] PLACES = {-3.1, -2.3, -1.7, -0.9, -0.35, 0.15, 0.45, 0.8, 1.3, 1.9, 2.6, 3.7};
    private static final double HAIR = 1e-9;
    private static final int LEAST = 4;

    @Override
    public Match match(String typed) {
        return isSame(read(typed)::at) ? Match.FULL : Match.NONE;
    }

    private static Expression read(String typed) {
        return ParsedNumber.read(ParsedNumber.plain(typed), Expression::parse);
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
    public Optional<Slip> slip(String typed) {
        Expression read = read(typed);
        return isSame(x -> -read.at(x))
                ? Optional.of(new Slip("sign", "right but for its sign; look at each minus again"))
                : Optional.empty();
    }

    @Override
    public boolean isApartFrom(Answer other) {
        return other instanceof FunctionAnswer graph && !isSame(graph.function::at);
    }

    @Override
    public String text() {
        String text = function.toString();
        return isWrapped(text) ? text.substring(1, text.length() - 1) : text;
    }

    /** True if the first bracket closes at the very end: a formula puts some round what it computes. */
    private static boolean isWrapped(String text) {
        int open = 0;
        for (int i = 0; i < text.length(); i++) {
            open += text.charAt(i) == '(' ? 1 : text.charAt(i) == ')' ? -1 : 0;
            if (open == 0) {
                return i > 0 && i == text.length() - 1;
            }
        }
        return false;
    }
}
