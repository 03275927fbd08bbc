package dev.nabla.tui.screen;

import dev.nabla.frame.Canvas;
import dev.nabla.frame.Line;
import dev.nabla.frame.Wrap;
import dev.nabla.room.Roll.Choice;
import dev.nabla.room.Roll.Mistake;
import dev.nabla.room.Roll.Row;
import dev.nabla.tui.key.Effect;
import dev.nabla.tui.key.Go;
import dev.nabla.tui.key.KeyContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

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
        Optional<Choice> there = under.picked(state).filter(one -> one.key().equals(under.chosen()));
        List<Line> lines = new ArrayList<>();
        there.flatMap(one -> ClassView.ballot(one, state))
                .ifPresent(ballot -> add(Line.EMPTY, ballot.asked().prompt(), canvas, lines));
        String aside = "not there any more";
        if (there.isPresent() && there.get() instanceof Row row) {
            row.mistakes().forEach(each -> reveal(each, state, canvas, lines));
            String answers = row.answers().stream()
                    .map(answer -> answer.item() + (answer.right() ? " ●" : " ○"))
                    .collect(Collectors.joining("  "));
            add(Line.EMPTY.dim("answers  "), answers, canvas, lines);
            aside = row.where().section() + " " + row.where().words();
        } else if (there.isPresent() && there.get() instanceof Mistake mistake) {
            reveal(mistake, state, canvas, lines);
            add(Line.EMPTY.dim("who  "), String.join(", ", mistake.names()), canvas, lines);
            aside = "question " + mistake.where().item();
        }
        Canvas body = Page.below(there.map(Choice::name).orElse(under.chosen()), aside, canvas);
        Page.put(lines, 0, body.part(body.area().afterColumns(2)));
    }

    private static void reveal(Mistake each, ScreenState state, Canvas canvas, List<Line> lines) {
        add(
                Line.EMPTY.warn(each.name() + " " + each.where().item() + "  "),
                ClassView.told(each, state),
                canvas,
                lines);
    }

    private static void add(Line mark, String words, Canvas canvas, List<Line> lines) {
        lines.add(Line.EMPTY);
        int width = Math.min(Page.WIDEST, canvas.width() - 4);
        lines.addAll(Wrap.hanging(mark, Line.of(words), width, canvas.glyphs()));
    }
}
