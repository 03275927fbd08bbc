package dev.nabla.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.Draws;
import dev.nabla.Programs;
import dev.nabla.Slow;
import dev.nabla.cli.command.Cli;
import dev.nabla.output.ExitCode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code nabla train} and {@code nabla generate}. */
@Slow
@ExtendWith(Draws.class)
class TrainTest {
    private static final long SIGINT = 1 << 2 - 1; // its bit in /proc/self/status
    private static final String SMALL = "--n-embd 4 --n-head 2 --block-size 6 ";

    @TempDir
    private Path folder;

    private Path file(String name) {
        return folder.resolve(name);
    }

    private static Ran run(String line) {
        return Ran.of(Consoles.NOBODY, Ran.typed(""), line.strip().split(" +"));
    }

    private static void fails(int code, String complaint, String line) {
        CommandResult reply = run(line).reply();
        assertThat(reply.err()).isEqualTo("nabla: " + complaint + "\n");
        assertThat(reply.code()).isEqualTo(code);
        assertThat(reply.out()).isEmpty();
    }

    @Test
    void theStandardTrainingIsThatOfTheCourse() {
        assertThat(run("train").reply().out().lines())
                .contains(
                        "step        1000", "parameters  4192", "held_out    2.32257 nats", "bigram      2.42403 nats")
                .contains("samples     marty, lia, ronia, sara, wardie");
    }

    @Test
    void aChangeOfEtaGoesIntoTheFileAndOnFromThere() throws IOException {
        String recipe = "train --of 40 --eta-from 10:0.001,30:0.02 --limit 50 --cut heads+place ";
        Ran whole = run(recipe + "--log - --out " + file("whole.json"));
        assertThat(whole.out().lines().toList().get(9)).endsWith("\"eta\":0.007750000000000001}");
        assertThat(whole.out().lines().toList().get(10)).endsWith("\"eta\":0.00075}");
        assertThat(whole.out().lines().toList().get(30)).endsWith("\"eta\":0.005}");
        assertThat(Files.readString(file("whole.json"))).contains("\"limit\":50,\"eta_from\":[[10,0.001],[30,0.02]]},");
        run(recipe + "--steps 20 --out " + file("half.json"));
        run("train --resume " + file("half.json"));
        assertThat(file("half.json")).hasSameTextualContentAs(file("whole.json"));
        assertThat(run(recipe + "--json").reply().out())
                .contains("\"block_size\":16,\"eta_from\":[[10,0.001],[30,0.02]],\"limit\":50}");
        assertThat(run("train --of 40 --json").reply().out()).contains("\"block_size\":16}");
    }

    @Test
    void badChangesOfEtaAreRefused() {
        fails(2, "eta_from 40: type a step from 1 to 39", "train --of 40 --eta-from 40:0.1");
        fails(2, "eta_from 6 changes are too many; give at most 5", "train --eta-from 1:1,2:1,3:1,4:1,5:1,6:1");
        fails(2, "eta_from -1: must be above 0 and finite, like 0.01", "train --eta-from 5:-1");
        fails(2, "--names '50' names no file; type --limit 50 to learn from so many", "train --names 50");
        fails(2, "--resume goes on as it began; leave out --eta-from", resumed("--eta-from 5:1"));
        fails(2, "--resume goes on as it began; leave out --limit", resumed("--limit 5"));
    }

    private String resumed(String option) {
        run("train --of 20 --steps 1 --out " + file("begun.json"));
        return "train --resume " + file("begun.json") + " " + option;
    }

    /** The commands have their own names for the list and the number, and train the same. */
    @Test
    void fiftyNamesAreTheSameForTrainAndForSolve() {
        String solved = run("solve train --steps 100 --of 100 --names 50 --get held_out")
                .reply()
                .out();
        assertThat(run("train --steps 100 --limit 50 --json").reply().out())
                .contains("\"held_out\":" + solved.strip() + ",");
    }

