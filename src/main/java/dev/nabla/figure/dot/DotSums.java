package dev.nabla.figure.dot;

import dev.nabla.figure.Subscript;
import dev.nabla.figure.part.DotNumbers;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Line;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import dev.nabla.math.Dot;
import java.util.List;
import java.util.function.IntFunction;

/**
 * Both formulas of a·b in numbers: names above, numbers below.
 *
 * @param dot the vectors
 * @param canvas where they are written
 * @param compact whether there is little room
 * @param tone of the result
 */
record DotSums(Dot dot, Canvas canvas, boolean compact, Tone tone) {
    private static final int INDENT = DotPicture.INDENT;
    private static final int EQUALS = 6;

    /** a·b as the sum of the products: names, numbers, result. */
    void products(int y) {
        canvas.put(INDENT, y, "a·b", tone, Weight.BOLD);
        int shown = shown(canvas.width() - INDENT - EQUALS - 1);
        is(y, terms(shown, this::name));
        is(y + 1, terms(shown, i -> Line.of(field(numbers().term(i)))));
        canvas.put(INDENT + 4, y + 2, "=", Tone.DIM);
        canvas.put(INDENT + EQUALS, y + 2, field(numbers().value()) + " ", tone, Weight.REVERSE);
    }

    /** How many terms fit, with room for the dots that stand for the others. */
    private int shown(int width) {
        int n = dot.a().size();
        int each = digits() + 3;
        return n * each - 3 <= width ? n : Math.max(1, (width - 4) / each);
    }

    private Line terms(int shown, IntFunction<Line> term) {
        Line line = term.apply(0);
        for (int i = 1; i < shown; i++) {
            line = Line.join(List.of(line, term.apply(i)), " + ");
        }
        return shown < dot.a().size() ? line.text(" + ...") : line;
    }

    private Line name(int i) {
        String index = Subscript.of(i);
        String blank = " ".repeat(Math.max(0, digits() - 2 - 2 * index.length()));
        return Line.of(blank).first("a" + index).second("b" + index);
    }

    private int digits() {
        return compact ? 5 : DotPicture.FIELD;
    }

    private void is(int y, Line right) {
        canvas.put(INDENT + 4, y, "=", Tone.DIM);
        canvas.put(INDENT + EQUALS, y, right);
    }

    /** a·b as lengths and angle. */
    void lengths(int y) {
        canvas.put(INDENT, y, "a·b", tone, Weight.BOLD);
        String blank = " ".repeat(digits() - 4);
        String times = compact ? " ·" : " · ";
        is(
                y,
                Line.of(blank)
                        .first("|a| ")
                        .dim(times)
                        .text(blank)
                        .second("|b| ")
                        .dim(times)
                        .text(cosine()));
        is(
                y + 1,
                Line.of(field(numbers().length(dot.a())))
                        .dim(times)
                        .text(field(numbers().length(dot.b())))
                        .dim(times)
                        .text(
                                dot.isZero()
                                        ? " none"
                                        : field(DotNumbers.two(dot.cosine().getAsDouble()))));
    }

    /** Over its number; without θ where that is spelt out and does not fit. */
    private String cosine() {
        int left = INDENT + EQUALS + 2 * (digits() + (compact ? 2 : 3));
        String name = " ".repeat(digits() - 5) + "cos θ";
        return left + canvas.width(name) <= canvas.width() ? name : "  cos";
    }

    private DotNumbers numbers() {
        return DotNumbers.drawn(dot);
    }

    private String field(String number) {
        return " ".repeat(Math.max(0, digits() - number.length())) + number;
    }
}
