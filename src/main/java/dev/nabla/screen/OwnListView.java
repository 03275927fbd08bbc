package dev.nabla.screen;

import dev.nabla.frame.Canvas;
import dev.nabla.frame.Line;
import dev.nabla.key.Effect;
import dev.nabla.key.KeyContext;
import dev.nabla.key.Navigation;
import dev.nabla.math.BadInput;
import dev.nabla.math.Decimal;
import dev.nabla.own.ListPlace;
import dev.nabla.own.ModelRequest;
import dev.nabla.own.NameLines;
import dev.nabla.own.OwnNames;
import dev.nabla.screen.part.Clip;
import dev.nabla.tutor.LineEditor;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The list of a learner's own names: one line is edited, what is understood of all of them stands beside.
 *
 * @param row the edited line, from 0
 * @param line its text; the list has it once the line is left
 * @param naming whether the name of the model is edited instead
 * @param title that name
 */
record OwnListView(int row, LineEditor line, boolean naming, LineEditor title) implements View {
    /** Begins a line that names a file to read. */
    private static final String FILE = "@";

    /** Shows the list, at its last line. */
    static ScreenState open(ScreenState state) {
        OwnNames own = state.own();
        return state.show(at(
                own.lines(),
                own.lines().last(),
                false,
                new LineEditor(own.title(), own.title().length())));
    }

    private static OwnListView at(NameLines lines, int row, boolean naming, LineEditor title) {
        String text = lines.line(row);
        return new OwnListView(row, new LineEditor(text, text.length()), naming, title);
    }

    private OwnListView at(NameLines lines, int other) {
        return at(lines, other, naming, title);
    }

    /** Returns the learner's list with the line as it is edited now, and with the name of the model. */
    OwnNames typed(ScreenState state) {
        OwnNames own = state.own();
        String name = title.text().strip();
        return own.withLines(own.lines().with(row, line.text())).withTitle(name.isEmpty() ? own.title() : name);
    }

    private ScreenState kept(ScreenState state) {
        return state.withOwn(typed(state));
    }

    @Override
    public List<KeyContext> keys(ScreenState state) {
        return List.of(KeyContext.ONWARD, KeyContext.LIST, KeyContext.TYPING);
    }

    @Override
    public Map<Navigation, String> keyLabels(ScreenState state) {
        Map<Navigation, String> words = View.super.keyLabels(state);
        words.put(Navigation.TURN, naming ? "the list" : "its name");
        return words;
    }

    @Override
    public Onward onward(ScreenState state) {
        if (naming) {
            return new Onward("done", now -> turned(now));
        }
        if (line.text().startsWith(FILE)) {
            return new Onward("read it", OwnListView::read);
        }
        NameLines lines = state.own().lines();
        if (row < lines.last() || !line.isBlank()) {
            return new Onward("next line", now -> nextLine(now));
        }
        if (lines.last() == 0) {
            return new Onward("home", this::exit);
        }
        // the sentence above the keys says how many are missing
        return typed(state).read().names().size() < OwnNames.FEWEST
                ? Onward.NOWHERE
                : new Onward("train", OwnListView::train);
    }

    private ScreenState nextLine(ScreenState state) {
        OwnNames own = typed(state);
        NameLines longer = row < own.lines().last()
                ? own.lines()
                : own.lines()
                        .with(row, "")
                        .adding(List.of(line.text()), own.place().most());
        ScreenState next = state.withOwn(own.withLines(longer));
        return next.show(at(longer, Math.min(row + 1, longer.last())));
    }

    private static ScreenState read(ScreenState state) {
        OwnListView view = (OwnListView) state.view();
        String file = view.line.text().substring(FILE.length()).strip();
        if (state.own().place() == ListPlace.SESSION) {
            throw BadInput.usage("no_files", "A class's server reads no file; paste the names");
        }
        if (file.isEmpty()) {
            throw BadInput.usage("no_file", "Type the name of a file after @, like @names.txt");
        }
        return state.withOwn(view.typed(state).asking(new ModelRequest.ReadLines(file)));
    }

