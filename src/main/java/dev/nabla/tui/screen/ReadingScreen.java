package dev.nabla.tui.screen;

import dev.nabla.figure.FigureState;
import dev.nabla.figure.ViewState.Focus;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Frame;
import dev.nabla.frame.Glyphs;
import dev.nabla.frame.Line;
import dev.nabla.frame.Size;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import dev.nabla.lesson.Beat;
import dev.nabla.lesson.Beat.Kind;
import dev.nabla.lesson.Block;
import dev.nabla.tui.screen.ReadingView.Pane;
import dev.nabla.tutor.Attempt;
import dev.nabla.tutor.Road;
import java.util.List;
import java.util.Optional;

/** Draws a station of text or figure: what is read, what is played, what is asked about it, the road and a sentence. */
record ReadingScreen(ReadingView view, ScreenState state) {
    /** Of a figure below or above what is asked about it; with less room blank lines give way. */
    private static final int LEAST_PICTURE_ROWS = 12;

    /** With fewer rows for it a figure gives way. */
    private static final int LEAST_ROWS = 5;

    private static final int LEAST_WIDTH = 40;
    private static final int LEAST_HEIGHT = 9;

    void draw(Canvas canvas) {
        Pane pane = view.shown(state);
        if (pane == Pane.FIGURE && (canvas.width() < LEAST_WIDTH || canvas.height() < LEAST_HEIGHT)) {
            view.live(state).orElseThrow().draw(canvas);
            return;
        }
        Canvas body = Page.above(
                sentence(pane, canvas),
                RoadLine.of(view.road(state), view.beat(state), canvas.width() - 2, canvas.glyphs()),
                canvas);
        if (pane == Pane.TEXT) {
            view.prose(state).draw(body);
        } else if (pane == Pane.FIGURE) {
            figure(body, false);
        } else {
            Canvas text = Page.beside(body, right -> figure(right, true));
            view.prose(state).draw(text);
        }
    }

    /** What the figure shows now, on a page what comes next; or what is typed. */
    private List<Line> sentence(Pane pane, Canvas canvas) {
        int width = canvas.width() - 2;
        Glyphs glyphs = canvas.glyphs();
        if (view.entry().isPresent()) {
            String name = view.typed(state).isPresent()
                    ? "your guess"
                    : view.live(state).orElseThrow().focusName();
            Line typed = Clip.typed(view.entry().get(), Math.max(1, width - name.length() - 3), glyphs);
            return List.of(Line.join(List.of(Line.EMPTY.second(name + " = "), typed), ""));
        }
        if (view.search().isPresent()) {
            return List.of(view.search().get().asked(view, state, width));
        }
        if (view.guess(state).filter(Attempt::rating).isPresent()) {
            return List.of(Line.EMPTY
                    .span("How sure are you?", Tone.TEXT, Weight.BOLD)
                    .text("   1 a hunch   2 fairly   3 certain"));
        }
        return pane == Pane.TEXT
                ? List.of(Clip.to(Line.of(coming(canvas)), width, glyphs))
                : view.live(state).orElseThrow().said(canvas.width(), glyphs);
    }

    /** What comes after this page. */
    private String coming(Canvas canvas) {
        Road road = view.road(state);
        Beat next = road.at(road.after(view.beat()));
        if (next.is(Kind.READ)) {
            return "Then "
                    + heading(next)
                            .map(words -> "page " + (next.index() + 1) + ": " + words)
                            .orElse("the next page");
        }
        if (next.kind().isReading()) {
            String noun = view.live(state).orElseThrow().figure().info().noun();
            return "Then the " + noun
                    + (next.is(Kind.GUESS) ? ": a guess first, then you play" : ", for you to play with");
        }
        if (road.left().isEmpty()) {
            return "That was the text, and all its exercises are done";
        }
        String left = "Left: " + road.left();
        String said = "That was the text. " + left;
        return canvas.fitting(canvas.width() - 2, said + ", about " + Road.inWords(road.minutes()), said, left);
    }

    /** What a page is about, by its first heading. */
    private Optional<String> heading(Beat read) {
        return view.lesson().pages().get(read.index()).stream()
                .filter(Block.Heading.class::isInstance)
                .map(block -> ((Block.Heading) block).text())
                .findFirst();
    }

    /** The figure, and what is asked about it above or below; where the rule between them is. */
    private int figure(Canvas canvas, boolean above) {
        FigureState<?> live = view.live(state).orElseThrow();
        Canvas body = live.title(canvas);
        List<Line> asked = asked(canvas);
        int picture = body.height() - asked.size() - 1;
        if (!asked.isEmpty() && picture < LEAST_PICTURE_ROWS) {
            asked = asked.stream().filter(line -> !line.spans().isEmpty()).toList();
            picture = body.height() - asked.size() - 1;
        }
        if (asked.isEmpty()) {
            live.body(body);
        } else if (picture < LEAST_ROWS) {
            Page.put(asked, 0, body);
        } else if (above) {
            Page.put(asked, 0, body);
            body.rule(asked.size());
            pictured(live, body, body.part(body.area().afterRows(asked.size() + 1)));
            return canvas.height() - body.height() + asked.size();
        } else {
            pictured(live, body, body.part(body.area().top(picture)));
            body.rule(picture);
            Page.put(asked, 0, body.part(body.area().afterRows(picture + 1)));
        }
        return 1;
    }

    /** The figure in these rows; where they are too few for its picture, the part of it that the keys are on. */
    private static void pictured(FigureState<?> live, Canvas all, Canvas rows) {
        if (rows.height() >= LEAST_PICTURE_ROWS || all.height() < LEAST_PICTURE_ROWS) {
            live.body(rows);
            return;
        }
        Canvas whole = new Canvas(new Size(all.width(), all.height()), all.font());
        live.body(whole);
        Frame picture = whole.frame();
        Focus spot = live.cursor().spot();
        int focus = picture.handles().stream()
                .filter(handle -> handle.name().equals(spot.knob()) && handle.part() == spot.part())
                .mapToInt(handle -> handle.area().y())
                .findFirst()
                .orElse(0);
        rows.paste(picture, Math.max(0, Math.min(focus - rows.height() / 2, all.height() - rows.height())));
    }

    private List<Line> asked(Canvas canvas) {
        int width = canvas.width() - 2;
        return view.trial()
                .map(tried -> AskedStrip.goal(tried, view, state, width))
                .or(() -> view.guess(state)
                        .map(guess -> AskedStrip.guess(guess, view.lays(state), width, canvas.glyphs())))
                .orElse(List.of());
    }
}
