package dev.nabla.cli.command;

import dev.nabla.cli.Arguments;
import dev.nabla.cli.Environment;
import dev.nabla.cli.LearnerJournal;
import dev.nabla.cli.Options;
import dev.nabla.cli.Reply;
import dev.nabla.cli.Screens;
import dev.nabla.lesson.Course;
import dev.nabla.lesson.Section;
import dev.nabla.lesson.read.CourseReader;
import dev.nabla.lesson.read.Watch;
import dev.nabla.line.LineConsole;
import dev.nabla.line.LineTutor;
import dev.nabla.math.BadInput;
import dev.nabla.output.DisplayProfile;
import dev.nabla.output.Text;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code nabla [learn [SECTION]]}: the tutor; without a terminal the outline of the course and a hint. */
record LearnCommand(Environment console, Screens screens) implements Command {
    private static final String WATCH = "--watch";
    private static final String TEXT = "--text";

    @Override
    public Options options(List<String> arguments) {
        return new Options()
                .operand("[SECTION]", Options.ofCourse(console, Course::sectionIds), "number of a section, like 06")
                .lessons()
                .flag(WATCH, "read a lesson again whenever its file is saved, for whoever writes it")
                .flag(TEXT, "line by line, for a screen reader or a pipe; also where TERM=dumb")
                .look(DisplayProfile.SETTINGS)
                .footer(
                        "",
                        "Example: nabla learn 06",
                        "Example: nabla learn --text 02",
                        "Example: nabla learn --lessons my-course --watch");
    }

    @Override
    public Reply run(Arguments given) {
        Optional<String> section = given.operand(0);
        boolean watch = given.has(WATCH);
        if (!given.has(TEXT)) {
            return open(given.look(), section, given.lessons(), watch);
        }
        Arguments.require(!watch, WATCH + " shows a lesson on the tutor's screen; leave out " + TEXT);
        return tell(given.course(), section, given.look(), Optional.empty());
    }

    /** The tutor at home. */
    Reply open() {
        return open(console.look(Map.of()), Optional.empty(), console.lessons(), false);
    }

    /** The tutor; at home if no section is named. */
    private Reply open(DisplayProfile look, Optional<String> section, Path lessons, boolean watch) {
        Course course = CourseReader.load(lessons);
        requireSection(course, section);
        if (!look.pictures().value()) {
            return console.here().terminal()
                    ? tell(course, section, look, Optional.empty())
                    : outline(course, look, look.pictures().reason());
        }
        try {
            Optional<Watch> watching = watch ? Optional.of(new Watch(lessons, course)) : Optional.empty();
            return new Reply(screens.learn(course, section, look, watching), "", console.complaints());
        } catch (IOException noTerminal) {
            String why = noTerminal.getMessage();
            return watch ? outline(course, look, why) : tell(course, section, look, Optional.of(why));
        }
    }

    /** Who names a figure for a section is told where that stands. */
    private static void requireSection(Course course, Optional<String> section) {
        try {
            section.ifPresent(course::section);
        } catch (BadInput unknown) {
            Section showing = course.showing(section.get()).orElseThrow(() -> unknown);
            throw BadInput.usage(
                    unknown.code(),
                    "'" + section.get() + "' is a figure; its section is opened by nabla learn " + showing.id());
        }
    }

    /**
     * The course line by line.
     *
     * @param why it is not drawn, where somebody expects it to be
     */
    private Reply tell(Course course, Optional<String> section, DisplayProfile look, Optional<String> why) {
        requireSection(course, section);
        LearnerJournal journal = LearnerJournal.open(console, course);
        LineConsole line = console.lines(look.glyphs().value());
        why.ifPresent(reason ->
                line.say("This terminal cannot be drawn on (" + Text.harmless(reason) + "); nabla talks instead."));
        new LineTutor(
                        journal.tutor(course),
                        journal.recorder(),
                        console.learner().clock(),
                        line)
                .run(section);
        return new Reply(Reply.OK, "", console.complaints() + journal.warnings());
    }

    private Reply outline(Course course, DisplayProfile look, String why) {
        String hint = "nabla: the tutor needs a terminal it can draw on (" + Text.harmless(why)
                + "); try nabla learn --text, or nabla solve --help\n";
        String outline = Text.spelt(course.outline(), look.glyphs().value());
        return new Reply(Reply.USAGE, outline, console.complaints() + hint);
    }
}
