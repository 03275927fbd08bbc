package dev.nabla.cli.command;

import dev.nabla.cli.Arguments;
import dev.nabla.cli.CommandResult;
import dev.nabla.cli.Options;
import dev.nabla.lesson.question.Grade;
import dev.nabla.lesson.question.Verdict;
import dev.nabla.math.BadInput;
import dev.nabla.output.ExitCode;
import dev.nabla.output.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Stack;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.OverwrittenOptionException;

/** The answer that {@code check} grades, and the result of the command. */
final class CheckAnswer {
    static final String ANSWER = "--answer";

    private CheckAnswer() {}

    /**
     * Declares the option for the answer. The next word is always the student's answer, even {@code -h}, which would
     * otherwise print help and exit with 0.
     */
    static Options declare(Options options) {
        return options.option(Options.valued(ANSWER, null, "what was answered, like 0.47, 1/3 or b")
                .parameterConsumer(CheckAnswer::take));
    }

    private static void take(Stack<String> words, ArgSpec answer, CommandSpec check) {
        if (words.isEmpty()) {
            throw new MissingParameterException(check.commandLine(), answer, ANSWER + " needs a value");
        }
        String value = words.pop();
        if (answer.getValue() != null) {
            throw new OverwrittenOptionException(check.commandLine(), answer, ANSWER + " is given twice");
        }
        answer.setValue(value);
    }

    static GradeReport checked(Grade grade, Arguments given) {
        String typed = Arguments.require(given.value(ANSWER), "--answer is missing: what was answered, like 0.47");
        return GradeReport.of(grade, typed, GradeForm.of(given));
    }

    /**
     * Returns the result of the command for a graded answer.
     *
     * @param about the JSON members that name the question
     * @param why lines that explain why the answer is right, if the verdict alone would not teach it
     */
    static CommandResult reply(Map<String, Object> about, GradeReport checked, List<String> why, Arguments given) {
        Verdict verdict = checked.verdict();
        ExitCode code = code(verdict.kind());
        if (given.json()) {
            return new CommandResult(code, Json.object(checked.addTo(about)), "");
        }
        if (verdict.kind() == Verdict.VerdictKind.UNREADABLE) {
            BadInput bad = BadInput.usage("bad_answer", verdict.message()).forInput(ANSWER + ":");
            BadInput placed = verdict.place()
                    .map(place -> bad.atPosition(place.text(), place.position()))
                    .orElse(bad);
            CommandResult complaint =
                    CommandResult.complaint(placed, given, Optional.ofNullable((String) about.get("op")));
            return new CommandResult(
                    code, checked.pointsLine().map(given::forDisplay).orElse(""), complaint.err());
        }
        List<String> lines = new ArrayList<>(checked.toLines());
        lines.addAll(why);
        verdict.hint().filter(hint -> checked.form().feedback()).ifPresent(lines::add);
        checked.pointsLine().ifPresent(lines::add);
        return new CommandResult(code, given.forDisplay(String.join("\n", lines)), "");
    }

    private static ExitCode code(Verdict.VerdictKind kind) {
        return switch (kind) {
            case RIGHT -> ExitCode.OK;
            case SO_FAR, WRONG -> ExitCode.WRONG;
            case UNREADABLE -> ExitCode.UNREADABLE;
        };
    }
}
