package dev.nabla.tui.screen;

import dev.nabla.frame.Canvas;
import dev.nabla.frame.Glyphs;
import dev.nabla.frame.Line;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import dev.nabla.frame.Wrap;
import dev.nabla.progress.Entry.Answered;
import dev.nabla.room.Roll.Mistake;
import dev.nabla.room.Roll.Row;
import dev.nabla.tui.key.Effect;
import dev.nabla.tui.key.Go;
import dev.nabla.tui.key.KeyContext;
import dev.nabla.tutor.QuestionRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a student is at, or what a mistake is and who makes it: the question, and what is revealed to whoever answers so.
 *
 * @param under the class, where it was chosen
 */
record LookView(ClassView under) implements View {
    @Override
    public List<KeyContext> keys(ScreenState state) {
        return List.of(KeyContext.ONWARD, KeyContext.BACK);
    }

    @Override
    public Optional<Onward> onward(ScreenState state) {
        return Optional.of(new Onward("back", now -> now.in(under)));
    }

    @Override
    public ScreenState update(Effect effect, ScreenState state) {
        return effect == Go.BACK ? state.in(under) : state;
    }

    @Override
    public void draw(Canvas canvas, ScreenState state) {
        Glyphs glyphs = canvas.glyphs();
        int width = Math.min(Page.WIDEST, canvas.width() - 4);
        List<Line> lines = new ArrayList<>(List.of(Line.EMPTY));
        Optional<Row> row = under.row(state);
        Optional<Mistake> mistake = under.mistake(state);
        under.ballot(state).ifPresent(asked -> {
            lines.addAll(Wrap.lines(Line.of(asked.asked().prompt()), width, glyphs));
            lines.add(Line.EMPTY);
        });
        mistake.ifPresent(each -> {
            told(new QuestionRef(each.section(), each.item()), each.misconception(), state, lines);
            lines.addAll(
                    Wrap.hanging(Line.EMPTY.dim("who  "), Line.of(String.join(", ", each.names())), width, glyphs));
        });
        row.ifPresent(one -> {
            one.answers().forEach(answer -> lines.add(answered(answer)));
            lines.add(Line.EMPTY);
            one.answers().stream()
                    .flatMap(answer -> answer.misconception().stream()
                            .map(name -> new Mistake(name, answer.section(), answer.item(), List.of())))
                    .distinct()
                    .forEach(each ->
                            told(new QuestionRef(each.section(), each.item()), each.misconception(), state, lines));
        });
        String title =
                mistake.map(Mistake::misconception).or(() -> row.map(Row::name)).orElse("");
        String aside = mistake.map(each -> "question " + each.item())
                .or(() ->
                        row.map(one -> one.where().section() + " " + one.where().words()))
                .orElse("");
        Canvas body = Page.below(Line.EMPTY.span(title, Tone.TEXT, Weight.BOLD), Line.EMPTY.dim(aside), canvas);
        Page.put(lines, 0, body.part(body.area().afterColumns(2)));
    }

    private static Line answered(Answered answer) {
        Line line = Line.EMPTY.dim(answer.right() ? "● " : "○ ").text(answer.item());
        return answer.misconception().map(name -> line.warn("  " + name)).orElse(line);
    }

    private static void told(QuestionRef asked, String misconception, ScreenState state, List<Line> lines) {
        int width = Math.min(Page.WIDEST, state.size().width() - 4);
        Stream<String> told = ClassView.ballot(asked, state).flatMap(found -> found.reveals(misconception)).stream();
        told.forEach(words -> {
            lines.addAll(Wrap.hanging(
                    Line.EMPTY.warn(misconception + "  "),
                    Line.of(words),
                    width,
                    state.font().glyphs()));
            lines.add(Line.EMPTY);
        });
    }
}
