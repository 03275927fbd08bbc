package dev.nabla.output;

import dev.nabla.math.BadInput;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What was typed, and a caret under the place where reading it stopped. */
public final class Caret {
    private static final String INDENT = "  ";
    /** Signs shown on either side of the place. */
    private static final int AROUND = 40;

    private Caret() {}

    /** Two lines; of a long text only the part round the place. */
    public static String under(BadInput.Place place) {
        int[] signs = place.text().codePoints().toArray();
        int at = place.text()
                .codePointCount(0, Math.min(place.position() - 1, place.text().length()));
        int from = Math.max(0, at - AROUND);
        int to = Math.min(signs.length, at + AROUND);
        String before = from > 0 ? "..." : "";
        String shown = IntStream.range(from, to).mapToObj(i -> narrow(signs[i])).collect(Collectors.joining());
        return INDENT + before + shown + (to < signs.length ? "..." : "") + "\n" + INDENT
                + " ".repeat(before.length() + at - from) + "^\n";
    }

    /** A sign as it was typed if every terminal gives it one cell, else a question mark, so that the caret stays below its place. */
    private static String narrow(int sign) {
        boolean ascii = sign >= ' ' && sign <= '~';
        boolean latin = sign >= 0xa1 && sign < 0x300 && sign != 0xad;
        boolean greekOrCyrillic = sign >= 0x370 && sign < 0x483 && Character.isLetter(sign);
        boolean mathematical = sign >= 0x2190 && sign < 0x2300;
        return ascii || latin || greekOrCyrillic || mathematical ? Character.toString(sign) : "?";
    }
}