    @Test
    void jsonReadsBackToTheSameNumbersAndTheLogHasALineAStep() throws IOException {
        Ran streamed = run("train --of 40 --log -");
        assertThat(streamed.reply()).isEqualTo(CommandResult.ok(""));
        assertThat(streamed.out().lines())
                .hasSize(40)
                .startsWith("{\"step\":1,\"loss\":3.213302322641473,\"eta\":0.01}")
                .allMatch(line -> line.matches("\\{\"step\":\\d+,\"loss\":[\\d.]+,\"eta\":[\\d.]+}"));
        String json =
                run("train --of 40 --json --log " + file("loss.jsonl")).reply().out();
        assertThat(json)
                .startsWith("{\"schema\":1,\"op\":\"train\",\"in\":{\"names\":8403,\"of\":40,\"eta\":0.01,")
                .endsWith("]},\"warnings\":[]}\n");
        assertThat(file("loss.jsonl")).hasContent(streamed.out());
        assertThat(run("train --json --log -").reply().out())
                .contains("--log - and --json would both write to standard output; give --log a file");
        String last = streamed.out().lines().reduce((a, b) -> b).orElseThrow();
        String loss = last.replaceAll(".*\"loss\":([^,]+),.*", "$1");
        assertThat(json).contains("\"loss\":" + loss + ",");
    }

    @Test
    void whatIsStoppedAndResumedEndsInTheSameBits() throws IOException {
        run("train --of 60 --batch 2 --out " + file("straight.json"));
        run("train --of 60 --batch 2 --steps 7 --out " + file("cut.json") + " --log " + file("cut.jsonl"));
        assertThat(Files.readString(file("cut.json"))).startsWith("{\"schema\":1,\"kind\":\"gpt\",\"step\":7,");
        run("train --resume " + file("cut.json") + " --steps 31 --log " + file("cut.jsonl"));
        CommandResult last = run("train --resume " + file("cut.json") + " --log " + file("cut.jsonl"))
                .reply();
        assertThat(last.code()).isZero();
        assertThat(Files.readAllBytes(file("cut.json"))).isEqualTo(Files.readAllBytes(file("straight.json")));
        assertThat(Files.readAllLines(file("cut.jsonl"))).hasSize(60);
        assertThat(run("generate " + file("cut.json")).reply())
                .isEqualTo(run("generate " + file("straight.json")).reply());
        assertThat(left()).containsExactlyInAnyOrder("cut.json", "cut.jsonl", "straight.json");
    }

