package dev.nabla.screen;

import dev.nabla.frame.Canvas;
import dev.nabla.frame.Line;
import dev.nabla.key.Effect;
import dev.nabla.key.KeyContext;
import dev.nabla.key.Navigation;
import dev.nabla.room.ClassOverview.RecentMistake;
import dev.nabla.room.ClassOverview.Selectable;
import dev.nabla.room.ClassOverview.StudentRow;
import dev.nabla.room.ClassRequest;
import dev.nabla.room.display.StudentWords;
import dev.nabla.screen.ViewBlock.HeadBlock;
import dev.nabla.screen.ViewBlock.RowsBlock;
import dev.nabla.screen.ViewBlock.SentenceBlock;
import dev.nabla.screen.part.WrappedLines;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One student or one mistake in detail: the question, the explanation of each mistake, the answers or who made the
 * mistake.
 *
 * @param under the class screen to return to; its selection is shown here
 */
record ClassDetailView(ClassView under) implements View {
    @Override
    public List<KeyContext> keys(ScreenState state) {
        return List.of(KeyContext.ONWARD, KeyContext.BACK);
    }

    @Override
    public Optional<ClassRequest> pollRequest(ScreenState state) {
        return under.pollRequest(state);
    }

    @Override
    public Onward onward(ScreenState state) {
        return new Onward("back", now -> now.show(under));
    }

    @Override
    public ScreenState update(Effect effect, ScreenState state) {
        return effect == Navigation.BACK ? state.show(under) : state;
    }

    private Optional<Selectable> there(ScreenState state) {
        return under.picked(state).filter(one -> one.key().equals(under.chosen()));
    }

    @Override
    public List<ViewBlock> blocks(ScreenState state) {
        Optional<Selectable> there = there(state);
        List<ViewBlock> blocks = new ArrayList<>();
        blocks.add(new HeadBlock(
                Line.of(there.map(Selectable::name).orElse(under.chosen())), Line.EMPTY, Optional.empty()));
        if (there.isEmpty()) {
            blocks.add(SentenceBlock.of("not there any more"));
        } else if (there.get() instanceof StudentRow row) {
            blocks.add(SentenceBlock.of(new StudentWords(row).sentence()));
            blocks.add(RowsBlock.sentences(
                    "Mistakes",
                    row.mistakes().stream()
                            .map(each -> each.name() + " in " + each.where().item() + ": "
                                    + ClassView.explanation(each, state))
                            .toList()));
            String answers = row.answers().stream()
                    .map(answer -> answer.item() + (answer.right() ? " right" : " wrong"))
                    .collect(Collectors.joining(", "));
            blocks.add(SentenceBlock.of(answers.isEmpty() ? "" : "Answers: " + answers));
        } else if (there.get() instanceof RecentMistake mistake) {
            blocks.add(SentenceBlock.of(ClassBlocks.where(mistake)));
            ClassView.ballot(mistake, state)
                    .ifPresent(ballot ->
                            blocks.add(SentenceBlock.of(ballot.instance().prompt())));
            blocks.add(SentenceBlock.of(ClassView.explanation(mistake, state)));
            blocks.add(SentenceBlock.of("Made by " + String.join(", ", mistake.names())));
        }
        return blocks;
    }

    @Override
    public void draw(Canvas canvas, ScreenState state) {
        Optional<Selectable> there = there(state);
        WrappedLines column = new WrappedLines(Math.min(ScreenLayout.WIDEST, canvas.width() - 4), canvas.glyphs());
        there.flatMap(one -> ClassView.ballot(one, state))
                .ifPresent(ballot -> add(Line.EMPTY, ballot.instance().prompt(), column));
        String aside = "not there any more";
        if (there.isPresent() && there.get() instanceof StudentRow row) {
            row.mistakes().forEach(each -> reveal(each, state, column));
            String answers = row.answers().stream()
                    .map(answer -> answer.item() + (answer.right() ? " ●" : " ○"))
                    .collect(Collectors.joining("  "));
            add(Line.EMPTY.dim("answers  "), answers, column);
            aside = row.where().section() + " " + row.where().toText();
        } else if (there.isPresent() && there.get() instanceof RecentMistake mistake) {
            reveal(mistake, state, column);
            add(Line.EMPTY.dim("who  "), String.join(", ", mistake.names()), column);
            aside = "question " + mistake.where().item();
        }
        Canvas body = ScreenLayout.below(there.map(Selectable::name).orElse(under.chosen()), aside, canvas);
        ScreenLayout.put(column.lines(), 0, body.part(body.area().afterColumns(2)));
    }

    private static void reveal(RecentMistake each, ScreenState state, WrappedLines column) {
        Line mark = Line.EMPTY.warn(each.name() + " " + each.where().item() + "  ");
        add(mark, ClassView.explanation(each, state), column);
    }

    private static void add(Line mark, String words, WrappedLines column) {
        column.blank();
        column.hang(mark, Line.of(words));
    }
}
