package dev.nabla.tui.screen;

import dev.nabla.frame.Canvas;
import dev.nabla.frame.Glyphs;
import dev.nabla.frame.Line;
import dev.nabla.frame.Size;
import dev.nabla.lesson.Block;
import dev.nabla.lesson.ProseLayout;
import dev.nabla.tui.screen.ReadingView.Pane;
import dev.nabla.tui.screen.Search.Finder;
import java.util.ArrayList;
import java.util.List;

/** A section's text in a column: title, rule, a window of lines, rule, how much is left. */
final class ProsePane {
    /** Rows that are not text. */
    private static final int GRID = 4;

    private final ReadingView view;
    private final Size size;
    private final Glyphs glyphs;
    private final boolean beside;
    private final int figures;
    private final List<Line> lines = new ArrayList<>();
    /** Lines at which the text comes to its figures. */
    private final List<Integer> stages = new ArrayList<>();

    /** Lines at which its worked examples end. */
    private final List<Integer> examples = new ArrayList<>();

    /** Beside its figure it has its share of the columns, and the only figure needs no pointer to it. */
    ProsePane(ReadingView view, ScreenState state) {
        this.view = view;
        this.glyphs = state.font().glyphs();
        this.beside = view.shown(state) == Pane.BOTH;
        int width = beside ? ReadingView.TEXT_COLUMNS - 1 : state.size().width();
        this.size = new Size(width, state.size().height() - 1);
        this.figures = view.lesson().figures().size();
        set(view.lesson().blocks());
    }

    /** Text rows that can be seen at once. */
    int page() {
        return Math.max(1, size.height() - GRID);
    }

    /** The last line that can be at the top. */
    int bottom() {
        return Math.max(0, lines.size() - page());
    }

    /**
     * The figure that the text has come to with this line at the top. A reader begins at the top of the first page and
     * ends at the bottom of the last one, so the place he is at goes down the window as he scrolls.
     */
    int figureAt(int scroll) {
        int place = bottom() == 0 ? 0 : scroll + (page() - 1) * scroll / bottom();
        int come = (int) stages.stream().filter(line -> line <= place).count();
        return Math.max(0, come - 1);
    }

    /** The worked example that ends first below this line, else the last. */
    int exampleAt(int scroll) {
        int past = (int) examples.stream().filter(line -> line < scroll).count();
        return Math.min(past, examples.size() - 1);
    }

    /** The first line at the top with which the text has come to a figure. */
    int lineOf(int figure) {
        int line = 0;
        while (line < bottom() && figureAt(line) < figure) {
            line++;
        }
        return line;
    }

    /** Where words are in the text. */
    List<List<Finder.Piece>> find(String words) {
        return new Finder(lines).find(words);
    }

    void draw(Canvas canvas) {
        int from = Math.max(0, Math.min(view.scroll(), bottom()));
        int left = lines.size() - from - page();
        Line end = Line.EMPTY.dim(left > 0 ? left + " more lines below" : "that was all of it");
        Canvas body = Page.below(Page.title(view.section()), Line.EMPTY, canvas);
        Canvas text = Page.above(view.search().map(this::asked).orElse(end), body);
        Page.put(view.search().map(this::raised).orElse(lines), from, text);
    }

    /** The lines with every place found raised. */
    private List<Line> raised(Search search) {
        List<Line> raised = new ArrayList<>(lines);
        List<List<Finder.Piece>> found = find(search.query().text());
        for (int i = 0; i < found.size(); i++) {
            for (Finder.Piece piece : found.get(i)) {
                raised.set(piece.line(), piece.raised(raised.get(piece.line()), i == search.match()));
            }
        }
        return raised;
    }

    /** The words looked for, and which place of how many this is. */
    private Line asked(Search search) {
        int places = find(search.query().text()).size();
        String found = places == 0 ? "  nowhere in this section" : "  " + (search.match() + 1) + " of " + places;
        String said = search.query().isBlank() ? "" : found;
        int room = Math.max(1, size.width() - 3 - said.length());
        Line query = search.typing()
                ? Clip.typed(search.query(), room, glyphs)
                : Clip.to(Line.of(search.query().text()), room, glyphs);
        return Line.join(List.of(Line.EMPTY.dim("/"), query, Line.EMPTY.dim(said)), "");
    }

    private void set(List<Block> blocks) {
        Block above = null;
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            Block below = i + 1 < blocks.size() ? blocks.get(i + 1) : null;
            boolean known = beside && figures == 1 && block instanceof Block.Stage;
            if (!known && !(block instanceof Block.Ask && above instanceof Block.Ask)) {
                if (above != null && !ProseLayout.isClose(above, block)) {
                    lines.add(Line.EMPTY);
                }
                set(block, below);
                above = block;
            }
        }
    }

    /** Sets a block, and points to whatever has a screen of its own. */
    private void set(Block block, Block below) {
        if (block instanceof Block.Stage stage) {
            stages.add(lines.size());
            lines.add(pointer(stage.live().figure().info().number()));
        }
        if (block instanceof Block.Ask) {
            boolean more = below instanceof Block.Ask;
            lines.add(pointer(more ? "[questions: " : "[a question: ", "a", more ? " asks them]" : " asks it]"));
        } else {
            lines.addAll(new ProseLayout(size.width() - 2, glyphs).lines(block));
        }
        if (block instanceof Block.Steps) {
            examples.add(lines.size());
            lines.add(pointer("[", "E", " leaves blanks in it]"));
        }
        if (block instanceof Block.Aim && !(below instanceof Block.Aim)) {
            lines.add(pointer("[", "G", " tries them]"));
        }
    }

    /** The next figure, and the key that leads there from this line of the text. */
    private Line pointer(String number) {
        if (stages.size() - 1 != view.figure()) {
            return pointer("[" + number + ": ", "V", figures > 2 ? " goes round to it]" : " brings it]");
        }
        return beside
                ? Line.EMPTY.dim("[" + number + ": on the right]")
                : pointer("[" + number + ": ", "v", " brings it]");
    }

    private static Line pointer(String what, String key, String does) {
        return Line.EMPTY.dim(what).second(key).dim(does);
    }
}
