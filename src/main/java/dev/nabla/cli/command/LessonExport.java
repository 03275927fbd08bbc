package dev.nabla.cli.command;

import dev.nabla.cli.Arguments;
import dev.nabla.cli.Command;
import dev.nabla.cli.CommandResult;
import dev.nabla.cli.CompletionCandidates;
import dev.nabla.cli.Environment;
import dev.nabla.cli.Options;
import dev.nabla.lesson.Course;
import dev.nabla.lesson.Section;
import dev.nabla.lesson.moodle.QuestionBank;
import dev.nabla.lesson.moodle.Remainder;
import dev.nabla.math.BadInput;
import dev.nabla.output.ExitCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code nabla lesson export --format moodle}: writes the questions of a course for another program. */
record LessonExport(Environment console) implements Command {
    private static final String FORMAT = "--format";
    private static final String SEEDS = "--seeds";
    private static final String MOODLE = "moodle";
    private static final int USUAL_SEEDS = 20;
    private static final int MOST_SEEDS = 200;

    @Override
    public void declare(Options options) {
        options.summary("write the questions as a question bank for Moodle")
                .operand(
                        "[SECTION]",
                        CompletionCandidates.ofCourse(console, Course::sectionIds),
                        "number of a section, like 06 (default: all)")
                .option(FORMAT, List.of(MOODLE), "moodle: Moodle XML, on standard output")
                .option(
                        SEEDS,
                        "variants of each question that draws numbers, 1 to " + MOST_SEEDS + " (default: " + USUAL_SEEDS
                                + ")")
                .lessons()
                .notes(
                        "Questions for a number or a choice are written, and each known wrong answer with its explanation.",
                        "Variants of a question have a category of their own, from which a quiz draws one; their seeds begin",
                        "at 1. What Moodle cannot ask is left out and counted on standard error.",
                        "",
                        "Example: nabla lesson export --format moodle > bank.xml",
                        "Example: nabla lesson export 06 --format moodle --seeds 5 > softmax.xml");
    }

    @Override
    public CommandResult run(Arguments given) {
        String format = Arguments.require(given.value(FORMAT), FORMAT + " is missing: type " + FORMAT + " " + MOODLE);
        Arguments.require(
                format.equals(MOODLE), FORMAT + " '" + format + "' is unknown; type " + FORMAT + " " + MOODLE);
        int seeds = given.whole(SEEDS, 1, MOST_SEEDS, USUAL_SEEDS);
        Course course = given.course();
        Optional<Section> section = given.operand(0).map(course::section);
        QuestionBank bank = QuestionBank.of(course, section.map(List::of).orElse(course.sections()), seeds);
        if (bank.entries().isEmpty()) {
            throw BadInput.maths("nothing_to_export", "there is no question for a number or a choice to export");
        }
        try {
            given.console().streams().out().write(bank.toXml());
        } catch (IOException unwritten) {
            throw new UncheckedIOException(unwritten);
        }
        return new CommandResult(ExitCode.OK, "", "").withWarnings(report(bank));
    }

    /** Returns what was written, left out and changed, one line each. */
    private static List<String> report(QuestionBank bank) {
        List<String> left = new ArrayList<>();
        bank.remainder().forEach((what, count) -> {
            if (what != Remainder.NARROWED) {
                left.add(what.counted(count));
            }
        });
        List<String> lines = new ArrayList<>();
        lines.add("questions: " + bank.questions() + "; with all variants: "
                + bank.entries().size());
        if (!left.isEmpty()) {
            lines.add("left out: " + String.join(", ", left));
        }
        Integer narrowed = bank.remainder().get(Remainder.NARROWED);
        if (narrowed != null) {
            lines.add("tolerance cut where it would reach the right answer: " + Remainder.NARROWED.counted(narrowed));
        }
        return lines;
    }
}
