package dev.nabla.frame;

import java.util.Locale;

/** Control and bidirectional-formatting characters, which must never reach a terminal. */
public final class ControlCharacters {
    private ControlCharacters() {}

    /**
     * Returns whether a terminal must not get a code point: a control character (C0 or C1), a format character such as
     * a direction mark, a surrogate, a line or paragraph separator.
     */
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

    /** Returns the notation of a code point, like {@code U+001B}. */
    public static String code(int codePoint) {
        String hex = Integer.toHexString(codePoint).toUpperCase(Locale.ROOT);
        return "U+" + "0".repeat(Math.max(0, 4 - hex.length())) + hex;
    }
}
