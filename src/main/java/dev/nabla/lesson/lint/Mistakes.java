package dev.nabla.lesson.lint;

import dev.nabla.frame.Glyphs;
import dev.nabla.lesson.read.UnsafeText;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Mistakes as they are found.
 *
 * @param lines a mistake each, its place in front
 * @param place where is looked now, like {@code l.md:6: question 9.1} or {@code l.md:6:}
 */
record Mistakes(Set<String> lines, String place) {
    Mistakes() {
        this(new LinkedHashSet<>(), "");
    }

    Mistakes at(String other) {
        return new Mistakes(lines, other);
    }

    void require(boolean holds, String mistake) {
        if (!holds) {
            lines.add(place + " " + mistake);
        }
    }

    /** No glyph that some terminal cannot show, and nothing that could steer one. */
    void drawable(String text) {
        text.codePoints()
                .filter(c -> c > Character.MAX_VALUE || !Glyphs.QUADRANT.allows((char) c))
                .sorted()
                .forEach(c -> require(
                        false,
                        "has " + UnsafeText.code(c) + ", which not every terminal shows, in: "
                                + text.replaceAll("\\p{C}", "?")));
        require(!text.contains("{{"), "has a placeholder that is not closed in: " + text);
    }
}
