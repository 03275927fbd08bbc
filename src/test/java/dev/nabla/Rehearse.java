package dev.nabla;

import dev.nabla.figure.catalog.Figures;
import dev.nabla.lesson.read.CourseReader;
import dev.nabla.output.DisplayProfile;
import dev.nabla.tui.LocalTutor;
import dev.nabla.tui.Rehearsal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/**
 * Does without a terminal what users do. The build records the classes that this loads, for the class archive that
 * shortens a start.
 */
final class Rehearse {
    private Rehearse() {}

    /**
     * Rehearses in about the order in which the archive then holds the classes. The tutor, which runs longest, is
     * first, so that its classes lie together and it touches few pages of the others.
     *
     * @param args what is rehearsed: {@code solve}, or all there is
     */
    public static void main(String[] args) throws Exception {
        if (List.of(args).equals(List.of("solve"))) {
            solve();
        } else {
            tutor();
            solve();
            commands();
            loadAll(Path.of(Main.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI()));
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
        LocalTutor.size();
        DisplayProfile.Surroundings terminal =
                new DisplayProfile.Surroundings(Map.of("LANG", "C.UTF-8", "TERM", "xterm-256color"), true, "UTF-8");
        Rehearsal.of(
                CourseReader.load(
                        Directories.home().resolve("lessons"),
                        Directories.home().resolve("lib").resolve("course.bin")),
                DisplayProfile.detect(terminal, Map.of()));
        new ProcessBuilder("/bin/sh", "-c", ":").start().waitFor(); // stty is asked in the same way
        new CompletableFuture<Integer>().handle(new First()); // and may not have ended when its end is waited for
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

    /**
     * Our own classes are few enough to archive all of them, except those of serve. A class that is missing there costs
     * opening the jar.
     */
    private static void loadAll(Path jar) throws IOException, ClassNotFoundException {
        try (JarFile classes = new JarFile(jar.toFile())) {
            for (JarEntry entry : Collections.list(classes.entries())) {
                if (entry.getName().matches("(?!dev/nabla/(serve|store)/).*\\.class")) {
                    String name = entry.getName().replace('/', '.').replaceAll("\\.class$", "");
                    Class.forName(name, false, Main.class.getClassLoader());
                }
            }
        }
    }
}
