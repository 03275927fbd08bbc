package dev.nabla.figure.train;

import dev.nabla.figure.Value;
import dev.nabla.figure.ViewState;
import dev.nabla.figure.part.Readout;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Line;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import dev.nabla.gpt.ByHeart;
import dev.nabla.math.Decimal;
import java.util.List;
import java.util.Set;

/**
 * Draws the names that a model of the learner's own list makes up: those of two earlier steps, and more of the present
 * one. All columns but the last use the same random numbers. {@code =} marks the names that it learns from. Below
 * stands how many of 200 are such names.
 */
record ListNames(TrainModel model, ViewState<TrainModel> cursor, Canvas canvas) {
    private static final List<Integer> EARLIER = List.of(100, 300);
    private static final List<Tone> TONES = List.of(Tone.PATH1, Tone.PATH2);

    /** Cells of a column: the mark, the longest name and a blank. */
    private static final int LEAST_PITCH = 19;

    private static final int MARK = 2;

    /** Height, in rows, from which a blank row stands above the last line. */
    private static final int AIRY = 8;

    void draw() {
        int columns = Math.max(1, Math.min(EARLIER.size() + 2, (canvas.width() + 1) / LEAST_PITCH));
        int earlier = Math.min(EARLIER.size(), columns - 1);
        int pitch = (canvas.width() + 1) / columns;
        int rows = canvas.height() - (canvas.height() < AIRY ? 2 : 3);
        Set<String> list = model.film().learnt();
        for (int i = 0; i < earlier; i++) {
            int step = EARLIER.get(EARLIER.size() - earlier + i);
            Tone tone = TONES.get(EARLIER.size() - earlier + i);
            canvas.put(i * pitch, 0, Decimal.grouped(step), Tone.DIM);
            if (step < model.step() && isReady(step)) {
                column(model.samples(rows, step), list, i * pitch, pitch, tone, Weight.PLAIN);
            }
        }
        List<String> now = model.samples(2 * rows, model.step());
        String head = model.step() == 0 ? "step 0" : "now";
        canvas.put(earlier * pitch, 0, head, Tone.TEXT, Weight.BOLD);
        column(now.subList(0, rows), list, earlier * pitch, pitch, Tone.TEXT, Weight.BOLD);
        if (columns > earlier + 1) {
            canvas.put((earlier + 1) * pitch, 0, "and", Tone.DIM);
            column(now.subList(rows, 2 * rows), list, (earlier + 1) * pitch, pitch, Tone.TEXT, Weight.PLAIN);
        }
        counted();
    }

    private boolean isReady(int step) {
        return cursor.shown().isEmpty() || model.film().approach(step, 0) == step;
    }

    private void column(List<String> names, Set<String> list, int x, int pitch, Tone tone, Weight weight) {
        for (int row = 0; row < names.size(); row++) {
            String name = names.get(row);
            boolean known = list.contains(name);
            String shown = name.isEmpty() ? Value.Word.shown("") : Readout.cut(name, pitch - MARK - 1);
            canvas.put(x, row + 1, known ? "=" : "", Tone.RESULT, Weight.BOLD);
            canvas.put(x + MARK, row + 1, shown, known ? Tone.RESULT : tone, weight);
        }
    }

    /** Writes how many names of the list are among the first 200, once they are counted. */
    private void counted() {
        long flops = cursor.shown().isEmpty() ? Long.MAX_VALUE : 0;
        ByHeart count = model.film().byHeart(model.step(), model.tau(), flops);
        int y = canvas.height() - 1;
        if (!count.isDone()) {
            canvas.put(0, y, Line.EMPTY.result("=").dim(" in its list"));
            return;
        }
        Line words = Line.EMPTY
                .result("=")
                .dim(" in its list, ")
                .text("" + count.known())
                .dim(" of its first " + ByHeart.NAMES + " names");
        List<String> found = count.found();
        String sign = ": ";
        for (int i = 0; i < found.size(); i++) {
            Line longer = words.dim(sign + found.get(i));
            if (canvas.glyphs().width(longer) > canvas.width() - 5) {
                words = words.dim(i == 0 ? "" : ", ...");
                break;
            }
            words = longer;
            sign = ", ";
        }
        canvas.put(0, y, words);
    }
}
