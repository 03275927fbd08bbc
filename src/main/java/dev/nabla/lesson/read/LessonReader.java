package dev.nabla.lesson.read;

import dev.nabla.figure.FactPath;
import dev.nabla.figure.Figure;
import dev.nabla.figure.FigureState;
import dev.nabla.figure.Knob;
import dev.nabla.figure.catalog.Figures;
import dev.nabla.lesson.Block;
import dev.nabla.lesson.Condition;
import dev.nabla.lesson.Goal;
import dev.nabla.lesson.Lesson;
import dev.nabla.lesson.formula.BadLesson;
import dev.nabla.lesson.formula.Deadline;
import dev.nabla.lesson.formula.FigureSettings;
import dev.nabla.lesson.formula.KnownFacts;
import dev.nabla.lesson.formula.Scope;
import dev.nabla.lesson.question.Question;
import dev.nabla.lesson.question.WorkedExample;
import dev.nabla.math.BadInput;
import dev.nabla.math.Spelling;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Builds a lesson from the parsed blocks of its file. */
final class LessonReader {
    private static final String QUESTION = "question";

    /** Whether to try everything the lesson computes; false for blocks that the build has tried. */
    private final boolean tries;

    private final Deadline patience;
    private final KnownFacts known;
    private final List<Block> blocks = new ArrayList<>();
    private final List<Integer> lines = new ArrayList<>();
    private FigureState<?> nearest;

    private LessonReader(boolean tries, Deadline patience, KnownFacts known) {
        this.tries = tries;
        this.patience = patience;
        this.known = known;
    }

    /** Parses a lesson and computes the numbers in its prose. */
    static List<SourceBlock> parse(LessonFile file) {
        List<SourceBlock> parsed = new ArrayList<>();
        LessonParser.parse(file, Deadline.of(Deadline.A_LESSON), parsed::add);
        return parsed;
    }

    /**
     * Reads a lesson and tries that everything it asks and shows can be computed.
     *
     * @throws BadInput if it has a mistake or takes longer than {@code patience}, with file and line
     */
    static Lesson read(LessonFile file, Deadline patience) {
        LessonReader reader = new LessonReader(true, patience, KnownFacts.NONE);
        LessonParser.parse(file, patience, reader::add);
        Lesson lesson = reader.lesson(file);
        for (Question question : lesson.questions()) {
            question.play().ifPresent(play -> question.place().reading(() -> {
                FigureState<?> first = lesson.shown(play.figure());
                return playable(play, lesson.guessedFigure(question).orElse(first));
            }));
        }
        return lesson;
    }

    /** Builds a lesson from blocks that the build has parsed and tried without errors. */
    static Lesson read(LessonFile file, List<SourceBlock> parsed, KnownFacts known) {
        LessonReader reader = new LessonReader(false, Deadline.of(Deadline.A_LESSON), known);
        parsed.forEach(reader::add);
        return reader.lesson(file);
    }

    /** Builds one question from blocks that the build has parsed; empty if no question has this id. */
    static Optional<Question> question(String id, List<SourceBlock> parsed, KnownFacts known) {
        for (SourceBlock each : parsed) {
            if (each instanceof SourceBlock.Fenced block
                    && block.kind().equals(QUESTION)
                    && block.yaml().id().equals(id)) {
                return Optional.of(new QuestionReader(block.yaml(), block.where(), known).question());
            }
        }
        return Optional.empty();
    }

    private void add(SourceBlock block) {
        blocks.add(block.where().reading(() -> block.read(this)));
        lines.add(block.where().line());
    }

    private Lesson lesson(LessonFile file) {
        return new Lesson(file.title(), file.minutes(), blocks, lines);
    }

    /**
     * Returns the figure of a prediction.
     *
     * @throws BadInput if it rejects the settings to play, or lacks a fact to hide
     */
    private static <M extends Record> FigureState<M> playable(Question.Play play, FigureState<M> live) {
        M now = live.model();
        for (Map<String, String> settings : play.plays()) {
            now = FigureSettings.of(live.figure(), now, settings);
        }
        if (!names(live.figure()).containsAll(play.hides())) {
            Scope hidden = Goal.facts(live, play.hides());
            play.hides().forEach(name -> hidden.value(new FactPath(name, List.of())));
        }
        return live;
    }

    /** Returns the names of the knobs and quantities that are declared. Computes none, because some train a model. */
    private static <M extends Record> Set<String> names(Figure<M> figure) {
        Set<String> names = new HashSet<>();
        figure.knobs().forEach(knob -> names.add(knob.name()));
        figure.quantities().all().forEach(quantity -> names.add(quantity.name()));
        return names;
    }

    /** Builds a fenced block of a kind that {@link LessonParser} knows, formulas excepted. */
    Block fenced(String kind, Yaml yaml) {
        return switch (kind) {
            case "figure" -> figure(yaml);
            case "steps" -> example(new QuestionReader(yaml, yaml.where(), known));
            case QUESTION -> question(new QuestionReader(yaml, yaml.where(), known));
            default -> goal(yaml);
        };
    }

    /** Builds a worked example and tries it with its own numbers. */
    private Block example(QuestionReader reader) {
        WorkedExample example = reader.example();
        if (tries) {
            example.draw(0, patience).texts();
        }
        return new Block.Steps(example);
    }

    /** Builds a question and tries it with its own numbers. */
    private Block question(QuestionReader reader) {
        Question question = reader.question();
        if (tries) {
            question.draw(0, patience).texts();
        }
        return new Block.QuestionBlock(question);
    }

    /** Builds a goal for the figure it names, or else for the nearest figure above it. */
    private Block goal(Yaml yaml) {
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
                yaml.where());
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
        return new Block.FigureBlock(nearest);
    }

    private static FigureState<?> named(Yaml yaml) {
        return FigureState.of(yaml.at("figure", () -> Figures.named(yaml.string("figure"))));
    }

    /** Returns a figure with the settings of a block. */
    private static <M extends Record> FigureState<M> opened(Yaml yaml, FigureState<M> live) {
        Figure<M> figure = live.figure();
        return yaml.has("set")
                ? FigureState.of(
                        figure, yaml.made("set", settings -> FigureSettings.of(figure, live.model(), settings)))
                : live;
    }
}
