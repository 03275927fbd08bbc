package dev.nabla.cli.command;

import dev.nabla.cli.Environment;
import dev.nabla.cli.LearnerJournal;
import dev.nabla.cli.LessonsOption;
import dev.nabla.cli.LookOptions;
import dev.nabla.cli.Options;
import dev.nabla.cli.Reply;
import dev.nabla.cli.Screens;
import dev.nabla.lesson.Course;
import dev.nabla.lesson.read.CourseReader;
import dev.nabla.line.LineConsole;
import dev.nabla.line.LineReview;
import dev.nabla.output.DisplayProfile;
import dev.nabla.output.Text;
import dev.nabla.progress.Progress;
import dev.nabla.progress.ProgressRecorder;
import dev.nabla.tutor.Tutor;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code nabla review}: the questions that are due, in the tutor, or line by line. */
final class ReviewCommand implements Command {
    private static final String PLAIN = "--plain";

    private final Environment console;
    private final Screens screens;

    ReviewCommand(Environment console, Screens screens) {
        this.console = console;
        this.screens = screens;
    }

    @Override
    public String summary() {
        return "ask the questions that are due, also line by line";
    }

    @Override
    public CommandSpec spec(List<String> arguments) {
        CommandSpec spec = CommandSpec.create().name("nabla review");
        Options.addFlag(spec, PLAIN, "line by line, as always where there is no terminal");
        LessonsOption.add(spec);
        LookOptions.add(spec, DisplayProfile.SETTINGS);
        spec.usageMessage()
                .footer(
                        "",
                        "A question that was answered comes back after 1, 3, 7 and 14 days, with other numbers; first",
                        "what you were sure of and had wrong. Line by line: an answer, then how sure you are, 1 to 3 or",
                        "nothing; ? for a hint; an empty line leaves the question out, the end of the input ends.",
                        "",
                        "Example: nabla review --plain");
        return spec;
    }

    @Override
    public Reply run(ParseResult parsed) {
        DisplayProfile look = LookOptions.look(parsed, console);
        Course course = CourseReader.load(LessonsOption.of(parsed, console));
        if (!parsed.hasMatchedOption(PLAIN) && look.pictures().value()) {
            try {
                Optional<Reply> left = screens.review(course, look);
                if (left.isPresent()) {
                    return left.get();
                }
            } catch (IOException noTerminal) {
                return plain(course, look);
            }
        }
        return plain(course, look);
    }

    private Reply plain(Course course, DisplayProfile look) {
        LearnerJournal journal = LearnerJournal.open(console, course);
        Tutor tutor = journal.tutor(course);
        Progress progress = tutor.progress();
        if (progress.due().isEmpty()) {
            String hint = progress.items().isEmpty() ? "; answer a question of a section first: nabla learn 02" : "";
            return new Reply(
                    Reply.OK,
                    Text.spelt(progress.agenda() + hint, look.glyphs().value()),
                    LookOptions.complaints(console) + journal.warnings());
        }
        ProgressRecorder recorder = journal.recorder();
        LineConsole line = console.lines(look.glyphs().value());
        new LineReview(tutor, recorder, console.learner().clock(), line).run();
        String lost = recorder.why()
                .map(why -> Reply.said(
                        recorder.lost() + (recorder.lost() == 1 ? " answer is" : " answers are") + " not kept: " + why))
                .orElse("");
        return new Reply(Reply.OK, "", LookOptions.complaints(console) + journal.warnings() + lost);
    }
}