    private static ScreenState train(ScreenState state) {
        ScreenState done = state.withOwn(((OwnListView) state.view()).typed(state));
        return done.withOwn(done.own().training()).show(new OwnModelView());
    }

    /** Adds lines that were pasted or read from a file, and shows the end of the list. */
    private ScreenState adding(Effect.Lines pasted, ScreenState state) {
        List<String> more = pasted.whole();
        OwnNames own = typed(state);
        boolean isFile = line.text().startsWith(FILE);
        NameLines before = isFile ? own.lines().with(row, "") : own.lines();
        int lines = before.lines().size();
        NameLines after = before.adding(more, own.place().most());
        int added = after.lines().size() - lines;
        ScreenState next = state.withOwn(own.withLines(after)).show(at(after, after.last(), false, title));
        String words = Decimal.grouped(added) + (added == 1 ? " line" : " lines") + " added";
        return next.withNotice(pasted.cut() ? words + "; the rest was too long to be pasted at once" : words);
    }

    @Override
    public ScreenState update(Effect effect, ScreenState state) {
        if (effect instanceof Effect.Typing typing) {
            return typed(typing, state);
        }
        if (effect instanceof Effect.Lines lines) {
            return naming ? state : adding(lines, state);
        }
        NameLines lines = typed(state).lines();
        return switch (Navigation.of(effect)) {
            case TURN -> turned(state);
            case UP -> naming ? state : kept(state).show(at(lines, Math.max(0, row - 1)));
            case DOWN -> naming ? state : kept(state).show(at(lines, Math.min(lines.last(), row + 1)));
            case CLEAR -> cleared(state);
            case BACK -> naming ? turned(state) : exit(state);
            default -> state;
        };
    }

    /** Changes what is typed. Deleting in an empty line takes the line away. */
    private ScreenState typed(Effect.Typing typing, ScreenState state) {
        if (naming) {
            return state.withView(
                    new OwnListView(row, line, true, typing.change().apply(title)));
        }
        LineEditor next = typing.change().apply(line);
        boolean away = next.text().isEmpty() && line.text().isEmpty() && row > 0;
        if (!away) {
            return state.withView(new OwnListView(row, next, false, title));
        }
        NameLines lines = state.own().lines();
        NameLines shorter = row == lines.last() ? lines : lines.without(row);
        return state.withOwn(state.own().withLines(shorter)).show(at(shorter, row - 1));
    }

    private ScreenState turned(ScreenState state) {
        ScreenState next = kept(state);
        String name = next.own().title();
        return next.withView(new OwnListView(row, line, !naming, new LineEditor(name, name.length())));
    }

    private ScreenState cleared(ScreenState state) {
        OwnNames none = state.own().withLines(OwnNames.none(state.own().place()).lines());
        return state.withOwn(none).show(at(none.lines(), 0));
    }

    @Override
    public ScreenState exit(ScreenState state) {
        ScreenState next = kept(state);
        return next.show(next.home());
    }

    @Override
    public List<ViewBlock> blocks(ScreenState state) {
        return List.of(
                new ViewBlock.HeadBlock(Line.of("Train on your own names"), Line.EMPTY, Optional.empty()),
                new ViewBlock.NamesBlock(typed(state)));
    }

    @Override
    public void draw(Canvas canvas, ScreenState state) {
        OwnNames own = typed(state);
        String aside = own.place() == ListPlace.SESSION ? "in this session only" : "from a list of yours";
        Canvas body = ScreenLayout.below("Train on your own names", aside, canvas);
        OwnListDrawing drawing = new OwnListDrawing(this, own);
        Line words = Clip.to(drawing.sentence(body), body.width() - 2, body.glyphs());
        drawing.draw(ScreenLayout.above(List.of(words), Line.EMPTY, body));
    }
}
