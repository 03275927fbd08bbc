package dev.nabla.cli.input;

import static dev.nabla.cli.Consoles.pipe;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nabla.Slow;
import dev.nabla.Table;
import dev.nabla.cli.CommandResult;
import dev.nabla.cli.Consoles;
import dev.nabla.cli.Environment;
import dev.nabla.cli.Ran;
import dev.nabla.figure.catalog.Figures;
import dev.nabla.output.ExitCode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Lines of JSON in, a line each out. */
@Slow
@Timeout(120)
class BatchTest {
    private static final String DOT = "{\"op\":\"dot\",\"a\":[1,2],\"b\":[3,4]}";
    private static final String DOT_COMMAND = "solve dot --a 1,2 --b 3,4 --json";
    private static final String SOFTMAX = "{\"op\":\"softmax\",\"logits\":[2,1]}";
    private static final String SOFTMAX_COMMAND = "solve softmax --logits 2,1 --json";

    private static Ran batch(InputStream in, String options) {
        return Ran.of(Consoles.NOBODY, in, ("solve --batch" + options).split(" "));
    }

    private static Ran batch(String lines) {
        return batch(Ran.typed(lines), "");
    }

    private static String withoutSteps(String json) {
        return json.replaceAll("\"steps\":\\[.*?],\"warnings", "\"steps\":[],\"warnings");
    }

    /** What a line says of itself and of what it was given is not in what --json prints. */
    private static String lined(String json, int line, String carried) {
        return json.replaceFirst(",\"in\"", ",\"line\":" + line + carried.replace("\\", "\\\\") + ",\"in\"");
    }

    @Table
    void aLineGivesWhatJsonPrints(String line, String command) {
        Ran ran = batch(line);
        assertThat(ran.reply()).isEqualTo(CommandResult.ok(""));
        assertThat(ran.out())
                .isEqualTo(
                        lined(withoutSteps(pipe("solve " + command + " --json").out()), 1, ""));
    }

    @Test
    void theWorkedStepsAreWrittenWhenTheyAreAskedFor() {
        assertThat(batch(Ran.typed(SOFTMAX), " --explain").out())
                .isEqualTo(lined(pipe(SOFTMAX_COMMAND).out(), 1, ""));
    }

    @Table
    void anIdAndFieldsThatAreNoInputGoBackAsTheyCame(String fields, String back) {
        String answered =
                batch("{\"op\":\"softmax\",\"logits\":[2,1]," + fields + "}").out();
        String carried = back == null ? fields : back;
        assertThat(answered).isEqualTo(lined(withoutSteps(pipe(SOFTMAX_COMMAND).out()), 1, "," + carried));
        assertThat(batch("{" + fields + "}").out())
                .startsWith("{\"schema\":1,\"op\":null,\"line\":1," + carried + ",\"error\":{\"code\":\"no_op\"");
    }

    @Test
    void aLargeAnswerIsWrittenBeforeTheRestOfItsBlockIsAnswered() {
        List<Integer> writes = new ArrayList<>();
        OutputStream out = new OutputStream() {
            @Override
            public void write(int b) {
                throw new AssertionError("a byte");
            }

            @Override
            public void write(byte[] bytes, int from, int length) {
                writes.add(length);
            }
        };
        InputStream in = Ran.typed("{\"op\":\"sample\",\"logits\":[1,0],\"count\":1000000}\n".repeat(4));
        assertThat(Consoles.run(Consoles.fed(new Environment.Streams(in, out)), "solve --batch"))
                .isEqualTo(CommandResult.ok(""));
        assertThat(writes).hasSize(4);
    }

    @Table
    void aBadLineBecomesAnErrorWithItsNumberAndTheRunGoesOn(String line, String op, String code, String message) {
        Ran ran = batch(DOT + "\n\n" + line + "\n" + SOFTMAX);
        assertThat(ran.reply())
                .isEqualTo(new CommandResult(ExitCode.IN_PART, "", "nabla: 1 of 3 lines have no answer\n"));
        assertThat(ran.out().replaceAll(",\"position\":\\d+", "").lines().toList())
                .containsExactly(
                        lined(withoutSteps(pipe(DOT_COMMAND).out().strip()), 1, ""),
                        "{\"schema\":1,\"op\":" + op.replaceFirst("(,|$)", ",\"line\":3$1") + ",\"error\":{\"code\":\""
                                + code + "\",\"message\":\""
                                + message.replace("{operations}", String.join(", ", Figures.operations())) + "\"}}",
                        lined(withoutSteps(pipe(SOFTMAX_COMMAND).out().strip()), 4, ""));
    }

