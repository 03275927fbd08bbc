package dev.nabla.figure.wish;

import static dev.nabla.figure.wish.WishFigure.LEAST;
import static dev.nabla.figure.wish.WishFigure.MOVED;
import static dev.nabla.figure.wish.WishFigure.REWARD;

import dev.nabla.figure.ViewState;
import dev.nabla.figure.part.PlotAxes;
import dev.nabla.frame.Area;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Plot;
import dev.nabla.frame.Plot.DrawOrder;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import dev.nabla.gpt.RewardRule;
import dev.nabla.gpt.RewardState.GroupMean;
import dev.nabla.math.Decimal;
import java.util.List;
import java.util.Optional;

/**
 * Draws the plane of FIG.26: reward upwards, nats moved to the right. Dots show the least that any model must move for
 * a reward, where there is a least.
 */
record WishPlane(WishResults results, Optional<WishResults> kept, ViewState<WishModel> cursor, Canvas canvas) {
    private static final int LEFT = 4;
    private static final int BELOW = 2;
    /** Ends of the axis of nats, from which the first is taken that holds all that is drawn. */
    private static final List<Integer> ENDS = List.of(4, 8, 16, 40, 100);

    private static final int TICKS = 4;
    /** Parts of the curve of the least, with a dot between any two. */
    private static final int PARTS = 16;
    /** Steps from a dot to the next one on the kept path. */
    private static final int DOTS = 3;

    void draw() {
        int high = canvas.height() - BELOW;
        Area area = new Area(LEFT, 0, canvas.width() - LEFT, high);
        Canvas inside = canvas.part(area);
        double end = end();
        double top = top();
        Plot plot = Plot.of(inside, 0, end, 0, top * 1.04);
        axes(new PlotAxes(canvas, area, plot), end, top, high);
        if (!cursor.hides(REWARD) && !cursor.hides(MOVED)) {
            if (results.model().isYesOrNo() && results.first().isPresent() && !cursor.hides(LEAST)) {
                least(plot);
            }
            beside().ifPresent(run -> path(run, plot, Tone.FIRST, true));
            path(results, plot, Tone.SECOND, false);
            plot.stamp();
            beside().flatMap(WishResults::place)
                    .ifPresent(at -> plot.mark(at.moved(), at.reward(), '■', Tone.FIRST, Weight.BOLD));
            results.place().ifPresent(at -> plot.mark(at.moved(), at.reward(), '●', Tone.RESULT, Weight.BOLD));
            words(inside, plot, high);
        }
    }

    /** Returns the kept run if it has a place on this plane. */
    private Optional<WishResults> beside() {
        return kept.filter(results::isComparable);
    }

    private double end() {
        double most = furthest(results);
        if (beside().isPresent()) {
            most = Math.max(most, furthest(beside().get()));
        }
        for (int end : ENDS) {
            if (most <= end) {
                return end;
            }
        }
        return Math.ceil(most / 100) * 100;
    }

    private static double furthest(WishResults run) {
        double most = run.place().map(GroupMean::moved).orElse(0.0);
        for (GroupMean mean : run.path()) {
            most = Math.max(most, mean.moved());
        }
        return Double.isFinite(most) ? most : 0;
    }

    /** Returns the largest reward: a name has at most 16 letters. */
    private double top() {
        RewardRule wish = results.model().recipe().wish();
        int letters = results.model().recipe().shape().blockSize();
        return Math.max(1, wish.reward("a".repeat(letters)));
    }

    private void axes(PlotAxes axes, double end, double top, int high) {
        axes.draw();
        for (double tick : new double[] {0, top / 2, top}) {
            axes.tickAtLeft(tick, Decimal.shortest(tick));
        }
        for (int i = 0; i <= TICKS; i++) {
            double tick = end * i / TICKS;
            int x = axes.tickBelow(tick);
            String number = Decimal.shortest(tick);
            canvas.put(Math.min(x, canvas.width() - canvas.width(number)), high + 1, number, Tone.DIM);
        }
        Plot plot = axes.plot();
        String unit = canvas.fitting(
                LEFT + plot.column(end / TICKS * 4) - plot.column(end / TICKS * 3) - 6, "nats moved", "nats");
        canvas.put(LEFT + plot.column(end * 3 / TICKS) + 3, high + 1, unit, Tone.DIM);
    }

    private void least(Plot plot) {
        double p = results.firstReward();
        for (int i = 0; i <= PARTS; i++) {
            double r = p + (1 - p) * i / PARTS;
            dot(WishResults.divergence(p, r), r, plot, Tone.DIM);
        }
    }

    private static void dot(double moved, double reward, Plot plot, Tone tone) {
        plot.line(moved, reward, moved, reward, tone, DrawOrder.CONSTRUCTION);
    }

    /** Draws a path, or only some dots of it. */
    private static void path(WishResults run, Plot plot, Tone tone, boolean dotted) {
        List<GroupMean> path = run.path();
        for (int i = 1; i < path.size(); i++) {
            GroupMean from = path.get(i - 1);
            GroupMean to = path.get(i);
            if (!dotted) {
                plot.line(from.moved(), from.reward(), to.moved(), to.reward(), tone, DrawOrder.DATA);
            } else if (i % DOTS == 0) {
                dot(to.moved(), to.reward(), plot, tone);
            }
        }
    }

    private void words(Canvas inside, Plot plot, int high) {
        if (!results.model().isYesOrNo() || results.first().isEmpty() || cursor.hides(LEAST)) {
            return;
        }
        String[] lines = {"nothing can stand left", "of the dotted line"};
        int x = plot.column(WishResults.divergence(results.firstReward(), 1)) + 3;
        boolean free = true;
        for (int i = 0; i < lines.length; i++) {
            int width = inside.width(lines[i]);
            free &= x + width < inside.width() && plot.isFree(x, high / 2 + i, width);
        }
        for (int i = 0; free && i < lines.length; i++) {
            inside.put(x, high / 2 + i, lines[i], Tone.DIM);
        }
    }
}
