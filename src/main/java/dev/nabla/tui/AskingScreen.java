package dev.nabla.tui;

import dev.nabla.frame.Canvas;
import dev.nabla.frame.Line;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import dev.nabla.lesson.Question;
import java.util.List;

/** Draws a section's question on a screen of its own. */
final class AskingScreen {
    private AskingScreen() {}

    static Canvas draw(AskingView view, TutorState state) {
        Page page = Page.of(Page.title(view.under().here(state)), marks(view, state), state);
        view.pane(state).draw(page.body(), view.up());
        return page.screen();
    }

    /** The question's number, and a mark for each: full where it is answered. */
    private static Line marks(AskingView view, TutorState state) {
        List<Question> questions = view.questions(state);
        Line marks = Line.EMPTY.dim(view.question(state).id() + " ");
        for (int i = 0; i < questions.size(); i++) {
            boolean right = AskingView.isRight(questions.get(i), state);
            boolean here = i == view.index();
            Tone tone = here ? Tone.SECOND : right ? Tone.RESULT : Tone.DIM;
            marks = marks.span(right ? "●" : "○", tone, here ? Weight.BOLD : Weight.PLAIN);
        }
        return marks;
    }
}
