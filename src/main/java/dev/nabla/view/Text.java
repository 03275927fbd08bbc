package dev.nabla.view;

import dev.nabla.frame.Frame;
import java.util.stream.Collectors;

/** A frame as plain lines: glyphs only, no blanks at the ends of lines. */
public final class Text {
    private Text() {}

    public static String of(Frame frame) {
        return frame.rows().stream().map(String::stripTrailing).collect(Collectors.joining("\n", "", "\n"));
    }
}
