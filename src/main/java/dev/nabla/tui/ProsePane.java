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

    Frame frame(int scroll) {
        int from = Math.max(0, Math.min(scroll, bottom()));
        Canvas canvas = new Canvas(size, font);
        canvas.put(1, 0, section.id() + " ", Tone.DIM);
        canvas.put(1 + canvas.width(section.id() + " "), 0, section.title(), Tone.TEXT, Weight.BOLD);
        canvas.rule(1);
        for (int i = 0; i < page() && from + i < lines.size(); i++) {
            canvas.put(1, 2 + i, lines.get(from + i));
        }
        canvas.rule(size.height() - 2);
        int left = lines.size() - from - page();
        canvas.put(1, size.height() - 1, left > 0 ? left + " more lines below" : "that was all of it", Tone.DIM);
        return canvas.frame();
    }

    private void set(Block block) {
        if (beside && block instanceof Block.Stage) {
            return;
        }
        if (above != null && !Column.isClose(above, block)) {
            lines.add(Line.EMPTY);
        }
        above = block;
        if (block instanceof Block.Stage stage) {
            lines.add(Line.EMPTY
                    .dim("[" + stage.live().figure().number() + ": ")
                    .second("v")
                    .dim(" brings it]"));
        }
        lines.addAll(new Column(size.width() - 2, glyphs).lines(block));
    }
}
