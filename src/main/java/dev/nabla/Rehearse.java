package dev.nabla;

import dev.nabla.figure.Figures;
import dev.nabla.lesson.Course;
import dev.nabla.tui.LocalTutor;
import dev.nabla.tui.Rehearsal;
import dev.nabla.view.Look;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Does once, without a terminal, what users do; the build lists the classes it loads for the archive that makes starts fast. */
final class Rehearse {
    private Rehearse() {}

    public static void main(String[] args) throws IOException {
        for (String figure : Figures.ids()) {
            Main.run(List.of("solve", figure, "--json"));
            Main.run(List.of("solve", figure, "--explain"));
            Main.run(List.of("show", figure, "--format", "ansi"));
        }
        Main.run(List.of("solve", "softmax", "--tau", "0"));
        Main.run(List.of("solve", "softmax", "--help"));
        Main.run(List.of("--help"));
        Main.run(List.of("doctor"));
        LocalTutor.size();
        Look.Surroundings terminal =
                new Look.Surroundings(Map.of("LANG", "C.UTF-8", "TERM", "xterm-256color"), true, "UTF-8");
        Rehearsal.of(Course.load(Folders.home().resolve("lessons")), Look.detect(terminal, Map.of()));
    }
}
