package dev.nabla.output;

import dev.nabla.frame.ControlCharacters;
import dev.nabla.frame.Frame;
import dev.nabla.frame.Glyphs;
import java.util.stream.Collectors;

/** A frame as plain lines: glyphs only, no blanks at the ends of lines. */
public final class PlainText {
    private PlainText() {}

    /** One line of foreign text, in which whatever could steer a terminal has become a question mark. */
    public static String harmless(String text) {
        StringBuilder harmless = new StringBuilder(text.length());
        text.codePoints().map(c -> ControlCharacters.is(c) ? '?' : c).forEach(harmless::appendCodePoint);
        return harmless.toString();
    }

    /** Lines of words as a glyph level writes them; whatever could steer a terminal becomes a question mark. */
    public static String forDisplay(String lines, Glyphs glyphs) {
        return lines.lines().map(glyphs::spell).collect(Collectors.joining("\n", "", "\n"));
    }

    /** Lines by somebody else in letters of any script, as they are, or in ASCII by number: {@code BjU+00F8rn}. */
    public static String foreign(String lines, Glyphs glyphs) {
        StringBuilder written = new StringBuilder();
        lines.codePoints().forEach(c -> {
            boolean plain = c == '\n' || glyphs != Glyphs.ASCII || c < 0x7f;
            written.append(plain ? c == '\n' ? "\n" : harmless(Character.toString(c)) : ControlCharacters.code(c));
        });
        return written.toString();
    }

    public static String of(Frame frame) {
        return frame.rows().stream().map(String::stripTrailing).collect(Collectors.joining("\n", "", "\n"));
    }
}
