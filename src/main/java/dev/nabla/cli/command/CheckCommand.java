package dev.nabla.cli.command;

import dev.nabla.cli.Candidates;
import dev.nabla.cli.Environment;
import dev.nabla.cli.KnobOptions;
import dev.nabla.cli.LessonsOption;
import dev.nabla.cli.LookOptions;
import dev.nabla.cli.Options;
import dev.nabla.cli.Reply;
import dev.nabla.figure.Fact;
import dev.nabla.figure.Figure;
import dev.nabla.figure.Knob;
import dev.nabla.figure.catalog.Figures;
import dev.nabla.lesson.Course;
import dev.nabla.lesson.question.FactGrade;
import dev.nabla.lesson.question.QuestionInstance;
import dev.nabla.lesson.question.Verdict;
import dev.nabla.lesson.read.CourseReader;
import dev.nabla.line.QuestionPrompt;
import dev.nabla.math.BadInput;
import dev.nabla.output.Caret;
import dev.nabla.output.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code nabla check ITEM --answer A}: grades one answer to a question of the course, or to a fact of an operation. */
final class CheckCommand implements Command {
    private static final String OP = "--op";
    private static final String FACT = "--fact";
    private static final String ASK = "--ask";
    static final String ANSWER = "--answer";
    private static final int MOST_PLACES = 9;

    private final Environment console;

    CheckCommand(Environment console) {
        this.console = console;
    }

    @Override
    public String summary() {
        return "grade one answer: exit 0 right, 1 not; --json for scripts";
    }

    @Override
    public CommandSpec spec(List<String> arguments) {
        CommandSpec spec = CommandSpec.create().name("nabla check");
        Options.addOperand(
                spec,
                "ITEM",
                Options.AT_MOST_ONE,
                new Candidates(console, Course::questionIds),
                "id of a question, like 2.3; nabla lesson list --questions names all");
        Options.add(spec, ANSWER, "what was answered, like 0.47, 1/3 or b");
        Optional<String> op = operation(arguments);
        if (op.isEmpty()) {
            requireNoFact(arguments);
            Options.add(spec, "--seed", "which numbers the question has, 0 for its own (default: 0)");
            Options.addFlag(spec, ASK, "print the question instead of grading an answer");
        }
        Options.add(
                spec,
                OP,
                Figures.ids(),
                "grade a --fact of this figure instead; nabla check --op softmax --help lists its inputs: "
                        + String.join(", ", Figures.ids()));
        op.map(Figures::named).ifPresent(figure -> addInputs(spec, figure));
        LessonsOption.add(spec);
        Options.addJson(spec);
        spec.usageMessage()
                .footer(
                        "",
                        "Example: nabla check 2.3 --answer 0.47",
                        "Example: nabla check 2.3 --ask --seed 7",
                        "Example: nabla check --op softmax --logits 2,1,0 --fact p[1] --answer 0.665");
        return spec;
    }

    private static <M extends Record> void addInputs(CommandSpec spec, Figure<M> figure) {
        KnobOptions.add(spec, figure, Knob.asked(figure));
        Options.add(spec, FACT, "name of the fact, as nabla solve prints it, like p[1]");
        Options.add(spec, "--places", "digits after the point that are asked for (default: the fact's own)");
    }

    /** A fact has no meaning without its figure. */
    private static void requireNoFact(List<String> arguments) {
        for (String argument : arguments) {
            if (argument.equals(FACT) || argument.startsWith(FACT + "=")) {
                throw BadInput.usage("usage", FACT + " goes with " + OP + "; name the figure, like " + OP + " softmax");
            }
        }
    }

