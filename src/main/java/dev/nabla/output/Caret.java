package dev.nabla.output;

import dev.nabla.math.BadInput;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Formats a typed text with a caret under the position where parsing stopped. */
public final class Caret {
    private static final String INDENT = "  ";
    /** The largest number of characters shown on either side of the position. */
    private static final int AROUND = 40;

    private Caret() {}

    /** Returns two lines: the text and the caret. Of a long text only the part around the position is shown. */
    public static String under(BadInput.TextPosition place) {
        int[] characters = place.text().codePoints().toArray();
        int at = place.text()
                .codePointCount(0, Math.min(place.position() - 1, place.text().length()));
        int from = Math.max(0, at - AROUND);
        int to = Math.min(characters.length, at + AROUND);
        String before = from > 0 ? "..." : "";
        String shown =
                IntStream.range(from, to).mapToObj(i -> narrow(characters[i])).collect(Collectors.joining());
        return INDENT + before + shown + (to < characters.length ? "..." : "") + "\n" + INDENT
                + " ".repeat(before.length() + at - from) + "^\n";
    }

    /**
     * Returns the character if every terminal draws it one cell wide, else a question mark. This keeps the caret
     * aligned.
     */
    private static String narrow(int c) {
        boolean ascii = c >= ' ' && c <= '~';
        boolean latin = c >= 0xa1 && c < 0x300 && c != 0xad;
        boolean greekOrCyrillic = c >= 0x370 && c < 0x483 && Character.isLetter(c);
        boolean mathematical = c >= 0x2190 && c < 0x2300;
        return ascii || latin || greekOrCyrillic || mathematical ? Character.toString(c) : "?";
    }
}