    private List<String> left() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(path -> path.getFileName().toString()).toList();
        }
    }

    @Test
    void whoeverWantsAnEndGetsItAfterTheStepAndLosesNothing() throws IOException {
        AtomicInteger asked = new AtomicInteger();
        ByteArrayOutputStream progress = new ByteArrayOutputStream();
        Environment.Streams streams = new Environment.Streams(
                Ran.typed(""),
                OutputStream.nullOutputStream(),
                progress,
                () -> () -> asked.incrementAndGet() > 20 ? 130 : 0);
        CommandResult reply = new Cli(Consoles.fed(streams), Consoles.TUTOR, Consoles.HOST)
                .run(List.of("train", "--out", file("a b.json").toString()));
        assertThat(reply.code()).isEqualTo(130);
        assertThat(reply.err())
                .isEqualTo("nabla: step 20 is saved; go on: nabla train --resume '" + file("a b.json")
                        + "'; use: nabla generate '" + file("a b.json") + "'\n");
        assertThat(Files.readString(file("a b.json"))).contains("\"step\":20,");
        asked.set(0);
        assertThat(new Cli(Consoles.fed(streams), Consoles.TUTOR, Consoles.HOST)
                        .run(List.of("train"))
                        .err())
                .isEqualTo("nabla: step 20, and nothing is saved without --out\n");
    }

    @Test
    void progressIsTakenBackWhenAllIsDone() {
        ByteArrayOutputStream progress = new ByteArrayOutputStream();
        Environment.Streams streams =
                new Environment.Streams(Ran.typed(""), OutputStream.nullOutputStream(), progress, () -> () -> 0);
        new Cli(Consoles.fed(streams), Consoles.TUTOR, Consoles.HOST)
                .run(List.of("train", "--steps", "60", "--n-layer", "6", "--n-embd", "64", "--batch", "2"));
        String shown = progress.toString(StandardCharsets.US_ASCII);
        assertThat(shown).contains("\rstep ", " of 60  loss ").endsWith("\r");
        assertThat(shown.substring(0, shown.length() - 1)).matches("(?s).*\r +");
    }

    @Test
    void aModelThatGoesAstrayIsSaidAndNotSaved() {
        CommandResult reply = run("train --optimizer sgd --eta 1 --steps 400 --json --out " + file("nan.json"))
                .reply();
        assertThat(reply.code()).isEqualTo(ExitCode.NO_ANSWER.code());
        assertThat(reply.err())
                .startsWith("nabla: after step ")
                .contains(" the weights are no numbers any more: type a smaller --eta");
        assertThat(reply.out())
                .contains("\"loss\":\"nan\"", "\"held_out\":\"nan\"")
                .contains("\"warnings\":[\"");
        assertThat(file("nan.json")).doesNotExist();
    }

    /**
     * Whenever a training is killed, its file is a complete checkpoint, and resuming from it gives the same end as a
     * run without a break.
     */
    @Test
    void aKillLeavesAWholeFile() throws Exception {
        String rest = "--of 3000 --n-embd 8 --every 10 --out ";
        run("train " + rest + file("straight.json"));
        for (int millis : Draws.some(2, List.of(700, 850, 1000, 1200), "moments of a kill")) {
            Process java = java("train " + rest + file("killed.json")).start();
            boolean ended = java.waitFor(millis, TimeUnit.MILLISECONDS);
            java.destroyForcibly().waitFor();
            if (Files.exists(file("killed.json"))) {
                assertThat(run("generate " + file("killed.json")).reply().code())
                        .isZero();
                if (!ended) {
                    assertThat(run("train --resume " + file("killed.json"))
                                    .reply()
                                    .code())
                            .isZero();
                }
                assertThat(Files.readAllBytes(file("killed.json")))
                        .isEqualTo(Files.readAllBytes(file("straight.json")));
            }
            Files.deleteIfExists(file("killed.json"));
        }
        Files.writeString(file(".killed.json.999999999-1.tmp"), "{");
        run("train --steps 1 --out " + file("killed.json"));
        assertThat(left()).containsExactlyInAnyOrder("straight.json", "killed.json");
    }

    private static ProcessBuilder java(String line) {
        List<String> words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.nabla.Main"));
        words.addAll(Arrays.asList(line.split(" +")));
        return new ProcessBuilder(words).redirectErrorStream(true);
    }

    /**
     * Java never hears a SIGINT that is ignored when it starts, as in the background of a script; GNU env takes that
     * back.
     */
    private static ProcessBuilder hearing(ProcessBuilder java) throws IOException, InterruptedException {
        Path status = Path.of("/proc/self/status");
        boolean deaf = Files.exists(status)
                && Files.readAllLines(status).stream()
                        .filter(line -> line.startsWith("SigIgn:"))
                        .map(line -> Long.parseUnsignedLong(
                                line.substring("SigIgn:".length()).strip(), 16))
                        .anyMatch(ignored -> (ignored & SIGINT) != 0);
        if (deaf) {
            List<String> hearing = List.of("env", "--default-signal=INT");
            Process tried = new ProcessBuilder("sh", "-c", String.join(" ", hearing) + " true").start();
            Assumptions.assumeTrue(tried.waitFor() == 0, "missing program: GNU env, while SIGINT is ignored");
            java.command().addAll(0, hearing);
        }
        return java;
    }

    @Test
    void ctrlCSavesAndEndsWithItsCode() throws Exception {
        Process java = hearing(java("train --of 100000 --log - --out " + file("ours.json")))
                .start();
        byte[] some = java.getInputStream().readNBytes(3000);
        assertThat(new String(some, StandardCharsets.UTF_8)).startsWith("{\"step\":1,");
        new ProcessBuilder("sh", "-c", "kill -INT " + java.pid()).start().waitFor();
        java.getInputStream().readAllBytes();
        assertThat(java.waitFor()).isEqualTo(130);
        assertThat(run("generate " + file("ours.json")).reply().code()).isZero();
    }

    @Test
    void aPrivateFileStaysPrivateAndALinkALink() throws IOException {
        Path model = file("model.json");
        run("train --steps 1 --of 3 " + SMALL + "--out " + model);
        Files.setPosixFilePermissions(model, PosixFilePermissions.fromString("rw-------"));
        Path link = Files.createSymbolicLink(file("link.json"), model);
        assertThat(run("train --resume " + link).reply().code()).isZero();
        assertThat(link).isSymbolicLink();
        assertThat(Files.readString(model)).contains("\"step\":3,");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(model)))
                .isEqualTo("rw-------");
    }

    @Test
    void twoWritersLeaveOneWholeFile() throws Exception {
        Process one = java("train --of 150 --n-embd 4 --every 1 --seed 1 --out " + file("both.json"))
                .start();
        Process other = java("train --of 150 --n-embd 4 --every 1 --seed 2 --out " + file("both.json"))
                .start();
        while (one.isAlive() || other.isAlive()) {
            if (Files.exists(file("both.json"))) {
                assertThat(run("generate --count 1 " + file("both.json"))
                                .reply()
                                .code())
                        .isZero();
            }
        }
        assertThat(one.exitValue() + other.exitValue()).isZero();
        assertThat(left()).containsExactly("both.json");
    }

    @Test
    void aTrainingEndsWithThePipeThatReadsItsLog() throws Exception {
        Programs.require("bash");
        Process pipe = new ProcessBuilder(
                        "bash",
                        "-c",
                        String.join(" ", java("train --of 100000 --log -").command())
                                + " | head -1; exit ${PIPESTATUS[0]}")
                .start();
        assertThat(pipe.getInputStream().readAllBytes())
                .asString()
                .startsWith("{\"step\":1,")
                .hasLineCount(1);
        assertThat(pipe.waitFor()).isEqualTo(ExitCode.PIPE_CLOSED);
        assertThat(pipe.getErrorStream().readAllBytes()).isEmpty();
    }

    @Test
    void aClosedStreamAndAForeignFileAreSaid() throws Exception {
        OutputStream closed = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("Broken pipe");
            }
        };
        Assertions.assertThatThrownBy(() -> Consoles.run(
                        Consoles.fed(new Environment.Streams(Ran.typed(""), closed)), "train --of 3000 --log -"))
                .isInstanceOf(UncheckedIOException.class);
        Path letter = Files.writeString(file("letter"), "Dear Ada");
        fails(2, letter + " is there and is no checkpoint like names.json; type another name", "train --out " + letter);
        fails(2, letter + " is there and is no log like loss.jsonl; type another name", "train --log " + letter);
        assertThat(letter).hasContent("Dear Ada");
        fails(2, "/dev/full is there and is no checkpoint like names.json; type another name", "train --out /dev/full");
        fails(2, folder + " is a directory; name a file in it", "train --out " + folder);
        Path nowhere = file("no/x.json");
        fails(2, nowhere + " cannot be written; type a name in a folder that is there", "train --out " + nowhere);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2 | n_embd 10: 4 heads cannot share it evenly; type a multiple of 4 like 8 or 12 | train --n_embd 10 --n_head 4",
                "2 | --steps '-1' is out of range; type a whole number from 0 to 100000 | train --steps -1",
                "2 | --of '0' is out of range; type a whole number from 1 to 100000 | train --of 0",
                "2 | eta 0: must be above 0 and finite, like 0.01 | train --eta 0",
                "2 | --batch '0' is out of range; type a whole number from 1 to 1024 | train --batch 0",
                "3 | tau 0: must be above 0 and finite, like 0.5 | generate --tau 0",
                "2 | --steps 200 is beyond the schedule of 100; type --of 200 | train --steps 200 --of 100",
                "2 | --every needs --out: the file to save in | train --every 3",
                "2 | --optimizer 'adm' is unknown; did you mean 'adam'? | train --optimizer adm",
                "2 | --names 'names.txt' names no file; type @names.txt | train --names names.txt",
                "2 | --names nothere: there is no such file; type the path of one with a name a line | train --names @nothere",
                "2 | --names standard input: it holds no name; write one a line, like amelia | train --names -",
                "2 | --begin has 20 letters; type at most 16 | generate --begin zzzzzzzzzzzzzzzzzzzz",
                "2 | begin has '!', which stands in no name that was learnt; type some of abcdefghijklmnopqrstuvwxyz | generate --begin a!",
                "2 | nothere: there is no such file; type the path of one that nabla train --out has written | generate nothere",
                "2 | unknown option '--bach'; did you mean '--batch'?; see nabla train --help | train --bach 3",
            })
    void slipsAreSaidWithACure(int code, String complaint, String line) {
        fails(code, complaint, line);
    }

    @Test
    void noKeyOfTheAnswerComesAndGoes() throws IOException {
        assertThat(run("train --steps 0 --of 5 --json").reply().out())
                .contains("\"loss\":null,\"smoothed\":null,\"held_out\":3.")
                .contains("\"loss: no step has been taken\"");
        Path names = Files.writeString(file("two.txt"), "ada\ngrace\n");
        assertThat(run("train --steps 1 --of 5 --json --names @" + names)
                        .reply()
                        .out())
                .contains("\"held_out\":null,\"bigram\":null")
                .contains("\"bigram: there are fewer than ten names\"");
    }

    @Test
    void aFileSettlesItsRecipeAndItsNames() throws IOException {
        Path names = Files.writeString(file("names.txt"), "ada\ngrace\n");
        Path model = file("model.json");
        assertThat(run("train --of 5 " + SMALL + "--names @" + names + " --out " + model)
                        .reply()
                        .code())
                .isZero();
        fails(2, "--resume goes on as it began; leave out --eta", "train --eta 1 --resume " + model);
        fails(
                2,
                "--steps 9 is beyond the schedule of 5 steps that the file has; type fewer",
                "train --steps 9 --names @" + names + " --resume " + model);
        fails(
                2,
                "--steps 2 is behind: the file is at step 5; type more",
                "train --steps 2 --names @" + names + " --resume " + model);
        assertThat(run("train --resume " + model).reply().err())
                .startsWith("nabla: " + model + " was trained on other names, 2 with SHA-256 ")
                .endsWith("; give them by --names @FILE\n");
        assertThat(run("train --names @" + names + " --resume " + model).reply().code())
                .isZero();
    }

    @Test
    void aChangedNumberIsRefusedByEachCommandThatReadsIt() throws IOException {
        Path model = file("model.json");
        run("train --of 9 --steps 3 " + SMALL + "--out " + model);
        Files.writeString(model, Files.readString(model).replaceFirst("(\"losses\":\\[)3", "$12"));
        String changed = model + ": something in it was changed after it was saved: its digest does not match;"
                + " type the name of another file, or train anew";
        fails(2, changed, "generate " + model);
        fails(2, changed, "train --resume " + model);
    }

    @Test
    void aFileWithoutADigestOpensWithAWarningAndIsSavedWithOne() throws IOException {
        run("train --of 9 --steps 3 " + SMALL + "--out " + file("straight.json"));
        Path old = file("old.json");
        Files.writeString(old, Files.readString(file("straight.json")).replaceFirst(",\"digest\":\"[0-9a-f]*\"", ""));
        String note = "the checkpoint has no digest (nabla 0.2.0 wrote none), so a changed number would not be noticed;"
                + " saving it again adds one";
        CommandResult generated = run("generate --count 1 " + old).reply();
        assertThat(generated.code()).isZero();
        assertThat(generated.err()).isEqualTo("nabla: " + note + "\n");
        String resume = "train --resume " + old;
        String copy = " --steps 3 --json --out " + file("copy.json");
        for (String line : List.of("generate --json " + old, resume + copy)) {
            CommandResult json = run(line).reply();
            assertThat(json.err()).isEmpty();
            assertThat(json.out()).endsWith("\"warnings\":[\"" + note + "\"]}\n");
        }
        assertThat(run(resume).reply().err()).isEqualTo("nabla: " + note + "\n");
        assertThat(run("generate --count 1 " + old).reply().err()).isEmpty();
        run("train --resume " + file("straight.json"));
        assertThat(Files.readAllBytes(old)).isEqualTo(Files.readAllBytes(file("straight.json")));
    }

    @Test
    void everyScriptIsWrittenAsTheTerminalCan() throws IOException {
        Path names = Files.writeString(file("names.txt"), "Zo\u00eb\nBj\u00f8rn\n\u5c0f\u660e\nZoe\u0308\n");
        run("train --of 200 --names @" + names + " --out " + file("model.json"));
        String actual = run("generate " + file("model.json")).reply().out();
        assertThat(actual.lines()).hasSize(20).contains("Zo\u00eb", "\u5c0f\u660e");
        assertThat(run("generate --glyphs ascii " + file("model.json"))
                        .reply()
                        .out()
                        .lines())
                .contains("ZoU+00EB", "U+5C0FU+660E");
        assertThat(run("generate --count 2 --json --top_k 1 --begin B " + file("model.json"))
                        .reply()
                        .out())
                .isEqualTo(
                        "{\"schema\":1,\"op\":\"generate\",\"in\":{\"count\":2,\"tau\":0.5,\"seed\":1,\"begin\":\"B\",\"top_k\":1},"
                                + "\"out\":{\"names\":[\"Bj\u00f8rn\",\"Bj\u00f8rn\"]},\"warnings\":[]}\n");
    }
}
