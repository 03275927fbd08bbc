package dev.nabla.frame;

import java.util.Locale;

/** Control and bidirectional-formatting characters, which must never reach a terminal, and invisible ones. */
public final class ControlCharacters {
    /**
     * First and last code point of each range of characters that are not drawn (Default_Ignorable_Code_Point in
     * Unicode's DerivedCoreProperties.txt).
     */
    private static final int[] INVISIBLE = {
        0xad, 0xad, 0x34f, 0x34f, 0x61c, 0x61c, 0x115f, 0x1160, 0x17b4, 0x17b5, 0x180b, 0x180f, 0x200b, 0x200f, 0x202a,
        0x202e, 0x2060, 0x206f, 0x3164, 0x3164, 0xfe00, 0xfe0f, 0xfeff, 0xfeff, 0xffa0, 0xffa0, 0xfff0, 0xfff8, 0x1bca0,
        0x1bca3, 0x1d173, 0x1d17a, 0xe0000, 0xe0fff
    };

    private ControlCharacters() {}

    /** Returns whether a code point is not drawn, so that texts with and without it look the same. */
    public static boolean isInvisible(int codePoint) {
        for (int i = 0; i < INVISIBLE.length; i += 2) {
            if (codePoint >= INVISIBLE[i] && codePoint <= INVISIBLE[i + 1]) {
                return true;
            }
        }
        return false;
    }

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
