package dev.nabla.lesson.read;

import dev.nabla.figure.FactPath;
import dev.nabla.figure.Figure;
import dev.nabla.figure.FigureState;
import dev.nabla.figure.Knob;
import dev.nabla.figure.catalog.Figures;
import dev.nabla.frame.Line;
import dev.nabla.lesson.Block;
import dev.nabla.lesson.Condition;
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
import dev.nabla.math.expression.Numerals;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.BulletList;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/** The body of a lesson file: CommonMark with fenced blocks in YAML. */
final class LessonReader {
    private static final List<String> KINDS = List.of("figure", "formula", "steps", "question", "goal");
    private static final int MOST_BLOCKS = 400;
    private static final int DEEPEST = 20;

    private final LessonFile file;
    /** Whether everything the lesson computes is tried; not where the build has tried it. */
    private final boolean tries;

    private final Deadline patience = Deadline.of(Deadline.A_LESSON);
    private final List<Block> blocks = new ArrayList<>();
    private final List<Integer> lines = new ArrayList<>();
    private FigureState<?> nearest;

    private LessonReader(LessonFile file, boolean tries) {
        this.file = file;
        this.tries = tries;
    }

    /** Computes the numbers in the prose of a lesson, from top to bottom. */
    static List<String> numbers(LessonFile file) {
        return Template.numbers(file.body(), file.place(), file.linesBefore(), Deadline.of(Deadline.A_LESSON));
    }

    /** Reads a lesson whose numbers the build has computed, and that it has read without a complaint. */
    static Lesson read(LessonFile file, List<String> numbers) {
        return read(new LessonReader(file, false), Template.insert(file.body(), numbers));
    }

    /** Reads a lesson, and tries that all it asks and shows can be computed. */
    static Lesson read(LessonFile file) {
        LessonReader reader = new LessonReader(file, true);
        return read(reader, Template.fill(file.body(), file.place(), file.linesBefore(), reader.patience));
    }

    private static Lesson read(LessonReader reader, String body) {
        Parser parser = Parser.builder()
                .includeSourceSpans(IncludeSourceSpans.BLOCKS)
                .maxOpenBlockParsers(DEEPEST)
                .maxInlineNesting(DEEPEST)
                .build();
        reader.blocks(parser.parse(body), false);
        Lesson lesson = new Lesson(reader.file.title(), reader.file.minutes(), reader.blocks, reader.lines);
        if (reader.tries) {
            for (Question question : lesson.questions()) {
                question.play()
                        .ifPresent(play -> question.place().reading(() -> playable(play, lesson.shown(play.figure()))));
            }
        }
        return lesson;
    }

    /** The figure of a prediction, which takes what is played and has what is hidden. */
    private static <M extends Record> FigureState<M> playable(Question.Play play, FigureState<M> live) {
        play.plays().forEach(settings -> FigureSettings.of(live.figure(), live.model(), settings));
        play.hides().forEach(name -> Goal.facts(live).value(new FactPath(name, List.of())));
        return live;
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
        if (blocks.size() == MOST_BLOCKS) {
            throw BadLesson.at(where, "there are more than " + MOST_BLOCKS + " blocks; split the lesson");
        }
        blocks.add(where.reading(() -> block(node, where, inList)));
        lines.add(where.line());
    }

    /** Refuses quotations, numbered lists, HTML and all else that would be lost without a word. */
    private Block block(Node node, BadInput.Where where, boolean inList) {
        if (node instanceof Heading) {
            return new Block.Heading(InlineMarkdown.of(node).plain());
        } else if (node instanceof Paragraph) {
            Line text = InlineMarkdown.of(node);
            return inList ? new Block.Item(text) : new Block.Paragraph(text);
        } else if (node instanceof ThematicBreak && !inList) {
            return new Block.Break();
        } else if (node instanceof FencedCodeBlock fenced) {
            return fenced(fenced, where);
        }
        throw BadLesson.of(
                node instanceof BulletList
                        ? "a list within a list is not shown; write one list"
                        : InlineMarkdown.name(node) + " is not shown; write headings, paragraphs, lists of -, or "
                                + "blocks between ```");
    }

    private Block fenced(FencedCodeBlock block, BadInput.Where where) {
        return switch (block.getInfo()) {
            case "figure" -> figure(yaml(block, where));
            case "formula" -> new Block.Formula(block.getLiteral().lines().toList());
            case "steps" -> example(new QuestionReader(yaml(block, where), where));
            case "question" -> question(new QuestionReader(yaml(block, where), where));
            case "goal" -> goal(yaml(block, where), where);
            default ->
                throw BadLesson.of("unknown block " + Numerals.quoted(block.getInfo()) + "; "
                        + Spelling.suggest(block.getInfo(), KINDS));
        };
    }

    private Yaml yaml(FencedCodeBlock block, BadInput.Where where) {
        return Yaml.of(block.getLiteral(), file.place(), where.line());
    }

    /** An example that can be worked: its own numbers are tried at once. */
    private Block example(QuestionReader reader) {
        WorkedExample example = reader.example();
        if (tries) {
            example.draw(0, patience).texts();
        }
        return new Block.Steps(example);
    }

    /** A question that can be asked: its own numbers are tried at once. */
    private Block question(QuestionReader reader) {
        Question question = reader.question();
        if (tries) {
            question.draw(0, patience).texts();
        }
        return new Block.Ask(question);
    }

    /** A goal on the figure it names, otherwise on the nearest one above it. */
    private Block goal(Yaml yaml, BadInput.Where where) {
        FigureState<?> live = yaml.has("figure") ? named(yaml) : nearest;
        if (live == null) {
            throw BadLesson.of("there is no figure above it; name one, like figure: dot");
        }
        yaml.only("id", "ask", "figure", "set", "holds", "free");
        Goal goal = new Goal(
                yaml.id(),
                yaml.string("ask").strip(),
                yaml.at("holds", () -> Condition.parse(yaml.string("holds"))),
                yaml.at("free", () -> free(yaml, live.figure())),
                opened(yaml, live),
                where);
        return new Block.Aim(tries ? yaml.at("holds", goal::withFacts) : goal);
    }

    private static List<String> free(Yaml yaml, Figure<?> figure) {
        List<String> knobs = figure.knobs().stream().<String>map(Knob::name).toList();
        List<String> free = yaml.optional("free")
                .map(names -> List.of(names.split("\\s*,\\s*")))
                .orElse(List.of());
        for (String name : free) {
            if (!knobs.contains(name)) {
                throw BadInput.usage(
                        "unknown_knob", figure.id() + " has no '" + name + "'; " + Spelling.suggest(name, knobs));
            }
        }
        return free;
    }

    private Block figure(Yaml yaml) {
        yaml.only("figure", "set");
        nearest = opened(yaml, named(yaml));
        return new Block.Stage(nearest);
    }

    private static FigureState<?> named(Yaml yaml) {
        return FigureState.of(yaml.at("figure", () -> Figures.named(yaml.string("figure"))));
    }

    /** A figure with the settings of a block. */
    private static <M extends Record> FigureState<M> opened(Yaml yaml, FigureState<M> live) {
        Figure<M> figure = live.figure();
        return yaml.has("set")
                ? FigureState.of(
                        figure, yaml.made("set", settings -> FigureSettings.of(figure, live.model(), settings)))
                : live;
    }

    private BadInput.Where where(Node node) {
        int above = node.getSourceSpans().isEmpty()
                ? 0
                : node.getSourceSpans().get(0).getLineIndex();
        return new BadInput.Where(file.place(), file.linesBefore() + above + 1);
    }
}
