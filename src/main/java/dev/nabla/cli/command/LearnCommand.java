package dev.nabla.cli.command;

import dev.nabla.cli.Candidates;
import dev.nabla.cli.Environment;
import dev.nabla.cli.LearnerJournal;
import dev.nabla.cli.LessonsOption;
import dev.nabla.cli.LookOptions;
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
import dev.nabla.output.Config;
import dev.nabla.output.DisplayProfile;
import dev.nabla.output.Text;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code nabla [learn [SECTION]]}: the tutor; without a terminal the outline of the course and a hint. */
final class LearnCommand implements Command {
    private static final String WATCH = "--watch";
    private static final String TEXT = "--text";

    private final Environment console;
    private final Screens screens;

    LearnCommand(Environment console, Screens screens) {
        this.console = console;
        this.screens = screens;
    }

    @Override
    public String summary() {
        return "open the tutor, at a section if one is named";
    }

    @Override
    public CommandSpec spec(List<String> arguments) {
        CommandSpec spec = CommandSpec.create().name("nabla learn");
        Options.addOperand(
                spec,
                "SECTION",
                Options.AT_MOST_ONE,
                new Candidates(console, Course::sectionIds),
                "number of a section, like 06");
        LessonsOption.add(spec);
        Options.addFlag(spec, WATCH, "read a lesson again whenever its file is saved, for whoever writes it");
        Options.addFlag(spec, TEXT, "line by line, for a screen reader or a pipe; also where TERM=dumb");
        LookOptions.add(spec, DisplayProfile.SETTINGS);
        spec.usageMessage()
                .footer(
                        "",
                        "Example: nabla learn 06",
                        "Example: nabla learn --text 02",
                        "Example: nabla learn --lessons my-course --watch");
        return spec;
    }

    @Override
    public Reply run(ParseResult parsed) {
        Optional<String> section = Optional.ofNullable(parsed.matchedPositionalValue(0, null));
        Path lessons = LessonsOption.of(parsed, console);
        boolean watch = parsed.hasMatchedOption(WATCH);
        if (!parsed.hasMatchedOption(TEXT)) {
            return open(LookOptions.given(parsed), section, lessons, watch);
        }
        if (watch) {
            throw BadInput.usage("usage", WATCH + " shows a lesson on the tutor's screen; leave out " + TEXT);
        }
        return tell(CourseReader.load(lessons), section, LookOptions.look(parsed, console), Optional.empty());
    }

    /** The tutor at home. */
    Reply open() {
        return open(Map.of(), Optional.empty(), console.lessons(), false);
    }

    /** The tutor, with what the options say about its look; at home if no section is named. */
    private Reply open(Map<String, Config.Asked> options, Optional<String> section, Path lessons, boolean watch) {
        DisplayProfile look = LookOptions.look(options, console);
        Course course = CourseReader.load(lessons);
        requireSection(course, section);
        if (!look.pictures().value()) {
            return console.here().terminal()
                    ? tell(course, section, look, Optional.empty())
                    : outline(course, look, look.pictures().reason());
        }
        try {
            Reply left = watch
                    ? screens.rehearse(course, section, look, new Watch(lessons, course))
                    : screens.learn(course, section, look);
            return new Reply(left.code(), left.out(), LookOptions.complaints(console) + left.err());
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
            Optional<Section> showing = course.showing(section.get());
            if (showing.isEmpty()) {
                throw unknown;
            }
            throw BadInput.usage(
                    unknown.code(),
                    "'" + section.get() + "' is a figure; its section is opened by nabla learn "
                            + showing.get().id());
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
        return new Reply(Reply.OK, "", LookOptions.complaints(console) + journal.warnings());
    }

    private Reply outline(Course course, DisplayProfile look, String why) {
        String hint = "nabla: the tutor needs a terminal it can draw on (" + Text.harmless(why)
                + "); try nabla learn --text, or nabla solve --help\n";
        return new Reply(
                Reply.USAGE,
                Text.spelt(course.outline(), look.glyphs().value()),
                LookOptions.complaints(console) + hint);
    }
}
