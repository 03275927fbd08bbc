package dev.nabla.tui;

import dev.nabla.frame.Canvas;
import dev.nabla.frame.Line;
import dev.nabla.frame.Size;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import dev.nabla.lesson.Item;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** Draws a review: the question on a screen of its own, and at the end when each comes back. */
final class ReviewScreen {
    private ReviewScreen() {}

    static Canvas draw(ReviewView view, TutorState state) {
        Size size = state.size();
        Canvas canvas = new Canvas(size, state.font());
        canvas.put(1, 0, "Review", Tone.TEXT, Weight.BOLD);
        if (!view.isOver()) {
            String section = view.due().get(view.index()).section();
            canvas.put(9, 0, section + " " + state.course().section(section).title(), Tone.DIM);
        }
        int left = view.due().size() - view.index();
        canvas.right(size.width() - 1, 0, left == 0 ? "done" : left + " to go", Tone.DIM);
        canvas.rule(1);
        Canvas body = canvas.part(canvas.area().afterRows(2).top(AskingScreen.rows(size)));
        if (view.isOver()) {
            end(view, state, body);
        } else {
            AskingScreen.pane(view.attempt(state), view.onward(state), state).draw(body, view.up());
        }
        return canvas;
    }

    private static void end(ReviewView view, TutorState state, Canvas body) {
        List<Line> lines = new ArrayList<>();
        long right = view.due().stream().filter(asked -> isRight(asked, state)).count();
        lines.add(Line.EMPTY.span(right + " of " + view.due().size() + " right", Tone.TEXT, Weight.BOLD));
        lines.add(Line.EMPTY);
        for (ReviewView.Asked asked : view.due()) {
            String id = asked.question().id();
            boolean known = isRight(asked, state);
            Line mark = known ? Line.EMPTY.result("● ") : Line.EMPTY.dim("○ ");
            String gap = " ".repeat(Math.max(1, 6 - id.length()));
            Item item = state.learner().progress().items().get(id);
            lines.add(mark.text(id + gap)
                    .dim(
                            item == null
                                    ? "not answered"
                                    : back(
                                            item.box().due(),
                                            state.learner().past().today())));
        }
        boolean all = lines.size() <= body.height();
        int shown = all ? lines.size() : body.height() - 1;
        for (int i = 0; i < shown; i++) {
            body.put(1, i, Clip.to(lines.get(i), body.width() - 2, body.glyphs()));
        }
        if (!all) {
            body.put(1, shown, "and " + (lines.size() - shown) + " more", Tone.DIM);
        }
    }

    private static boolean isRight(ReviewView.Asked asked, TutorState state) {
        Attempt attempt = state.learner().attempts().get(asked.question().id());
        return attempt != null && attempt.isRight();
    }

    private static String back(LocalDate due, LocalDate today) {
        long days = ChronoUnit.DAYS.between(today, due);
        return days <= 0 ? "still due" : days == 1 ? "comes back tomorrow" : "comes back in " + days + " days";
    }
}
