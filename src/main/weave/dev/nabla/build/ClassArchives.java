package dev.nabla.build;

import dev.nabla.cli.Archive;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/**
 * The class-data archives that make starts fast: {@code lib/nabla.jsa} with all classes, and two with only the classes
 * that are used. These are {@code lib/solve.jsa} for solve, which scripts call in loops, and {@code lib/tutor.jsa} for
 * the tutor, which touches fewer pages in it. They hold for this Java and for jars of this time; else a JVM passes them
 * over. By {@code lib/files} a copy, which has other times, is known to be one.
 *
 * @param java the program java that they are for
 * @param home has lib and lessons
 * @param work has test-classes, and takes the lists of classes and what is said on the way
 */
record ClassArchives(Path java, Path home, Path work) {
    /**
     * Opens the folder as file 9 and becomes the program after it. The launcher does the same. A Java cannot: it closes
     * what the programs that it starts would inherit.
     */
    private static final List<String> WITH_OPEN_FOLDER = List.of("/bin/sh", "-c", "exec 9<\"$0\" && exec \"$@\"");

    private static final String REMEDY =
            "Starts would be slow without it. See what java says there, and whether the disk"
                    + " is full; then run Maven again, if need be with another JDK.";

    void make() throws Exception {
        Files.deleteIfExists(list());
        SideBySide.run(List.of(task("tutor", boot()), task("nabla", List.of()), task("solve", boot())));
        writeList();
    }

    private Callable<Void> task(String name, List<String> options) {
        return () -> {
            make(name, options);
            return null;
        };
    }

    private Path lib() {
        return home.resolve("lib");
    }

    private Path list() {
        return lib().resolve("files");
    }

    /** The folder lib as the launcher writes it: an archive holds for one class path, to the letter. */
    private Path seen() {
        return Files.isDirectory(Path.of("/proc/self/fd")) ? Path.of("/proc/self/fd/9/lib") : lib();
    }

    /** The boot path, which the launcher gives with the two smaller archives. */
    private List<String> boot() throws IOException {
        StringBuilder path = new StringBuilder("-Xbootclasspath/a");
        for (String jar : names(".jar")) {
            path.append(':').append(seen().resolve(jar));
        }
        return List.of(path.toString());
    }

    /**
     * Makes one archive.
     *
     * @param options options of the JVM that it is for
     */
    private void make(String name, List<String> options) throws IOException, InterruptedException, StepFailure {
        Path log = work.resolve(name + ".txt");
        Path classes = work.resolve(name + ".list");
        Path made = lib().resolve(name + ".jsa");
        Path half = lib().resolve(name + ".jsa.new");
        for (Path old : List.of(log, classes, made, half)) {
            Files.deleteIfExists(old);
        }
        Path jar = seen().resolve("nabla.jar");
        java(
                        log,
                        List.of(
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+UseSerialGC",
                                "-Xshare:off",
                                "-XX:DumpLoadedClassList=" + classes,
                                "-Dnabla.home=" + home,
                                "-Dnabla.terminals=out",
                                "-Dpicocli.disable.closures=true",
                                "-Dpicocli.converters.excludes=java.*"),
                        List.of("-cp", jar + ":" + work.resolve("test-classes"), "dev.nabla.Rehearse", name))
                .demand(classes, REMEDY);
        java(
                        log,
                        List.of("-Xshare:dump", "-XX:SharedClassListFile=" + classes, "-XX:SharedArchiveFile=" + half),
                        Stream.concat(options.stream(), Stream.of("-cp", jar.toString()))
                                .toList())
                .demand(half, REMEDY);
        // By its time the launcher knows an archive that is whole, and of this jar.
        Files.setLastModifiedTime(half, Files.getLastModifiedTime(lib().resolve("nabla.jar")));
        Files.move(half, made, StandardCopyOption.ATOMIC_MOVE);
    }

    private Command java(Path log, List<String> options, List<String> more) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(WITH_OPEN_FOLDER);
        words.add(home.toString());
        words.add(java.toString());
        words.addAll(options);
        words.addAll(more);
        return Command.run(log, words);
    }

    /** Writes the time of all, then what {@link Archive} knows each by. */
    private void writeList() throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add(Long.toString(
                Files.getLastModifiedTime(lib().resolve("nabla.jar")).toMillis() / 1000));
        for (String name : Stream.concat(names(".jar").stream(), names(".jsa").stream())
                .sorted()
                .toList()) {
            lines.add(Archive.described(lib().resolve(name)));
        }
        Files.write(list(), lines);
    }

    private List<String> names(String ending) throws IOException {
        try (Stream<Path> files = Files.list(lib())) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(ending))
                    .sorted()
                    .toList();
        }
    }
}
