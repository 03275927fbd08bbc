package dev.nabla.lesson;

import dev.nabla.figure.Value;
import dev.nabla.math.BadInput;
import dev.nabla.math.Matrix;
import dev.nabla.math.Noise;
import dev.nabla.math.Numerals;
import dev.nabla.math.Vector;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number, row or matrix of a question: {@code 0.18 or 0.05..0.4 by 0.01}, {@code 1,0.3 or -2..2 by 0.1}, {@code 768 or one
 * of 256, 512, 1024}, or {@code 0.5} for always the same.
 *
 * @param own what it is for seed 0
 * @param among what each of its entries is drawn from for any other seed; empty if it never changes
 */
record Drawn(Value own, List<Double> among) {
    private static final int MOST = 10_000;
    private static final Pattern RANGE = Pattern.compile("(\\S+)\\.\\.(\\S+?)(?:\\s+by\\s+(\\S+))?");

    Drawn {
        among = List.copyOf(among);
    }

    static Drawn parse(String text) {
        String[] halves = text.split("\\s+or\\s+", 2);
        Value own = value(Numerals.matrix(halves[0]));
        return new Drawn(own, halves.length == 1 ? List.of() : among(halves[1].strip()));
    }

    private static List<Double> among(String text) {
        if (text.startsWith("one of ")) {
            return Numerals.vector(text.substring("one of ".length())).stream()
                    .boxed()
                    .toList();
        }
        Matcher range = RANGE.matcher(text);
        if (!range.matches()) {
            throw BadInput.usage(
                    "bad_lesson",
                    "'" + text + "' is nothing to draw from; write like 1..5, -2..2 by 0.1, or one of 2, 4, 8");
        }
        BigDecimal lo = decimal(range.group(1));
        BigDecimal hi = decimal(range.group(2));
        BigDecimal step = range.group(3) == null ? BigDecimal.ONE : decimal(range.group(3));
        if (step.signum() <= 0 || hi.compareTo(lo) < 0 || hi.subtract(lo).doubleValue() / step.doubleValue() > MOST) {
            throw BadInput.usage(
                    "bad_lesson", "'" + text + "' is no range of 1 to " + MOST + " steps; write like -2..2 by 0.1");
        }
        List<Double> grid = new ArrayList<>();
        for (BigDecimal x = lo; x.compareTo(hi) <= 0; x = x.add(step)) {
            grid.add(x.doubleValue());
        }
        return grid;
    }

    private static BigDecimal decimal(String text) {
        double end = Numerals.number(text);
        if (!Double.isFinite(end)) {
            throw BadInput.usage("bad_lesson", "'" + text + "' is no end of a range; write like -2..2 by 0.1");
        }
        return BigDecimal.valueOf(end);
    }

    private static Value value(Matrix matrix) {
        if (matrix.rows() > 1) {
            return new Value.Rows(matrix.toRows());
        }
        Vector row = matrix.toRows().get(0);
        return row.size() > 1 ? new Value.Reals(row) : new Value.Real(row.get(0));
    }

    boolean isFixed() {
        return among.isEmpty();
    }

    /** How many random numbers it takes. */
    int entries() {
        if (own instanceof Value.Rows rows) {
            return rows.rows().size() * rows.rows().get(0).size();
        }
        return own instanceof Value.Reals reals ? reals.values().size() : 1;
    }

    /** Its value from the uniform numbers of a seed, beginning with number {@code from}. */
    Value value(long seed, long from) {
        if (isFixed()) {
            return own;
        }
        if (own instanceof Value.Reals reals) {
            return new Value.Reals(row(seed, from, reals.values().size()));
        }
        if (own instanceof Value.Rows rows) {
            int columns = rows.rows().get(0).size();
            List<Vector> drawn = new ArrayList<>();
            for (int i = 0; i < rows.rows().size(); i++) {
                drawn.add(row(seed, from + (long) i * columns, columns));
            }
            return new Value.Rows(drawn);
        }
        return new Value.Real(entry(seed, from));
    }

    private Vector row(long seed, long from, int size) {
        double[] entries = new double[size];
        for (int i = 0; i < size; i++) {
            entries[i] = entry(seed, from + i);
        }
        return Vector.of(entries);
    }

    private double entry(long seed, long i) {
        return among.get((int) (Noise.uniform(seed, i) * among.size()));
    }
}
