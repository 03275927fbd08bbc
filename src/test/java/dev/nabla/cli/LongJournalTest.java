package dev.nabla.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.Slow;
import dev.nabla.output.ExitCode;
import dev.nabla.progress.Entry;
import dev.nabla.progress.Entry.Answered;
import dev.nabla.progress.Journal;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Journals of 14 MB are read by a JVM whose heap has no room for their entries. */
@Slow
@Timeout(300)
@Order(1)
class LongJournalTest {
    private static final int ANSWERS = 80_000;
    private static final String ID = "4711";

    @TempDir
    private static Path written;

    @TempDir
    private Path folder;

    private Path journal;

    @BeforeEach
    void copy() throws IOException {
        journal = folder.resolve("class/journals").resolve(ID + ".jsonl");
        Files.createDirectories(journal.getParent());
        Files.copy(written.resolve(ID), journal);
    }

    @BeforeAll
    static void write() throws IOException {
        try (BufferedWriter lines = Files.newBufferedWriter(written.resolve(ID))) {
            for (int i = 0; i < ANSWERS; i++) {
                Entry entry = new Answered(
                        Instant.parse("2020-03-02T12:00:00Z").plusSeconds(i),
                        "02",
                        "2." + (1 + i % 5),
                        i % 50,
                        "0.2",
                        false,
                        Optional.empty(),
                        OptionalInt.of(2),
                        false,
                        Optional.of("1f0c3a97"));
                lines.write(Journal.line(entry) + "\n");
            }
        }
    }

    /** What a program of its own prints, with this heap. */
    private String run(ExitCode code, String... words) throws Exception {
        Path out = folder.resolve("out");
        List<String> command = Stream.concat(
                        Stream.of(
                                Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString(),
                                "-Xmx32m",
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty("java.class.path"),
                                "dev.nabla.Main"),
                        Stream.concat(
                                Stream.of(words),
                                Stream.of("--lessons", Consoles.PIPE.lessons().toString())))
                .toList();
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectInput(Path.of("/dev/null").toFile())
                .redirectErrorStream(true)
                .redirectOutput(out.toFile());
        builder.environment().put("XDG_STATE_HOME", folder.resolve("state").toString());
        Process process = builder.start();
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        String said = Files.readString(out);
        assertThat(process.exitValue())
                .as(said.lines().limit(5).toList().toString())
                .isEqualTo(code.code());
        return said;
    }

    @Test
    void theOwnJournalIsExported() throws Exception {
        Path own = folder.resolve("state/nabla/journal.jsonl");
        Files.createDirectories(own.getParent());
        Files.move(journal, own);
        Path exported = folder.resolve("exported.jsonl");
        assertThat(run(ExitCode.OK, "progress", "export", exported.toString()))
                .isEqualTo(ANSWERS + " entries written to " + exported + "\n");
        assertThat(Files.mismatch(own, exported)).isEqualTo(-1);
        assertThat(run(ExitCode.OK, "progress", "export")).hasSameSizeAs(Files.readString(own));
        assertThat(run(ExitCode.USAGE, "progress", "reset")).contains(ANSWERS + " entries put away");
    }

    @Test
    void aClassIsReported() throws Exception {
        Path students = folder.resolve("class/students.jsonl");
        Files.writeString(folder.resolve("class/class.yaml"), "title: Maths\nzone: UTC\n");
        Files.writeString(
                students,
                "{\"format\":1,\"event\":\"student\",\"student\":\"" + ID
                        + "\",\"name\":\"ada\",\"keys\":\"\",\"joined\":\"2020-03-02T12:00:00Z\"}\n");
        assertThat(run(
                        ExitCode.OK,
                        "class",
                        "report",
                        "--class",
                        folder.resolve("class").toString()))
                .contains("\nada ", "(not checked: 60000, answer too long, or too many; they do not count)");
    }

    @Test
    void exportedJournalsAreReported() throws Exception {
        assertThat(run(ExitCode.OK, "class", "report", journal.getParent().toString()))
                .contains("\n" + ID + " ", "(not checked: 60000, answer too long, or too many; they do not count)");
    }
}
