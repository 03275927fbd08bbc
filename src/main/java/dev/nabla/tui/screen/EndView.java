package dev.nabla.tui.screen;

import dev.nabla.frame.Canvas;
import dev.nabla.frame.Line;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import dev.nabla.frame.Wrap;
import dev.nabla.lesson.Beat;
import dev.nabla.lesson.Beat.Kind;
import dev.nabla.lesson.Section;
import dev.nabla.lesson.question.Question;
import dev.nabla.progress.QuestionHistory;
import dev.nabla.tui.key.Effect;
import dev.nabla.tui.key.Go;
import dev.nabla.tui.key.KeyContext;
import dev.nabla.tutor.Attempt;
import dev.nabla.tutor.QuestionRef;
import dev.nabla.tutor.Road;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The end of a section: what was guessed, what was done, what comes back.
 *
 * @param under the section, as it was left
 */
record EndView(ReadingView under) implements View {
    private static final int NAMES = 15;

    @Override
    public Optional<ReadingView> reading() {
        return Optional.of(under);
    }

    @Override
    public int beat(ScreenState state) {
        return under.road(state).beats().size() - 1;
    }

    @Override
    public List<KeyContext> keys(ScreenState state) {
        return List.of(KeyContext.ONWARD, KeyContext.SECTION, KeyContext.SECTIONS, KeyContext.BACK);
    }

    @Override
    public Optional<Onward> onward(ScreenState state) {
        Optional<Section> next = state.beside(under.section(), 1);
        return Optional.of(new Onward(
                next.map(section -> section.id() + " " + section.title()).orElse("home"),
                now -> next.map(now::open).orElseGet(() -> now.in(HomeView.leaving(this, now)))));
    }

    @Override
    public ScreenState update(Effect effect, ScreenState state) {
        return switch (Go.of(effect)) {
            case BACK -> state.on(Go.LEAVE);
            case BEFORE -> under.enter(beat(state) - 1, state);
            default -> state;
        };
    }

    @Override
    public void draw(Canvas canvas, ScreenState state) {
        Line words = Line.of(state.beside(under.section(), 1)
                .map(section -> "Next: " + section.id() + " " + section.title() + " · " + section.gist())
                .orElse("That was the last section there is"));
        Line road = RoadLine.of(under.road(state), beat(state), canvas.width() - 2, canvas.glyphs());
        Canvas above = Page.above(List.of(Clip.to(words, canvas.width() - 2, canvas.glyphs())), road, canvas);
        Canvas body = Page.below(Page.title(under.section()), Line.EMPTY.dim("the end"), above);
        List<Line> lines = new ArrayList<>();
        part("Your guess, and what it was", guesses(state), body, lines);
        part("What you did", done(state), body, lines);
        part("What comes back", back(state), body, lines);
        for (int i = 0; i < lines.size() && i < body.height(); i++) {
            body.put(3, i, lines.get(i));
        }
    }

    private static void part(String heading, Map<String, Line> rows, Canvas body, List<Line> lines) {
        if (!rows.isEmpty()) {
            lines.add(Line.EMPTY);
            lines.add(Line.EMPTY.span(heading, Tone.TEXT, Weight.BOLD));
            lines.add(Line.EMPTY);
            rows.forEach((name, words) -> lines.addAll(Wrap.hanging(
                    Line.EMPTY.dim("  " + name + " ".repeat(Math.max(1, NAMES - name.length()))),
                    words,
                    Math.min(Page.WIDEST, body.width() - 4),
                    body.glyphs())));
        }
    }

    /** Those made in this sitting, what was guessed beside what it was. */
    private Map<String, Line> guesses(ScreenState state) {
        Map<String, Line> rows = new TreeMap<>();
        for (Question question : under.lesson().questions()) {
            QuestionRef ref = new QuestionRef(under.section().id(), question.id(), true);
            Optional<Attempt> guess = state.tutor().attempt(ref);
            guess.flatMap(Attempt::told).filter(Attempt.Reply::counts).ifPresent(reply -> {
                Line you = Line.EMPTY.dim("you ").second(guess.get().typedInFull());
                String truth = guess.get().variant().toldAnswer();
                rows.put(
                        question.id(),
                        reply.isRight()
                                ? you.result("  right")
                                : you.dim("  is ").result(truth));
            });
        }
        return rows;
    }

    private Map<String, Line> done(ScreenState state) {
        Road road = under.road(state);
        Map<String, Line> rows = new TreeMap<>();
        for (Beat beat : road.beats()) {
            if (!beat.kind().isReading() && !beat.is(Kind.END)) {
                int open = road.open(beat);
                Line words = open == 0 ? Line.EMPTY.result("all done") : Line.of("still open; a lists them");
                rows.put(road.name(beat), words);
            }
        }
        return rows;
    }

    /** Questions by the day on which they come back. */
    private Map<String, Line> back(ScreenState state) {
        Map<LocalDate, List<String>> days = new TreeMap<>();
        for (Question question : under.lesson().questions()) {
            QuestionHistory known = state.progress().items().get(question.id());
            if (known != null) {
                days.computeIfAbsent(known.box().due(), day -> new ArrayList<>())
                        .add(question.id());
            }
        }
        Map<String, Line> rows = new LinkedHashMap<>();
        days.forEach((day, ids) ->
                rows.put(in(ChronoUnit.DAYS.between(state.progress().today(), day)), Line.of(String.join(", ", ids))));
        return rows;
    }

    private static String in(long days) {
        return days <= 0 ? "today" : days == 1 ? "tomorrow" : "in " + days + " days";
    }
}
