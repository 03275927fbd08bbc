package dev.nabla.output;

import dev.nabla.frame.ControlCharacters;
import dev.nabla.frame.Frame;
import dev.nabla.frame.Glyphs;
import java.util.stream.Collectors;

/** Converts a frame to lines of glyphs without trailing blanks, and makes text safe for a terminal. */
public final class PlainText {
    private PlainText() {}

    /** Returns a line of untrusted text. Every character that could control a terminal becomes a question mark. */
    public static String harmless(String text) {
        StringBuilder harmless = new StringBuilder(text.length());
        text.codePoints().map(c -> ControlCharacters.is(c) ? '?' : c).forEach(harmless::appendCodePoint);
        return harmless.toString();
    }

    /**
     * Returns lines written at a glyph level. Every character that could control a terminal becomes a question mark.
     */
    public static String forDisplay(String lines, Glyphs glyphs) {
        return lines.lines().map(glyphs::spell).collect(Collectors.joining("\n", "", "\n"));
    }

    /**
     * Returns untrusted lines in letters of any script. At the ASCII level other letters become codes:
     * {@code BjU+00F8rn}.
     */
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
