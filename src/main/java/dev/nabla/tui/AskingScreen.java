package dev.nabla.tui;

import dev.nabla.frame.Canvas;
import dev.nabla.frame.Line;
import dev.nabla.frame.Size;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import dev.nabla.lesson.Question;
import dev.nabla.lesson.Section;
import java.util.List;
import java.util.Optional;

/** Draws a question on a screen of its own. */
final class AskingScreen {
    /** Rows above the question, and of the keys. */
    private static final int GRID = 3;

    private AskingScreen() {}

    /** Rows of the question. */
    static int rows(Size size) {
        return Math.max(1, size.height() - GRID);
    }

    static AttemptPane pane(Attempt attempt, Optional<String> onward, TutorState state) {
        return new AttemptPane(attempt, state.size().width() - 2, state.font().glyphs(), Optional.empty(), onward);
    }

    static Canvas draw(AskingView view, TutorState state) {
        Size size = state.size();
        Canvas canvas = new Canvas(size, state.font());
        Section section = state.section().orElseThrow();
        canvas.put(1, 0, section.id() + " ", Tone.DIM);
        canvas.put(1 + canvas.width(section.id() + " "), 0, section.title(), Tone.TEXT, Weight.BOLD);
        Line marks = marks(view, state);
        canvas.put(size.width() - 1 - canvas.glyphs().width(marks), 0, marks);
        canvas.rule(1);
        pane(view.attempt(state), view.onward(state), state)
                .draw(canvas.part(canvas.area().afterRows(2).top(rows(size))), view.up());
        return canvas;
    }

    /** The question's number, and a mark for each: full where it is answered. */
    private static Line marks(AskingView view, TutorState state) {
        List<Question> questions = view.questions(state);
        Line marks = Line.EMPTY.dim(questions.get(view.index()).id() + " ");
        for (int i = 0; i < questions.size(); i++) {
            boolean right = AskingView.isRight(questions.get(i), state);
            boolean here = i == view.index();
            String mark = right ? "●" : "○";
            Tone tone = here ? Tone.SECOND : right ? Tone.RESULT : Tone.DIM;
            marks = marks.span(mark, tone, here ? Weight.BOLD : Weight.PLAIN);
        }
        return marks;
    }
}
