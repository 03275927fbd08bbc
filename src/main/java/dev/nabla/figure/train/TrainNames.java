package dev.nabla.figure.train;

import dev.nabla.figure.Value;
import dev.nabla.figure.ViewState;
import dev.nabla.figure.part.Readout;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import dev.nabla.gpt.ByHeart;
import dev.nabla.math.Decimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Draws the names sampled at earlier steps and now. All columns use the same random numbers, so a row shows how one
 * name develops. Steps that are still to come have only their heading. Where only a part of the names is learnt from,
 * {@code =} marks those that stand in the list.
 */
record TrainNames(TrainModel model, Canvas canvas) {
    /** Width of the first column of names: the longest name and a blank. */
    private static final int FIRST_NAMES = 17;

    private static final int PITCH = 11;
    private static final int LEAST_PITCH = 9;
    private static final int MARK = 2;
    private static final List<Tone> TONES = List.of(Tone.PATH0, Tone.PATH1, Tone.PATH2, Tone.PATH2);

    void draw() {
        List<Integer> steps = new ArrayList<>(model.milestones());
        while (steps.size() > 1 && pitch(FIRST_NAMES, steps.size(), MARK) < LEAST_PITCH) {
            steps.remove(1);
        }
        Set<String> learnt = model.countsByHeart() ? model.film().learnt() : Set.of();
        int shift = learnt.isEmpty() ? MARK : 0;
        int first = learnt.isEmpty() ? FIRST_NAMES : FIRST_NAMES - MARK - 1;
        int pitch = Math.min(PITCH, pitch(first, steps.size(), shift));
        for (int i = 0; i <= steps.size(); i++) {
            boolean now = i == steps.size();
            int step = now ? model.step() : steps.get(i);
            int x = i == 0 ? 0 : first + (i - 1) * pitch - (i == 1 ? 0 : shift);
            int width = (i == 0 ? first - MARK + shift : i == 1 ? pitch - shift : pitch) - 1;
            String head = now ? "now" : i == 0 ? "step 0" : Decimal.grouped(step);
            Weight weight = now ? Weight.BOLD : Weight.PLAIN;
            if (now ? step > 0 : step != model.step() || i == 0) {
                canvas.put(x, 0, head, now ? Tone.TEXT : Tone.DIM, weight);
            }
            if (now ? step > 0 : step < model.step() || i == 0) {
                column(step, learnt, x, width, now ? Tone.TEXT : TONES.get(i), weight);
            }
        }
    }

    /** Returns the cells for each column after the first one, of which all but the second one are shifted left. */
    private int pitch(int first, int columns, int shift) {
        return (canvas.width() - first + shift) / columns;
    }

    private void column(int step, Set<String> learnt, int x, int width, Tone tone, Weight weight) {
        List<String> names = model.samples(canvas.height() - 1, step);
        for (int row = 0; row < names.size(); row++) {
            String name = names.get(row);
            String nothing = canvas.fitting(width, Value.Word.shown(""), "nothing");
            String shown = name.isEmpty() ? nothing : Readout.cut(name, width);
            boolean known = x > 0 && learnt.contains(name);
            canvas.put(x - MARK, row + 1, known ? "=" : "", Tone.RESULT, Weight.BOLD);
            canvas.put(x, row + 1, shown, known ? Tone.RESULT : tone, weight);
        }
    }

    /** Draws how many names the model says by heart at each milestone, in place of the side panel. */
    static void counts(TrainModel model, ViewState<TrainModel> cursor, Canvas canvas) {
        canvas.put(2, 0, "= stands in its list", Tone.RESULT);
        int y = canvas.height() > model.counted().size() + 4 ? 2 : 1;
        canvas.put(
                2,
                y++,
                canvas.fitting(canvas.width() - 2, "of " + ByHeart.NAMES + " names that it makes up", "of 200"),
                Tone.DIM);
        boolean pure = cursor.shown().isEmpty();
        for (int step : model.counted()) {
            ByHeart count = model.film().byHeart(step, model.tau(), pure ? Long.MAX_VALUE : 0);
            canvas.put(3, y, step == 0 ? "at step 0" : Decimal.grouped(step), Tone.DIM);
            canvas.right(24, y++, count.isDone() ? "" + count.known() : ViewState.HIDDEN, Tone.TEXT, Weight.BOLD);
        }
        canvas.put(2, y, "are ones it has learnt", Tone.DIM);
    }
}
