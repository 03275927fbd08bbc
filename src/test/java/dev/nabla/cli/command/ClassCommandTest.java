package dev.nabla.cli.command;

import static dev.nabla.cli.Consoles.pipe;
import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.cli.Consoles;
import dev.nabla.cli.Reply;
import dev.nabla.lesson.Course;
import dev.nabla.lesson.read.CourseReader;
import dev.nabla.progress.Entry;
import dev.nabla.progress.Entry.Answered;
import dev.nabla.progress.Entry.Read;
import dev.nabla.progress.Journal;
import dev.nabla.room.ClassInfo;
import dev.nabla.room.ClassStore;
import dev.nabla.store.Stores;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassCommandTest {
    private static final Course COURSE = CourseReader.load(Consoles.PIPE.lessons());

    private static final Instant MONDAY = Instant.parse("2026-03-02T12:00:00Z");

    @TempDir
    private Path folder;

    private static Answered answer(int second, String item, String misconception) {
        return new Answered(
                MONDAY.plusSeconds(second),
                "0" + item.charAt(0),
                item,
                0,
                "1",
                misconception.isEmpty(),
                Optional.of(misconception).filter(name -> !name.isEmpty()),
                OptionalInt.empty(),
                item.endsWith("9"),
                Optional.empty());
    }

    private void student(String name, List<Entry> entries) throws IOException {
        Files.writeString(folder.resolve(name + ".jsonl"), Journal.export(entries));
    }

    @BeforeEach
    void enrol() throws IOException {
        List<Entry> ada = new ArrayList<>(List.of(new Read(MONDAY, "02")));
        for (int i = 0; i < 5; i++) {
            ada.add(answer(i, "2." + (i + 5), ""));
        }
        ada.add(answer(9, "6.1", "divides-logits"));
        student("ada", ada);
        student(
                "bob",
                List.of(
                        new Read(MONDAY, "06"),
                        answer(1, "6.1", "divides-logits"),
                        answer(2, "6.1", "divides-logits"),
                        answer(3, "2.3", "not-normalised"),
                        answer(4, "2.4", "sign")));
        student("cleo", List.of());
        Files.writeString(folder.resolve("notes.txt"), "not a journal");
    }

    @Test
    void whoMasteredWhatAndTheCommonMistakesAreTold() {
        assertThat(pipe("class report " + folder))
                .isEqualTo(
                        Reply.ok(
                                """
                                student      00  01  02  03  04  05  06  07  10  11  12  13  14  15  16  17  right   not checked
                                ada          -   -   M   -   -   -   a   -   -   -   -   -   -   -   -   -   5 of 6  6
                                bob          -   -   a   -   -   -   r   -   -   -   -   -   -   -   -   -   0 of 3  4
                                cleo         -   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -   0 of 0  -
                                mastered by  0   0   1   0   0   0   0   0   0   0   0   0   0   0   0   0
                                (M mastered, r read, a answered in part, - nothing yet)
                                (not checked: 10, question changed)

                                misconception   students  times  questions  what is told
                                divides logits  2         3      6.1        You divided the score by the sum of the scores.
                                not normalised  1         1      2.3        That is a·b, which still counts the lengths.
                                sign            1         1      2.4
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
        Reply none = Reply.complaint(69, "no nabla serve runs on this class");
        ClassInfo info = new ClassInfo("T", Optional.empty(), ZoneOffset.UTC, Optional.empty(), List.of());
        assertThat(pipe(command)).isEqualTo(none);
        assertThat(place).doesNotExist();
        ClassStore served = new Stores(place, Optional.empty()).serve(info);
        assertThat(pipe(command))
                .isEqualTo(Reply.complaint(
                        75, "nabla serve runs, and has written no status yet; try again, or make room on its disk"));
        status(place, "2026-03-05T11:41:00Z");
        assertThat(pipe(command).code()).isZero();
        assertThat(pipe(command).out()).contains("answers wait  37 since 2026-03-05T11:40\n");
        assertThat(pipe(command).err())
                .isEqualTo("nabla: nabla serve runs, but has written no status since 2026-03-05T11:41; look at its"
                        + " terminal, and whether its disk is full\n");
        assertThat(pipe(command + " --json").out()).startsWith("{\"at\":");
        status(place, "2026-03-05T11:59:50Z");
        assertThat(pipe(command).err()).isEmpty();
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
        student("bob", List.of(answer(1, "2.3", "")));
        assertThat(pipe("class report " + folder + " --lessons " + course).out())
                .contains("bob          a   -   1 of 1");
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
                        + "sign,1,1,2.4\n");
    }

    @Test
    void aScriptGetsOneObject() {
        assertThat(pipe("class report " + folder + " --json").out())
                .startsWith("{\"schema\":1,\"students\":[{\"student\":\"ada\",\"sections\":[{\"section\":\"00\",")
                .contains("\"section\":\"02\",\"title\":\"Dot product\",\"read\":true,\"mastered\":true,\"answers\":5,")
                .contains("\"mistakes\":[{\"misconception\":\"divides-logits\",\"students\":2,\"times\":3,"
                        + "\"items\":[\"6.1\"]},")
                .endsWith("{\"finding\":\"changed\",\"fault\":false,\"student\":\"bob\",\"times\":4,"
                        + "\"places\":[\"2.3\",\"2.4\",\"6.1\"]}],\"left_out\":[]}\n");
    }

    @Test
    void aStrangersJournalNeitherSteersTheTerminalNorTheSpreadsheet() throws IOException {
        student("-12.5", List.of(new Read(MONDAY, "02")));
        student("-1e-3", List.of(new Read(MONDAY, "02")));
        student("=1+1", List.of(answer(1, "2.3", "=cmd|'/c calc'!A0"), answer(2, "2.3", "a\u001b[2J,\"b\"")));
        assertThat(pipe("class report " + folder).out()).contains("a?[2J").doesNotContain("\u001b");
        assertThat(pipe("class report " + folder + " --csv").out())
                .contains("\n'=1+1,02,", "\n-12.5,02,", "\n-1e-3,02,");
        assertThat(pipe("class report " + folder + " --csv --mistakes").out())
                .contains("\n'=cmd|'/c calc'!A0,1,1,2.3\n", "\n\"a?[2J,\"\"b\"\"\",1,1,2.3\n");
    }

    @Test
    void whatIsNoJournalIsNamedAndTheOthersAreReported() throws IOException {
        Files.writeString(folder.resolve("dan.jsonl"), "garbage\n");
        Files.createDirectory(folder.resolve("eve.jsonl"));
        Path link = Files.createSymbolicLink(folder.resolve("fay.jsonl"), Path.of("/etc/passwd"));
        Reply reply = pipe("class report " + folder);
        String json = pipe("class report " + folder + " --json").out();
        Files.delete(link);
        assertThat(reply.code()).isEqualTo(Reply.IN_PART);
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

    private Reply report(String options) throws IOException {
        Path other = Files.createDirectory(folder.resolve("class" + options.hashCode()));
        String right = COURSE.question("2.3").draw(0).answer();
        Answered honest = asked(1, "02", "2.3", right, true);
        Answered twice = asked(2, "02", "2.3", "0.84", false);
        Answered late = asked(60 * 60 * 24 * 30, "02", "2.3", right, true);
        Answered cut = asked(3, "02", "2.3", "1" + "+0".repeat(500), true);
        Files.writeString(
                other.resolve("ida.jsonl"),
                Journal.export(List.of(
                        honest,
                        twice,
                        twice,
                        asked(4, "02", "2.7", "99", true),
                        asked(5, "02", "2.1", "soon", false),
                        cut,
                        answer(6, "2.8", ""),
                        answer(7, "2.999", ""))));
        Files.writeString(
                other.resolve("jan.jsonl"),
                Journal.export(List.of(
                        honest,
                        asked(8, "02", "2.3", right, false),
                        asked(9, "07", "2.2", COURSE.question("2.2").draw(0).answer(), true),
                        late,
                        new Read(MONDAY.plusSeconds(60 * 60 * 24 * 30), "05"))));
        return pipe("class report " + other + options);
    }

    @Test
    void whatIsNotAsTheJournalsSayIsGradedAgainAndNamed() throws IOException {
        Reply reply = report("");
        assertThat(reply.code()).isEqualTo(Reply.IN_PART);
        assertThat(reply.out())
                .isEqualTo(
                        """
                        student      00  01  02  03  04  05  06  07  10  11  12  13  14  15  16  17  right   not checked
                        ida          -   -   a   -   -   -   -   -   -   -   -   -   -   -   -   -   3 of 5  3
                        jan          -   -   a   -   -   r   -   -   -   -   -   -   -   -   -   -   2 of 2  -
                        mastered by  0   0   0   0   0   0   0   0   0   0   0   0   0   0   0   0
                        (M mastered, r read, a answered in part, - nothing yet)
                        (not checked: 2, question changed)
                        (not checked: 1, answer too long, or too many)

                        misconception   students  times  questions  what is told
                        not normalised  1         1      2.3        That is a·b, which still counts the lengths.

                        not as it says               student  times  where
                        says right, is wrong         ida      1      2.7
                        says wrong, is right         jan      1      2.3
                        is there before              ida      1      2.3
                        is in another journal too    jan      1      2.3
                        filed under another section  jan      1      2.2
                        dated in the future          jan      2      05 2.3
                        """);
        assertThat(report(" --json").out())
                .contains("\"findings\":[{\"finding\":\"says_right\",\"fault\":true,\"student\":\"ida\",\"times\":1,"
                        + "\"places\":[\"2.7\"]},");
        Reply csv = report(" --csv");
        assertThat(csv.code()).isEqualTo(Reply.IN_PART);
        assertThat(csv.err()).isEqualTo("nabla: some entries are not as they say; without --csv they are named\n");
        assertThat(csv.out()).contains("\njan,07,no,no,0,0,0,0\n");
    }

    @Test
    void aTrustingReportGradesNothing() throws IOException {
        assertThat(report(" --trust").out())
                .contains("\n(not checked: 12, trusted)\n")
                .doesNotContain("says right", "says wrong", "question changed")
                .contains("\nis there before              ida ", "\nfiled under another section  jan ");
    }

    @Test
    void moreMistakesThanFitAreCounted() throws IOException {
        List<Entry> many = new ArrayList<>();
        for (int i = 0; i < 15; i++) {
            many.add(answer(i, "2.1", "m" + i));
        }
        student("zoe", many);
        assertThat(pipe("class report " + folder).out()).endsWith("\nand 8 more; --csv --mistakes prints all\n");
    }

    @Test
    void aFolderWithoutJournalsIsAComplaint() throws IOException {
        Path empty = Files.createDirectory(folder.resolve("empty"));
        assertThat(pipe("class report " + empty))
                .isEqualTo(new Reply(
                        Reply.USAGE,
                        "",
                        "nabla: " + empty + " holds no journals; put files there that nabla progress export NAME.jsonl"
                                + " has written\n"));
    }
}
