package dev.nabla.cli.command;

import dev.nabla.cli.Arguments;
import dev.nabla.cli.Command;
import dev.nabla.cli.Environment;
import dev.nabla.cli.Options;
import dev.nabla.cli.Reply;
import dev.nabla.figure.Figure;
import dev.nabla.figure.catalog.Figures;
import dev.nabla.lesson.Course;
import dev.nabla.lesson.question.Exactness;
import dev.nabla.lesson.question.Grade;
import dev.nabla.lesson.question.QuestionInstance;
import dev.nabla.lesson.question.Verdict;
import dev.nabla.line.QuestionPrompt;
import dev.nabla.math.BadInput;
import dev.nabla.output.ExitCode;
import dev.nabla.output.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code nabla check ITEM --answer A}: grades one answer to a question of the course, or to a fact of an operation. */
record CheckCommand(Environment console) implements Command {
    private static final String OP = "--op";
    private static final String FACT = "--fact";
    private static final String ASK = "--ask";
    static final String ANSWER = "--answer";
    private static final String PLACES = "--places";
    private static final String SIGNIFICANT = "--significant";
    private static final String TOLERANCE = "--tolerance";
    private static final String ANSWERS = "grade a file of answers";
    private static final String SILENT = "--no-feedback";

    @Override
    public Options options(List<String> arguments) {
        if (isBatch(arguments)) {
            return exactness(new Options().option(BatchCommand.option(ANSWERS)))
                    .flag(Options.JSON, "as always here")
                    .lessons()
                    .footer(CheckLines.HELP);
        }
        Options options = new Options()
                .operand(
                        "[ITEM]",
                        Options.ofCourse(console, Course::questionIds),
                        "id of a question, like 2.3; nabla lesson list --questions names all")
                .option(ANSWER, "what was answered, like 0.47, 1/3 or b");
        Optional<String> op = operation(arguments);
        if (op.isEmpty()) {
            Arguments.require(
                    arguments.stream().noneMatch(word -> word.equals(FACT) || word.startsWith(FACT + "=")),
                    FACT + " goes with " + OP + "; name the figure, like " + OP + " softmax");
            options.option("--seed", "which numbers the question has, 0 for its own (default: 0)")
                    .flag(ASK, "print the question instead of grading an answer");
        }
        String figures = String.join(", ", Figures.ids());
        options.option(
                OP,
                Figures.ids(),
                "grade a --fact of this figure instead; nabla check --op softmax --help lists its inputs: " + figures);
        options.option(FACT, Options.facts(op), "with --op: name of the fact, as nabla solve prints it, like p[1]");
        if (op.isPresent()) {
            exactness(options.inputs(Figures.named(op.get())));
        } else {
            options.flag(SILENT, FEEDBACK).option(BatchCommand.option(ANSWERS));
        }
        return options.lessons()
                .json()
                .footer(
                        "",
                        "A number is right if it, or what it rounds to at the places asked for, is within half a unit of",
                        "the last of them; a message says if digits after those are not exact. A whole number must be",
                        "exact, and of a fact every digit that is typed counts.",
                        "",
                        "Example: nabla check 2.3 --answer 0.47",
                        "Example: nabla check 2.3 --ask --seed 7",
                        "Example: nabla check --op softmax --logits 2,1,0 --fact p[1] --answer 0.665");
    }

    private static final String FEEDBACK =
            "tell the verdict alone; who may guess often could read the answer from more";

    private static Options exactness(Options options) {
        return options.option(PLACES, "of a fact, digits after the point that are asked for (default: the fact's own)")
                .option(SIGNIFICANT, "of a fact, digits that are asked for, from the first that is not 0")
                .option(TOLERANCE, "of a fact, how far a number may be away, in place of any digits, like 0.01")
                .flag(SILENT, FEEDBACK);
    }

    private static boolean isBatch(List<String> arguments) {
        return operation(arguments).isEmpty() && BatchCommand.isAskedFor(arguments);
    }

    private static Exactness exactness(Arguments given) {
        return Exactness.USUAL.or(given.value(PLACES), given.value(SIGNIFICANT), given.value(TOLERANCE));
    }

    /** A word behind --answer is the student's, whatever it looks like: no {@code -h} of his calls for help, which ends with 0. */
    static List<String> joined(List<String> arguments) {
        int at = arguments.indexOf(ANSWER);
        if (at < 0 || at + 1 == arguments.size() || !arguments.get(at + 1).startsWith("-")) {
            return arguments;
        }
        List<String> joined = new ArrayList<>(arguments);
        joined.set(at, ANSWER + "=" + joined.remove(at + 1));
        return joined;
    }

