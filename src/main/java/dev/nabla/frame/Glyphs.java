package dev.nabla.frame;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;

/**
 * The glyph levels of terminals. Per cell, braille shows 2x4 dots, quadrants show 2x2 blocks, ASCII shows one
 * character.
 *
 * <p>All three draw from the same 2x4 dots, so a figure is drawn once. A mask holds the dots of a cell: bit 2 r + c is
 * row r from the top (0 to 3), column c (0 left, 1 right).
 */
public enum Glyphs {
    BRAILLE,
    QUADRANT,
    ASCII;

    /**
     * All glyphs beyond ASCII that a frame may hold, except braille: in the BMP, precomposed, one cell wide in common
     * fonts.
     */
    private static final String SAFE =
            "°²·¼½×Σβδεηθλστ∂∇−∞≈≤≥⋮√•₁₂₃₄₅←↑→↓─━│┌┐└┘├┤┬┴┼═║╔╗╚╝▀▁▂▃▄▅▆▇█▏▎▍▌▋▊▉▐▖▗▘▙▚▛▜▝▞▟■▲►▼◄○●";

    /** Matches a multiplication dot after or before a number, a bracket, an index or a letter that is spelled out. */
    private static final String TIMES =
            "(?<=[0-9)\\]₁₂₃₄₅½¼\u0370-\u03ff])·(?=\\S)|(?<=\\S)·(?=[0-9(−√∂∇\u0370-\u03ff])";

    private static final Map<Character, String> SPELLED = transliterations();
    private static final String QUADRANTS = " ▘▝▀▖▌▞▛▗▚▐▜▄▙▟█";
    private static final int[] BRAILLE_BITS = {0x01, 0x08, 0x02, 0x10, 0x04, 0x20, 0x40, 0x80};
    private static final String ACROSS = " ▏▎▍▌▋▊▉█";
    private static final String UPWARD = " ▁▂▃▄▅▆▇█";
    /** Glyphs for the topmost cell of a column, in thirds. */
    private static final String ASCII_UPWARD = " .:#";

    /** Returns whether a frame of this level may hold the glyph. */
    public boolean allows(char glyph) {
        boolean ascii = glyph >= ' ' && glyph <= '~';
        return ascii || this == BRAILLE && isBraille(glyph) || this != ASCII && SAFE.indexOf(glyph) >= 0;
    }

    /** Returns whether the glyph is one of the 256 braille patterns of 2x4 dots. */
    public static boolean isBraille(char glyph) {
        return glyph >= '\u2800' && glyph <= '\u28ff';
    }

    /** Returns whether a cell may hold a glyph: one that a level allows, or a letter of any script one cell wide. */
    public static boolean isDrawn(char glyph) {
        return BRAILLE.allows(glyph) || Letters.isLetter(glyph) && Letters.width(String.valueOf(glyph)) == 1;
    }

    /**
     * Returns the text as this level writes it. ASCII spells out {@code η ≤ ½} as {@code eta <= 1/2}, and takes the
     * accents off a letter. The other levels keep letters of every script with their marks. Any other missing character
     * becomes a question mark.
     *
     * <p>A spelled word is separated from letters after it: {@code λmax} is {@code lambda max}. Its name in brackets is
     * left out: {@code η (eta)} is {@code eta}. In ASCII a multiplication dot beside a number or a spelled word is
     * {@code *}, because {@code 1.7} would be a decimal and {@code 2.theta} no product.
     */
    public String spell(String text) {
        String read = this == ASCII && text.indexOf('·') >= 0 ? text.replaceAll(TIMES, "*") : text;
        int plain = 0;
        while (plain < read.length() && allows(read.charAt(plain))) {
            plain++;
        }
        if (plain == read.length()) {
            return read;
        }
        StringBuilder spelt = new StringBuilder(read.length());
        int before = ' ';
        for (int i = 0; i < read.length(); i += Character.charCount(before)) {
            int c = read.codePointAt(i);
            String written = written(c, before);
            spelt.append(written);
            before = c;
            int end = i + Character.charCount(c);
            boolean word = written.length() > 2 && Character.isLetter(written.charAt(0));
            String name = " (" + written + ")";
            if (word && read.startsWith(name, end)) {
                i += name.length();
                end += name.length();
            }
            char next = end < read.length() ? read.charAt(end) : ' ';
            spelt.append(word && (Character.isLetter(next) || next == '∇') ? " " : "");
        }
        return spelt.toString();
    }

    /** Returns whether this level writes all letters of a text, if perhaps without their accents. */
    public boolean spells(String text) {
        return spell(text).indexOf('?') < 0;
    }

    /** @param before character before {@code c}, which a mark may belong to */
    private String written(int c, int before) {
        if (Character.isBmpCodePoint(c) && allows((char) c)) {
            return String.valueOf((char) c);
        }
        String spelled = Character.isBmpCodePoint(c) ? SPELLED.get((char) c) : null;
        if (spelled != null) {
            return spelled;
        }
        if (Letters.isMark(c) && (Letters.isLetter(before) || Letters.isMark(before))) {
            return this == ASCII ? "" : Character.toString(c);
        }
        return this != ASCII && Letters.isLetter(c) ? Character.toString(c) : withoutAccents(c);
    }

