package dev.nabla.lesson.read;

import dev.nabla.frame.Line;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import dev.nabla.lesson.formula.BadLesson;
import dev.nabla.math.BadInput;
import java.util.Locale;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;

/** The words of a paragraph or heading as one line: emphasis is bold, code has the knobs' tone. */
final class InlineMarkdown extends AbstractVisitor {
    private static final int LONGEST = 5000;

    private final BadInput.Where where;
    private Line line = Line.EMPTY;
    private int length;
    private boolean strong;

    private InlineMarkdown(BadInput.Where where) {
        this.where = where;
    }

    static Line of(Node node, BadInput.Where where) {
        InlineMarkdown markdown = new InlineMarkdown(where);
        markdown.visitChildren(node);
        return markdown.line;
    }

    /** What a kind of node is called, for whoever wrote one that is not shown. */
    static String name(Node node) {
        String name = node.getClass().getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", " ");
        String spaced = name.toLowerCase(Locale.ROOT).replace("html", "HTML");
        return (spaced.matches("[aeioH].*") ? "an " : "a ") + spaced;
    }

    @Override
    public void visit(Text words) {
        add(words.getLiteral(), Tone.TEXT, strong ? Weight.BOLD : Weight.PLAIN);
    }

    @Override
    public void visit(Code code) {
        add(code.getLiteral(), Tone.SECOND, Weight.PLAIN);
    }

    @Override
    public void visit(SoftLineBreak lineBreak) {
        add(" ", Tone.TEXT, Weight.PLAIN);
    }

    @Override
    public void visit(HardLineBreak lineBreak) {
        add(" ", Tone.TEXT, Weight.PLAIN);
    }

    @Override
    public void visit(StrongEmphasis emphasis) {
        boolean outer = strong;
        strong = true;
        visitChildren(emphasis);
        strong = outer;
    }

    @Override
    public void visit(HtmlInline html) {
        throw notShown(html);
    }

    @Override
    public void visit(Image image) {
        throw notShown(image);
    }

    @Override
    public void visit(Link link) {
        throw notShown(link);
    }

    private BadInput notShown(Node node) {
        return BadLesson.of(name(node) + " is not shown; write it in words").in(where);
    }

    /** An entity like {@code &#27;} becomes its character only in the parser, so that characters are looked at here again. */
    private void add(String text, Tone tone, Weight weight) {
        UnsafeText.require(text, where);
        length += text.length();
        if (length > LONGEST) {
            throw BadLesson.of("a paragraph is longer than " + LONGEST + " characters; break it with a blank line")
                    .in(where);
        }
        line = line.span(text, tone, weight);
    }
}
