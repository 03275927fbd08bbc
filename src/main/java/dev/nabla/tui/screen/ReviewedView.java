package dev.nabla.tui.screen;

import dev.nabla.frame.Canvas;
import dev.nabla.frame.Line;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import dev.nabla.progress.QuestionHistory;
import dev.nabla.tui.key.Effect;
import dev.nabla.tui.key.Go;
import dev.nabla.tui.key.KeyContext;
import dev.nabla.tutor.Attempt;
import dev.nabla.tutor.QuestionRef;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * The end of a review: which answers were right, and when each question comes back.
 *
 * @param asked the questions, in the order they were asked
 */
record ReviewedView(List<QuestionRef> asked) implements View {
    /** Narrower pages have no room for titles. */
    private static final int TITLED = 60;

    ReviewedView {
        asked = List.copyOf(asked);
    }

    @Override
    public List<KeyContext> keys(ScreenState state) {
        return List.of(KeyContext.DONE, KeyContext.EVERYWHERE);
    }

    @Override
    public ScreenState update(Effect effect, ScreenState state) {
        return effect == Go.BACK ? state.in(HomeView.of(state)) : state;
    }

    @Override
    public Canvas draw(ScreenState state) {
        Page page = Page.of(Line.EMPTY.span("Review", Tone.TEXT, Weight.BOLD), Line.EMPTY.dim("done"), state);
        Canvas body = page.body();
        List<Line> lines = lines(state).stream()
                .map(line -> Clip.to(line, body.width() - 2, body.glyphs()))
                .toList();
        page.put(lines, 0);
        if (lines.size() > body.height()) {
            int last = body.height() - 1;
            body.put(0, last, " ".repeat(body.width()), Tone.TEXT);
            body.put(1, last, "and " + (lines.size() - last) + " more", Tone.DIM);
        }
        return page.screen();
    }

    private List<Line> lines(ScreenState state) {
        List<Line> lines = new ArrayList<>();
        long right = asked.stream().filter(one -> isRight(one, state)).count();
        lines.add(Line.EMPTY.span(right + " of " + asked.size() + " right", Tone.TEXT, Weight.BOLD));
        lines.add(Line.EMPTY);
        int widest =
                asked.stream().mapToInt(one -> title(one, state).length()).max().orElse(0);
        for (QuestionRef one : asked) {
            String id = one.id();
            String title = title(one, state);
            Line mark = isRight(one, state) ? Line.EMPTY.result("● ") : Line.EMPTY.dim("○ ");
            lines.add(mark.text(id + " ".repeat(Math.max(1, 6 - id.length())))
                    .text(title + " ".repeat(widest - title.length()))
                    .dim(back(id, state)));
        }
        return lines;
    }

    /** Of the section it belongs to, and a gap; nothing where the page is narrow. */
    private static String title(QuestionRef asked, ScreenState state) {
        return state.size().width() < TITLED
                ? ""
                : state.course().section(asked.section()).title() + "  ";
    }

    private static boolean isRight(QuestionRef asked, ScreenState state) {
        return state.tutor().attempt(asked).filter(Attempt::isRight).isPresent();
    }

    private static String back(String question, ScreenState state) {
        QuestionHistory item = state.progress().items().get(question);
        return item == null
                ? "not answered"
                : back(item.box().due(), state.progress().today());
    }

    private static String back(LocalDate due, LocalDate today) {
        long days = ChronoUnit.DAYS.between(today, due);
        return days <= 0 ? "still due" : days == 1 ? "comes back tomorrow" : "comes back in " + days + " days";
    }
}
