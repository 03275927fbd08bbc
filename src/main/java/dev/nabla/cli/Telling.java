package dev.nabla.cli;

import dev.nabla.frame.Glyphs;
import dev.nabla.frame.Wrap;
import dev.nabla.lesson.Block;
import java.util.List;

/** Prose as lines that are read one after the other. */
final class Telling {
    private static final int WIDTH = 78;

    private Telling() {}

    /** A block with a blank line before it; items of a list follow on each other. */
    static String of(Block block, Glyphs glyphs) {
        if (block instanceof Block.Heading heading) {
            return "\n" + heading.text();
        }
        if (block instanceof Block.Paragraph paragraph) {
            return "\n" + lines(paragraph.text().plain(), glyphs);
        }
        if (block instanceof Block.Item item) {
            return lines("- " + item.text().plain(), glyphs);
        }
        if (block instanceof Block.Formula formula) {
            List<String> lines =
                    formula.lines().stream().map(line -> "  " + line).toList();
            return "\n" + String.join("\n", lines);
        }
        return "";
    }

    private static String lines(String text, Glyphs glyphs) {
        return String.join("\n", Wrap.lines(text, WIDTH, glyphs));
    }
}