    /** What --op names, if it is there; its options depend on that, so it is looked for before they are parsed. */
    private static Optional<String> operation(List<String> arguments) {
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            if (argument.startsWith(OP + "=")) {
                return Optional.of(argument.substring(OP.length() + 1));
            }
            if (argument.equals(OP)
                    && i + 1 < arguments.size()
                    && !arguments.get(i + 1).startsWith("-")) {
                return Optional.of(arguments.get(i + 1));
            }
        }
        return Optional.empty();
    }

    @Override
    public Reply run(ParseResult parsed) {
        String item = parsed.matchedPositionalValue(0, null);
        String op = parsed.matchedOptionValue(OP, null);
        if (item == null == (op == null)) {
            throw BadInput.usage(
                    "usage",
                    item == null
                            ? "ITEM is missing: id of a question, like 2.3; or name an operation with --op"
                            : "'" + item + "' and --op " + op + " are two things to grade; name one");
        }
        return item == null ? fact(Figures.named(op), parsed) : question(item, parsed);
    }

    private Reply question(String item, ParseResult parsed) {
        Course course = CourseReader.load(LessonsOption.of(parsed, console));
        QuestionInstance variant = course.question(item).draw(seed(parsed));
        Map<String, Object> about = new LinkedHashMap<>();
        about.put("item", variant.id());
        about.put("seed", variant.seed());
        if (parsed.hasMatchedOption(ASK)) {
            return asked(about, variant, parsed);
        }
        Verdict verdict = variant.grade(answer(parsed));
        boolean chosen =
                verdict.kind() == Verdict.Kind.RIGHT && !variant.options().isEmpty();
        return reply(about, verdict, chosen ? variant.steps() : List.of(), parsed);
    }

    private Reply asked(Map<String, Object> about, QuestionInstance variant, ParseResult parsed) {
        if (parsed.hasMatchedOption(ANSWER)) {
            throw BadInput.usage("usage", ASK + " grades nothing; leave out " + ANSWER);
        }
        if (!parsed.hasMatchedOption(Options.JSON)) {
            return Reply.ok(LookOptions.spelt(QuestionPrompt.text(variant), parsed, console));
        }
        about.put("question", variant.prompt());
        about.put("options", variant.options());
        about.put("type", variant.wanted());
        return Reply.ok(Json.object(about));
    }

    private static long seed(ParseResult parsed) {
        return Options.whole(parsed, "--seed", Long.MIN_VALUE, Long.MAX_VALUE).orElse(0L);
    }

    private <M extends Record> Reply fact(Figure<M> figure, ParseResult parsed) {
        String name = parsed.matchedOptionValue(FACT, null);
        if (name == null) {
            throw BadInput.usage(
                    "usage",
                    "--fact is missing: name of a fact of " + figure.id() + ", like "
                            + figure.facts(figure.start()).get(0).name());
        }
        M model = KnobOptions.model(figure, parsed, console);
        figure.requireAnswer(model);
        List<Fact> facts = figure.facts(model);
        Optional<Integer> places =
                Options.whole(parsed, "--places", 0, MOST_PLACES).map(Long::intValue);
        Map<String, Object> about = new LinkedHashMap<>();
        about.put("op", figure.id());
        about.put("fact", name);
        return reply(about, FactGrade.of(facts, name, places, answer(parsed)), List.of(), parsed);
    }

    private static String answer(ParseResult parsed) {
        String answer = parsed.matchedOptionValue(ANSWER, null);
        if (answer == null) {
            throw BadInput.usage("usage", "--answer is missing: what was answered, like 0.47");
        }
        return answer;
    }

    /** {@code why}: what makes the answer right, where the verdict alone would not teach it. */
    private Reply reply(Map<String, Object> about, Verdict verdict, List<String> why, ParseResult parsed) {
        if (verdict.kind() == Verdict.Kind.UNREADABLE) {
            return unreadable(verdict, parsed);
        }
        int code = verdict.kind() == Verdict.Kind.RIGHT ? Reply.OK : Reply.WRONG;
        if (parsed.hasMatchedOption(Options.JSON)) {
            about.put("verdict", verdict.kind().text());
            about.put("misconception", verdict.misconception().orElse(null));
            about.put("message", verdict.message());
            about.put("hint", verdict.hint().orElse(null));
            return new Reply(code, Json.object(about), "");
        }
        String hint = verdict.hint().map(text -> "\n" + text).orElse("");
        String told = Stream.concat(verdict.told().stream(), why.stream()).collect(Collectors.joining("\n"));
        return new Reply(code, LookOptions.spelt(told + hint, parsed, console), "");
    }

    private static Reply unreadable(Verdict verdict, ParseResult parsed) {
        String message = "--answer: " + verdict.message();
        if (parsed.hasMatchedOption(Options.JSON)) {
            return new Reply(
                    Reply.USAGE,
                    Json.error(parsed.matchedOptionValue(OP, null), BadInput.usage("bad_answer", message)),
                    "");
        }
        Reply said = Reply.complaint(Reply.USAGE, message);
        return new Reply(
                said.code(), "", said.err() + verdict.place().map(Caret::under).orElse(""));
    }

    @Override
    public Reply complaint(BadInput bad, List<String> arguments) {
        return Reply.complaint(bad, arguments, operation(arguments).filter(Figures.ids()::contains));
    }
}
