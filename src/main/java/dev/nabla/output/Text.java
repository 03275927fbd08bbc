package dev.nabla.output;

import dev.nabla.frame.ControlCharacters;
import dev.nabla.frame.Frame;
import dev.nabla.frame.Glyphs;
import java.util.stream.Collectors;

/** A frame as plain lines: glyphs only, no blanks at the ends of lines. */
public final class Text {
    private Text() {}

    /** One line of foreign text, in which whatever could steer a terminal has become a question mark. */
    public static String harmless(String text) {
        StringBuilder harmless = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i = text.offsetByCodePoints(i, 1)) {
            if (isSteering(text, i)) {
                harmless.append('?');
            } else {
                harmless.appendCodePoint(text.codePointAt(i));
            }
        }
        return harmless.toString();
    }

    /** True if what stands at a place, or the pair whose second half it is, could steer a terminal. */
    static boolean isSteering(String text, int i) {
        boolean second = i > 0 && Character.isSurrogatePair(text.charAt(i - 1), text.charAt(i));
        return ControlCharacters.is(text.codePointAt(second ? i - 1 : i));
    }

    /** Lines of words as a glyph level writes them; whatever could steer a terminal becomes a question mark. */
    public static String spelt(String lines, Glyphs glyphs) {
        return lines.lines().map(glyphs::spell).collect(Collectors.joining("\n", "", "\n"));
    }

    public static String of(Frame frame) {
        return frame.rows().stream().map(String::stripTrailing).collect(Collectors.joining("\n", "", "\n"));
    }
}
