package dev.nabla.cli.school;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.cli.CommandResult;
import dev.nabla.cli.Consoles;
import dev.nabla.cli.Environment;
import dev.nabla.cli.Ran;
import dev.nabla.lesson.Course;
import dev.nabla.lesson.ShippedCourse;
import dev.nabla.output.Csv;
import dev.nabla.output.ExitCode;
import dev.nabla.progress.Entry;
import dev.nabla.progress.Entry.Answered;
import dev.nabla.progress.Entry.Read;
import dev.nabla.room.ClassStore;
import dev.nabla.room.PointRule;
import dev.nabla.room.name.Student;
import dev.nabla.room.name.StudentName;
import dev.nabla.store.StoreFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The points of a class in tables for gradebooks and on a page; it is noon of 5 March 2026. */
class GradebookTest {
    private static final Course COURSE = ShippedCourse.COURSE;
    private static final Instant NOON = Instant.parse("2026-03-05T12:00:00Z");
    private static final String ROSTER =
            "name,id,group\nada,4711,10b\nbob,0042,\"left, front\"\ndora,12,\nemil,,\nfay,7,\ngil,7,\n";

    @TempDir
    private Path folder;

    private Environment.Learner teacher() {
        return Consoles.learner(folder.resolve("journal.jsonl"));
    }

    private CommandResult run(String line) {
        return Ran.of(teacher(), Ran.typed(""), ("class " + line).split(" ")).reply();
    }

    private String out(String line) {
        CommandResult reply = run(line);
        assertThat(reply.code()).as(line + reply.err()).isZero();
        return reply.out();
    }

    private ClassStore store() throws IOException {
        return new StoreFactory(folder.resolve("class"), Optional.empty()).open();
    }

    private static void does(ClassStore store, String name, List<Entry> done) {
        Student student = store.join(new StudentName(name), account -> account, NOON)
                .toCompletableFuture()
                .join()
                .orElseThrow();
        store.append(student, "maths", done).toCompletableFuture().join();
    }

