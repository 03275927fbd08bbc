package dev.nabla.lesson.read;

import dev.nabla.frame.Line;
import dev.nabla.lesson.formula.BadLesson;
import dev.nabla.lesson.formula.Deadline;
import dev.nabla.lesson.formula.Template;
import dev.nabla.math.BadInput;
import dev.nabla.math.Spelling;
import dev.nabla.math.expression.Numerals;
import java.util.List;
import java.util.function.Consumer;
import org.commonmark.node.BulletList;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/** Parses the body of a lesson file: CommonMark with fenced blocks in YAML. */
final class LessonParser {
    private static final String FORMULA = "formula";
    private static final List<String> KINDS = List.of("figure", FORMULA, "steps", "question", "goal");
    private static final int MOST_BLOCKS = 400;
    private static final int DEEPEST = 20;

    private final LessonFile file;
    private final Consumer<SourceBlock> taker;
    private int blocks;

    private LessonParser(LessonFile file, Consumer<SourceBlock> taker) {
        this.file = file;
        this.taker = taker;
    }

    /**
     * Computes the numbers in the prose, then passes on each block before parsing the next.
     *
     * @param patience limit for computing the numbers
     * @throws BadInput if a block or a number has a mistake, with file and line
     */
    static void parse(LessonFile file, Deadline patience, Consumer<SourceBlock> taker) {
        String body = Template.fill(file.body(), file.place(), file.linesBefore(), patience);
        Parser parser = Parser.builder()
                .includeSourceSpans(IncludeSourceSpans.BLOCKS)
                .maxOpenBlockParsers(DEEPEST)
                .maxInlineNesting(DEEPEST)
                .build();
        new LessonParser(file, taker).blocks(parser.parse(body), false);
    }

    private void blocks(Node parent, boolean inList) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof BulletList && !inList) {
                for (Node item = node.getFirstChild(); item != null; item = item.getNext()) {
                    blocks(item, true);
                }
            } else {
                add(node, inList);
            }
        }
    }

    private void add(Node node, boolean inList) {
        BadInput.Where where = where(node);
        if (blocks == MOST_BLOCKS) {
            throw BadLesson.at(where, "there are more than " + MOST_BLOCKS + " blocks; split the lesson");
        }
        blocks++;
        taker.accept(where.reading(() -> block(node, where, inList)));
    }

    /**
     * Converts a node to a block. Rejects quotations, numbered lists, HTML and everything else that would be lost
     * silently.
     */
    private SourceBlock block(Node node, BadInput.Where where, boolean inList) {
        if (node instanceof Heading) {
            return new SourceBlock.Prose(SourceBlock.BlockRole.HEADING, InlineMarkdown.of(node), where);
        } else if (node instanceof Paragraph) {
            SourceBlock.BlockRole role = inList ? SourceBlock.BlockRole.ITEM : SourceBlock.BlockRole.PARAGRAPH;
            return new SourceBlock.Prose(role, InlineMarkdown.of(node), where);
        } else if (node instanceof ThematicBreak && !inList) {
            return new SourceBlock.Prose(SourceBlock.BlockRole.BREAK, Line.EMPTY, where);
        } else if (node instanceof FencedCodeBlock fenced) {
            return fenced(fenced, where);
        }
        throw BadLesson.of(
                node instanceof BulletList
                        ? "a list within a list is not shown; write one list"
                        : InlineMarkdown.name(node) + " is not shown; write headings, paragraphs, lists of -, or "
                                + "blocks between ```");
    }

    private SourceBlock fenced(FencedCodeBlock block, BadInput.Where where) {
        String kind = block.getInfo();
        if (kind.equals(FORMULA)) {
            return new SourceBlock.SourceFormula(block.getLiteral().lines().toList(), where);
        } else if (KINDS.contains(kind)) {
            return new SourceBlock.Fenced(kind, Yaml.of(block.getLiteral(), file.place(), where.line()));
        }
        throw BadLesson.of("unknown block " + Numerals.quoted(kind) + "; " + Spelling.suggest(kind, KINDS));
    }

    private BadInput.Where where(Node node) {
        int above = node.getSourceSpans().isEmpty()
                ? 0
                : node.getSourceSpans().get(0).getLineIndex();
        return new BadInput.Where(file.place(), file.linesBefore() + above + 1);
    }
}
