package dev.nabla.cli;

import dev.nabla.cli.Cli.Command;
import dev.nabla.lesson.Course;
import dev.nabla.lesson.Watch;
import dev.nabla.view.Config;
import dev.nabla.view.Look;
import dev.nabla.view.Text;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code nabla [learn [SECTION]]}: the tutor; without a terminal the outline of the course and a hint. */
final class LearnCommand implements Command {
    private static final String WATCH = "--watch";

    private final Console console;
    private final Tutor tutor;

    LearnCommand(Console console, Tutor tutor) {
        this.console = console;
        this.tutor = tutor;
    }

    @Override
    public String summary() {
        return "open the tutor, at a section if one is named";
    }

    @Override
    public CommandSpec spec(List<String> arguments) {
        CommandSpec spec = CommandSpec.create().name("nabla learn");
        spec.addPositional(PositionalParamSpec.builder()
                .paramLabel("SECTION")
                .arity("0..1")
                .index("0")
                .type(String.class)
                .description("number of a section, like 06")
                .build());
        Words.addLessons(spec);
        Words.addFlag(spec, WATCH, "read a lesson again whenever its file is saved, for whoever writes it");
        Words.addLook(spec, Look.SETTINGS);
        spec.usageMessage().footer("", "Example: nabla learn 06", "Example: nabla learn --lessons my-course --watch");
        return spec;
    }

    @Override
    public Reply run(ParseResult parsed) {
        return open(
                Words.given(parsed),
                Optional.ofNullable(parsed.matchedPositionalValue(0, null)),
                Words.lessons(parsed, console),
                parsed.hasMatchedOption(WATCH));
    }

    /** The tutor at home. */
    Reply open() {
        return open(Map.of(), Optional.empty(), console.lessons(), false);
    }

    /** The tutor, with what the options say about its look; at home if no section is named. */
    private Reply open(Map<String, Config.Asked> options, Optional<String> section, Path lessons, boolean watch) {
        if (console.here().terminal()) {
            tutor.prepare();
        }
        Look look = Words.look(options, console);
        Course course = Course.load(lessons);
        section.ifPresent(course::section);
        if (!look.pictures().value()) {
            return outline(course, look, look.pictures().reason());
        }
        try {
            Reply left = watch
                    ? tutor.rehearse(course, section, look, new Watch(lessons, course))
                    : tutor.learn(course, section, look);
            return new Reply(left.code(), left.out(), Words.complaints(console) + left.err());
        } catch (IOException noTerminal) {
            return outline(course, look, noTerminal.getMessage());
        }
    }

    private Reply outline(Course course, Look look, String why) {
        String hint = "nabla: the tutor needs a terminal it can draw on (" + Text.harmless(why)
                + "); try nabla show softmax, or nabla solve --help\n";
        return new Reply(
                Reply.USAGE, Text.spelt(course.outline(), look.glyphs().value()), Words.complaints(console) + hint);
    }
}
