package dev.nabla.lesson.lint;

import dev.nabla.frame.Glyphs;
import dev.nabla.math.BadInput;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

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
        TreeSet<Integer> foreign = new TreeSet<>();
        text.codePoints()
                .filter(c -> c > Character.MAX_VALUE || !Glyphs.QUADRANT.allows((char) c))
                .forEach(foreign::add);
        for (int c : foreign) {
            String code = Integer.toHexString(c).toUpperCase(Locale.ROOT);
            lines.add(place + ": not every terminal shows U+" + "0".repeat(Math.max(0, 4 - code.length())) + code
                    + " in: " + text.replaceAll("\\p{C}", "?"));
        }
        require(!text.contains("{{"), place, "has a placeholder that is not closed in: " + text);
    }
}
