package dev.nabla.tui.screen;

import dev.nabla.frame.Canvas;
import dev.nabla.frame.Font;
import dev.nabla.frame.Frame;
import dev.nabla.frame.Glyphs;
import dev.nabla.frame.Line;
import dev.nabla.frame.Size;
import dev.nabla.lesson.Block;
import dev.nabla.lesson.ProseLayout;
import dev.nabla.lesson.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A section's text in a column: title, rule, a window of lines, rule, how much is left. */
final class ProsePane {
    /** Rows that are not text. */
    private static final int GRID = 4;

    private final Section section;
    private final Size size;
    private final Font font;
    private final Glyphs glyphs;
    private final boolean beside;
    private final int figure;
    private final int figures;
    private final List<Line> lines = new ArrayList<>();
    /** Lines at which the text comes to its figures. */
    private final List<Integer> stages = new ArrayList<>();

    /** Lines at which its worked examples end. */
    private final List<Integer> examples = new ArrayList<>();

    private Block above;

    /** {@code beside}: the figure of this number stands on the right; the only one needs no pointer to it then. */
    ProsePane(Section section, Size size, Font font, boolean beside, int figure) {
        this.section = section;
        this.size = size;
        this.font = font;
        this.glyphs = font.glyphs();
        this.beside = beside;
        this.figure = figure;
        this.figures = section.lesson().map(lesson -> lesson.figures().size()).orElse(0);
        section.lesson().ifPresent(lesson -> lesson.blocks().forEach(this::set));
        if (above instanceof Block.Aim) {
            goals();
        }
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
        int come = 0;
        for (int i = 0; i < stages.size(); i++) {
            come = stages.get(i) <= place ? i : come;
        }
        return come;
    }

    /** The worked example that a window with this line at its top shows first, else the last above it, else the first. */
    int exampleAt(int scroll) {
        int shown = 0;
        for (int i = 0; i < examples.size(); i++) {
            boolean above = i > 0 && examples.get(i - 1) < scroll;
            shown = above && examples.get(i) < scroll + page() || examples.get(i) < scroll ? i : shown;
        }
        return shown;
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

    Frame frame(int scroll, Optional<Search> search) {
        List<Line> text = search.map(this::raised).orElse(lines);
        int from = Math.max(0, Math.min(scroll, bottom()));
        Canvas canvas = new Canvas(size, font);
        canvas.put(1, 0, Page.title(section));
        canvas.rule(1);
        for (int i = 0; i < page() && from + i < lines.size(); i++) {
            canvas.put(1, 2 + i, text.get(from + i));
        }
        canvas.rule(size.height() - 2);
        int left = lines.size() - from - page();
        Line end = Line.EMPTY.dim(left > 0 ? left + " more lines below" : "that was all of it");
        canvas.put(1, size.height() - 1, search.map(this::asked).orElse(end));
        return canvas.frame();
    }

    /** The lines with every place found raised. */
    private List<Line> raised(Search search) {
        List<Line> raised = new ArrayList<>(lines);
        List<List<Finder.Piece>> found = find(search.query().text());
        for (int i = 0; i < found.size(); i++) {
            for (Finder.Piece piece : found.get(i)) {
                raised.set(piece.line(), Finder.raised(raised.get(piece.line()), piece, i == search.match()));
            }
        }
        return raised;
    }

    /** What is looked for, and which place of how many this is. */
    private Line asked(Search search) {
        int places = find(search.query().text()).size();
        String said = search.query().isBlank()
                ? ""
                : places == 0 ? "  nowhere in this section" : "  " + (search.match() + 1) + " of " + places;
        int room = Math.max(1, size.width() - 3 - said.length());
        Line query = search.typing()
                ? TypedLine.of(search.query(), room, glyphs)
                : Clip.to(Line.of(search.query().text()), room, glyphs);
        return Line.join(List.of(Line.EMPTY.dim("/"), query, Line.EMPTY.dim(said)), "");
    }

    private void set(Block block) {
        if (beside && figures == 1 && block instanceof Block.Stage) {
            return;
        }
        if (block instanceof Block.Ask && above instanceof Block.Ask) {
            lines.set(lines.size() - 1, pointer("[questions: ", "a", " asks them]"));
            return;
        }
        if (above instanceof Block.Aim && !(block instanceof Block.Aim)) {
            goals();
        }
        if (above != null && !ProseLayout.isClose(above, block)) {
            lines.add(Line.EMPTY);
        }
        above = block;
        if (block instanceof Block.Ask) {
            lines.add(pointer("[a question: ", "a", " asks it]"));
            return;
        }
        if (block instanceof Block.Stage stage) {
            lines.add(pointer(stage.live().figure().info().number()));
            stages.add(lines.size() - 1);
        }
        lines.addAll(new ProseLayout(size.width() - 2, glyphs).lines(block));
        if (block instanceof Block.Steps) {
            lines.add(pointer("[", "E", " leaves blanks in it]"));
            examples.add(lines.size() - 1);
        }
    }

    private void goals() {
        lines.add(pointer("[", "G", " tries them]"));
    }

    /** The next figure, and the key that leads there from this line of the text. */
    private Line pointer(String number) {
        if (stages.size() != figure) {
            return pointer("[" + number + ": ", "V", figures > 2 ? " goes round to it]" : " brings it]");
        }
        return beside
                ? Line.EMPTY.dim("[" + number + ": on the right]")
                : pointer("[" + number + ": ", "v", " brings it]");
    }

    /** What has a screen of its own, and the key that leads there. */
    private static Line pointer(String what, String key, String does) {
        return Line.EMPTY.dim(what).second(key).dim(does);
    }
}
