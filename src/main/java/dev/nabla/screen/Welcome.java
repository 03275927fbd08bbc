package dev.nabla.screen;

import dev.nabla.figure.WorkedSteps;
import dev.nabla.frame.Area;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Line;
import dev.nabla.frame.Plot;
import dev.nabla.frame.Plot.DrawOrder;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import dev.nabla.lesson.Course;
import dev.nabla.lesson.Section;
import dev.nabla.math.Softmax;
import dev.nabla.math.Vector;
import dev.nabla.screen.part.Clip;
import java.util.List;

/** The home screen before anything is done: the three branches as small pictures, and the first section. */
final class Welcome {
    private static final int COLUMN = 27;
    private static final int PICTURE_ROWS = 7;
    private static final int PICTURE_WIDTH = 22;
    private static final int WORD_ROWS = 10;

    private static final List<String> NAMES = List.of("MOVE", "FIX", "SCORE");
    private static final List<String> BRANCHES = List.of("tables", "slopes", "chances");
    private static final List<String> QUESTIONS =
            List.of("numbers become numbers", "which way is better?", "how sure?");
    private static final List<String> SHORT = List.of("numbers move", "which way?", "how sure?");

    private Welcome() {}

    static void draw(Section first, Course course, Canvas body) {
        boolean wide = body.width() >= 3 * COLUMN - 2;
        int column = wide ? COLUMN : Math.max(1, body.width() / 3);
        boolean pictures = wide && body.height() >= PICTURE_ROWS + WORD_ROWS;
        int rows = (pictures ? PICTURE_ROWS + 1 : 0) + WORD_ROWS;
        int top = Math.max(0, (body.height() - rows) / 2);
        int left = Math.max(1, (body.width() - 3 * column) / 2 + (wide ? 3 : 1));
        if (pictures) {
            Canvas row = body.part(new Area(left, top, body.width() - left, PICTURE_ROWS));
            arrows(row.part(new Area(0, 0, PICTURE_WIDTH, PICTURE_ROWS)));
            ball(row.part(new Area(column, 0, PICTURE_WIDTH, PICTURE_ROWS)));
            shares(row.part(new Area(2 * column, 1, PICTURE_WIDTH, PICTURE_ROWS - 1)));
            top += PICTURE_ROWS + 1;
        }
        for (int i = 0; i < NAMES.size(); i++) {
            int x = left + i * column;
            body.put(x, top, NAMES.get(i), Tone.TEXT, Weight.BOLD);
            body.put(x, top + 1, BRANCHES.get(i), Tone.FIRST);
            body.put(x, top + 2, (wide ? QUESTIONS : SHORT).get(i), Tone.DIM);
        }
        body.put(left, top + 5, Line.EMPTY.span("► " + first.id() + "  " + first.title(), Tone.SECOND, Weight.BOLD));
        int beside = left + 6;
        int room = body.width() - beside - 1;
        body.put(
                beside,
                top + 6,
                first.draft()
                                .map(draft -> WorkedSteps.count(draft.minutes(), "minute"))
                                .orElse("")
                        + " to read, then you play",
                Tone.DIM);
        if (course.isOwn()) {
            body.put(beside, top + 7, body.fitting(room, needs(course)), Tone.DIM);
        }
        Line others = Line.EMPTY.dim("↓  all sections");
        body.put(left + 2, top + 9, Clip.to(others, body.width() - left - 4, body.glyphs()));
    }

    /** Returns what the whole course takes and what a newcomer must know, with shorter versions. */
    private static String[] needs(Course course) {
        String needs = "powers, logarithms and the cosine, no calculus";
        String all =
                course.timeInWords().map(time -> "About " + time + "; needs ").orElse("Needs ");
        return new String[] {all + needs, "Needs " + needs, "No calculus needed"};
    }

    /** Draws two vectors and the projection of the second onto the first. */
    private static void arrows(Canvas canvas) {
        Plot plot = Plot.of(canvas, 0, 1.2, 0, 1.1);
        plot.dotted(0.3, 1, 0.5, 0.25, Tone.DIM, DrawOrder.SCALE);
        plot.thick(0, 0, 1.1, 0.5, Tone.FIRST, DrawOrder.DATA);
        plot.line(0, 0, 0.3, 1, Tone.SECOND, DrawOrder.DATA);
        plot.stamp();
        plot.mark(1.1, 0.5, '●', Tone.FIRST, Weight.BOLD);
        plot.mark(0.3, 1, '●', Tone.SECOND, Weight.BOLD);
    }

    /** Draws four positions of gradient descent on x² with rate 0.2: each is 1 − 2 · 0.2 = 0.6 times the one before. */
    private static void ball(Canvas canvas) {
        Plot plot = Plot.of(canvas, -1.1, 1.1, -0.05, 1.1);
        plot.curve(x -> x * x, Tone.DIM, DrawOrder.SCALE);
        plot.stamp();
        double at = -0.95;
        for (Tone tone : List.of(Tone.PATH0, Tone.PATH1, Tone.PATH2)) {
            plot.mark(at, at * at, '●', tone, Weight.PLAIN);
            at *= 0.6;
        }
        plot.mark(at, at * at, '●', Tone.SECOND, Weight.BOLD);
    }

    private static void shares(Canvas canvas) {
        List<String> tokens = List.of("mat", "rug", "moon", "tax");
        Vector shares = new Softmax(Vector.of(2.1, 0.5, -1, -0.5), 1).p();
        for (int i = 0; i < shares.size(); i++) {
            canvas.put(0, i, tokens.get(i), Tone.DIM);
            canvas.put(5, i, canvas.glyphs().bar(shares.get(i) * (PICTURE_WIDTH - 6), PICTURE_WIDTH - 6), Tone.RESULT);
        }
    }
}
