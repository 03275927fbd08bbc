package dev.nabla.frame;

/**
 * Letters of any script as terminals draw them: a letter and the marks behind it stand together, and need 1 or 2 cells
 * and another one for each spacing mark. Marks that need no cell are drawn onto the letter.
 *
 * <p>These are the widths of {@code wcwidth} in glibc. Letters stand in the order in which they are typed, from left to
 * right in every script.
 */
public final class Letters {
    /**
     * First and last code point of each range of letters that are two cells wide (East_Asian_Width W and F in Unicode's
     * EastAsianWidth.txt).
     */
    private static final int[] WIDE = {
        0x1100, 0x115f, 0x2e80, 0x3247, 0x3250, 0xa4cf, 0xa960, 0xa97f, 0xac00, 0xd7a3, 0xf900, 0xfaff, 0xff00, 0xff60,
        0x16fe0, 0x1b2ff, 0x20000, 0x3fffd
    };

    /** The first combining mark of Unicode. */
    private static final int FIRST_MARK = 0x300;

    private static final int SYMBOLS = 0x2100;
    private static final int SYMBOLS_END = 0x2c00;

    private Letters() {}

    /** Returns whether a code point is a letter or digit that is visible. */
    public static boolean isLetter(int codePoint) {
        return Character.isLetterOrDigit(codePoint)
                && !isConjoined(codePoint)
                && !ControlCharacters.isInvisible(codePoint);
    }

    /** Returns whether a code point belongs to the letter before it: an accent, a vowel sign, a tone mark. */
    public static boolean isMark(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.COMBINING_SPACING_MARK ->
                !ControlCharacters.isInvisible(codePoint);
            default -> isConjoined(codePoint);
        };
    }

    /** Returns whether a code point is a vowel or final consonant of a Korean syllable that is not composed. */
    private static boolean isConjoined(int codePoint) {
        return codePoint > 0x1160 && codePoint < 0x1200 || codePoint >= 0xd7b0 && codePoint < 0xd800;
    }

    /** Returns the end of the letter that begins at an index: after its marks. */
    public static int end(String text, int from) {
        int end = from + Character.charCount(text.codePointAt(from));
        while (end < text.length() && text.charAt(end) >= FIRST_MARK && isMark(text.codePointAt(end))) {
            end += Character.charCount(text.codePointAt(end));
        }
        return end;
    }

    /** Returns whether each char of a text stands by itself in a cell. */
    static boolean areCells(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean symbol = c < FIRST_MARK || c >= SYMBOLS && c < SYMBOLS_END;
            if (!symbol && (Character.isSurrogate(c) || isMark(c) || cells(c) != 1)) {
                return false;
            }
        }
        return true;
    }

    /** Returns the width of a text in cells. */
    public static int width(String text) {
        if (areCells(text)) {
            return text.length();
        }
        return text.codePoints().map(Letters::cells).sum();
    }

    private static int cells(int codePoint) {
        int type = Character.getType(codePoint);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || isConjoined(codePoint)) {
            return 0;
        }
        for (int i = 0; i < WIDE.length; i += 2) {
            if (codePoint >= WIDE[i] && codePoint <= WIDE[i + 1]) {
                return 2;
            }
        }
        return 1;
    }
}