    /** The figure that --op names; the options depend on it, so it is looked for before they are parsed. */
    private static Optional<String> operation(List<String> arguments) {
        int behind = arguments.indexOf(OP) + 1;
        if (behind > 0 && behind < arguments.size() && !arguments.get(behind).startsWith("-")) {
            return Optional.of(arguments.get(behind));
        }
        return arguments.stream()
                .filter(word -> word.startsWith(OP + "="))
                .findFirst()
                .map(word -> word.substring(OP.length() + 1));
    }

    @Override
    public Reply run(Arguments given) {
        Optional<String> op = given.value(OP);
        if (op.isEmpty() && given.has(BatchCommand.BATCH)) {
            CheckLines lines = new CheckLines(
                    given.course(),
                    exactness(given),
                    !given.has(SILENT),
                    given.console().share());
            return BatchCommand.run(given, lines.task());
        }
        if (op.isEmpty()) {
            String missing = "ITEM is missing: id of a question, like 2.3; or name an operation with --op";
            return question(Arguments.require(given.operand(0), missing), given);
        }
        given.operand(0).ifPresent(item -> {
            throw BadInput.usage("usage", "'" + item + "' and --op " + op.get() + " are two things to grade; name one");
        });
        return fact(Figures.named(op.get()), given);
    }

    private static Reply question(String item, Arguments given) {
        long seed = given.whole("--seed", Long.MIN_VALUE, Long.MAX_VALUE).orElse(0L);
        QuestionInstance variant = given.course().question(item).draw(seed);
        Map<String, Object> about = Json.members("item", variant.id(), "seed", variant.seed());
        if (given.has(ASK)) {
            return asked(about, variant, given);
        }
        Checked checked = checked(variant.grade(), given);
        boolean chosen = checked.verdict().kind() == Verdict.Kind.RIGHT
                && !variant.options().isEmpty()
                && checked.feedback();
        return reply(about, checked, chosen ? variant.steps() : List.of(), given);
    }

    private static Reply asked(Map<String, Object> about, QuestionInstance variant, Arguments given) {
        Arguments.require(!given.has(ANSWER), ASK + " grades nothing; leave out " + ANSWER);
        if (!given.json()) {
            return Reply.ok(given.spelt(QuestionPrompt.text(variant)));
        }
        about.put("question", variant.prompt());
        about.put("options", variant.options());
        about.put("type", variant.wanted());
        return Reply.ok(Json.object(about));
    }

    private static <M extends Record> Reply fact(Figure<M> figure, Arguments given) {
        String example = figure.facts(figure.start()).get(0).name();
        String name = Arguments.require(
                given.value(FACT), "--fact is missing: name of a fact of " + figure.id() + ", like " + example);
        Arguments.Question<M> question = given.question(figure);
        M model = question.model();
        figure.requireAnswer(model);
        Checked checked = checked(Grade.ofFact(figure.facts(model), name, exactness(given)), given);
        List<String> notes = question.notes();
        Map<String, Object> about = Json.members("op", figure.id(), "fact", name);
        if (given.json() && !notes.isEmpty()) {
            about.put("warnings", notes);
        }
        Reply reply = reply(about, checked, List.of(), given);
        return given.json() || !reply.err().isEmpty() ? reply : reply.noting(notes);
    }

    private static Checked checked(Grade grade, Arguments given) {
        String typed = Arguments.require(given.value(ANSWER), "--answer is missing: what was answered, like 0.47");
        return Checked.of(grade, typed, !given.has(SILENT));
    }

    /** {@code why}: what makes the answer right, where the verdict alone would not teach it. */
    private static Reply reply(Map<String, Object> about, Checked checked, List<String> why, Arguments given) {
        Verdict verdict = checked.verdict();
        if (verdict.kind() == Verdict.Kind.UNREADABLE) {
            BadInput bad = BadInput.usage("bad_answer", verdict.message()).about(ANSWER + ":");
            BadInput placed = verdict.place()
                    .filter(place -> !given.json())
                    .map(place -> bad.at(place.text(), place.position()))
                    .orElse(bad);
            Reply said = Reply.complaint(
                    placed, given.parsed().originalArgs(), Optional.ofNullable((String) about.get("op")));
            return new Reply(ExitCode.UNREADABLE, said.out(), said.err());
        }
        ExitCode code = verdict.kind() == Verdict.Kind.RIGHT ? ExitCode.OK : ExitCode.WRONG;
        if (given.json()) {
            return new Reply(code, Json.object(checked.addTo(about)), "");
        }
        List<String> told = new ArrayList<>(checked.told());
        told.addAll(why);
        verdict.hint().filter(hint -> checked.feedback()).ifPresent(told::add);
        return new Reply(code, given.spelt(String.join("\n", told)), "");
    }

    @Override
    public Reply complaint(BadInput bad, List<String> arguments) {
        return Reply.complaint(bad, arguments, operation(arguments).filter(Figures.ids()::contains));
    }
}
