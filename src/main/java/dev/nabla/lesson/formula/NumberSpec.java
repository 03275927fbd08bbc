package dev.nabla.lesson.formula;

import dev.nabla.figure.Value;
import dev.nabla.math.Matrix;
import dev.nabla.math.Noise;
import dev.nabla.math.expression.Numerals;
import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A number, row or matrix of a question, with the values to draw from. Examples: {@code 0.18 or 0.05..0.4 by 0.01},
 * {@code 1,0.3 or -2..2 by 0.1}, {@code 768 or one of 256, 512, 1024}, and {@code 0.5} for a fixed value.
 *
 * @param text the specification as it was written
 * @param matrix its value for seed 0
 * @param among values that each entry is drawn from for any other seed; empty if it is fixed
 */
public record NumberSpec(String text, Matrix matrix, List<Double> among) {
    private static final int MOST = 10_000;
    private static final Pattern RANGE = Pattern.compile("(\\S+)\\.\\.(\\S+?)(?:\\s+by\\s+(\\S+))?");

    public static NumberSpec parse(String text) {
        String[] halves = text.split("\\s+or\\s+", 2);
        Matrix own = Numerals.matrix(halves[0]);
        return new NumberSpec(text, own, halves.length == 1 ? List.of() : among(halves[1].strip()));
    }

    private static List<Double> among(String text) {
        if (text.startsWith("one of ")) {
            return Numerals.vector(text.substring("one of ".length())).stream()
                    .boxed()
                    .toList();
        }
        Matcher range = RANGE.matcher(text);
        if (!range.matches()) {
            throw BadLesson.of(
                    "'" + text + "' is nothing to draw from; write like 1..5, -2..2 by 0.1, or one of 2, 4, 8");
        }
        BigDecimal lo = decimal(range.group(1));
        BigDecimal hi = decimal(range.group(2));
        BigDecimal step = range.group(3) == null ? BigDecimal.ONE : decimal(range.group(3));
        if (step.signum() <= 0 || hi.compareTo(lo) < 0 || hi.subtract(lo).doubleValue() / step.doubleValue() > MOST) {
            throw BadLesson.of("'" + text + "' is no range of 1 to " + MOST + " steps; write like -2..2 by 0.1");
        }
        return Stream.iterate(lo, x -> x.compareTo(hi) <= 0, x -> x.add(step))
                .map(BigDecimal::doubleValue)
                .toList();
    }

    private static BigDecimal decimal(String text) {
        double end = Numerals.number(text);
        if (!Double.isFinite(end)) {
            throw BadLesson.of("'" + text + "' is no end of a range; write like -2..2 by 0.1");
        }
        return BigDecimal.valueOf(end);
    }

    public boolean isFixed() {
        return among.isEmpty();
    }

    /** Returns the number of entries; each draw takes one random number per entry. */
    public int entries() {
        return matrix.rows() * matrix.columns();
    }

    /** Returns its value for seed 0. */
    public Value own() {
        return value(matrix);
    }

    /**
     * Returns its value for a seed other than 0.
     *
     * @param from index of the first random number of the seed to use
     */
    public Value value(long seed, long from) {
        Matrix drawn = matrix;
        for (int i = 0; i < entries() && !isFixed(); i++) {
            drawn = drawn.with(i, among.get((int) (Noise.uniform(seed, from + i) * among.size())));
        }
        return value(drawn);
    }

    private static Value value(Matrix matrix) {
        if (matrix.rows() > 1) {
            return new Value.Rows(matrix.vectors());
        }
        return matrix.columns() > 1 ? new Value.Reals(matrix.row(0)) : new Value.Real(matrix.get(0));
    }
}
