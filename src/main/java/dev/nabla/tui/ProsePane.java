package dev.nabla.tui;

import dev.nabla.frame.Canvas;
import dev.nabla.frame.Font;
import dev.nabla.frame.Frame;
import dev.nabla.frame.Glyphs;
import dev.nabla.frame.Line;
import dev.nabla.frame.Size;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import dev.nabla.lesson.Block;
import dev.nabla.lesson.Column;
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
    private final List<Line> lines = new ArrayList<>();
    private Block above;

    /** {@code beside}: the figure stands on the right and needs no pointer to it. */
    ProsePane(Section section, Size size, Font font, boolean beside) {
        this.section = section;
        this.size = size;
        this.font = font;
        this.glyphs = font.glyphs();
        this.beside = beside;
        section.lesson().ifPresent(lesson -> lesson.blocks().forEach(this::set));
    }

    /** Text rows that can be seen at once. */
    int page() {
        return Math.max(1, size.height() - GRID);
    }

    /** The last line that can be at the top. */
    int bottom() {
        return Math.max(0, lines.size() - page());
    }

    /** Where words are in the text. */
    List<List<Finder.Piece>> find(String words) {
        return new Finder(lines).find(words);
    }

    Frame frame(int scroll, Optional<Search> search) {
        List<Line> text = search.map(this::raised).orElse(lines);
        int from = Math.max(0, Math.min(scroll, bottom()));
        Canvas canvas = new Canvas(size, font);
        canvas.put(1, 0, section.id() + " ", Tone.DIM);
        canvas.put(1 + canvas.width(section.id() + " "), 0, section.title(), Tone.TEXT, Weight.BOLD);
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
                ? search.query().line(room, glyphs)
                : Clip.to(Line.of(search.query().text()), room, glyphs);
        return Line.join(List.of(Line.EMPTY.dim("/"), query, Line.EMPTY.dim(said)), "");
    }

    private void set(Block block) {
        if (beside && block instanceof Block.Stage) {
            return;
        }
        if (block instanceof Block.Ask && above instanceof Block.Ask) {
            lines.set(lines.size() - 1, pointer("[questions: ", "a", " asks them]"));
            return;
        }
        if (above != null && !Column.isClose(above, block)) {
            lines.add(Line.EMPTY);
        }
        above = block;
        if (block instanceof Block.Ask) {
            lines.add(pointer("[a question: ", "a", " asks it]"));
            return;
        }
        if (block instanceof Block.Stage stage) {
            lines.add(pointer("[" + stage.live().figure().number() + ": ", "v", " brings it]"));
        }
        lines.addAll(new Column(size.width() - 2, glyphs).lines(block));
        if (block instanceof Block.Steps) {
            lines.add(pointer("[", "E", " leaves blanks in it]"));
        }
    }

    /** What has a screen of its own, and the key that leads there. */
    private static Line pointer(String what, String key, String does) {
        return Line.EMPTY.dim(what).second(key).dim(does);
    }
}
