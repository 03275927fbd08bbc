package dev.nabla.screen.part;

import dev.nabla.figure.CodeLine;
import dev.nabla.figure.FigureState;
import dev.nabla.figure.ViewState.Mode;
import java.util.List;

/**
 * A text that the copy key gives.
 *
 * @param shown the text on the normal screen
 * @param clipboard what of it goes to the clipboard
 * @param part what that is, as the subject of a sentence: {@code It}, {@code The first line}
 */
public record CopiedText(String shown, String clipboard, String part) {
    /** Returns the Python program of a figure if it is open, else the commands that give its numbers. */
    public static CopiedText of(FigureState<?> live) {
        if (live.cursor().mode() == Mode.CODE) {
            return whole(CodeLine.program(live.copiedCode()));
        }
        List<String> commands = live.commands();
        return new CopiedText(String.join("\n", commands), commands.get(0), "The first line");
    }

    /** Returns a text that goes to the clipboard as a whole. */
    public static CopiedText whole(String text) {
        return new CopiedText(text, text, "It");
    }
}
