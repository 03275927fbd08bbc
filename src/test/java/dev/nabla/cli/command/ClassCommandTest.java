package dev.nabla.cli.command;

import static dev.nabla.cli.Consoles.pipe;
import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.cli.CommandResult;
import dev.nabla.cli.Consoles;
import dev.nabla.lesson.Course;
import dev.nabla.lesson.ShippedCourse;
import dev.nabla.output.ExitCode;
import dev.nabla.progress.Entry;
import dev.nabla.progress.Entry.Answered;
import dev.nabla.progress.Entry.Read;
import dev.nabla.progress.Journal;
import dev.nabla.room.ClassInfo;
import dev.nabla.room.ClassStore;
import dev.nabla.store.StoreFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassCommandTest {
    private static final Course COURSE = ShippedCourse.COURSE;

    private static final Instant MONDAY = Instant.parse("2026-03-02T12:00:00Z");

    @TempDir
    private Path folder;

    private static Answered answer(int second, String item, String typed, boolean right, Optional<String> of) {
        return new Answered(
                MONDAY.plusSeconds(second),
                "0" + item.charAt(0),
                item,
                0,
                typed,
                right,
                Optional.empty(),
                OptionalInt.empty(),
                false,
                of);
    }

    /** An answer to a question as it is worded today. */
    private static Answered wrong(int second, String item, String typed) {
        return answer(
                second, item, typed, false, Optional.of(COURSE.question(item).digest()));
    }

    private static String solution(String item) {
        return COURSE.question(item).draw(0).answer();
    }

    private static Answered right(int second, String item) {
        return answer(
                second,
                item,
                solution(item),
                true,
                Optional.of(COURSE.question(item).digest()));
    }

    private void student(String name, List<Entry> entries) throws IOException {
        Files.writeString(folder.resolve(name + ".jsonl"), Journal.lines(entries));
    }

    @BeforeEach
    void enrol() throws IOException {
        List<Entry> ada = new ArrayList<>(List.of(new Read(MONDAY, "02")));
        for (int i = 0; i < 5; i++) {
            ada.add(right(i, "2." + (i + 8)));
        }
        ada.add(wrong(9, "6.1", "1.5"));
        student("ada", ada);
        student(
                "bob",
                List.of(
                        new Read(MONDAY, "06"),
                        wrong(1, "6.1", "1.5"),
                        wrong(2, "6.1", "1.50"),
                        wrong(3, "2.3", "0.84"),
                        wrong(4, "2.4", "0.8415")));
        student("cleo", List.of());
        Files.writeString(folder.resolve("notes.txt"), "not a journal");
    }

    @Test
    void whoMasteredWhatAndTheCommonMistakesAreTold() {
        assertThat(pipe("class report " + folder))
                .isEqualTo(
                        CommandResult.ok(
                                """
                                student      00  01  02  03  04  05  06  07  10  11  12  13  14  15  16  17  18  20  21  22  right   not checked
                                ada          -   -   M   -   -   -   a   -   -   -   -   -   -   -   -   -   -   -   -   -   5 of 6  -
                                bob          -   -   a   -   -   -   r   -   -   -   -   -   -   -   -   -   -   -   -   -   0 of 3  -
                                cleo         -   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -   0 of 0  -
                                mastered by  0   0   1   0   0   0   0   0   0   0   0   0   0   0   0   0   0   0   0   0
                                (M mastered, r read, a answered in part, - nothing yet)

                                misconception   students  times  questions  what is told
                                divides logits  2         3      6.1        You divided the score by the sum of the scores.
                                not normalised  1         1      2.3        That is a·b, which still counts the lengths.
                                radians         1         1      2.4        That is right in radians.
                                """));
    }

    private static void status(Path place, String at) throws IOException {
        Files.writeString(
                place.resolve("status.json"),
                "{\"at\":\"" + at
                        + "\",\"since\":\"2026-03-05T11:00:00Z\",\"port\":2222,\"sessions\":3,\"max_sessions\":9,"
                        + "\"threads\":7,\"waited_p50_ms\":1,\"waited_p99_ms\":2,\"last_write\":null,"
                        + "\"behind_since\":\"2026-03-05T11:40:00Z\",\"waiting\":37,\"heap_mb\":1,\"max_heap_mb\":2}");
    }

    /** A server whose disk is full writes no status; the lock that it holds tells that it runs. */
    @Test
    void aServerRunsWhileItHoldsTheLockHoweverOldItsStatusIs() throws IOException {
        Path place = folder.resolve("class");
        String command = "class status --class " + place;
        CommandResult none = CommandResult.complaint(
                ExitCode.UNAVAILABLE, "no server runs for this class; start it with nabla serve");
        ClassInfo info = new ClassInfo("T", Optional.empty(), ZoneOffset.UTC, Optional.empty(), List.of());
        assertThat(pipe(command)).isEqualTo(none);
        assertThat(place).doesNotExist();
        ClassStore served = new StoreFactory(place, Optional.empty()).serve(info);
        assertThat(pipe(command))
                .isEqualTo(CommandResult.complaint(
                        ExitCode.LATER,
                        "nabla serve runs, and has written no status yet; try again, or make room on its disk"));
        status(place, "2026-03-05T11:41:00Z");
        assertThat(pipe(command).code()).isEqualTo(ExitCode.CANNOT_WRITE.code());
        assertThat(pipe(command).out()).contains("answers wait  37 since 2026-03-05T11:40\n");
        assertThat(pipe(command).err())
                .isEqualTo("nabla: nabla serve runs, but has written no status since 2026-03-05T11:41; look at its"
                        + " terminal, and whether its disk is full\n");
        assertThat(pipe(command + " --json").out()).startsWith("{\"at\":");
        status(place, "2026-03-05T11:59:45Z"); // 15 s before now, two writes too late
        assertThat(pipe(command).code()).isEqualTo(ExitCode.CANNOT_WRITE.code());
        status(place, "2026-03-05T11:59:46Z");
        assertThat(pipe(command).err()).isEmpty();
        assertThat(pipe(command).code()).isZero();
        served.close();
        status(place, "2026-03-05T11:41:00Z");
        assertThat(pipe(command)).isEqualTo(none);
    }

    @Test
    void aLessonThatNobodyHasComeToIsNotRead(@TempDir Path course) throws IOException {
        Files.writeString(
                course.resolve("index.yaml"),
                """
                format: 1
                id: maths
                ladder: [maths]
                here: 1
                sections:
                  - {id: "02", title: Now, gist: now, lesson: now.md}
                  - {id: "06", title: Later, gist: later, lesson: later.md}
                """);
        Files.copy(Consoles.PIPE.lessons().resolve("02-dot-product/lesson.md"), course.resolve("now.md"));
        Files.writeString(course.resolve("later.md"), "---\ntitle: Later\nminutes: 1\n---\n> not yet\n");
        student("bob", List.of(right(1, "2.3")));
        assertThat(pipe("class report " + folder + " --lessons " + course).out())
                .contains("bob          a   -   1 of 1");
    }

    @Test
    void aScreenReaderGetsASentenceAStudentASectionAndAMistake() {
        assertThat(pipe("class report " + folder + " --screen-reader").out())
                .startsWith(
                        """
                        ada: mastered 02; answered in part 06; 5 of 6 answers right.
                        bob: read 06; answered in part 02; 0 of 3 answers right.
                        cleo: 0 of 0 answers right.
                        Section 02 is mastered by 1 student.

                        divides logits: students 2, times 3, questions 6.1, what is told You divided\
                        """)
                .doesNotContain("..", "mastered by  ");
    }

    @Test
    void aSpreadsheetGetsALineAStudentAndSectionOrALineAMistake() {
        List<String> rows =
                pipe("class report " + folder + " --csv").out().lines().toList();
        assertThat(rows)
                .hasSize(1 + 3 * COURSE.sections().size())
                .startsWith("student,section,read,mastered,answers,right,goals,due");
        assertThat(rows).contains("ada,02,yes,yes,5,5,0,5", "bob,06,yes,no,1,0,0,1", "cleo,07,no,no,0,0,0,0");
        assertThat(pipe("class report " + folder + " --csv --mistakes").out())
                .isEqualTo("misconception,students,times,questions\ndivides-logits,2,3,6.1\nnot-normalised,1,1,2.3\n"
                        + "radians,1,1,2.4\n");
    }

    @Test
    void aScriptGetsOneObject() {
        assertThat(pipe("class report " + folder + " --json").out())
                .startsWith("{\"schema\":1,\"students\":[{\"student\":\"ada\",\"sections\":[{\"section\":\"00\",")
                .contains("\"section\":\"02\",\"title\":\"Dot product\",\"read\":true,\"mastered\":true,\"answers\":5,")
                .contains("\"mistakes\":[{\"misconception\":\"divides-logits\",\"students\":2,\"times\":3,"
                        + "\"items\":[\"6.1\"]},")
                .endsWith("\"findings\":[],\"left_out\":[]}\n");
    }

    /** A wrong answer with a mistake of this name. */
    private static Answered named(int second, String misconception) {
        return new Answered(
                MONDAY.plusSeconds(second),
                "02",
                "2.3",
                0,
                "1",
                false,
                Optional.of(misconception),
                OptionalInt.empty(),
                false,
                Optional.empty());
    }

    @Test
    void aStrangersJournalNeitherSteersTheTerminalNorTheSpreadsheet() throws IOException {
        student("-12.5", List.of(new Read(MONDAY, "02")));
        student("-1e-3", List.of(new Read(MONDAY, "02")));
        student("=1+1", List.of(named(1, "=cmd|'/c calc'!A0"), named(2, "a\u001b[2J,\"b\"")));
        assertThat(pipe("class report " + folder + " --trust").out())
                .contains("a?[2J")
                .doesNotContain("\u001b");
        assertThat(pipe("class report " + folder + " --csv").out())
                .contains("\n'=1+1,02,", "\n-12.5,02,", "\n-1e-3,02,");
        assertThat(pipe("class report " + folder + " --csv --mistakes --trust").out())
                .contains("\n'=cmd|'/c calc'!A0,1,1,2.3\n", "\n\"a?[2J,\"\"b\"\"\",1,1,2.3\n");
    }

    @Test
    void whatIsNoJournalIsNamedAndTheOthersAreReported() throws IOException {
        Files.writeString(folder.resolve("dan.jsonl"), "garbage\n");
        Files.createDirectory(folder.resolve("eve.jsonl"));
        Path link = Files.createSymbolicLink(folder.resolve("fay.jsonl"), Path.of("/etc/passwd"));
        CommandResult reply = pipe("class report " + folder);
        String json = pipe("class report " + folder + " --json").out();
        Files.delete(link);
        assertThat(reply.code()).isEqualTo(ExitCode.IN_PART.code());
        assertThat(reply.out())
                .contains("\nada ", "\nbob ")
                .doesNotContain("root", "\ndan", "\neve", "\nfay")
                .endsWith("\nleft out: eve.jsonl is no ordinary file\nleft out: fay.jsonl is no ordinary file\n");
        assertThat(json).contains(",\"left_out\":[{\"file\":\"dan.jsonl\",\"why\":\"dan.jsonl holds nothing that ");
        assertThat(reply.err())
                .isEqualTo(
                        "nabla: dan.jsonl holds nothing that nabla progress export has written; line 1: it is no JSON, or"
                                + " was not written to its end; the file is left out\n"
                                + "nabla: eve.jsonl is no ordinary file; the file is left out\n"
                                + "nabla: fay.jsonl is no ordinary file; the file is left out\n");
    }

    private static Answered asked(int second, String section, String item, String typed, boolean right) {
        return new Answered(
                MONDAY.plusSeconds(second),
                section,
                item,
                0,
                typed,
                right,
                Optional.empty(),
                OptionalInt.empty(),
                false,
                Optional.of(COURSE.question(item).digest()));
    }

    private CommandResult report(String options) throws IOException {
        Path other = Files.createDirectory(folder.resolve("class" + options.hashCode()));
        String right = COURSE.question("2.3").draw(0).answer();
        Answered honest = asked(1, "02", "2.3", right, true);
        Answered twice = asked(2, "02", "2.3", "0.84", false);
        Answered late = asked(60 * 60 * 24 * 30, "02", "2.3", right, true);
        Answered cut = asked(3, "02", "2.3", "1" + "+0".repeat(500), true);
        Files.writeString(
                other.resolve("ida.jsonl"),
                Journal.lines(List.of(
                        honest,
                        twice,
                        twice,
                        asked(4, "02", "2.5", "99", true),
                        asked(5, "02", "2.1", "soon", false),
                        cut,
                        answer(6, "2.8", "1", true, Optional.empty()),
                        answer(7, "2.999", "1", true, Optional.empty()))));
        Files.writeString(
                other.resolve("jan.jsonl"),
                Journal.lines(List.of(
                        honest,
                        asked(8, "02", "2.3", right, false),
                        asked(9, "07", "2.2", COURSE.question("2.2").draw(0).answer(), true),
                        late,
                        new Read(MONDAY.plusSeconds(60 * 60 * 24 * 30), "05"))));
        return pipe("class report " + other + options);
    }

    @Test
    void whatIsNotAsTheJournalsSayIsGradedAgainAndNamed() throws IOException {
        CommandResult reply = report("");
        assertThat(reply.code()).isEqualTo(ExitCode.IN_PART.code());
        assertThat(reply.out())
                .isEqualTo(
                        """
                        student      00  01  02  03  04  05  06  07  10  11  12  13  14  15  16  17  18  20  21  22  right   not checked
                        ida          -   -   a   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -   1 of 3  3
                        jan          -   -   a   -   -   r   -   -   -   -   -   -   -   -   -   -   -   -   -   -   2 of 2  -
                        mastered by  0   0   0   0   0   0   0   0   0   0   0   0   0   0   0   0   0   0   0   0
                        (M mastered, r read, a answered in part, - nothing yet)
                        (not checked: 2, question changed; they do not count)
                        (not checked: 1, answer too long, or too many; they do not count)

                        misconception   students  times  questions  what is told
                        not normalised  1         1      2.3        That is a·b, which still counts the lengths.

                        inconsistent                  student  times  where
                        recorded right, graded wrong  ida      1      2.5
                        repeated                      ida      1      2.3
                        also in another journal       jan      1      2.3
                        filed under another section   jan      1      2.2
                        dated in the future           jan      2      05 2.3
                        """);
        assertThat(report(" --json").out())
                .contains("\"findings\":[{\"finding\":\"says_right\",\"fault\":true,\"student\":\"ida\",\"times\":1,"
                        + "\"places\":[\"2.5\"]},");
        CommandResult csv = report(" --csv");
        assertThat(csv.code()).isEqualTo(ExitCode.IN_PART.code());
        assertThat(csv.err()).isEqualTo("nabla: some entries are inconsistent; without --csv they are listed\n");
        assertThat(csv.out()).contains("\njan,07,no,no,0,0,0,0\n");
    }

    /** 17.11 was asked in section 17 once, and is in 20 now. */
    @Test
    void anAnswerFromBeforeItsQuestionMovedIsNotMisfiled() throws IOException {
        Path moved = Files.createDirectory(folder.resolve("moved"));
        Files.writeString(moved.resolve("ida.jsonl"), Journal.lines(List.of(asked(1, "17", "17.11", "25", true))));
        CommandResult reply = pipe("class report " + moved + " --csv");
        assertThat(reply.code()).isZero();
        assertThat(reply.err()).isEmpty();
        assertThat(reply.out()).contains("\nida,17,no,no,0,0,0,0\n", "\nida,20,no,no,1,1,0,");
    }

    @Test
    void aTrustingReportGradesNothing() throws IOException {
        assertThat(report(" --trust").out())
                .contains("\n(not checked: 12, trusted; they count as recorded)\n")
                .doesNotContain("recorded right", "question changed")
                .contains("\nrepeated                     ida ", "\nfiled under another section  jan ");
    }

    /** The letter of section 02 in the report on a class of one. */
    private CommandResult alone(String options, List<Entry> entries) throws IOException {
        Path only = Files.createDirectories(folder.resolve("only"));
        Files.writeString(only.resolve("zoe.jsonl"), Journal.lines(entries));
        return pipe("class report " + only + options);
    }

    private static boolean isMastered(CommandResult report) {
        return report.out().contains("\nzoe          -   -   M   ");
    }

    private static final List<String> FIVE = List.of("2.1", "2.2", "2.3", "2.5", "2.12");

    private static List<Entry> five(Function<String, Entry> answer) {
        return FIVE.stream().map(answer).toList();
    }

    @Test
    void whatCannotBeGradedAgainMastersNothingAndIsNoFinding() throws IOException {
        for (Optional<String> of : List.of(Optional.<String>empty(), Optional.of("00000000"))) {
            List<Entry> bananas = five(item -> answer(FIVE.indexOf(item), item, "banana", true, of));
            CommandResult report = alone("", bananas);
            assertThat(report.code()).isZero();
            assertThat(report.out())
                    .contains("0 of 0  5\n", "\n(not checked: 5, question changed; they do not count)\n");
            assertThat(alone(" --json", bananas).out())
                    .contains(
                            "\"section\":\"02\",\"title\":\"Dot product\",\"read\":false,\"mastered\":false,\"answers\":0,")
                    .endsWith("\"mistakes\":[],\"findings\":[],\"left_out\":[]}\n");
            CommandResult trusted = alone(" --trust", bananas);
            assertThat(isMastered(trusted)).isTrue();
            assertThat(trusted.out()).contains("\n(not checked: 5, trusted; they count as recorded)\n");
        }
    }

    @Test
    void whatAnOlderNablaHasWrittenCountsIfItIsRightToday() throws IOException {
        for (Optional<String> of : List.of(Optional.<String>empty(), Optional.of("00000000"))) {
            for (boolean said : List.of(true, false)) {
                CommandResult report =
                        alone("", five(item -> answer(FIVE.indexOf(item), item, solution(item), said, of)));
                assertThat(report.code()).isZero();
                assertThat(isMastered(report)).isTrue();
                assertThat(report.out()).doesNotContain("not checked:");
            }
        }
    }

    @Test
    void whatAStricterNablaCalledWrongIsRightAndNoFinding() throws IOException {
        List<Entry> entries = five(item -> wrong(FIVE.indexOf(item), item, solution(item)));
        assertThat(isMastered(alone("", entries))).isTrue();
        assertThat(alone(" --json", entries).out()).contains("\"findings\":[],");
    }

    @Test
    void answersBeyondWhatIsGradedMasterNothing() throws IOException {
        List<Entry> many = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            many.add(wrong(i, "2.9", "z" + i));
        }
        many.addAll(five(item -> right(30_000 + FIVE.indexOf(item), item)));
        CommandResult report = alone("", many);
        assertThat(isMastered(report)).isFalse();
        assertThat(report.out()).contains("\n(not checked: 5, answer too long, or too many; they do not count)\n");
        assertThat(isMastered(alone("", many.subList(19_000, many.size())))).isTrue();
    }

    @Test
    void aJournalThatIsNotInOrderIsGoneThroughAgainAndFoundOutOnce() throws IOException {
        List<Entry> entries = new ArrayList<>(five(item -> right(FIVE.indexOf(item), item)));
        entries.add(
                answer(40, "2.4", "1", true, Optional.of(COURSE.question("2.4").digest())));
        entries.add(wrong(50, "2.3", "0.84"));
        Collections.reverse(entries);
        CommandResult report = alone("", entries);
        assertThat(report.out())
                .contains(
                        "5 of 6  -\n",
                        "\nrecorded right, graded wrong  zoe      1      2.4\n",
                        "\nnot normalised  1         1      2.3 ");
    }

    @Test
    void moreMistakesThanFitAreCounted() throws IOException {
        List<Entry> many = new ArrayList<>();
        for (int i = 0; i < 15; i++) {
            many.add(named(i, "m" + i));
        }
        student("zoe", many);
        assertThat(pipe("class report " + folder + " --trust").out())
                .endsWith("\nand 5 more; --csv --mistakes prints all\n");
    }

    @Test
    void aFolderWithoutJournalsIsAComplaint() throws IOException {
        Path empty = Files.createDirectory(folder.resolve("empty"));
        assertThat(pipe("class report " + empty))
                .isEqualTo(new CommandResult(
                        ExitCode.USAGE,
                        "",
                        "nabla: " + empty + " holds no journals; put files there that nabla progress export NAME.jsonl"
                                + " has written\n"));
    }
}
