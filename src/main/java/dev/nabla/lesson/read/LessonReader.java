package dev.nabla.lesson.read;

import dev.nabla.figure.Figure;
import dev.nabla.figure.FigureState;
import dev.nabla.figure.Spelling;
import dev.nabla.figure.catalog.Figures;
import dev.nabla.lesson.Block;
import dev.nabla.lesson.Goal;
import dev.nabla.lesson.Lesson;
import dev.nabla.lesson.formula.BadLesson;
import dev.nabla.lesson.formula.Deadline;
import dev.nabla.lesson.formula.FigureSettings;
import dev.nabla.lesson.formula.Template;
import dev.nabla.lesson.question.Question;
import dev.nabla.lesson.question.WorkedExample;
import dev.nabla.math.BadInput;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BulletList;
import org.commonmark.node.Document;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/** The body of a lesson file: CommonMark with fenced blocks in YAML. */
final class LessonReader extends AbstractVisitor {
    private static final List<String> KINDS = List.of("figure", "formula", "steps", "question", "goal");
    private static final int MOST_BLOCKS = 400;
    private static final int DEEPEST = 20;

    private final String file;
    private final int firstLine;
    private final Deadline patience;
    private final List<Block> blocks = new ArrayList<>();
    private final List<Integer> lines = new ArrayList<>();
    private FigureState<?> nearest;
    private int lists;

    private LessonReader(String file, int firstLine, Deadline patience) {
        this.file = file;
        this.firstLine = firstLine;
        this.patience = patience;
    }

    static Lesson read(LessonFile file) {
        Deadline patience = Deadline.of(Deadline.A_LESSON);
        LessonReader reader = new LessonReader(file.place(), file.linesBefore(), patience);
        String body = Template.fill(file.body(), file.place(), file.linesBefore(), patience);
        Parser.builder()
                .includeSourceSpans(IncludeSourceSpans.BLOCKS)
                .maxOpenBlockParsers(DEEPEST)
                .maxInlineNesting(DEEPEST)
                .build()
                .parse(body)
                .accept(reader);
        return new Lesson(file.title(), file.minutes(), reader.blocks, reader.lines);
    }

    private void add(Node node, Block block) {
        if (blocks.size() == MOST_BLOCKS) {
            throw refused(node, "there are more than " + MOST_BLOCKS + " blocks; split the lesson");
        }
        blocks.add(block);
        lines.add(line(node));
    }

    @Override
    public void visit(Heading heading) {
        add(
                heading,
                new Block.Heading(InlineMarkdown.of(heading, where(heading)).plain()));
    }

    @Override
    public void visit(Paragraph paragraph) {
        add(
                paragraph,
                lists > 0
                        ? new Block.Item(InlineMarkdown.of(paragraph, where(paragraph)))
                        : new Block.Paragraph(InlineMarkdown.of(paragraph, where(paragraph))));
    }

    @Override
    public void visit(BulletList list) {
        if (lists > 0) {
            throw refused(list, "a list within a list is not shown; write one list");
        }
        lists++;
        super.visit(list);
        lists--;
    }

    /** What is left would be lost without a word: quotations, numbered lists, HTML, rules, indented code. */
    @Override
    protected void visitChildren(Node parent) {
        boolean shown = parent instanceof Document || parent instanceof BulletList || parent instanceof ListItem;
        for (Node child = parent.getFirstChild(); shown && child != null; child = child.getNext()) {
            boolean known = child instanceof Heading
                    || child instanceof Paragraph
                    || child instanceof BulletList
                    || child instanceof ListItem
                    || child instanceof FencedCodeBlock;
            if (!known) {
                throw refused(
                        child,
                        InlineMarkdown.name(child) + " is not shown; write headings, paragraphs, lists of -, or "
                                + "blocks between ```");
            }
            child.accept(this);
        }
    }

    @Override
    public void visit(FencedCodeBlock block) {
        String text = block.getLiteral();
        BadInput.Where where = where(block);
        add(
                block,
                switch (block.getInfo()) {
                    case "figure" -> {
                        nearest = figure(yaml(block), where);
                        yield new Block.Stage(nearest);
                    }
                    case "formula" -> new Block.Formula(text.lines().toList());
                    case "steps" -> new Block.Steps(where.reading(() -> example(yaml(block), where)));
                    case "question" -> new Block.Ask(where.reading(() -> question(yaml(block), where)));
                    case "goal" -> new Block.Aim(goal(yaml(block), where));
                    default ->
                        throw refused(
                                block,
                                "unknown block '" + UnsafeText.shortened(block.getInfo()) + "'; "
                                        + Spelling.suggest(UnsafeText.shortened(block.getInfo()), KINDS));
                });
    }

    private Yaml yaml(FencedCodeBlock block) {
        return Yaml.of(block.getLiteral(), file, line(block));
    }

    /** An example that can be worked: its own numbers are tried at once. */
    private WorkedExample example(Yaml yaml, BadInput.Where where) {
        WorkedExample example = new QuestionReader(yaml, where).example();
        example.draw(0, patience).texts(patience);
        return example;
    }

    /** A question that can be asked: its own numbers are tried at once. */
    private Question question(Yaml yaml, BadInput.Where where) {
        Question question = new QuestionReader(yaml, where).question();
        question.draw(0, patience).texts(patience);
        return question;
    }

    /** A goal on the figure it names, otherwise on the nearest one above it. */
    private Goal goal(Yaml yaml, BadInput.Where where) {
        return where.reading(() -> {
            FigureState<?> live = yaml.optional("figure")
                    .<FigureState<?>>map(name -> FigureState.of(yaml.at("figure", () -> Figures.named(name))))
                    .or(() -> Optional.ofNullable(nearest))
                    .orElseThrow(() -> BadLesson.of("there is no figure above it; name one, like figure: dot"));
            Goal goal = GoalReader.read(yaml, live, where);
            return yaml.at("holds", goal::withFacts);
        });
    }

    private FigureState<?> figure(Yaml yaml, BadInput.Where where) {
        yaml.only("figure", "set");
        return where.reading(() -> opened(yaml, yaml.at("figure", () -> Figures.named(yaml.string("figure")))));
    }

    private static <M extends Record> FigureState<M> opened(Yaml yaml, Figure<M> figure) {
        return FigureState.of(
                figure, yaml.made("set", settings -> FigureSettings.of(figure, figure.start(), settings)));
    }

    private BadInput refused(Node node, String why) {
        return BadLesson.of(why).in(where(node));
    }

    private BadInput.Where where(Node node) {
        return new BadInput.Where(file, line(node));
    }

    private int line(Node node) {
        return firstLine
                + 1
                + (node.getSourceSpans().isEmpty()
                        ? 0
                        : node.getSourceSpans().get(0).getLineIndex());
    }
}
