package dev.nabla.build;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * Packs the program with a Java of its own: a folder that runs anywhere on this kind of machine, a tarball of it and a
 * Debian package. Two builds of one commit with one JDK, both with objcopy or both without, give the same bytes, except
 * for the archives and {@code lib/files}.
 *
 * @param home the whole program
 * @param time the modification time of all files
 */
record Distribution(Path home, Instant time, String version) {
    /**
     * jdk.unsupported has sun.misc.Signal, by which the tutor learns of resizes. The second line is for serve, SSH and
     * PostgreSQL.
     */
    private static final String MODULES = "java.base,java.xml,jdk.unsupported,"
            + "java.management,jdk.management,java.naming,java.security.jgss,java.sql,jdk.crypto.ec";

    void make() throws Exception {
        if (!Files.exists(home.resolve("licenses/bom.json"))) {
            throw new StepFailure("there is no bill of materials, which is not made offline", "Run Maven without -o.");
        }
        Path target = home.resolveSibling("");
        Path image = home.resolveSibling("nabla-" + version);
        Tree.delete(image);
        Tree.copy(home, image);
        link(image.resolve("runtime"));
        // The archives note the time of the jars, so they get theirs first.
        Tree.date(image, "", time);
        Path java = image.resolve("runtime/bin/java");
        Path log = target.resolve("dump.txt");
        Files.deleteIfExists(log);
        Command.run(log, List.of(java.toString(), "-Xshare:dump"))
                .demand(image.resolve("runtime/lib/server/classes.jsa"), "See what java says there.");
        new ClassArchives(java, image, target).make();
        String architecture = DebianPackage.architecture();
        SideBySide.run(List.of(
                () -> {
                    tarball(image, target.resolve(image.getFileName() + ".tar.gz"));
                    return null;
                },
                () -> {
                    new DebianPackage(image, target.resolve("package"), time, version)
                            .write(target.resolve("nabla_" + version + "_" + architecture + ".deb"));
                    return null;
                }));
    }

    /** The runtime is left uncompressed, as the tarball packs it better than jlink would. */
    private static void link(Path runtime) throws StepFailure {
        ToolProvider jlink = ToolProvider.findFirst("jlink")
                .orElseThrow(() -> new StepFailure("this Java has no jlink", "Run Maven with a whole JDK."));
        // jlink strips native libraries by objcopy of binutils; without it they stay as the JDK has them.
        boolean objcopy = Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "objcopy")));
        StringWriter said = new StringWriter();
        PrintWriter log = new PrintWriter(said, true);
        int code = jlink.run(
                log,
                log,
                "--add-modules",
                MODULES,
                objcopy ? "--strip-debug" : "--strip-java-debug-attributes",
                "--no-header-files",
                "--no-man-pages",
                "--output",
                runtime.toString());
        if (code != 0) {
            throw new StepFailure(
                    "jlink made no " + runtime + "; it ended with " + code + " and said: " + said,
                    "See whether the JDK is whole and the disk has room.");
        }
    }

    private void tarball(Path image, Path file) throws IOException, StepFailure {
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file), 1 << 16) {
            {
                def.setLevel(Deflater.BEST_COMPRESSION);
            }
        }) {
            Tar.write(image, image.getFileName().toString(), time, out);
        }
    }
}
