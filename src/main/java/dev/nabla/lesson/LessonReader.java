package dev.nabla.lesson;

import dev.nabla.figure.Figure;
import dev.nabla.figure.Figures;
import dev.nabla.figure.Live;
import dev.nabla.figure.Settings;
import dev.nabla.figure.Spelling;
import dev.nabla.frame.Line;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import dev.nabla.math.BadInput;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/** A lesson file: front matter between lines of {@code ---}, then CommonMark with fenced blocks in YAML. */
final class LessonReader extends AbstractVisitor {
    private static final String FENCE = "---\n";
    private static final List<String> KINDS = List.of("figure", "formula", "steps", "question", "goal");

    private final String place;
    private final int firstLine;
    private final List<Block> blocks = new ArrayList<>();
    private final List<Integer> lines = new ArrayList<>();
    private Live<?> nearest;
    private Line text = Line.EMPTY;
    private boolean strong;
    private boolean item;

    private LessonReader(String place, int firstLine) {
        this.place = place;
        this.firstLine = firstLine;
    }

    static Lesson read(Path file, String place) {
        return open(file, place).lesson();
    }

    /** Reads the file and its front matter; the blocks are left for when they are wanted. */
    static Draft open(Path file, String place) {
        String whole = LessonFiles.read(file).replace("\r\n", "\n");
        int end = whole.indexOf("\n" + FENCE, FENCE.length() - 1);
        if (!whole.startsWith(FENCE) || end < 0) {
            throw BadInput.usage(
                    "bad_lesson", place + ":1: must begin with front matter: title and minutes between lines of ---");
        }
        Yaml front = Yaml.of(whole.substring(FENCE.length(), end + 1), place);
        String title = front.string("title");
        int minutes = (int) front.whole("minutes");
        int bodyStart = end + 1 + FENCE.length();
        return new Draft(place, minutes, whole, () -> {
            LessonReader reader = body(whole, bodyStart, place);
            return new Lesson(title, minutes, reader.blocks, reader.lines);
        });
    }

    private static LessonReader body(String whole, int bodyStart, String place) {
        int linesBefore = (int) whole.substring(0, bodyStart).lines().count();
        LessonReader reader = new LessonReader(place, linesBefore);
        String body = Computed.fill(whole.substring(bodyStart), place, linesBefore);
        Parser.builder()
                .includeSourceSpans(IncludeSourceSpans.BLOCKS)
                .build()
                .parse(body)
                .accept(reader);
        return reader;
    }

    @Override
    public void visit(Heading heading) {
        add(heading, new Block.Heading(words(heading).plain()));
    }

    @Override
    public void visit(Paragraph paragraph) {
        Line words = words(paragraph);
        add(paragraph, item ? new Block.Item(words) : new Block.Paragraph(words));
    }

    @Override
    public void visit(BulletList list) {
        item = true;
        visitChildren(list);
        item = false;
    }

    @Override
    public void visit(ListItem listItem) {
        visitChildren(listItem);
    }

    @Override
    public void visit(FencedCodeBlock block) {
        String where = place + ":" + line(block);
        add(block, at(where, () -> fenced(block, where)));
    }

    private Block fenced(FencedCodeBlock block, String where) {
        String text = block.getLiteral();
        return switch (block.getInfo()) {
            case "figure" -> {
                nearest = figure(Yaml.of(text, where));
                yield new Block.Stage(nearest);
            }
            case "formula" -> new Block.Formula(text.lines().toList());
            case "steps" -> new Block.Steps(example(Yaml.of(text, where), where));
            case "question" -> new Block.Ask(question(Yaml.of(text, where), where));
            case "goal" -> new Block.Aim(goal(Yaml.of(text, where), where));
            default ->
                throw BadInput.usage(
                        "bad_lesson",
                        where + ": unknown block '" + block.getInfo() + "'; "
                                + Spelling.suggest(block.getInfo(), KINDS));
        };
    }

    private void add(Node node, Block block) {
        blocks.add(block);
        lines.add(line(node));
    }

    /** An example that can be worked: its own numbers are tried at once. */
    private static Example example(Yaml yaml, String where) {
        Example example = ExampleReader.read(yaml, where);
        example.draw(0).texts();
        return example;
    }

    /** A question that can be asked: its own numbers are tried at once. */
    private static Question question(Yaml yaml, String where) {
        Question question = QuestionReader.read(yaml, where);
        question.draw(0).texts();
        return question;
    }

    /** A goal on the figure it names, otherwise on the nearest one above it. */
    private Goal goal(Yaml yaml, String where) {
        Live<?> live = yaml.optional("figure")
                .<Live<?>>map(name -> Live.of(Figures.named(name)))
                .or(() -> Optional.ofNullable(nearest))
                .orElseThrow(
                        () -> BadInput.usage("bad_lesson", "there is no figure above it; name one, like figure: dot"));
        Goal goal = GoalReader.read(yaml, live, where);
        goal.requireFacts();
        return goal;
    }

    private static Live<?> figure(Yaml yaml) {
        return opened(Figures.named(yaml.string("figure")), yaml.settings("set"));
    }

    /** What is read, or a complaint that names the place. */
    private static <T> T at(String where, Supplier<T> read) {
        try {
            return read.get();
        } catch (BadInput bad) {
            throw bad.getMessage().startsWith(where) ? bad : bad.about(where + ":");
        }
    }

    private static <M extends Record> Live<M> opened(Figure<M> figure, Map<String, String> settings) {
        return Live.of(figure, Settings.apply(figure, figure.start(), settings));
    }

    private Line words(Node node) {
        text = Line.EMPTY;
        visitChildren(node);
        return text;
    }

    @Override
    public void visit(Text words) {
        text = text.span(words.getLiteral(), Tone.TEXT, strong ? Weight.BOLD : Weight.PLAIN);
    }

    @Override
    public void visit(SoftLineBreak lineBreak) {
        text = text.text(" ");
    }

    @Override
    public void visit(StrongEmphasis emphasis) {
        strong = true;
        visitChildren(emphasis);
        strong = false;
    }

    @Override
    public void visit(Code code) {
        text = text.span(code.getLiteral(), Tone.SECOND, Weight.PLAIN);
    }

    private int line(Node node) {
        return firstLine
                + 1
                + (node.getSourceSpans().isEmpty()
                        ? 0
                        : node.getSourceSpans().get(0).getLineIndex());
    }
}
