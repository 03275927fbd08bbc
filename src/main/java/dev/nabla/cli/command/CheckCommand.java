package dev.nabla.cli.command;

import dev.nabla.cli.Arguments;
import dev.nabla.cli.Command;
import dev.nabla.cli.CommandResult;
import dev.nabla.cli.CompletionCandidates;
import dev.nabla.cli.Environment;
import dev.nabla.cli.Options;
import dev.nabla.cli.input.FileAccess;
import dev.nabla.figure.FigureState;
import dev.nabla.figure.Knob;
import dev.nabla.figure.catalog.Figures;
import dev.nabla.lesson.Course;
import dev.nabla.lesson.Section;
import dev.nabla.lesson.question.Question;
import dev.nabla.lesson.question.QuestionInstance;
import dev.nabla.lesson.question.QuestionText;
import dev.nabla.lesson.question.Verdict;
import dev.nabla.output.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Model.OptionSpec;

/**
 * {@code nabla check ITEM --answer A}: grades one answer to a question of the course. {@code --op} and {@code --batch}
 * are its forms.
 */
record CheckCommand(Environment console) implements Command {
    static final String FACT = "--fact";
    private static final String OP = "--op";
    private static final String OF_FIGURE = OP + " ";
    private static final String ASK = "--ask";
    private static final String WORKED = "--worked";
    static final String SUMMARY = "grade one answer: exit 0 right, 4 wrong, 5 cannot be read; --json for scripts";

    @Override
    public void declare(Options options) {
        declareItem(options, console)
                .option(
                        "--seed",
                        "draw the numbers of the question from this seed; 0 for those of the lesson (default: 0)")
                .flag(ASK, "print the question instead of grading an answer")
                .flag(WORKED, "with " + ASK + ": print the steps and the answer too, as a worked example")
                .together(
                        fact -> fact.option(op().required(true)
                                        .converters(name -> Figures.named(name).id()))
                                .option(fact(Optional.empty())),
                        FACT + " goes with " + OP + "; name the figure, like " + OP + " softmax");
        GradeForm.declare(options)
                .option(BatchCommand.option(CheckBatch.ANSWERS))
                .lessons()
                .json();
    }

    /** Declares what the command and its form {@code --op} share: the help, the question and the answer. */
    static Options declareItem(Options options, Environment console) {
        options.summary(SUMMARY)
                .notes(
                        "A number is right if it, or what it rounds to at the places asked for, is within half a unit of",
                        "the last of them; a message says if digits after those are not exact. A whole number must be",
                        "exact, and of a fact every digit that is typed counts.",
                        "",
                        "Example: nabla check 2.3 --answer 0.47",
                        "Example: nabla check 2.3 --ask --seed 7",
                        "Example: nabla check 2.3 --ask --seed 7 --worked",
                        "Example: nabla check --op softmax --logits 2,1,0 --fact p[1] --answer 0.665")
                .operand(
                        "[ITEM]",
                        CompletionCandidates.ofCourse(console, Course::questionIds),
                        "id of a question, like 2.3; nabla lesson list --questions names all");
        return CheckAnswer.declare(options);
    }

    static OptionSpec.Builder op() {
        return Options.valued(
                OP,
                Figures.ids(),
                "grade a --fact of this figure instead; nabla check --op softmax --help lists its inputs: "
                        + String.join(", ", Figures.ids()));
    }

    static OptionSpec.Builder fact(Optional<String> op) {
        return Options.valued(
                FACT,
                CompletionCandidates.facts(op),
                "with --op: name of the fact, as nabla solve prints it, like p[1]");
    }

    @Override
    public Optional<String> form(List<String> words, Optional<String> named) {
        Optional<String> op = op(words);
        if (op.isPresent()) {
            return op.map(Figures::spelled).filter(Figures.ids()::contains).map(figure -> OF_FIGURE + figure);
        }
        return BatchCommand.isAskedFor(words) ? Optional.of(BatchCommand.BATCH) : Optional.empty();
    }

    private static Optional<String> op(List<String> words) {
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (word.startsWith(OP + "=")) {
                return Optional.of(word.substring(OP.length() + 1));
            }
            if (word.equals(OP) && i + 1 < words.size()) {
                return Optional.of(words.get(i + 1));
            }
            i += word.equals(CheckAnswer.ANSWER) ? 1 : 0;
        }
        return Optional.empty();
    }

    @Override
    public Command subcommand(String name) {
        return name.equals(BatchCommand.BATCH)
                ? new CheckBatch(console)
                : new CheckFact<>(console, Figures.named(name.substring(OF_FIGURE.length())));
    }

    @Override
    public CommandResult run(Arguments given) {
        String missing = "ITEM is missing: id of a question, like 2.3; or name an operation with --op";
        String item = Arguments.require(given.operand(0), missing);
        long seed = given.whole("--seed", Long.MIN_VALUE, Long.MAX_VALUE).orElse(0L);
        Section section = given.course().sectionOf(item);
        Question question = section.question(item).orElseThrow();
        QuestionInstance variant = question.draw(seed);
        Map<String, Object> about = Json.members("op", null, "item", variant.id(), "seed", variant.seed());
        Arguments.require(given.has(ASK) || !given.has(WORKED), WORKED + " goes with " + ASK);
        if (given.has(ASK)) {
            Optional<FigureState<?>> figure = section.lesson().flatMap(lesson -> lesson.guessedFigure(question));
            return asked(about, variant, figure, given);
        }
        GradeReport checked = CheckAnswer.checked(variant.grade(), given);
        boolean chosen = checked.verdict().kind() == Verdict.VerdictKind.RIGHT
                && !variant.options().isEmpty()
                && checked.form().feedback();
        return CheckAnswer.reply(about, checked, chosen ? variant.steps() : List.of(), given);
    }

    /** @param figure the figure that the question asks to predict, if it does */
    private static CommandResult asked(
            Map<String, Object> about, QuestionInstance variant, Optional<FigureState<?>> figure, Arguments given) {
        Arguments.require(
                !given.value(CheckAnswer.ANSWER).isPresent(), ASK + " grades nothing; leave out " + CheckAnswer.ANSWER);
        boolean worked = given.has(WORKED);
        Arguments.require(
                !worked || given.console().disk() != FileAccess.NONE,
                "a class shows the steps in the tutor, after an answer; leave out " + WORKED);
        if (!given.json()) {
            List<String> lines = new ArrayList<>();
            figure.ifPresent(of -> lines.add("The figure: " + command(of)));
            lines.add(QuestionText.of(variant, false));
            if (worked) {
                lines.addAll(variant.steps());
                lines.add("Answer: " + variant.shownAnswer());
            }
            return CommandResult.ok(given.forDisplay(String.join("\n", lines)));
        }
        about.put("question", variant.prompt());
        about.put("options", variant.options());
        about.put("type", variant.wanted());
        about.put("figure", figure.map(CheckCommand::described).orElse(null));
        if (worked) {
            about.put("steps", variant.steps());
            about.put("answer", variant.answer());
        }
        return CommandResult.ok(Json.object(about));
    }

    private static <M extends Record> Map<String, Object> described(FigureState<M> figure) {
        Map<String, Object> inputs = new LinkedHashMap<>();
        for (Knob<M, ?> knob : figure.figure().inputs()) {
            if (!knob.value(figure.model()).isAbsent()) {
                inputs.put(knob.name(), knob.text(figure.model()));
            }
        }
        return Json.members("op", figure.figure().id(), "in", inputs, "command", command(figure));
    }

    private static String command(FigureState<?> figure) {
        List<String> commands = figure.commands();
        return commands.get(commands.size() - 1);
    }
}
