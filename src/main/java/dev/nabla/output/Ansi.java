package dev.nabla.output;

import dev.nabla.frame.Cell;
import dev.nabla.frame.Frame;
import dev.nabla.output.Palette.Ink;

/** Converts a frame to lines with SGR colour sequences, for {@code less -R}, a file or the scrollback of a terminal. */
public final class Ansi {
    private static final String RESET = "\u001b[0m";

    private Ansi() {}

    public static String of(Frame frame, Palette palette) {
        StringBuilder out = new StringBuilder();
        for (int y = 0; y < frame.size().height(); y++) {
            row(out, frame, y, palette);
        }
        return out.toString();
    }

    private static void row(StringBuilder out, Frame frame, int y, Palette palette) {
        Ink now = Ink.PLAIN;
        int end = frame.size().width();
        while (end > 0 && frame.cell(end - 1, y).equals(Cell.BLANK)) {
            end--;
        }
        for (int x = 0; x < end; x++) {
            Ink ink = palette.ink(frame.cell(x, y));
            if (!ink.equals(now)) {
                out.append(sgr(ink));
                now = ink;
            }
            out.append(palette.text(frame.cell(x, y)));
        }
        out.append(now.equals(Ink.PLAIN) ? "\n" : RESET + "\n");
    }

    private static String sgr(Ink ink) {
        StringBuilder sgr = new StringBuilder("\u001b[0");
        if (ink.bold()) {
            sgr.append(";1");
        }
        if (ink.reverse()) {
            sgr.append(";7");
        }
        if (ink.color() >= 16) {
            sgr.append(";38;5;").append(ink.color());
        } else if (ink.color() >= 8) {
            sgr.append(';').append(90 + ink.color() - 8);
        } else if (ink.color() >= 0) {
            sgr.append(';').append(30 + ink.color());
        }
        return sgr.append('m').toString();
    }
}
