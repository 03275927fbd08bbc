package dev.nabla;

import dev.nabla.cli.Cli;
import dev.nabla.cli.Console;
import dev.nabla.cli.Reply;
import dev.nabla.figure.Figures;
import dev.nabla.frame.Size;
import dev.nabla.lesson.Course;
import dev.nabla.tui.LocalTutor;
import dev.nabla.tui.Rehearsal;
import dev.nabla.view.Config;
import dev.nabla.view.Look;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Does once, without a terminal, what users do; the build lists the classes it loads for the archive that makes starts fast. */
final class Rehearse {
    private Rehearse() {}

    public static void main(String[] args) throws IOException {
        Path lessons = Folders.home().resolve("lessons");
        Look.Surroundings here =
                new Look.Surroundings(Map.of("LANG", "C.UTF-8", "TERM", "xterm-256color"), true, "UTF-8");
        Console console = new Console(
                here,
                true,
                () -> Optional.of(new Size(80, 24)),
                Config.parse("theme = dark", "config"),
                Path.of("config"),
                lessons,
                "rehearsal",
                Console.Streams.NONE);
        Cli cli = new Cli(console, (course, section, look) -> new Reply(Reply.OK, "", ""));
        for (String figure : Figures.ids()) {
            cli.run(List.of("solve", figure, "--json"));
            cli.run(List.of("solve", figure, "--explain"));
            cli.run(List.of("show", figure, "--format", "ansi"));
        }
        cli.run(List.of("solve", "softmax", "--tau", "0"));
        cli.run(List.of("solve", "softmax", "--help"));
        cli.run(List.of("learn", "06"));
        LocalTutor.size();
        Rehearsal.of(Course.load(lessons), Look.detect(here, Map.of()));
    }
}