    private static List<Entry> mastered(Instant at) {
        List<Entry> done = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            String item = "2." + (i + 8);
            done.add(new Answered(
                    at.plusSeconds(i),
                    "02",
                    item,
                    0,
                    COURSE.question(item).draw(0).answer(),
                    true,
                    Optional.empty(),
                    OptionalInt.empty(),
                    false,
                    Optional.of(COURSE.question(item).digest())));
        }
        return done;
    }

    /** Section 02 was due at 11:30. Ada has read it by then and mastered it later; Bob mastered it in time. */
    @BeforeEach
    void aClassWithAndWithoutIds() throws IOException {
        run("new " + folder.resolve("class") + " --title Maths");
        try (ClassStore store = store()) {
            List<Entry> ada = new ArrayList<>(List.of(new Read(NOON.minusSeconds(3600), "02")));
            ada.addAll(mastered(NOON.minusSeconds(900)));
            ada.add(new Read(NOON.minusSeconds(800), "06"));
            does(store, "Ada", ada);
            does(store, "bob", mastered(NOON.minusSeconds(3600)));
            does(store, "zoe", mastered(NOON.minusSeconds(890)));
            does(store, "fay", List.of());
        }
        out("roster " + Files.writeString(folder.resolve("names.csv"), ROSTER));
        out("due 02 2026-03-05T11:30");
    }

    /** The cells of a row of the wide table, by head. */
    private Map<String, String> wide(String student) {
        List<Csv.Row> rows = Csv.read(out("report --wide --csv"), ',');
        List<String> heads = rows.get(0).cells();
        List<String> cells = rows.stream()
                .map(Csv.Row::cells)
                .filter(row -> row.get(0).equals(student))
                .findFirst()
                .orElseThrow();
        return heads.stream().collect(Collectors.toMap(head -> head, head -> cells.get(heads.indexOf(head))));
    }

    @Test
    void aLineAStudentHasAColumnASection() {
        String sections = String.join(",", COURSE.sectionIds());
        assertThat(out("report --wide --csv")).startsWith("student," + sections + ",total,id,group,joined\n");
        assertThat(wide("Ada"))
                .containsEntry("02", "0.75")
                .containsEntry("06", "0.5")
                .containsEntry("07", "")
                .containsEntry("total", "1.25")
                .containsEntry("id", "4711");
        assertThat(wide("bob")).containsEntry("02", "1").containsEntry("id", "0042");
        assertThat(wide("zoe")).containsEntry("02", "0.5").containsEntry("id", "");
        assertThat(wide("dora"))
                .as("never came: 0 once the date has passed, and nothing before")
                .containsEntry("02", "0")
                .containsEntry("06", "")
                .containsEntry("total", "0")
                .containsEntry("joined", "no");
        assertThat(out("report --wide"))
                .containsPattern("student +00 +01 +02 .* total +id +group +joined\n")
                .containsPattern("\nAda +0\\.75 +0\\.5 +1\\.25 +4711 +10b +yes\n");
        assertThat(out("report --json"))
                .contains("\"section\":\"02\",\"title\":\"Dot product\",\"read\":true,\"mastered\":true,\"answers\":5,"
                        + "\"right\":5,\"goals\":0,\"due\":0,\"points\":0.75,\"on_time\":0,\"late\":5}")
                .contains("\"points\":null}");
    }

    @Test
    void aDateOfTheirOwnCountsForAStudent() {
        out("due 02 2026-03-05T11:50 --for ada");
        assertThat(wide("Ada")).containsEntry("02", "1");
        assertThat(wide("zoe")).containsEntry("02", "0.5");
        out("due 02 2026-03-05T18:00");
        assertThat(wide("zoe")).containsEntry("02", "1");
        assertThat(wide("dora")).as("still to come").containsEntry("02", "");
    }

    @Test
    void theNumbersAreKeptWithTheClassAndMoveWithIt() throws IOException {
        assertThat(out("points")).isEqualTo("mastered    1\nread        0.5\ngoal        0\nlate share  0.5\n");
        assertThat(Files.readString(folder.resolve("class/class.yaml"))).doesNotContain("points");
        assertThat(out("points --mastered 10 --late 0,8"))
                .isEqualTo("mastered    10\nread        0.5\ngoal        0\nlate share  0.8\n");
        assertThat(Files.readString(folder.resolve("class/class.yaml"))).contains("points: 10 0.5 0 0.8\n");
        assertThat(out("points --json"))
                .isEqualTo("{\"schema\":1,\"mastered\":10.0,\"read\":0.5,\"goal\":0.0,\"late\":0.8}\n");
        assertThat(wide("Ada")).as("0.5 + 0.8 (10 - 0.5)").containsEntry("02", "8.1");
        out("export " + folder.resolve("moved"));
        try (ClassStore moved = new StoreFactory(folder.resolve("moved"), Optional.empty()).open()) {
            assertThat(moved.info().points()).isEqualTo(PointRule.of("10 0.5 0 0.8"));
        }
        out("points --mastered 1 --late 0.5");
        assertThat(Files.readString(folder.resolve("class/class.yaml"))).doesNotContain("points");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "points --mastered much | 'much' is no number of points; type one like 0.5",
                "points --late 2        | the share for what is late is from 0 to 1 with at most two decimals, not 2",
                "points --read 3        | reading a section gives 3 points and mastering it only 1; give reading at most"
                        + " as many",
                "points --goal 0.001    | the points for a goal are from 0 to 1000 with at most two decimals, not 0.001",
                "report --wide --html - | --wide goes alone or with --csv",
                "report --csv --wide --mistakes | --wide goes alone or with --csv",
                "report --hide-names    | --hide-names goes with --html",
                "report --id-column id  | --id-column goes with --for canvas or --for moodle",
                "report --for excel     | --for knows canvas and moodle, not 'excel'",
                "report --for canvas --id-column email | ids for canvas go into sis-user-id, sis-login-id, id, not"
                        + " 'email'",
                "report journals --for canvas | --for goes with a class, as its roster has the ids; leave the folder out"
            })
    void whatDoesNotGoTogetherIsRefused(String line, String why) {
        assertThat(run(line)).isEqualTo(CommandResult.complaint(ExitCode.USAGE, why));
        assertThat(out("points")).contains("mastered    1\n");
    }

    @Test
    void aGradebookNeedsARoster() {
        out("roster --none");
        assertThat(run("report --for canvas").err())
                .isEqualTo("nabla: --for needs the ids of a roster, and this class has none; nabla class roster"
                        + " FILE.csv sets one\n");
    }

    private static String sample(String name) throws IOException {
        return Files.readString(Path.of("src/test/resources/gradebook", name));
    }

    @Test
    void theSamplesOfBothFormatsAreRead() throws IOException {
        Spreadsheet canvas = Spreadsheet.canvas(sample("canvas.csv"), "SIS User ID");
        assertThat(canvas.points())
                .isEqualTo(Map.of(
                        "4711", Map.of("nabla 02", "0.75", "nabla 06", "1"),
                        "0042", Map.of("nabla 02", "", "nabla 06", "0.5")));
        assertThat(canvas.possible()).isEqualTo(Map.of("nabla 02", "1", "nabla 06", "1"));
        assertThat(Spreadsheet.moodle(sample("moodle.csv"), "ID number").points())
                .isEqualTo(Map.of(
                        "4711", Map.of("nabla 02", "0.75", "nabla 06", "1.00"),
                        "0042", Map.of("nabla 02", "-", "nabla 06", "0.50")));
    }

    private static final String LEFT_OUT =
            """
            nabla: left out, as the roster has no id for them: emil, zoe; nabla class roster FILE sets ids
            nabla: left out, as they share the id 7: fay, gil; give each another id
            """;

    @Test
    void canvasGetsItsHeadsAndTheIdsOfTheRoster() throws IOException {
        CommandResult reply = run("report --for canvas");
        assertThat(reply.err()).isEqualTo(LEFT_OUT);
        assertThat(reply.code()).isEqualTo(ExitCode.IN_PART.code());
        assertThat(reply.out())
                .startsWith(sample("canvas.csv").split(",nabla 02")[0] + ",nabla 00,nabla 01,nabla 02,")
                .contains(
                        "\n    Points Possible,,,,,1,1,1,",
                        "\nAda,,4711,,10b,,,0.75,",
                        "\nbob,,0042,,\"left, front\",,,1,");
        Spreadsheet read = Spreadsheet.canvas(reply.out(), "SIS User ID");
        assertThat(read.points().keySet()).containsExactly("4711", "0042", "12");
        assertThat(read.points().get("4711")).containsEntry("nabla 02", "0.75").containsEntry("nabla 06", "0.5");
        assertThat(read.points().get("12")).containsEntry("nabla 02", "0").containsEntry("nabla 06", "");
        assertThat(read.possible()).hasSize(COURSE.sections().size()).containsEntry("nabla 06", "1");
        out("points --mastered 2 --goal 0.25");
        assertThat(Spreadsheet.canvas(run("report --for CANVAS").out(), "SIS User ID")
                        .possible()
                        .get("nabla 02"))
                .isEqualTo(String.valueOf(2
                        + 0.25
                                * COURSE.section("02")
                                        .outline()
                                        .orElseThrow()
                                        .goals()
                                        .size()));
    }

    @Test
    void theColumnOfTheIdsIsChosen() {
        String login = run("report --for canvas --id-column sis-login-id").out();
        assertThat(Spreadsheet.canvas(login, "SIS Login ID").points()).containsKey("4711");
        assertThat(login).contains("\nAda,,,4711,10b,");
        assertThat(run("report --for canvas --id-column ID").out()).contains("\nAda,4711,,,10b,");
        assertThat(run("report --for moodle --id-column email-address").out())
                .startsWith("Email address,Student,nabla 00,");
    }

    @Test
    void moodleGetsDashesForWhatHasNoPointsAndNoLineWithoutAnId() {
        CommandResult reply = run("report --for moodle");
        assertThat(reply.err()).isEqualTo(LEFT_OUT);
        assertThat(reply.out()).startsWith("ID number,Student,nabla 00,nabla 01,nabla 02,");
        Map<String, Map<String, String>> points =
                Spreadsheet.moodle(reply.out(), "ID number").points();
        assertThat(points.keySet()).containsExactly("4711", "0042", "12");
        assertThat(points.get("4711")).containsEntry("nabla 02", "0.75").containsEntry("nabla 07", "-");
        assertThat(points.get("12")).containsEntry("nabla 02", "0").containsEntry("nabla 06", "-");
    }

    @Test
    void noTableStartsAFormula() throws IOException {
        out("roster "
                + Files.writeString(folder.resolve("names.csv"), "name,id,group\nada,=1+1,@SUM(A1)\nbob,+49,-\n"));
        for (String form : List.of("--wide --csv", "--for canvas", "--for moodle")) {
            for (Csv.Row row : Csv.read(run("report " + form).out(), ',')) {
                assertThat(row.cells()).as(form).noneMatch(cell -> cell.matches("[=@].*|[-+]\\D.*"));
            }
        }
        assertThat(run("report --for moodle").out()).contains("\n'=1+1,Ada,", "\n+49,bob,-,-,1,");
    }

    private String page(String options) throws IOException {
        Path file = folder.resolve("page.html");
        assertThat(out("report --html " + file + options)).isEqualTo("report written to " + file + "\n");
        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        return Files.readString(file);
    }

    @Test
    void aPageLoadsAndRunsNothing() throws IOException {
        Files.createFile(
                folder.resolve("page.html"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-r--r--")));
        String page = page("");
        assertThat(page)
                .startsWith("<!DOCTYPE html>\n<!-- nabla class report -->\n")
                .contains("content=\"default-src 'none'; style-src 'sha256-")
                .contains("<bdi>Ada</bdi>", "<td class=\"M\">M</td>", "02 Dot product, due 2026-03-05 11:30")
                .contains("<td class=\"number\">5 of 5</td><td class=\"number\">1.25</td>")
                .doesNotContain("<script", "http:", "https:", "src=", "href=", "url(", "4711");
        assertThat(out("report --html -")).isEqualTo(page);
        page("");
        Path other = Files.writeString(folder.resolve("diary.html"), "dear diary");
        assertThat(run("report --html " + other).err())
                .isEqualTo("nabla: " + other + " is there and is no report like maths-10b.html; type another name\n");
        assertThat(Files.readString(other)).isEqualTo("dear diary");
    }

    @Test
    void aPageWithoutNamesHasNoneAnywhere() throws IOException {
        String page = page(" --hide-names");
        for (String name : List.of("Ada", "bob", "zoe", "dora", "emil", "fay", "gil", "4711", "front")) {
            assertThat(page).doesNotContainIgnoringCase(name);
        }
        List<String> shown = page.lines()
                .filter(line -> line.contains("<bdi>"))
                .map(line -> line.replaceAll(".*<bdi>(.*)</bdi>.*", "$1"))
                .toList();
        assertThat(shown).hasSize(7).isSorted().allMatch(words -> words.matches("[a-z]+-[a-z]+"));
        List<String> again = page(" --hide-names")
                .lines()
                .filter(line -> line.contains("<bdi>"))
                .map(line -> line.replaceAll(".*<bdi>(.*)</bdi>.*", "$1"))
                .toList();
        assertThat(again).as("those who joined keep their words").containsAnyElementsOf(shown);
    }

    /** Names of files and mistakes in journals may come from strangers. */
    @Test
    void nothingFromAJournalIsMarkup() throws IOException {
        Path journals = Files.createDirectory(folder.resolve("journals"));
        String attack = "<img src=x onerror=alert(1)>&quot;\u202E\"'";
        Answered wrong = new Answered(
                NOON,
                "02",
                "2.3",
                0,
                "<script>alert(2)</script>\n",
                false,
                Optional.of("</td><script>alert(3)</script>"),
                OptionalInt.empty(),
                false,
                Optional.empty());
        Files.writeString(journals.resolve(attack + "\n.jsonl"), dev.nabla.progress.Journal.lines(List.of(wrong)));
        CommandResult reply = Ran.of(
                        teacher(), Ran.typed(""), "class", "report", journals.toString(), "--trust", "--html", "-")
                .reply();
        String body = reply.out().substring(reply.out().indexOf("<body>"));
        assertThat(body)
                .contains("<bdi>&#60;img src&#61;x onerror&#61;alert(1)&#62;&#38;quot;?&#34;&#39;?</bdi>")
                .doesNotContain("<img", "<script", "&quot;", "\u202E");
        assertThat(body.replaceAll(
                        "</?(body|html|h1|h2|p|div|table|caption|thead|tbody|tfoot|tr|th|td|bdi|ul|li)\\b"
                                + "( (class|scope|title)=\"[^\"<>]*\")*>",
                        ""))
                .as("no other element")
                .doesNotContain("<", ">");
        assertThat(reply.out().chars()).allMatch(c -> c == '\n' || c >= ' ' && c <= '~');
    }
}
