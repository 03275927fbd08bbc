package dev.nabla.cli.command;

import dev.nabla.cli.Arguments;
import dev.nabla.cli.Command;
import dev.nabla.cli.CommandResult;
import dev.nabla.cli.CompletionCandidates;
import dev.nabla.cli.Environment;
import dev.nabla.cli.LearnerJournal;
import dev.nabla.cli.Options;
import dev.nabla.cli.Screens;
import dev.nabla.lesson.Course;
import dev.nabla.lesson.Section;
import dev.nabla.lesson.read.CourseWatcher;
import dev.nabla.line.LineConsole;
import dev.nabla.line.LineTutor;
import dev.nabla.math.BadInput;
import dev.nabla.output.DisplayProfile;
import dev.nabla.output.ExitCode;
import dev.nabla.output.PlainText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * {@code nabla [learn [SECTION]]}: opens the tutor. Without a terminal it prints the outline of the course and a hint.
 */
record LearnCommand(Environment console, Screens screens) implements Command {
    private static final String WATCH = "--watch";
    private static final String TEXT = "--text";

    @Override
    public void declare(Options options) {
        options.summary("open the tutor, at a section if one is named")
                .operand(
                        "[SECTION]",
                        CompletionCandidates.ofCourse(console, Course::sectionIds),
                        "number of a section, like 06")
                .lessons()
                .flag(WATCH, "reload a lesson when its file is saved, for authors")
                .flag(TEXT, "line by line, for a screen reader or a pipe; also where TERM=dumb")
                .displayOptions(DisplayProfile.SETTINGS)
                .notes(
                        "Example: nabla learn 06",
                        "Example: nabla learn --text 02",
                        "Example: nabla learn --lessons my-course --watch");
    }

    @Override
    public CommandResult run(Arguments given) {
        boolean watch = given.has(WATCH);
        boolean text = given.has(TEXT);
        DisplayProfile look = given.displayProfile();
        Arguments.require(!watch || !text, WATCH + " shows a lesson on the tutor's screen; leave out " + TEXT);
        Arguments.require(
                !watch || !look.screenReader().value(),
                WATCH + " shows a lesson on the tutor's screen, which a screen reader does not have ("
                        + look.screenReader().reason() + "); leave out " + WATCH);
        return open(look, given.operand(0), given.course(), given.lessons(), watch, text);
    }

    /** Opens the tutor at the home screen. */
    CommandResult open() {
        DisplayProfile look =
                DisplayProfile.detect(console.here(), console.config().values());
        return open(look, Optional.empty(), console.course(), console.lessons(), false, false);
    }

    /** Opens the tutor at a section, or at the home screen if none is named. */
    private CommandResult open(
            DisplayProfile look, Optional<String> section, Course course, Path lessons, boolean watch, boolean text) {
        section.ifPresent(named -> requireSection(course, named));
        if (text || look.isLineByLine()) {
            return runTextMode(course, section, look, "");
        }
        if (!look.pictures().value()) {
            return outline(course, look, look.pictures().reason());
        }
        try {
            Optional<CourseWatcher> watching =
                    watch ? Optional.of(new CourseWatcher(lessons, course)) : Optional.empty();
            return new CommandResult(screens.learn(course, section, look, watching), "", console.complaints());
        } catch (IOException noTerminal) {
            String why = noTerminal.getMessage();
            return watch
                    ? outline(course, look, why)
                    : runTextMode(
                            course,
                            section,
                            look,
                            "This terminal cannot show figures (" + PlainText.harmless(why) + "); using text mode.");
        }
    }

    /**
     * Checks that the course has the section.
     *
     * @throws BadInput if the section is unknown; for the name of a figure, the message names the section that shows it
     */
    private static void requireSection(Course course, String named) {
        try {
            course.section(named);
        } catch (BadInput unknown) {
            Section showing = course.showing(named).orElseThrow(() -> unknown);
            throw BadInput.usage(
                    unknown.code(),
                    "'" + named + "' is a figure; its section is opened by nabla learn " + showing.id());
        }
    }

    /**
     * Runs the course in text mode.
     *
     * @param why why the screen is not used; printed first unless empty
     */
    private CommandResult runTextMode(Course course, Optional<String> section, DisplayProfile look, String why) {
        LearnerJournal journal = LearnerJournal.orEmpty(console, course);
        LineConsole line = console.lines(look.glyphs().value());
        if (!why.isEmpty()) {
            line.say(why);
        }
        new LineTutor(journal.tutor(), journal.recorder(), console.learner().clock(), line)
                .keepingModels(console.learner().models())
                .run(section);
        return new CommandResult(ExitCode.OK, "", console.complaints() + journal.warnings());
    }

    private CommandResult outline(Course course, DisplayProfile look, String why) {
        String hint = "the tutor needs a terminal it can draw on (" + why
                + "); try nabla learn --text, or nabla solve --help";
        String outline = PlainText.forDisplay(course.outline(), look.glyphs().value());
        return new CommandResult(ExitCode.USAGE, outline, console.complaints() + CommandResult.errorLine(hint));
    }
}
