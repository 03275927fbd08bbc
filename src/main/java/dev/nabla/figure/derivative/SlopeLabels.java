package dev.nabla.figure.derivative;

import dev.nabla.figure.derivative.SlopeSpace.Place;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import dev.nabla.math.Decimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** The words in the picture of FIG.04: each beside what it names, or left out where it would lie on a line. */
record SlopeLabels(SlopeSpace space) {
    private static final String TANGENT = "tangent";

    void draw() {
        String name = "f(x) = " + Decimal.typeset(space.at.f().toString());
        String shown =
                name.length() <= space.canvas.width() - 2 ? name : name.substring(0, space.canvas.width() - 5) + "...";
        space.labels.put(1, 0, shown, Tone.TEXT, Weight.BOLD);
        if (!Double.isFinite(space.y)) {
            String why = space.at.noValue().orElse("no value");
            warned(why);
            return;
        }
        if (space.at.noSlope().isPresent()) {
            warned("no derivative here");
            slopeWords();
        }
        near(space.x, space.y, "f(x)", Tone.FIRST, space.at.slope() >= 0);
        boolean apart = space.plot.column(space.besideX) - space.plot.column(space.x) >= 3;
        boolean pushed = Double.isFinite(space.besideY) && apart;
        if (pushed) {
            near(space.besideX, space.besideY, "f(x+ε)", Tone.SECOND, space.besideY >= space.y);
        }
        tangentWord();
        if (pushed) {
            push();
        }
    }

    /** What the push is, the secant over it, and what the tangent misses, where they are large enough to be named. */
    private void push() {
        double foretold = space.y + space.at.eps() * space.at.slope();
        int rows = Math.abs(space.plot.row(foretold) - space.plot.row(space.besideY));
        if (Double.isFinite(foretold) && rows >= 2) {
            space.labels.put(
                    space.plot.column(space.besideX) + 2,
                    space.plot.row((foretold + space.besideY) / 2),
                    "miss",
                    Tone.WARN,
                    Weight.BOLD);
        }
        double half = space.x + space.at.eps() / 2;
        int below = space.plot.row(space.y) + (space.besideY >= space.y ? 1 : -1);
        if (space.isClear(space.plot.column(half), below, 1)) {
            space.labels.put(space.plot.column(half), below, "ε", Tone.SECOND, Weight.BOLD);
        }
        if (rows >= 2) {
            String word = "secant";
            int row = space.plot.row((space.y + space.besideY) / 2);
            space.tryAt(space.plot.column(half) - space.canvas.width(word) - 2, row, word, Tone.SECOND);
        }
    }

    /** Under or over x, else to the right or left of it; the sentence says it too where there is no place. */
    private void warned(String why) {
        int width = space.canvas.width(why);
        int at = space.plot.column(space.x);
        for (int wanted : new int[] {at - width / 2, at + 2, at - width - 1}) {
            int column = Math.max(1, Math.min(space.canvas.width() - width - 1, wanted));
            for (int below : new int[] {2, 3, -2, 4, -3, 5, -4}) {
                int row = Math.max(0, Math.min(space.canvas.height() - 1, space.plot.row(0) + below));
                if (space.plot.isFree(column, row, width)
                        && space.labels.put(column, row, why, Tone.WARN, Weight.BOLD)) {
                    return;
                }
            }
        }
    }

    /** Beside a point, on the side away from the curve if it is clear there. */
    private void near(double px, double py, String text, Tone tone, boolean rising) {
        int column = space.plot.column(px);
        int row = space.plot.row(py);
        int left = column - space.canvas.width(text) - 1;
        List<Place> places = Arrays.asList(
                new Place(left, row - 1),
                new Place(left, row),
                new Place(column + 2, row + 1),
                new Place(column + 2, row),
                new Place(column + 2, row - 1),
                new Place(left, row + 1));
        Collections.rotate(places, rising ? 0 : 2);
        space.tryAt(places, text, tone);
    }

    private void tangentWord() {
        if (space.at.noSlope().isPresent()) {
            return;
        }
        List<Place> places = new ArrayList<>();
        for (double share : new double[] {0.36, 0.42, 0.3, 0.22}) {
            places.add(besideTangent(space.x - share * space.window.halfWidth()));
            places.add(besideTangent(space.x + share * space.window.halfWidth()));
        }
        space.tryAt(places, TANGENT, Tone.RESULT);
    }

    /** On the side of the line where the curve is not. */
    private Place besideTangent(double x) {
        double y = space.y + space.at.slope() * (x - space.x);
        boolean below = space.at.f().at(x) > y;
        boolean right = below == space.at.slope() >= 0;
        int column = space.plot.column(x) + (right ? 2 : -1 - space.canvas.width(TANGENT));
        return new Place(column, space.plot.row(y) + (below ? 1 : -1));
    }

    /** At a kink each half of the line has its own slope. */
    private void slopeWords() {
        double reach = 0.3 * space.window.halfWidth();
        String left = Decimal.drawn(space.at.left(), 2, 8);
        String right = Decimal.drawn(space.at.right(), 2, 8);
        int column = space.plot.column(space.x - reach) - (space.at.left() < 0 ? space.canvas.width(left) + 2 : 0);
        space.tryAt(
                column,
                space.plot.row(space.y - space.at.left() * reach) + 1 - (space.at.left() == 0 ? 2 : 0),
                left,
                Tone.RESULT);
        space.tryAt(
                space.plot.column(space.x + reach) + 2,
                space.plot.row(space.y + space.at.right() * reach) + 1,
                right,
                Tone.RESULT);
    }
}
