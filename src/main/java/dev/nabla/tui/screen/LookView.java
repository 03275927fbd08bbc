package dev.nabla.tui.screen;

import dev.nabla.frame.Canvas;
import dev.nabla.frame.Line;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import dev.nabla.frame.Wrap;
import dev.nabla.room.Roll.Mistake;
import dev.nabla.room.Roll.Row;
import dev.nabla.tui.key.Effect;
import dev.nabla.tui.key.Go;
import dev.nabla.tui.key.KeyContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
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
        int width = Math.min(Page.WIDEST, canvas.width() - 4);
        Optional<Row> row = under.row(state).filter(one -> one.name().equals(under.chosen()));
        Optional<Mistake> mistake =
                under.mistake(state).filter(each -> each.key().equals(under.chosen()));
        List<Line> lines = new ArrayList<>();
        under.question(state)
                .filter(asked -> row.isPresent() || mistake.isPresent())
                .flatMap(asked -> ClassView.ballot(asked, state))
                .ifPresent(asked -> add(Line.EMPTY, asked.asked().prompt(), width, canvas, lines));
        Stream<Mistake> made = row.stream().flatMap(one -> one.mistakes().stream());
        Stream.concat(made, mistake.stream()).forEach(each -> ClassView.ballot(ClassView.question(each), state)
                .flatMap(asked -> asked.reveals(each.misconception()))
                .ifPresent(told -> add(Line.EMPTY.warn(each.key() + "  "), told, width, canvas, lines)));
        mistake.ifPresent(each -> add(Line.EMPTY.dim("who  "), String.join(", ", each.names()), width, canvas, lines));
        row.ifPresent(one -> add(Line.EMPTY.dim("answers  "), answers(one), width, canvas, lines));
        String aside = row.map(one -> one.where().section() + " " + one.where().words())
                .or(() -> mistake.map(each -> "question " + each.item()))
                .orElse("not there any more");
        Canvas body =
                Page.below(Line.EMPTY.span(under.chosen(), Tone.TEXT, Weight.BOLD), Line.EMPTY.dim(aside), canvas);
        Page.put(lines, 0, body.part(body.area().afterColumns(2)));
    }

    private static void add(Line mark, String words, int width, Canvas canvas, List<Line> lines) {
        lines.add(Line.EMPTY);
        lines.addAll(Wrap.hanging(mark, Line.of(words), width, canvas.glyphs()));
    }

    /** {@code 2.1 ● 2.3 ○}, right and wrong in the order they were given. */
    private static String answers(Row row) {
        return row.answers().stream()
                .map(answer -> answer.item() + (answer.right() ? " ●" : " ○"))
                .collect(Collectors.joining("  "));
    }
}
