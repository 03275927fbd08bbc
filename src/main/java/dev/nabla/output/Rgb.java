package dev.nabla.output;

import dev.nabla.output.Palette.Theme;

/** The colours of xterm's indices, in hexadecimal RGB for a browser. */
final class Rgb {
    private static final String[] NAMED = {
        "#1c1f24", "#c0392b", "#2e8b3d", "#8a6d00", "#2a5db0", "#a03a90", "#1f8a8a", "#c8ccd2",
        "#6b7078", "#ff6b5e", "#7ddc86", "#ffd54a", "#6fa8ff", "#ff7fd0", "#6fe0e0", "#ffffff"
    };
    private static final int[] LEVELS = {0, 95, 135, 175, 215, 255};

    private Rgb() {}

    /** Returns the colour of an index: 214 is #ffaf00. A negative index is the theme's text colour. */
    static String of(int index, Theme theme) {
        if (index < 0) {
            return theme == Theme.DARK ? "#d8dee6" : "#1f2328";
        }
        if (index < 16) {
            return NAMED[index];
        }
        if (index >= 232) {
            int grey = 8 + (index - 232) * 10;
            return hex(grey, grey, grey);
        }
        int cube = index - 16;
        return hex(LEVELS[cube / 36], LEVELS[cube / 6 % 6], LEVELS[cube % 6]);
    }

    /** Returns the background colour of a theme. */
    static String background(Theme theme) {
        return theme == Theme.DARK ? "#14171c" : "#fbfbf8";
    }

    private static String hex(int red, int green, int blue) {
        return "#"
                + Integer.toHexString(0x1000000 | red << 16 | green << 8 | blue).substring(1);
    }
}
