package dev.nabla.lesson.read;

import dev.nabla.frame.Line;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import dev.nabla.lesson.formula.BadLesson;
import java.util.Locale;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;

/**
 * Converts the text of a paragraph or heading to one line. Strong emphasis is bold, and code has the tone {@link
 * Tone#SECOND}.
 */
final class InlineMarkdown {
    private static final int LONGEST = 5000;

    private Line line = Line.EMPTY;
    private int length;

    private InlineMarkdown() {}

    static Line of(Node node) {
        InlineMarkdown markdown = new InlineMarkdown();
        markdown.add(node, Weight.PLAIN);
        return markdown.line;
    }

    /** Returns the name of a kind of node, for an error message about one that is not supported. */
    static String name(Node node) {
        String name = node.getClass().getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", " ");
        String spaced = name.toLowerCase(Locale.ROOT).replace("html", "HTML");
        return (spaced.matches("[aeioH].*") ? "an " : "a ") + spaced;
    }

    private void add(Node parent, Weight weight) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof Text words) {
                add(words.getLiteral(), Tone.TEXT, weight);
            } else if (node instanceof Code code) {
                add(code.getLiteral(), Tone.SECOND, Weight.PLAIN);
            } else if (node instanceof SoftLineBreak || node instanceof HardLineBreak) {
                add(" ", Tone.TEXT, Weight.PLAIN);
            } else if (node instanceof StrongEmphasis) {
                add(node, Weight.BOLD);
            } else if (node instanceof Emphasis) {
                add(node, weight);
            } else {
                throw BadLesson.of(name(node) + " is not shown; write it in words");
            }
        }
    }

    /**
     * Adds text and checks its characters again, because an entity like {@code &#27;} becomes a character only in the
     * parser.
     */
    private void add(String text, Tone tone, Weight weight) {
        length += UnsafeText.required(text).length();
        if (length > LONGEST) {
            throw BadLesson.of("a paragraph is longer than " + LONGEST + " characters; break it with a blank line");
        }
        line = line.span(text, tone, weight);
    }
}
