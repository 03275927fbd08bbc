package dev.nabla.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.cli.CommandResult;
import dev.nabla.cli.Consoles;
import dev.nabla.cli.Environment;
import dev.nabla.cli.Ran;
import dev.nabla.output.DisplayProfile;
import dev.nabla.output.ExitCode;
import dev.nabla.progress.Entry;
import dev.nabla.progress.Entry.Answered;
import dev.nabla.progress.Entry.Reached;
import dev.nabla.progress.Entry.Read;
import dev.nabla.progress.Entry.Stood;
import dev.nabla.progress.Journal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProgressCommandTest {
    private static final Instant MONDAY = Instant.parse("2026-03-02T12:00:00Z");
    private static final List<Entry> DONE = List.of(
            new Read(Instant.EPOCH, "02"),
            answered("2.3", false),
            answered("6.1", true),
            new Reached(MONDAY, "06", "6.g1"),
            new Stood(MONDAY, "06", "softmax", Map.of("tau", "0.5")));

    @TempDir
    private Path folder;

    private Path mine;
    private Path other;

    private static Answered answered(String item, boolean right) {
        return new Answered(
                MONDAY,
                "0" + item.charAt(0),
                item,
                0,
                "1",
                right,
                Optional.empty(),
                OptionalInt.of(Answered.SURE),
                false,
                Optional.empty());
    }

    @BeforeEach
    void keep() throws IOException {
        mine = folder.resolve("mine/journal.jsonl");
        other = folder.resolve("other/journal.jsonl");
        new Journal(mine).add(DONE);
    }

    private static Ran type(Path journal, String line, String typed) {
        return Ran.of(Consoles.learner(journal), Ran.typed(typed), line.split(" "));
    }

    private static CommandResult run(Path journal, String line, String typed) {
        return type(journal, line, typed).reply();
    }

    private CommandResult run(Path journal, String line) {
        return run(journal, line, "");
    }

    private static List<Entry> entries(Path journal) throws IOException {
        return new Journal(journal).read().entries();
    }

    @Test
    void whatIsReadMasteredAndDueIsToldASectionALine() {
        CommandResult reply = run(mine, "progress");
        assertThat(reply.code()).isZero();
        assertThat(reply.out().lines())
                .contains(
                        "section                                read  mastered  right   goals  due",
                        "02  Dot product                        yes   -         0 of 1  -      1",
                        "06  Softmax                            -     -         1 of 1  1      1",
                        "07  The punchline                      -     -         -       -      -")
                .startsWith(
                        "You have read 1 of 20 sections and mastered 0.",
                        "2 questions are due, about a minute. nabla review asks them.",
                        "You left off at section 06, softmax --tau 0.5",
                        "");
    }

    @Test
    void aScreenReaderGetsASentenceASection() {
        String said = run(mine, "progress --text").out();
        assertThat(said.lines())
                .startsWith("You have read 1 of 20 sections and mastered 0.")
                .contains(
                        "01 The three branches: not begun.",
                        "02 Dot product: read, 0 of 1 answer right, 1 question due.",
                        "06 Softmax: 1 of 1 answer right, 1 goal reached, 1 question due.")
                .noneMatch(line -> line.contains("  "));
        DisplayProfile.Surroundings dumb =
                new DisplayProfile.Surroundings(Map.of("LANG", "C", "TERM", "dumb"), true, "UTF-8");
        Environment console = Consoles.at(dumb, true, Optional.empty(), Consoles.learner(mine), Consoles.NO_STREAMS);
        assertThat(Consoles.run(console, "progress").out()).isEqualTo(said);
    }

    @Test
    void sentencesAndJsonExcludeEachOther() {
        assertThat(run(mine, "progress --json --text").code()).isEqualTo(2);
    }

    @Test
    void whoHasDoneNothingIsToldHowToBegin() {
        assertThat(run(other, "progress").out().lines())
                .startsWith("You have not begun. nabla learn opens the first section.", "");
    }

    @Test
    void aScriptGetsOneObject() {
        assertThat(run(mine, "progress --json").out())
                .startsWith("{\"schema\":1,\"sections\":[{\"section\":\"00\",\"title\":\"")
                .contains(
                        "{\"section\":\"02\",\"title\":\"Dot product\",\"read\":true,\"mastered\":false,"
                                + "\"answers\":1,\"right\":0,\"goals\":0,\"due\":1}",
                        "\"due\":[{\"item\":\"2.3\",\"section\":\"02\",\"box\":1,\"due\":\"2026-03-03\","
                                + "\"sure_and_wrong\":true},{\"item\":\"6.1\",")
                .endsWith("\"minutes\":1,\"next\":null,\"left_off\":{\"section\":\"06\",\"figure\":\"softmax\","
                        + "\"settings\":{\"tau\":\"0.5\"}},\"passed_over\":0}\n");
        assertThat(run(other, "progress --json").out()).endsWith("\"left_off\":null,\"passed_over\":0}\n");
    }

    @Test
    void notesAreTheRecordAsMarkdown() throws IOException {
        Answered mistaken = new Answered(
                MONDAY,
                "02",
                "2.3",
                1,
                "`1`",
                false,
                Optional.of("not-normalised"),
                OptionalInt.empty(),
                false,
                Optional.empty());
        Stood dot = new Stood(MONDAY, "02", "dot", Map.of("a", "1,3"));
        Stood broken = new Stood(MONDAY, "02", "dot", Map.of("a", "`rm -rf`\n# no")).withParts(1);
        new Journal(mine).add(List.of(mistaken, dot, broken));
        CommandResult reply = run(mine, "progress notes");
        assertThat(reply.code()).isZero();
        assertThat(reply.out().lines())
                .contains(
                        "# What I have learnt with nabla",
                        "- [x] 02 Dot product: agreement as one number",
                        "- [ ] 03 Matrix multiplication: many dot products at once",
                        "### 02 Dot product",
                        "    a·b = |a| |b| cos θ",
                        "- 2.3 in 02 Dot product: not normalised, once",
                        "    nabla show dot --a 1,3")
                .noneMatch(line -> line.contains("rm -rf"))
                .filteredOn(line -> line.startsWith("# "))
                .hasSize(1);
        assertThat(reply.out()).doesNotContain("06 Softmax\n\nThe rule");
    }

    @Test
    void notesAsJsonAreTheSameRecordAsValues() throws IOException {
        Answered mistaken = new Answered(
                MONDAY,
                "02",
                "2.3",
                1,
                "1",
                false,
                Optional.of("not-normalised"),
                OptionalInt.empty(),
                false,
                Optional.empty());
        new Journal(mine).add(List.of(mistaken, new Stood(MONDAY, "02", "dot", Map.of("a", "1,3"))));
        CommandResult reply = run(mine, "progress notes --json");
        assertThat(reply.code()).isZero();
        assertThat(reply.out())
                .startsWith(
                        "{\"schema\":1,\"day\":\"2026-03-05\",\"totals\":{\"sections\":20,\"read\":1,\"mastered\":0,"
                                + "\"answered\":2,\"right\":1},\"sections\":[{\"section\":\"00\",\"title\":\"")
                .contains(
                        "{\"section\":\"02\",\"title\":\"Dot product\",\"gist\":\"agreement as one number\","
                                + "\"read\":true}",
                        "\"lines\":[\"a·b = a₁b₁ + a₂b₂ + ...\",\"a·b = |a| |b| cos θ\"]",
                        "\"mistakes\":[{\"item\":\"2.3\",\"section\":\"02\",\"mistake\":\"not-normalised\","
                                + "\"times\":1,\"right_since\":false}]",
                        "\"open\":{\"sections\":[\"00\",\"01\",\"03\",",
                        "\"questions\":{\"count\":2,\"day\":\"2026-03-05\"},\"goals\":[{\"goal\":\"2.g1\","
                                + "\"section\":\"02\",\"ask\":\"")
                .endsWith(
                        "\"model\":null,\"figures\":[\"nabla show softmax --tau 0.5 --words plain\",\"nabla show dot --a 1,3\"]}\n");
        assertThat(run(other, "progress notes --json").out())
                .contains("\"questions\":null")
                .endsWith("\"model\":null,\"figures\":[]}\n");
    }

    @Test
    void aMistakeOfAForeignJournalIsEscaped() throws IOException {
        Answered hostile = new Answered(
                MONDAY,
                "02",
                "2.3",
                1,
                "1",
                false,
                Optional.of("<b>*x*</b>[a](b)\u001b[2J`\n# top"),
                OptionalInt.empty(),
                false,
                Optional.empty());
        new Journal(mine).add(List.of(hostile));
        assertThat(run(mine, "progress notes").out().lines())
                .contains("- 2.3 in 02 Dot product: \\<b\\>\\*x\\*\\</b\\>\\[a\\](b)?\\[2J\\`?\\# top, once");
    }

    @Test
    void whoHasDoneNothingGetsNotesToo() {
        assertThat(run(other, "progress notes").out()).contains(": 0 of 20 sections read, 0 mastered.");
    }

    @Test
    void whoHasChosenCharactersAloneLeftOffNowhere() throws IOException {
        new Journal(other)
                .add(List.of(new Entry.Stood(
                        DONE.get(0).at(), "", "", Map.of(), 0, Optional.empty(), Optional.of("ascii"))));
        assertThat(run(other, "progress --json").out()).endsWith("\"left_off\":null,\"passed_over\":0}\n");
        assertThat(run(other, "progress").out()).doesNotContain("left off");
    }

    @Test
    void whatIsExportedIsImportedElsewhereOnceHoweverOften() throws IOException {
        Path exported = folder.resolve("ada.jsonl");
        assertThat(run(mine, "progress export " + exported))
                .isEqualTo(CommandResult.ok("5 entries written to " + exported + "\n"));
        assertThat(run(other, "progress import " + exported))
                .isEqualTo(CommandResult.ok("5 entries added, 0 known already\n"));
        assertThat(run(other, "progress import " + exported))
                .isEqualTo(CommandResult.ok("0 entries added, 5 known already\n"));
        assertThat(entries(other)).isEqualTo(DONE);
        assertThat(Files.readString(other)).isEqualTo(Files.readString(mine));
    }

    @Test
    void whatWasDoneOnBothMachinesIsMergedBothWays() throws IOException {
        new Journal(other).append(answered("7.1", true));
        new Journal(other).append(DONE.get(1));
        String theirs = type(other, "progress export", "").out();
        assertThat(run(mine, "progress import", theirs))
                .isEqualTo(CommandResult.ok("1 entry added, 1 known already\n"));
        run(other, "progress import -", type(mine, "progress export -", "").out());
        assertThat(entries(other))
                .containsExactlyInAnyOrderElementsOf(entries(mine))
                .hasSize(6);
        assertThat(run(mine, "progress").out()).isEqualTo(run(other, "progress").out());
    }

    @Test
    void whatCannotBeReadIsLeftOutOfAnImportWithAWarning() throws IOException {
        String foreign = Files.readString(mine) + "\u001b[2J\n{\"format\":2}\n";
        CommandResult reply = run(other, "progress import", foreign);
        assertThat(reply.out()).isEqualTo("5 entries added, 0 known already\n");
        assertThat(reply.err())
                .isEqualTo("nabla: standard input: line 6 is passed over: it is no JSON, or was not written to its end;"
                        + " it is left out\nnabla: standard input: line 7 is passed over: format 2 is newer than this"
                        + " nabla, which reads 1; it is left out\n");
        assertThat(entries(other)).isEqualTo(DONE);
    }

    @Test
    void aFileThatIsFarTooLargeIsRefusedByItsName() throws IOException {
        Path large = Files.write(folder.resolve("large"), new byte[(32 << 20) + 1]);
        assertThat(run(mine, "progress import " + large))
                .isEqualTo(
                        CommandResult.complaint(ExitCode.USAGE, large + " is larger than 32 MB; that is no journal"));
    }

    @Test
    void whatIsNoJournalIsRefused() throws IOException {
        Path notes = Files.writeString(folder.resolve("notes.txt"), "\nDear diary\n");
        CommandResult reply = run(mine, "progress import " + notes);
        assertThat(reply)
                .isEqualTo(new CommandResult(
                        ExitCode.USAGE,
                        "",
                        "nabla: " + notes + " holds nothing that nabla progress export has written; line 2: it is no"
                                + " JSON, or was not written to its end\n"));
        assertThat(run(mine, "progress import " + folder).err())
                .isEqualTo("nabla: " + folder + ": it is a directory; name a file in it\n");
        assertThat(entries(mine)).isEqualTo(DONE);
    }

    @Test
    void aFileThatIsThereIsNotWrittenOver() throws IOException {
        Path there = Files.writeString(folder.resolve("there"), "x");
        assertThat(run(mine, "progress export " + there).err())
                .isEqualTo("nabla: " + there + " is there already; type another name, or nabla progress export > "
                        + there + " to write over it\n");
        assertThat(there).hasContent("x");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no\n", "\n", "ye\n", "\0\n"})
    void resetAsksAndWithoutAYesChangesNothing(String typed) throws IOException {
        assertThat(type(mine, "progress reset", typed))
                .isEqualTo(new Ran(
                        CommandResult.complaint(
                                ExitCode.USAGE, "nothing has been changed; to begin anew answer yes, or type --yes"),
                        "Begin anew, with 5 entries put away? yes or no > "));
        assertThat(entries(mine)).isEqualTo(DONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"yes\n", "Y\n", "yes"})
    void resetKeepsWhatWasUnderAnotherNameAndSaysWhere(String typed) throws IOException {
        Path kept = mine.resolveSibling("journal-2026-03-05.jsonl");
        assertThat(run(mine, "progress reset", typed))
                .isEqualTo(CommandResult.ok("begun anew; what was is kept in " + kept + "\nnabla progress import "
                        + kept + " brings it back\n"));
        assertThat(entries(mine)).isEmpty();
        run(mine, "progress import " + kept);
        assertThat(entries(mine)).isEqualTo(DONE);
        assertThat(run(mine, "progress reset --yes").out()).contains("journal-2026-03-05-2.jsonl");
        assertThat(entries(kept)).isEqualTo(DONE);
    }

    @Test
    void whereNothingWasDoneThereIsNothingToReset() {
        assertThat(run(other, "progress reset")).isEqualTo(CommandResult.ok("nothing has been done yet\n"));
        assertThat(other.getParent()).doesNotExist();
    }

    @Test
    void aJournalThatCannotBeReadOrWrittenIsAComplaint() throws IOException {
        assertThat(run(folder, "progress").err())
                .isEqualTo("nabla: it is no regular file: cannot read " + folder + "\n");
        assertThat(run(folder, "progress --json").out()).contains("\"error\":{\"code\":\"journal\"");
        Path nowhere = Path.of("/dev/null/no-home/journal.jsonl");
        CommandResult reply = run(nowhere, "progress import", Files.readString(mine));
        assertThat(reply.code()).isEqualTo(ExitCode.CANNOT_WRITE.code());
        assertThat(reply.err()).isEqualTo("nabla: not a directory: cannot write /dev/null/no-home/journal.jsonl\n");
    }

    /** A loop of links stands for a folder that may not be searched, as tests may run as root. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "progress",
                "progress --json",
                "progress export",
                "progress export -",
                "progress reset --yes",
                "review"
            })
    void aJournalWhoseFolderCannotBeSearchedIsNotAnEmptyOne(String line) throws IOException {
        Path loop = Files.createSymbolicLink(folder.resolve("loop"), Path.of("loop"));
        CommandResult reply = run(loop.resolve("journal.jsonl"), line);
        assertThat(reply.code()).isEqualTo(ExitCode.CANNOT_WRITE.code());
        assertThat(reply.out() + reply.err()).contains(": cannot read " + loop.resolve("journal.jsonl"));
        assertThat(reply.err()).doesNotContain("xception");
    }

    @Test
    void doctorSaysWhyTheJournalCannotBeRead() throws IOException {
        Path loop = Files.createSymbolicLink(folder.resolve("loop"), Path.of("loop"));
        CommandResult reply = run(loop.resolve("journal.jsonl"), "doctor");
        assertThat(reply.code()).isEqualTo(ExitCode.CANNOT_WRITE.code());
        assertThat(reply.out().lines().filter(line -> line.startsWith("journal ")))
                .singleElement()
                .asString()
                .matches("journal +unreadable +.+: " + loop.resolve("journal.jsonl"));
        assertThat(run(mine, "doctor").code()).isZero();
        assertThat(run(other, "doctor").out().lines()).anyMatch(line -> line.matches("journal +none +" + other));
    }

    @Test
    void anExportThatTheSystemRefusesIsSaidWithItsReasonAndLeavesNothing() throws IOException {
        Path loop = Files.createSymbolicLink(folder.resolve("loop"), Path.of("loop"));
        assertThat(run(mine, "progress export " + loop.resolve("e.jsonl")).code())
                .isEqualTo(ExitCode.CANNOT_WRITE.code());
        Path nowhere = folder.resolve("none/e.jsonl");
        assertThat(run(mine, "progress export " + nowhere))
                .isEqualTo(CommandResult.complaint(
                        ExitCode.USAGE, nowhere + " cannot be written; type a name in a folder that is there"));
        assertThat(run(mine, "progress export " + folder.resolve("e.jsonl")).code())
                .isZero();
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("mine", "loop", "e.jsonl");
        }
    }
}
