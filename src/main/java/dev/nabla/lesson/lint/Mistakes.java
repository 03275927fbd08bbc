package dev.nabla.lesson.lint;

import dev.nabla.frame.Glyphs;
import dev.nabla.lesson.read.UnsafeText;
import dev.nabla.math.BadInput;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Mistakes as they are found, a line each with its place in front. */
final class Mistakes {
    private final Set<String> lines = new LinkedHashSet<>();

    List<String> lines() {
        return List.copyOf(lines);
    }

    void add(BadInput bad) {
        lines.add(bad.getMessage());
    }

    void require(boolean holds, String place, String mistake) {
        if (!holds) {
            lines.add(place + " " + mistake);
        }
    }

    /** No glyph that some terminal cannot show, and nothing that could steer one. */
    void drawable(String place, String text) {
        text.codePoints()
                .filter(c -> c > Character.MAX_VALUE || !Glyphs.QUADRANT.allows((char) c))
                .sorted()
                .forEach(c -> lines.add(place + ": not every terminal shows " + UnsafeText.code(c) + " in: "
                        + text.replaceAll("\\p{C}", "?")));
        require(!text.contains("{{"), place, "has a placeholder that is not closed in: " + text);
    }
}
