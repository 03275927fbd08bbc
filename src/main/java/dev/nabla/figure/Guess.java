package dev.nabla.figure;

import dev.nabla.frame.Line;
import dev.nabla.math.Decimal;
import dev.nabla.math.Vector;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A guess about what a figure will show. While it is open the figure hides what would reveal the answer.
 *
 * @param hidden names of the facts that would reveal the answer
 * @param ghost the learner's mark on the picture, if the figure takes one
 * @param isAnswered whether the answer has been shown
 */
public record Guess(List<String> hidden, Optional<Ghost> ghost, boolean isAnswered) {
    /** What the dots in a picture stand for; text mode says the word instead of a dot. */
    public static final String DOTS = ViewState.HIDDEN + " hides what would give the answer away";

    public static final Guess NONE = new Guess(List.of(), Optional.empty(), true);

    /** Returns whether the answer has not been shown and something is hidden or marked. */
    public boolean isOpen() {
        return !isAnswered && (!hidden.isEmpty() || ghost.isPresent());
    }

    /** Returns a copy without a mark, for a learner who types the guess. */
    public Guess withoutGhost() {
        return new Guess(hidden, Optional.empty(), isAnswered);
    }

    Guess withGhost(Ghost other) {
        return new Guess(hidden, Optional.of(other), isAnswered);
    }

    /** Returns the sentence that replaces the figure's own while the guess is open. */
    List<Line> sentence() {
        return ghost.map(laid -> List.of(Line.of(laid.hasRings() ? "Your rings ○ are at " : "Your ghost ○ is at ")
                        .second(laid.displayText())))
                .orElse(List.of(Line.of(DOTS)));
    }

    /**
     * The learner's guess on the picture: a number, a point of the plane, or a row of rings, each at a height of its
     * own.
     *
     * @param range the possible numbers, and the step of a key press
     * @param at the guess: the number, the two components of the point, or the height of each ring
     * @param places decimals of its numbers; enough for a tenth of a step
     * @param isRow whether it is a row of rings, or a single ring that moves up and down
     */
    public record Ghost(Range range, Vector at, int places, boolean isRow) {
        /** Creates a ghost at a number or at a point. */
        public Ghost(Range range, Vector at, int places) {
            this(range, at, places, false);
        }

        /** Returns how to place it, in a sentence or two. */
        public String instruction() {
            return hasRings()
                    ? "Up and down move a ring ○, left and right choose the next. Tab: the figure."
                    : (movesUp() ? "Arrows" : "← →") + " move the ghost ○, a digit types it. Tab: the figure.";
        }

        /** Returns a copy at another position, with as many decimals as the answer has. */
        public Ghost at(Vector other, int digits) {
            return new Ghost(range, other, digits, isRow);
        }

        /** Returns the number of places where the keys can stop: one, or one per ring. */
        int stops() {
            return isRow ? at.size() : 1;
        }

        /** Returns whether it has several rings, of which the keys choose one. */
        boolean hasRings() {
            return isRow && at.size() > 1;
        }

        /** Returns whether the up and down arrows move it. All four arrows move a single ring. */
        boolean movesUp() {
            return isRow || at.size() > 1;
        }

        /** Returns a copy moved by presses of the arrow keys; of a row only ring {@code part} moves, up or down. */
        Ghost nudged(int part, int across, int up, Stride stride) {
            return at(
                    Vector.of(
                            at.size(),
                            i -> isRow
                                    ? i == part ? moved(at.get(i), across + up, stride) : at.get(i)
                                    : moved(at.get(i), i == 0 ? across : up, stride)),
                    places);
        }

        private double moved(double x, int by, Stride stride) {
            double grain = Math.pow(10, -places);
            double way = Math.max(Math.abs(stride.tenths(by)) * range.step() / 10, grain);
            return new Range(range.lo(), range.hi(), grain).snapped(x + Math.signum(by) * way);
        }

        Ghost dragged(int part, double x, double y) {
            return at(
                    Vector.of(at.size(), i -> isRow && i != part ? at.get(i) : range.snapped(i == 0 && !isRow ? x : y)),
                    places);
        }

        /** Returns the distance to a number or a point. */
        public double from(Vector is) {
            return Vector.of(at.size(), i -> at.get(i) - is.get(i)).norm();
        }

        /** Returns the numbers as a user would type them. */
        public String text() {
            return at.stream().mapToObj(x -> Decimal.fixed(x, places)).collect(Collectors.joining(", "));
        }

        /** Returns the numbers as text shows them: {@code 0.47}, {@code (−1.10, 0.30)}. */
        public String displayText() {
            String text = Decimal.typeset(text());
            return at.size() == 1 || isRow ? text : "(" + text + ")";
        }
    }
}
