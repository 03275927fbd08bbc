package dev.nabla;

import dev.nabla.figure.Figures;
import dev.nabla.lesson.Course;
import dev.nabla.tui.LocalTutor;
import dev.nabla.tui.Rehearsal;
import dev.nabla.view.Look;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/** Does once, without a terminal, what users do; the build lists the classes it loads for the archive that makes starts fast. */
final class Rehearse {
    private Rehearse() {}

    public static void main(String[] args) throws Exception {
        loadAll(Path.of(
                Main.class.getProtectionDomain().getCodeSource().getLocation().toURI()));
        for (String figure : Figures.ids()) {
            Main.run(List.of("solve", figure, "--json"));
            Main.run(List.of("solve", figure, "--explain"));
            Main.run(List.of("show", figure, "--format", "ansi"));
        }
        Path questions = Files.createTempFile("questions", ".jsonl");
        Files.writeString(questions, "{\"op\":\"softmax\",\"logits\":[1,2.5]}\n{\"op\":\"softmax\",\"tau\":\"0\"}\n");
        Main.run(List.of("solve", "--batch", questions.toString()));
        Files.delete(questions);
        Main.run(List.of("solve", "softmax", "--tau", "0"));
        Main.run(List.of("solve", "softmax", "--help"));
        Main.run(List.of("--help"));
        Main.run(List.of("doctor"));
        LocalTutor.size();
        Look.Surroundings terminal =
                new Look.Surroundings(Map.of("LANG", "C.UTF-8", "TERM", "xterm-256color"), true, "UTF-8");
        Rehearsal.of(Course.load(Folders.home().resolve("lessons")), Look.detect(terminal, Map.of()));
        new ProcessBuilder("/bin/sh", "-c", ":").start().waitFor(); // stty is asked in the same way
        new CompletableFuture<Integer>()
                .handle((code, fault) -> code); // and may not have ended when its end is waited for
    }

    /** Our own classes are few enough to take them all: one that is missing costs the opening of the jar. */
    private static void loadAll(Path jar) throws IOException, ClassNotFoundException {
        try (JarFile classes = new JarFile(jar.toFile())) {
            for (JarEntry entry : Collections.list(classes.entries())) {
                if (entry.getName().endsWith(".class")) {
                    String name = entry.getName().replace('/', '.').replaceAll("\\.class$", "");
                    Class.forName(name, false, Main.class.getClassLoader());
                }
            }
        }
    }
}