    /**
     * Returns a letter without its accents, like {@code u} for {@code ü}; a question mark if it has no ASCII base
     * letter.
     */
    private static String withoutAccents(int c) {
        char plain =
                Normalizer.normalize(Character.toString(c), Normalizer.Form.NFD).charAt(0);
        return plain <= '~' && Character.isLetter(plain) ? String.valueOf(plain) : "?";
    }

    /** Returns the width of a text at this level in cells; all code that measures text uses it. */
    public int width(String text) {
        return Letters.width(spell(text));
    }

    public int width(Line line) {
        return width(line.plain());
    }

    /** Returns the glyph for a mask of dots. */
    public char dots(int mask) {
        return switch (this) {
            case BRAILLE -> (char) ('\u2800' + braille(mask));
            case QUADRANT -> QUADRANTS.charAt(quadrants(mask));
            case ASCII -> stroke(mask);
        };
    }

    private static int braille(int mask) {
        int bits = 0;
        for (int i = 0; i < 8; i++) {
            bits |= (mask >> i & 1) * BRAILLE_BITS[i];
        }
        return bits;
    }

    private static int quadrants(int mask) {
        int upper = (mask | mask >> 2) & 3;
        int lower = (mask >> 4 | mask >> 6) & 3;
        return upper | lower << 2;
    }

    /**
     * Returns the character that leans like the dots: {@code | / \} for tall masks, {@code ' - .} by their height for
     * flat ones.
     */
    private static char stroke(int mask) {
        int rows = 0;
        int[] dots = new int[2];
        int[] sum = new int[2];
        for (int bit = 0; bit < 8; bit++) {
            int lit = mask >> bit & 1;
            rows |= lit << bit / 2;
            dots[bit % 2] += lit;
            sum[bit % 2] += lit * (bit / 2);
        }
        int top = Integer.numberOfTrailingZeros(rows);
        int bottom = 31 - Integer.numberOfLeadingZeros(rows);
        if (bottom - top < 2) {
            return "'--.".charAt((top + bottom + 1) / 2);
        }
        int lean = dots[0] == 0 || dots[1] == 0 ? 0 : sum[0] * dots[1] - sum[1] * dots[0];
        return lean > 0 ? '/' : lean < 0 ? '\\' : '|';
    }

    /**
     * Returns a bar to the right, cut at {@code most} cells, in eighths of a cell (in ASCII in whole cells). It is
     * never empty for a length above 0.
     */
    public String bar(double length, int most) {
        return filled(length, most, this == ASCII ? " #" : ACROSS);
    }

    /**
     * Returns a column upwards, the bottom cell first, cut at {@code most} cells, in eighths of a cell (in ASCII in
     * thirds).
     */
    public String column(double length, int most) {
        return filled(length, most, this == ASCII ? ASCII_UPWARD : UPWARD);
    }

    /**
     * Returns the glyphs of a bar.
     *
     * @param parts glyphs of a cell, from empty to full
     */
    private static String filled(double length, int most, String parts) {
        if (!(length > 0) || most <= 0) {
            return "";
        }
        int full = parts.length() - 1;
        int units = (int) Math.max(1, Math.round(Math.min(length, most) * full));
        String rest = units % full == 0 ? "" : String.valueOf(parts.charAt(units % full));
        return String.valueOf(parts.charAt(full)).repeat(units / full) + rest;
    }

    private static Map<Character, String> transliterations() {
        Map<Character, String> map = new HashMap<>();
        String[] words = {
            "°", " deg", "²", "^2", "³", "^3", "·", ".", "¼", "1/4", "½", "1/2", "×", "x", "Σ", "sum", "β", "beta", "δ",
            "delta", "ε", "eps", "η", "eta", "θ", "theta", "λ", "lambda", "σ", "sigma", "τ", "tau", "∂", "d", "∇",
            "grad", "−", "-", "∞", "inf", "≈", "~", "≤", "<=", "≥", ">=", "√", "sqrt", "₁", "1", "₂", "2", "₃", "3",
            "₄", "4", "₅", "5", "←", "<-", "↑", "up", "→", "->", "↓", "down", "–", "-", "—", "-", "…", "...", "⋮", ":",
            "’", "'"
        };
        for (int i = 0; i < words.length; i += 2) {
            map.put(words[i].charAt(0), words[i + 1]);
        }
        String from = "•─━│┌┐└┘├┤┬┴┼═║╔╗╚╝▀▐■▲►▼◄○●█▏▎▍▌▋▊▉";
        String to = "*-=|++++||++|=|++++=|#^>v<o@########";
        for (int i = 0; i < from.length(); i++) {
            map.put(from.charAt(i), String.valueOf(to.charAt(i)));
        }
        return Map.copyOf(map);
    }
}