    @Test
    void aLineInAnotherEncodingIsToldWhatItIs() {
        String line = "{\"op\":\"softmax\",\"logits\":[2,1],\"who\":\"ä\"}\n";
        for (Charset wide : List.of(StandardCharsets.UTF_16, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            assertThat(batch(new ByteArrayInputStream(line.getBytes(wide)), "").out())
                    .contains("this is not UTF-8 but UTF-16; write UTF-8, as iconv -f UTF-16 -t UTF-8 does");
        }
        assertThat(batch(new ByteArrayInputStream(line.getBytes(StandardCharsets.ISO_8859_1)), "")
                        .out())
                .contains("\"code\":\"not_text\"")
                .contains("byte 39: this is not UTF-8; write UTF-8, as iconv -f LATIN1 -t UTF-8 does");
    }

    /** Of the three statuses only diverging fails; each line is as it would be without the flag. */
    @Test
    void aTableInALineIsAnsweredRowByRow() {
        Ran ran = batch("{\"op\":\"softmax\",\"id\":7,\"logits\":[[2,1],[\"-inf\",\"-inf\"],[1,2]]}\n" + DOT);
        List<String> lines = ran.out().lines().toList();
        assertThat(lines).hasSize(4);
        assertThat(lines.get(0) + "\n")
                .isEqualTo(lined(
                        withoutSteps(pipe("solve softmax --logits 2,1 --json").out()), 1, ",\"id\":7,\"row\":1"));
        assertThat(lines.get(1))
                .startsWith("{\"schema\":1,\"op\":\"softmax\",\"line\":1,\"id\":7,\"row\":2,\"error\":");
        assertThat(lines.get(2)).contains("\"row\":3,").contains("\"argmax\":2");
        assertThat(lines.get(3)).contains("\"op\":\"dot\",\"line\":2,\"in\"");
        assertThat(ran.reply())
                .isEqualTo(new CommandResult(ExitCode.IN_PART, "", "nabla: 1 of 2 lines have no answer\n"));
    }

    @Test
    void aRunThatDivergesFailsWhereThatIsAskedFor() {
        String lines = "D,\"eta\":1,\"steps\":9}\nD,\"eta\":0.4,\"steps\":99}\n"
                        .replace("D", "{\"op\":\"descent\",\"curvature\":[4],\"start\":[1]")
                + DOT;
        Ran failing = batch(Ran.typed(lines), " --fail-on-divergence");
        assertThat(failing.reply())
                .isEqualTo(new CommandResult(ExitCode.IN_PART, "", "nabla: 1 of 3 lines have no answer or diverge\n"));
        assertThat(batch(lines)).isEqualTo(new Ran(CommandResult.ok(""), failing.out()));
        assertThat(failing.out()).containsOnlyOnce("\"diverging\"").containsOnlyOnce("\"converged\"");
    }

    @Test
    void blankLinesCountAndCarriageReturnsAndAByteOrderMarkDoNotMatter() {
        String one = withoutSteps(pipe(DOT_COMMAND).out());
        assertThat(batch("\uFEFF" + DOT + "\r\n\r\n  \n\t\n" + DOT + "\r\n").out())
                .isEqualTo(lined(one, 1, "") + lined(one, 5, ""));
        Ran nothing = new Ran(
                new CommandResult(
                        0,
                        "",
                        "nabla: 0 lines answered: standard input is empty or blank; write one JSON object per line, like"
                                + " {\"op\":\"softmax\",\"logits\":[2,1,0]}\n"),
                "");
        assertThat(batch("")).isEqualTo(nothing);
        assertThat(batch("\n\n")).isEqualTo(nothing);
    }

    @Test
    void theOrderIsThatOfTheQuestionsHoweverLongEachTakes() {
        String lines = IntStream.range(0, 20_000)
                .mapToObj(i -> i % 1000 == 0
                        ? "{\"op\":\"descent\",\"eta\":0.1,\"start\":[1],\"curvature\":[1],\"steps\":20000,\"seed\":"
                                + i + "}"
                        : "{\"op\":\"softmax\",\"logits\":[" + i + ",1]}")
                .collect(Collectors.joining("\n"));
        List<String> answers = batch(lines).out().lines().toList();
        assertThat(answers).hasSize(20_000);
        for (int i = 0; i < answers.size(); i++) {
            assertThat(answers.get(i)).contains(i % 1000 == 0 ? "\"seed\":" + i + "," : "[" + i + ".0,1.0]");
        }
    }

    @Test
    void anAnswerDoesNotWaitForTheNextQuestion() throws IOException, InterruptedException {
        PipedOutputStream questions = new PipedOutputStream();
        PipedInputStream in = new PipedInputStream(questions);
        PipedInputStream answers = new PipedInputStream();
        PipedOutputStream out = new PipedOutputStream(answers);
        Thread run = new Thread(() -> Consoles.run(Consoles.fed(new Environment.Streams(in, out)), "solve --batch -"));
        run.start();
        for (int i = 0; i < 3; i++) {
            questions.write(("{\"op\":\"softmax\",\"logits\":[" + i + "]}\n").getBytes(StandardCharsets.UTF_8));
            questions.flush();
            StringBuilder line = new StringBuilder();
            for (int c = answers.read(); c != '\n'; c = answers.read()) {
                line.append((char) c);
            }
            assertThat(line).contains("\"logits\":[" + i + ".0]");
        }
        questions.close();
        run.join();
    }

    @Test
    void aLineOfMoreThan64MegabytesIsAnErrorAndTheNextIsAnswered() {
        InputStream in = new SequenceInputStream(
                new Blanks(Inputs.MOST_MEGABYTES * 1024L * 1024 + 1), Ran.typed("\n" + DOT + "\n"));
        List<String> answers = batch(in, "").out().lines().toList();
        assertThat(answers.get(0))
                .isEqualTo("{\"schema\":1,\"op\":null,\"line\":1,\"error\":{\"code\":\"too_long\","
                        + "\"message\":\"the line is longer than 64 MB; split the question\"}}");
        assertThat(answers.get(1)).startsWith("{\"schema\":1,\"op\":\"dot\"");
        assertThat(answers).hasSize(2);
    }

    /** So many blanks. */
    private static final class Blanks extends InputStream {
        private long left;

        Blanks(long count) {
            left = count;
        }

        @Override
        public int read() {
            return left-- > 0 ? ' ' : -1;
        }
    }

    @Test
    void aClosedPipeEndsTheRun() {
        OutputStream closed = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("Broken pipe");
            }
        };
        Environment console = Consoles.fed(new Environment.Streams(Ran.typed((DOT + "\n").repeat(10_000)), closed));
        assertThatThrownBy(() -> Consoles.run(console, "solve --batch"))
                .isInstanceOf(UncheckedIOException.class)
                .hasRootCauseMessage("Broken pipe");
    }

    @Test
    void questionsComeFromAFileToo(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("q.jsonl"), DOT);
        assertThat(batch(InputStream.nullInputStream(), " " + file)).isEqualTo(batch(DOT));
        assertThat(batch(InputStream.nullInputStream(), "=" + file)).isEqualTo(batch(DOT));
        assertThat(batch(InputStream.nullInputStream(), " " + folder).reply().err())
                .isEqualTo("nabla: --batch " + folder + ": it is a directory; name a file in it\n");
    }

    @Test
    void aTableHasTheColumnsOfTheFirstAnswerAndErrorsInTheLast() {
        String lines = "{\"id\":\"x\",\"op\":\"sum\"}\n{\"id\":7,\"op\":\"dot\",\"a\":[1],\"b\":[0]}\n" + SOFTMAX;
        Ran ran = batch(Ran.typed(lines), " --csv");
        assertThat(ran.reply().code()).isEqualTo(ExitCode.IN_PART.code());
        assertThat(ran.out().lines().toList().subList(0, 3))
                .containsExactly(
                        "line,id,dot,norm_a,norm_b,cosine,angle_deg,projection,error",
                        "1,x,,,,,,,\"unknown op 'sum'; one of " + String.join(", ", Figures.operations()) + "\"",
                        "2,7,0,1,0,,,0,");
        assertThat(ran.out()).contains("\n3,,,,,,,,it has other columns than the first answer");
        assertThat(batch(Ran.typed("{}"), " --tsv").out()).startsWith("line\tid\terror\n1\t\top is missing");
    }
}
