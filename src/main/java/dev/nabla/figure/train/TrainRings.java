package dev.nabla.figure.train;

import dev.nabla.figure.Guess.Ghost;
import dev.nabla.figure.Range;
import dev.nabla.figure.Style;
import dev.nabla.figure.ViewState;
import dev.nabla.figure.ViewState.Focus;
import dev.nabla.frame.Area;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Handle;
import dev.nabla.frame.Plot;
import dev.nabla.frame.Scale;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import dev.nabla.gpt.Recipe;
import dev.nabla.math.Vector;
import java.util.List;

/**
 * The learner's guess of the held-out loss after some steps: a ring at each of them, with its loss beside it. A ring
 * beyond the axis is drawn at its edge.
 */
record TrainRings(Ghost ghost, ViewState<TrainModel> cursor, Plot plot, LossAxis axis, Canvas canvas) {
    /** Steps whose held-out loss is guessed. */
    static final List<Integer> STEPS = List.of(100, 300, 1000);

    private static final Range LOSSES = new Range(0, 6, 0.1);
    private static final Style TEXT = Style.number(2);
    /** Cells on each side of a ring that the pointer can grab. */
    private static final int REACH = 3;

    /** Returns the rings at the loss of blind guessing, those within the schedule. */
    static Ghost start(Recipe recipe) {
        double blind = LOSSES.step() * Math.round(Math.log(recipe.shape().vocab()) / LOSSES.step());
        int rings = (int) STEPS.stream().filter(step -> step <= recipe.of()).count();
        return new Ghost(LOSSES, Vector.of(rings, i -> blind), 2, true);
    }

    void draw() {
        for (int i = 0; i < ghost.at().size(); i++) {
            draw(i);
        }
    }

    private void draw(int i) {
        double loss = ghost.at().get(i);
        boolean focused = cursor.spot().equals(new Focus(Focus.GHOST.knob(), i));
        int x = Math.max(0, Math.min(canvas.width() - 1, plot.column(STEPS.get(i))));
        int y = Math.max(0, Math.min(canvas.height() - 1, plot.row(axis.at(loss))));
        String text = TEXT.sentence(loss);
        boolean left = x + 2 + canvas.width(text) > canvas.width();
        canvas.put(
                left ? x - 1 - canvas.width(text) : x + 2,
                y,
                text,
                Tone.SECOND,
                focused ? Weight.REVERSE : Weight.PLAIN);
        canvas.put(x, y, "○", Tone.SECOND, Weight.BOLD);
        if (!cursor.guess().isAnswered()) {
            Area strip = new Area(Math.max(0, x - REACH), 0, 2 * REACH + 1, canvas.height());
            Scale heights = plot.rows();
            Scale losses = Scale.linear(axis.loss(heights.lo()), axis.loss(heights.hi()), heights.from(), heights.to());
            canvas.handle(new Handle(Focus.GHOST.knob(), i, strip, plot.columns(), losses));
        }
    }
}
