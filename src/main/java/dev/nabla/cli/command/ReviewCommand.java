package dev.nabla.cli.command;

import dev.nabla.cli.Arguments;
import dev.nabla.cli.Command;
import dev.nabla.cli.CommandResult;
import dev.nabla.cli.Environment;
import dev.nabla.cli.LearnerJournal;
import dev.nabla.cli.Options;
import dev.nabla.cli.Screens;
import dev.nabla.lesson.Course;
import dev.nabla.line.LineConsole;
import dev.nabla.line.LineTutor;
import dev.nabla.output.DisplayProfile;
import dev.nabla.output.ExitCode;
import dev.nabla.output.PlainText;
import dev.nabla.progress.Progress;
import dev.nabla.progress.ProgressRecorder;
import dev.nabla.tutor.Tutor;
import java.io.IOException;
import java.util.Optional;

/** {@code nabla review}: asks the questions that are due, in the tutor or line by line. */
record ReviewCommand(Screens screens) implements Command {
    private static final String PLAIN = "--plain";

    @Override
    public void declare(Options options) {
        options.summary("ask the questions that are due, also line by line")
                .flag(PLAIN, "line by line, as always where there is no terminal")
                .lessons()
                .displayOptions(DisplayProfile.SETTINGS)
                .notes(
                        "A question that was answered comes back after 1, 3, 7 and 14 days, with other numbers, a guess",
                        "with its figure; first what you were sure of and had wrong. Line by line: an answer, then how",
                        "sure you are, 1 to 3 or nothing; ? for a hint; an empty line skips the question, Ctrl-D ends",
                        "the review.",
                        "",
                        "Example: nabla review --plain");
    }

    @Override
    public CommandResult run(Arguments given) {
        DisplayProfile look = given.displayProfile();
        Course course = given.course();
        Optional<Integer> left = given.has(PLAIN) ? Optional.empty() : onScreen(course, look);
        return left.map(code -> new CommandResult(code, "", "")).orElseGet(() -> plain(given.console(), course, look));
    }

    private Optional<Integer> onScreen(Course course, DisplayProfile look) {
        try {
            return look.pictures().value() ? screens.review(course, look) : Optional.empty();
        } catch (IOException noTerminal) {
            return Optional.empty();
        }
    }

    private static CommandResult plain(Environment console, Course course, DisplayProfile look) {
        LearnerJournal journal = LearnerJournal.open(console, course);
        Tutor tutor = journal.tutor();
        Progress progress = tutor.progress();
        String warnings = console.complaints() + journal.warnings();
        if (progress.due().isEmpty()) {
            String hint = progress.items().isEmpty() ? "; answer a question of a section first: nabla learn 02" : "";
            String agenda =
                    PlainText.forDisplay(progress.agenda() + hint, look.glyphs().value());
            return new CommandResult(ExitCode.OK, agenda, warnings);
        }
        ProgressRecorder recorder = journal.recorder();
        LineConsole line = console.lines(look.glyphs().value());
        new LineTutor(tutor, recorder, console.learner().clock(), line).review();
        String lost = recorder.why()
                .map(why -> CommandResult.errorLine(
                        recorder.lost() + (recorder.lost() == 1 ? " answer is" : " answers are") + " not kept: " + why))
                .orElse("");
        return new CommandResult(ExitCode.OK, "", warnings + lost);
    }
}
