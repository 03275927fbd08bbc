package dev.nabla.frame;

import java.util.Locale;

/** Control and bidirectional-formatting characters, which must never reach a terminal. */
public final class ControlCharacters {
    private ControlCharacters() {}

    /** True for a control, C1 among them, a mark of direction or another invisible one, half of a pair, or the end of a line. */
    public static boolean is(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }

    /** A character by its number: {@code U+001B}. */
    public static String code(int codePoint) {
        String hex = Integer.toHexString(codePoint).toUpperCase(Locale.ROOT);
        return "U+" + "0".repeat(Math.max(0, 4 - hex.length())) + hex;
    }
}
