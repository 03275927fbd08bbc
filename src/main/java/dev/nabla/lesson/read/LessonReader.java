package dev.nabla.lesson.read;

import dev.nabla.figure.Figure;
import dev.nabla.figure.FigureState;
import dev.nabla.figure.catalog.Figures;
import dev.nabla.frame.Line;
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
import dev.nabla.math.Spelling;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.commonmark.node.BulletList;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/** The body of a lesson file: CommonMark with fenced blocks in YAML. */
final class LessonReader {
    private static final List<String> KINDS = List.of("figure", "formula", "steps", "question", "goal");
    private static final int MOST_BLOCKS = 400;
    private static final int DEEPEST = 20;

    private final String file;
    private final int linesBefore;
    private final Deadline patience;
    private final List<Block> blocks = new ArrayList<>();
    private final List<Integer> lines = new ArrayList<>();
    private FigureState<?> nearest;

    private LessonReader(String file, int linesBefore, Deadline patience) {
        this.file = file;
        this.linesBefore = linesBefore;
        this.patience = patience;
    }

    static Lesson read(LessonFile file) {
        Deadline patience = Deadline.of(Deadline.A_LESSON);
        LessonReader reader = new LessonReader(file.place(), file.linesBefore(), patience);
        String body = Template.fill(file.body(), file.place(), file.linesBefore(), patience);
        Parser parser = Parser.builder()
                .includeSourceSpans(IncludeSourceSpans.BLOCKS)
                .maxOpenBlockParsers(DEEPEST)
                .maxInlineNesting(DEEPEST)
                .build();
        reader.blocks(parser.parse(body), false);
        return new Lesson(file.title(), file.minutes(), reader.blocks, reader.lines);
    }

    /** Refuses quotations, numbered lists, HTML and all else that would be lost without a word. */
    private void blocks(Node parent, boolean inList) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof Heading) {
                add(node, new Block.Heading(line(node).plain()));
            } else if (node instanceof Paragraph) {
                add(node, inList ? new Block.Item(line(node)) : new Block.Paragraph(line(node)));
            } else if (node instanceof FencedCodeBlock fenced) {
                add(node, fenced(fenced));
            } else if (node instanceof BulletList && inList) {
                throw refused(node, "a list within a list is not shown; write one list");
            } else if (node instanceof BulletList) {
                for (Node item = node.getFirstChild(); item != null; item = item.getNext()) {
                    blocks(item, true);
                }
            } else {
                throw refused(
                        node,
                        InlineMarkdown.name(node) + " is not shown; write headings, paragraphs, lists of -, or "
                                + "blocks between ```");
            }
        }
    }

    private void add(Node node, Block block) {
        if (blocks.size() == MOST_BLOCKS) {
            throw refused(node, "there are more than " + MOST_BLOCKS + " blocks; split the lesson");
        }
        blocks.add(block);
        lines.add(where(node).line());
    }

    private Line line(Node node) {
        return InlineMarkdown.of(node, where(node));
    }

    private Block fenced(FencedCodeBlock block) {
        BadInput.Where where = where(block);
        return switch (block.getInfo()) {
            case "figure" -> {
                nearest = figure(yaml(block), where);
                yield new Block.Stage(nearest);
            }
            case "formula" -> new Block.Formula(block.getLiteral().lines().toList());
            case "steps" -> new Block.Steps(where.reading(() -> example(yaml(block), where)));
            case "question" -> new Block.Ask(where.reading(() -> question(yaml(block), where)));
            case "goal" -> new Block.Aim(where.reading(() -> goal(yaml(block), where)));
            default -> {
                String kind = UnsafeText.shortened(block.getInfo());
                throw refused(block, "unknown block '" + kind + "'; " + Spelling.suggest(kind, KINDS));
            }
        };
    }

    private Yaml yaml(FencedCodeBlock block) {
        return Yaml.of(block.getLiteral(), file, where(block).line());
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
        FigureState<?> live = yaml.optional("figure")
                .<FigureState<?>>map(name -> FigureState.of(yaml.at("figure", () -> Figures.named(name))))
                .or(() -> Optional.ofNullable(nearest))
                .orElseThrow(() -> BadLesson.of("there is no figure above it; name one, like figure: dot"));
        return yaml.at("holds", GoalReader.read(yaml, live, where)::withFacts);
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
        int above = node.getSourceSpans().isEmpty()
                ? 0
                : node.getSourceSpans().get(0).getLineIndex();
        return new BadInput.Where(file, linesBefore + above + 1);
    }
}
