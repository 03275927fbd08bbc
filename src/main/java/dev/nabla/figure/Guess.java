package dev.nabla.figure;

import dev.nabla.figure.Codec.Stride;
import dev.nabla.frame.Line;
import dev.nabla.math.Decimal;
import dev.nabla.math.Vector;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A guess about what a figure will show. While it is open the figure keeps to itself what would tell.
 *
 * @param hidden names of the facts that would
 * @param ghost what is laid on the picture in answer, where one can be
 * @param told whether the answer has been told
 */
public record Guess(List<String> hidden, Optional<Ghost> ghost, boolean told) {
    public static final Guess NONE = new Guess(List.of(), Optional.empty(), true);

    /** True while something is hidden or laid. */
    public boolean isOpen() {
        return !told && (!hidden.isEmpty() || ghost.isPresent());
    }

    Guess withGhost(Ghost other) {
        return new Guess(hidden, Optional.of(other), told);
    }

    /** In place of the figure's own sentence. */
    List<Line> sentence() {
        return ghost.map(laid -> List.of(Line.of("Your ghost ○ stands at ").second(laid.displayText())))
                .orElse(List.of(Line.of("· stands where the figure would tell the answer")));
    }

    /**
     * A number, or a point of the plane, where somebody thinks that the figure will show one.
     *
     * @param range where it can lie, and how far a press moves it
     * @param places of its numbers, no fewer than a tenth of a press needs
     */
    public record Ghost(Range range, Vector at, int places) {
        /** At another place, with as many places as the answer has. */
        public Ghost at(Vector other, int digits) {
            return new Ghost(range, other, digits);
        }

        Ghost nudged(int across, int up, Stride stride) {
            return at(Vector.of(at.size(), i -> moved(at.get(i), i == 0 ? across : up, stride)), places);
        }

        private double moved(double x, int by, Stride stride) {
            double grain = Math.pow(10, -places);
            double way = Math.max(Math.abs(stride.tenths(by)) * range.step() / 10, grain);
            return new Range(range.lo(), range.hi(), grain).snapped(x + Math.signum(by) * way);
        }

        Ghost dragged(double x, double y) {
            return at(Vector.of(at.size(), i -> range.snapped(i == 0 ? x : y)), places);
        }

        /** How far it is from a number or a point. */
        public double from(Vector is) {
            return Vector.of(at.size(), i -> at.get(i) - is.get(i)).norm();
        }

        /** As it would be typed. */
        public String text() {
            return at.stream().mapToObj(x -> Decimal.fixed(x, places)).collect(Collectors.joining(", "));
        }

        /** As it is said: {@code 0.47}, {@code (−1.10, 0.30)}. */
        public String displayText() {
            String text = Decimal.typeset(text());
            return at.size() == 1 ? text : "(" + text + ")";
        }
    }
}
