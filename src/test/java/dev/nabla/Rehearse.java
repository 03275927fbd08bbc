package dev.nabla;

import dev.nabla.figure.catalog.Figures;
import dev.nabla.gpt.LawForRehearsal;
import dev.nabla.lesson.Course;
import dev.nabla.lesson.read.CourseReader;
import dev.nabla.output.DisplayProfile;
import dev.nabla.tui.LocalTutor;
import dev.nabla.tui.Rehearsal;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;

/**
 * Does without a terminal what users do. The build records the classes that this loads, for the class archive that
 * shortens a start.
 */
final class Rehearse {
    /** Our own classes are few enough for an archive of all, except those of serve. */
    private static final Pattern ALL = Pattern.compile("(?!dev/nabla/(serve|store)/).*\\.class");

    /** What a tutor loads as time goes by, which the tour, whose keys are all there at once, does not. */
    private static final Pattern BESIDE_THE_TOUR = Pattern.compile(
            "dev/nabla/(ModelFolder|cli/input/FileAccess|screen/(View|ModelRequests)|(gpt|own|tui|tui/term)/)[^/]*\\.class");

    /** Seed of the law that is shown first. */
    private static final long LAW = 1;

    private Rehearse() {}

    /**
     * Rehearses what an archive is for.
     *
     * @param args the name of the archive: {@code solve}, {@code tutor}, or {@code nabla} for all there is
     */
    public static void main(String[] args) throws Exception {
        LawForRehearsal.keep(LAW);
        switch (args[0]) {
            case "solve" -> solve();
            case "tutor" -> {
                tutor();
                Rehearsal.tour(course(), look());
                load(BESIDE_THE_TOUR);
            }
            case "nabla" -> {
                tutor();
                solve();
                commands();
                load(ALL);
            }
            default -> throw new IllegalArgumentException("no archive has the name " + args[0]);
        }
    }

    private static void solve() throws IOException {
        for (String figure : Figures.operations()) {
            for (String form : List.of("--json", "--explain", "--plot")) {
                Main.run(List.of("solve", figure, form));
            }
        }
        Main.run(List.of("solve", "softmax", "--logits", "-1,1/3,-inf", "--tau=0.5", "--get", "p"));
        Main.run(List.of("solve", "softmax", "--tau", "0"));
        Path lines = Files.createTempFile("rehearse", ".jsonl");
        Files.writeString(
                lines,
                """
                {"op":"softmax","logits":[2,1],"tau":1.5,"id":1}
                {"op":"softmax","logits":[[2,1],[0,0.5]],"tau":1,"data":{"name":["ada"]}}
                {"op":"dot","a":[1,"1/3"]}
                {"op":"dott"}
                no JSON
                """);
        Main.run(List.of("solve", "--batch=" + lines));
        Files.delete(lines);
    }

    private static void tutor() throws Exception {
        Main.run(List.of("learn", "01")); // says that it needs a terminal
        LocalTutor.size();
        Rehearsal.of(course(), look());
        new ProcessBuilder("/bin/sh", "-c", ":").start().waitFor(); // stty is asked in the same way
        new CompletableFuture<Integer>().handle(new First()); // and may not have ended when its end is waited for
    }

    private static Course course() {
        Path home = Directories.home();
        return CourseReader.load(home.resolve("lessons"), home.resolve("lib").resolve("course.bin"));
    }

    private static DisplayProfile look() {
        Map<String, String> variables = Map.of("LANG", "C.UTF-8", "TERM", "xterm-256color");
        return DisplayProfile.detect(new DisplayProfile.Surroundings(variables, true, "UTF-8"), Map.of());
    }

    private static void commands() {
        for (String figure : Figures.ids()) {
            Main.run(List.of("show", figure, "--format", "ansi"));
        }
        Main.run(List.of("solve", "softmax", "--help"));
        Main.run(List.of("--help"));
        Main.run(List.of("doctor"));
    }

    /** No lambda: here nobody weaves, and the JVM's ways to make one do not belong in the list. */
    private static final class First implements BiFunction<Integer, Throwable, Integer> {
        @Override
        public Integer apply(Integer code, Throwable fault) {
            return code;
        }
    }

    /** Loads our own classes of these names. A class that is missing in an archive costs opening the jar. */
    private static void load(Pattern names) throws IOException, ClassNotFoundException, URISyntaxException {
        URI jar = Main.class.getProtectionDomain().getCodeSource().getLocation().toURI();
        try (JarFile classes = new JarFile(Path.of(jar).toFile())) {
            for (JarEntry entry : Collections.list(classes.entries())) {
                if (names.matcher(entry.getName()).matches()) {
                    String name = entry.getName().replace('/', '.').replaceAll("\\.class$", "");
                    Class.forName(name, false, Main.class.getClassLoader());
                }
            }
        }
    }
}
