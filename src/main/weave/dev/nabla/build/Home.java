package dev.nabla.build;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * The folder of the whole program, {@code target/nabla}.
 *
 * @param time one modification time for all jars, which can be given back to a copy: archives hold for jars of that
 *     time
 */
record Home(Path home, Instant time) {
    private static final Path DIST = Path.of("src", "main", "dist");
    private static final Path TARGET = Path.of("target");

    /** What the names of the jars begin with that only serve needs. */
    private static final List<String> OF_SERVE = List.of("sshd-", "slf4j-", "bcprov-", "postgresql-", "checker-qual-");

    void make() throws Exception {
        Tree.delete(home);
        Path lib = home.resolve("lib");
        Tree.copyProgram(Path.of("src", "main", "launcher", "nabla"), home.resolve("bin/nabla"));
        Tree.copyFile(Path.of("src", "main", "launcher", "options"), lib.resolve("options"));
        Tree.copy(Path.of("lessons"), home.resolve("lessons"));
        libraries(lib);
        for (String ours : List.of("nabla.jar", "course.bin")) {
            Tree.copyFile(TARGET.resolve(ours), lib.resolve(ours));
        }
        licenses();
        share(home.resolve("share"));
        Tree.date(lib, ".jar", time);
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        new ClassArchives(java, home, TARGET).make();
    }

    /** Copies the jars of the class path, which is that of the program. The classes of picocli are in our own jar. */
    private static void libraries(Path lib) throws IOException {
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            Path jar = Path.of(entry);
            String name = jar.getFileName().toString();
            if (name.endsWith(".jar") && !name.startsWith("picocli-")) {
                boolean ofServe = OF_SERVE.stream().anyMatch(name::startsWith);
                Tree.copyFile(jar, lib.resolve(ofServe ? "serve" : "").resolve(name));
            }
        }
    }

    private void licenses() throws IOException {
        Path licenses = home.resolve("licenses");
        Tree.copy(Path.of("src", "main", "licenses"), licenses);
        Tree.copyFile(Path.of("LICENSE"), licenses.resolve("nabla-MIT.txt"));
        Path inside = TARGET.resolve("inside");
        if (Files.isDirectory(inside)) {
            Tree.copy(inside, licenses);
        }
    }

    private static void share(Path share) throws IOException {
        Tree.copyFile(DIST.resolve("teachers.md"), share.resolve("doc/nabla/teachers.md"));
        Tree.copyFile(TARGET.resolve("batch.schema.json"), share.resolve("nabla/batch.schema.json"));
        Tree.copy(DIST.resolve("recipes"), share.resolve("nabla/recipes"));
        Tree.copyFile(TARGET.resolve("completion.bash"), share.resolve("bash-completion/completions/nabla"));
        Tree.copyFile(TARGET.resolve("completion.zsh"), share.resolve("zsh/site-functions/_nabla"));
        Tree.copyFile(TARGET.resolve("completion.fish"), share.resolve("fish/vendor_completions.d/nabla.fish"));
        Path rendered = TARGET.resolve("man1");
        if (Files.isDirectory(rendered)) {
            Path man1 = Files.createDirectories(share.resolve("man/man1"));
            try (Stream<Path> pages = Files.list(rendered)) {
                for (Path page :
                        pages.filter(file -> file.toString().endsWith(".1")).toList()) {
                    Files.write(man1.resolve(page.getFileName()), ManualPage.plain(Files.readAllLines(page)));
                }
            }
        }
    }
}
