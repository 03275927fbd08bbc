package dev.nabla.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nabla.cli.Archive;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A shell script stands for java: the JVM's own archives take many seconds, and {@code archive.py} tries those. */
class ClassArchivesTest {
    /** Makes the file that an option names, as java does for a list of classes and for an archive. */
    private static final String MAKES =
            """
            for each; do
                case $each in
                    -XX:DumpLoadedClassList=*) echo classes >"${each#*=}" ;;
                    -XX:SharedArchiveFile=*) echo archive >"${each#*=}" ;;
                esac
            done
            """;

    @TempDir
    private Path folder;

    private Path lib;

    @BeforeEach
    void layOut() throws IOException {
        lib = Files.createDirectories(folder.resolve("home/lib"));
        for (String jar : List.of("nabla.jar", "another.jar")) {
            Files.writeString(lib.resolve(jar), "a");
            Files.setLastModifiedTime(lib.resolve(jar), FileTime.from(Instant.parse("2026-01-02T03:04:05Z")));
        }
    }

    private void make(String java) throws Exception {
        Path program = Files.writeString(folder.resolve("java"), "#!/bin/sh\n" + java);
        assertThat(program.toFile().setExecutable(true)).isTrue();
        new ClassArchives(program, folder.resolve("home"), folder).make();
    }

    /** The CRC-32 of the letter a is e8b7be43 in hexadecimal digits. */
    @Test
    void theListHasTheTimeOfAllAndOneLineForEachJarAndArchive() throws Exception {
        make(MAKES);
        List<String> lines = Files.readAllLines(lib.resolve("files"));
        assertThat(lines).hasSize(6).startsWith("1767323045", "3904355907 1 another.jar", "3904355907 1 nabla.jar");
        assertThat(lines.subList(3, 6)).allMatch(line -> line.matches("\\d+ 8 (nabla|solve|tutor)\\.jsa"));
        assertThat(new Archive(lib).restoreTimes()).isEmpty();
    }

    @Test
    void theTwoSmallerArchivesGetAllJarsOnTheBootPathInTheOpenFolder() throws Exception {
        make(MAKES + "case $* in *-Xshare:dump*) echo \"$@\" ;; esac\n");
        String lib = Files.isDirectory(Path.of("/proc/self/fd")) ? "/proc/self/fd/9/lib" : this.lib.toString();
        String boot = "-Xbootclasspath/a:" + lib + "/another.jar:" + lib + "/nabla.jar -cp " + lib + "/nabla.jar";
        assertThat(folder.resolve("solve.txt")).content().contains(boot);
        assertThat(folder.resolve("tutor.txt")).content().contains(boot);
        assertThat(folder.resolve("nabla.txt")).content().doesNotContain("bootclasspath");
    }

    @Test
    void aFailingJavaFailsTheStepWithItsLastWords() {
        String fails = MAKES + "case $* in *tutor.jsa*) echo no room for it; exit 3 ;; esac\n";
        assertThatThrownBy(() -> make(fails))
                .isInstanceOf(StepFailure.class)
                .hasMessageContaining("tutor.jsa.new was not made; its program ended with 3")
                .hasMessageContaining("    no room for it\n")
                .hasMessageEndingWith("another JDK.");
        assertThat(lib.resolve("files")).doesNotExist();
        assertThat(lib.resolve("tutor.jsa")).doesNotExist();
    }

    @Test
    void aJavaThatEndsWellWithoutAnArchiveFailsTheStep() {
        assertThatThrownBy(() -> make("exit 0\n"))
                .isInstanceOf(StepFailure.class)
                .hasMessageContaining("tutor.list was not made; its program ended with 0 all the same");
        assertThat(lib.resolve("files")).doesNotExist();
    }
}
