package dev.nabla.opening;

import dev.nabla.frame.Area;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Plot;
import dev.nabla.frame.Plot.DrawOrder;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import dev.nabla.gpt.TrainingScene;
import java.util.List;
import java.util.Optional;

/** Draws the opening: two lines of text, names sampled at earlier steps and now, and the falling loss. */
final class OpeningPicture {
    private static final int LEFT = 5;
    private static final int TEXT = 3;
    /** Columns from one list of names to the next; the first holds names of up to 16 letters. */
    private static final int FIRST_PITCH = 20;

    private static final int PITCH = 14;
    private static final int LONGEST_NAME = 16;
    private static final int SMALL_CURVE = 4;
    private static final int FEW_NAMES = 5;
    private static final int SOME_NAMES = 8;
    private static final int LABEL = 12;
    /** Rows besides text, names and curve: blank rows and the heads of the columns. */
    private static final int FIXED_ROWS = 5;

    private static final int TEXT_ROWS = 2;

    /** Range of the smoothed loss in nats; that of the standard training stays inside. */
    private static final double LOW = 2.3;

    private static final double HIGH = 3.4;
    private static final List<Tone> TONES = List.of(Tone.PATH0, Tone.PATH1, Tone.PATH2);

    private OpeningPicture() {}

    static void draw(Opening opening, Canvas body) {
        int free = body.height() - FIXED_ROWS - TEXT_ROWS - SMALL_CURVE;
        boolean brief = free < SOME_NAMES;
        int rows = brief ? Math.min(FEW_NAMES, free + 1) : Math.min(Opening.NAMES, free);
        if (!brief && rows < Opening.NAMES) {
            rows = SOME_NAMES;
        }
        int y = 1;
        if (brief) {
            body.put(TEXT, y++, "It reads first names and moves its " + Opening.weights() + " numbers:", Tone.TEXT);
        } else {
            body.put(TEXT, y++, "It reads first names, one after the other, and after each it moves its", Tone.TEXT);
            body.put(
                    TEXT,
                    y++,
                    Opening.weights() + " numbers a little. These it makes up, with the same dice throughout:",
                    Tone.TEXT);
        }
        names(opening, rows, body.part(new Area(0, y + 1, body.width(), rows + 2)));
        int top = y + rows + 4;
        curve(opening, body.part(new Area(LEFT, top, body.width() - 2 * LEFT, body.height() - top)));
    }

    private static void names(Opening opening, int rows, Canvas canvas) {
        int x = LEFT;
        for (int i = 0; i < Opening.MILESTONES.size(); i++) {
            int step = Opening.MILESTONES.get(i);
            boolean fits = x + (i == 0 ? FIRST_PITCH : PITCH) + LONGEST_NAME <= canvas.width();
            if (fits) {
                canvas.put(x, 0, step == 0 ? "at first" : step + " names", Tone.DIM);
                Optional<TrainingScene> scene = opening.milestone(step);
                if (scene.isPresent()) {
                    column(scene.get().names(), rows, x, TONES.get(i), Weight.PLAIN, canvas);
                }
                x += i == 0 ? FIRST_PITCH : PITCH;
            }
        }
        String from = opening.drawn().isEmpty() ? "" : ", from " + opening.drawn();
        canvas.put(x, 0, "now" + from, Tone.TEXT, Weight.BOLD);
        column(opening.now(), rows, x, Tone.TEXT, Weight.BOLD, canvas);
    }

    private static void column(List<String> names, int rows, int x, Tone tone, Weight weight, Canvas canvas) {
        for (int row = 0; row < rows; row++) {
            String name = names.get(row);
            canvas.put(x, row + 2, name.isEmpty() ? "(nothing)" : name, tone, weight);
        }
    }

    private static void curve(Opening opening, Canvas canvas) {
        Plot plot = Plot.of(canvas, 0, Opening.LAST, LOW, HIGH);
        for (int scene = 1; scene < opening.ready(); scene++) {
            double from = Opening.at(scene).loss();
            plot.thick(scene, from, scene + 1, Opening.at(scene + 1).loss(), Tone.SECOND, DrawOrder.DATA);
        }
        plot.stamp();
        double now = opening.ready() == 0 ? HIGH : Opening.at(opening.ready()).loss();
        plot.mark(opening.ready(), now, '●', Tone.SECOND, Weight.BOLD);
        canvas.put(LABEL, 0, "surprise at the next letter", Tone.DIM);
    }
}
