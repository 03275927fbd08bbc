package dev.nabla.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.Draws;
import dev.nabla.Slow;
import dev.nabla.Table;
import dev.nabla.frame.Glyphs;
import dev.nabla.lesson.Block;
import dev.nabla.lesson.Course;
import dev.nabla.lesson.Lesson;
import dev.nabla.lesson.Section;
import dev.nabla.lesson.ShippedCourse;
import dev.nabla.lesson.question.Question;
import dev.nabla.lesson.read.CourseReader;
import dev.nabla.lesson.read.Starter;
import dev.nabla.output.DisplayProfile;
import dev.nabla.progress.Entry;
import dev.nabla.progress.Journal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The course through a pipe: what is typed, and all that is said. */
@Slow
@ExtendWith(Draws.class)
class LineTutorTest {
    private static final String GONE = "> \nYou leave in section 01; 'nabla learn --text' goes on there.\n";
    private static final Path SHIPPED = Path.of(System.getProperty("lessons", "lessons"));

    @TempDir
    private Path folder;

    private Path lessons;
    private Journal journal;

    @BeforeEach
    void begin() {
        lessons = folder.resolve("course");
        Starter.write(lessons);
        journal = new Journal(folder.resolve("journal.jsonl"));
    }

    private Ran type(String command, String... lines) {
        String typed = String.join("\n", lines) + (lines.length == 0 ? "" : "\n");
        return Ran.of(Consoles.learner(journal.file()), Ran.typed(typed), command.split(" "));
    }

    /** What is told of the example to somebody who puts its guess off and then types lines at its figure. */
    private String played(String... lines) {
        return example(Stream.concat(Stream.of("", ""), Stream.of(lines)).toArray(String[]::new));
    }

    private String example(String... lines) {
        Ran printed = type("learn --text 01 --lessons " + lessons, lines);
        assertThat(printed.reply()).isEqualTo(new CommandResult(0, "", ""));
        return printed.out();
    }

    @Test
    void aNewStudentIsToldTheOpeningOnceAndTheNamesThatTypedLettersBegin() {
        String told =
                type("learn --text --lessons " + SHIPPED, "", "ann", "").out().replace("\n", " ");
        String generated = Consoles.run(Consoles.PIPE, "generate --begin ann --count 4")
                .out()
                .strip()
                .replace("\n", ", ");
        assertThat(told)
                .containsSubsequence(
                        "reads first names",
                        "4,192 numbers",
                        "At first it makes up: rfozzcvksyvl, qwdxyxgcyjs, t, wboakqvgzlzalfmr.",
                        "After 1,000 names: marty, lia, ronia, sara.",
                        "you will know every line of it",
                        "Type up to 3 letters",
                        "From ann it makes up: " + generated + ".",
                        "Section 00:");
        assertThat(type("learn --text --lessons " + SHIPPED, "").out()).doesNotContain("first names");
    }

    @Test
    void theFirstScreenOf24RowsHasAllSectionsOfTheRungAndSaysWhatToType() {
        String out = type("learn --text --lessons " + SHIPPED).out();
        List<String> told = out.substring(0, out.indexOf("> ")).lines().toList();
        assertThat(told).hasSizeLessThan(24);
        assertThat(told.get(0)).startsWith("The maths you need, 8 sections");
        assertThat(String.join(" ", told))
                .contains("00 Three branches", "07 The punchline", "microGPT, 9 sections", "'sections' lists")
                .doesNotContain("10 Tokens")
                .endsWith("An empty line leads on, '?' tells what else can be typed.");
    }

    /** As on a screen: who has seen all help is asked again. */
    @Test
    void aRightAnswerAfterTheLastHintIsNotSaved() throws IOException {
        String told = type("learn --text 02 --lessons " + SHIPPED, "ask 2.3", "?", "?", "0.7198")
                .out();
        assertThat(told).contains("Right, it is 0.719844.");
        assertThat(Files.readString(journal.file())).doesNotContain("answered");
        type("learn --text 02 --lessons " + SHIPPED, "ask 2.3", "?", "0.7198");
        assertThat(Files.readString(journal.file())).contains("\"item\":\"2.3\"", "\"right\":true");
    }

    @Test
    void theLastSectionOfTheModelEndsWithTheClosingPage() {
        String told = type("learn --text 18 --lessons " + SHIPPED, "\n".repeat(60))
                .out()
                .replaceAll("\\s+", " ");
        assertThat(told)
                .containsSubsequence(
                        "The end of section 18.",
                        "The model of the opening: seed 1, 1,000 steps.",
                        "Its mean surprise at held-out names: 3.351 → 2.323.",
                        "It says: marty, lia, ronia, sara, wardie, nabrie, jatta, jorsta.",
                        "nabla show train --steps 1000",
                        "00: slopes along a path multiply",
                        "18: microgpt.py in ten groups",
                        "Open: 20 sections to read",
                        "Section 20: A law.");
        assertThat(told.split("What you know now:", -1)).hasSize(2);
    }

    @Test
    void theOpeningIsNotToldWhereItCannotBeNotedOrASectionIsAskedFor() {
        assertThat(type("learn --text 00 --lessons " + SHIPPED, "").out()).doesNotContain("first names");
        Ran told = Ran.of(
                Consoles.learner(Path.of("/dev/null/no-home/journal")),
                Ran.typed("\n"),
                ("learn --text --lessons " + SHIPPED).split(" "));
        assertThat(told.out()).contains("Section 00:").doesNotContain("first names");
    }

    @Test
    void whereProgressIsNotKeptNothingIsPromised() {
        journal = new Journal(Path.of("/dev/null/none/journal.jsonl"));
        assertThat(example("", ""))
                .contains("Progress is not kept: not a directory: cannot write ")
                .endsWith("\nYou leave in section 01.\n");
    }

    @Test
    void aJournalThatCannotBeReadStopsNoLesson() throws IOException {
        Path loop = Files.createSymbolicLink(folder.resolve("loop"), Path.of("loop"));
        journal = new Journal(loop.resolve("journal.jsonl"));
        assertThat(example("", "")).contains("Progress is not kept: ").endsWith("\nYou leave in section 01.\n");
    }

    /** The guess of 15 asks which nudge comes nearest; its figure would tell. */
    @Test
    void anOpenGuessHidesWhatTheFigureWouldTell() {
        String told = type(
                        "learn --text 15 --lessons " + SHIPPED, "road 9", "figure", "run", "figure", "worked", "code")
                .out();
        assertThat(told)
                .contains("(type a letter)", "ε that comes nearest is hidden.", "∂L/∂w by the walk back is hidden.");
        assertThat(told).doesNotContain("0.529171", "comes nearest, off", "comes nearest 1e", "slope = ");
        String after = type("learn --text 15 --lessons " + SHIPPED, "road 10", "figure")
                .out();
        assertThat(after).contains("∂L/∂w by the walk back is 0.529171.");
    }

    private List<Entry> entries(Path of) throws IOException {
        return Journal.of(journal.file(), CourseReader.load(of)).read().entries();
    }

    private List<Entry> entries() throws IOException {
        return entries(lessons);
    }

    /** Everything of a section, each line typed after its prompt, as somebody hears it. */
    @Test
    void aWholeSectionIsToldLineByLine() throws IOException {
        String printed = example(
                ("/road/9/2///keep///1//////-0.3/0.66//b = -0.5,0.8/- b[1]/+ b/b = -0.5,1///practice/top/back/quit")
                        .split("/"));
        Path golden = Path.of("src/test/resources/cli/recital.txt");
        if (Boolean.getBoolean("update")) {
            Files.writeString(golden, printed);
        }
        assertThat(printed).isEqualTo(Files.readString(golden));
    }

    @Test
    void eachFigureOfASectionIsANameAwayAndKeepsItsValues() throws IOException {
        Path course = Path.of("src/test/resources/figures-course");
        Ran printed = type(
                "learn --text 04 --lessons " + course,
                "",
                "figure chain",
                "slopes = 0.25,0.25",
                "figure derivative",
                "figure chain",
                "figure chian",
                "quit");
        assertThat(printed.out()).contains("'slopes' = 0.25,0.25 (local slopes").contains("did you mean 'chain'?");
        assertThat(entries(course)).last().satisfies(stood -> {
            assertThat(((Entry.Stood) stood).figure()).isEqualTo("chain");
            assertThat(((Entry.Stood) stood).settings()).containsEntry("slopes", "0.25,0.25");
        });
        assertThat(type("learn --text 04 --lessons " + course, "", "figure chain", "quit")
                        .out())
                .contains("'slopes' = 0.25,0.25");
    }

    @Test
    void anAnswerIsGradedNamedAndKeptAsInTheTutor() throws IOException {
        String told = example("", "b", "", "ask 1.1", "1.4", "0.66", "ask 1.1", "0.5", "quit");
        assertThat(told)
                .contains("an empty line means fairly.\n> Not right\nThat is true of the angle.")
                .contains("> Not yet\nWhich entries stand at the same place?\n")
                .contains("Not yet\nYou added first and multiplied then. It is the other way round.\n")
                .contains("> Right, it is 0.66.\n");
        assertThat(entries().stream()
                        .filter(Entry.Answered.class::isInstance)
                        .map(Entry.Answered.class::cast)
                        .map(answer -> answer.typed() + " " + answer.right() + " "
                                + answer.misconception().orElse("-") + " "
                                + answer.sure().orElse(0)))
                .containsExactly(
                        "b false ignores-length 2", "1.4 false multiplies-sums 0", "0.66 true - 0", "0.5 false - 0");
    }

    private String shipped(String section, String... lines) {
        return type("learn --text " + section + " --lessons " + SHIPPED, lines).out();
    }

    /** In a section of the course, or in the example. */
    @Table
    void whatIsTypedIsAnswered(String section, String typed, String expected, String unsaid) {
        String[] lines = typed.split("/", -1);
        String printed = section.equals("-") ? example(lines) : shipped(section, lines);
        assertThat(printed).containsSubsequence(expected.split(" … "));
        if (unsaid != null) {
            assertThat(printed).doesNotContain(unsaid.split(" … "));
        }
    }

    @Test
    void anAnswerCountsForTheSectionThatAsks() throws IOException {
        shipped("04", "ask 6.1", "0.76", "quit");
        assertThat(entries(SHIPPED).stream()
                        .filter(Entry.Answered.class::isInstance)
                        .map(Entry.Answered.class::cast)
                        .map(answer -> answer.section() + " " + answer.item()))
                .containsExactly("06 6.1");
    }

    @Test
    void aGoalTellsItsDistanceAndIsKeptOnceItIsReached() throws IOException {
        String printed = played("practice 4", "b = −0.5,1", "b = 1,1", "b = -1,2", "practice", "quit");
        assertThat(printed)
                .contains("angle θ 36.87, wanted exactly 90: 53.13 to go")
                .contains("reached: Turn b until it says nothing about a, a right angle between them.")
                .contains("4. goal 1, done: Turn b");
        assertThat(entries().stream().filter(Entry.Reached.class::isInstance)).hasSize(1);
    }

    @Test
    void whoComesBackStandsWhereTheyLeft() throws IOException {
        played("a = 2,0.5", "quit");
        assertThat(entries())
                .hasSize(1)
                .allMatch(entry -> entry instanceof Entry.Stood stood
                        && stood.section().equals("01")
                        && stood.settings().equals(Map.of("a", "2,0.5")));
        Ran again = type("learn --text --lessons " + lessons, "figure");
        assertThat(again.out()).contains("Section 01: A first section.").contains("'a' = 2,0.5 (the first vector");
    }

    /** The place is a station of the road, as on the screens: it is noted, and told once more. */
    @Test
    void whoComesBackIsAtTheSameStation() throws IOException {
        for (int left = 0; left <= 7; left++) {
            String place = left == 7 ? "The end of section 01." : "Station " + (left + 1) + " of 7: ";
            example(left == 7 ? new String[] {"road 7", "", ""} : new String[] {"road " + (left + 1)});
            assertThat(((Entry.Stood) entries().get(entries().size() - 1)).parts())
                    .isEqualTo(left);
            assertThat(type("learn --text --lessons " + lessons).out())
                    .contains("You are back where you left.\n", "\n\n" + place);
        }
    }

    /** The line voice once counted smaller parts than stations; the oldest journals know only the figure. */
    @Test
    void oldPlacesAreTheNearestStations() throws IOException {
        Instant then = Instant.parse("2026-03-05T11:00:00Z");
        Journal own = Journal.of(journal.file(), CourseReader.load(lessons));
        own.append(new Entry.Stood(then, "01", "dot", Map.of("a", "2,0.5")));
        assertThat(type("learn --text --lessons " + lessons).out()).contains("Station 3 of 7: play.");
        Files.delete(own.file());
        own.append(new Entry.Stood(then, "01", "dot", Map.of()).withParts(99));
        assertThat(type("learn --text --lessons " + lessons).out()).contains("The end of section 01.");
    }

    @Test
    void anEmptyLineLeavesOneBlank() {
        String told = example("practice 2", "", "", "", "quit");
        assertThat(told)
                .containsSubsequence("Left empty.", "___", "Left empty.", "___", "Left empty.")
                .contains("3 blanks left empty.");
    }

    @Test
    void aBlankWhoseAnswerWasShownIsNotCalledEmpty() {
        assertThat(example("practice 2", "99", "", "", "", "", "quit"))
                .contains("\n2 blanks left empty, 1 answer shown.\n");
        assertThat(example("practice 2", "99", "", "", "98", "97", "", "5.04", "quit"))
                .contains("\n2 answers shown.\n");
    }

    /** The last hint of a blank is its line with the answer. */
    @Test
    void aMissAfterAHintDoesNotTellTheAnswerOfABlank() {
        assertThat(example("practice 2", "?", "99", "quit"))
                .contains("Not yet\nOne more try; an empty line shows the answer.\n");
    }

    @Test
    void aWrongAnswerLeadsToTheAnswerItsPageAndBack() throws IOException {
        String told = shipped("03", "ask 3.1", "page", "1", "l", "2", "page", "ask 3.3", "1", "", "l", "top", "l");
        assertThat(told)
                .containsSubsequence(
                        "no page explains a question here; read on",
                        "One more try; an empty line shows the answer.",
                        "03 Matrix multiplication, page 5.",
                        "You come from question 1: A is ",
                        "Your place has not moved.",
                        "What is the shape of C = A·B?",
                        "the answer: ",
                        "03, page 5 explains it: Shapes must line up; 'page' reads it.",
                        "03 Matrix multiplication, page 5.",
                        "One more try; an empty line shows the answer.",
                        "the answer: ",
                        "Your place has not moved.",
                        "'l' does nothing here");
        assertThat(entries(SHIPPED).stream().filter(Entry.Answered.class::isInstance))
                .hasSize(3);
    }

    @Test
    void practiceDoesNotCountAndGivesNothingAway() throws IOException {
        String told = example("practice 2", "0.5", "3", "2.04", "5.04", "practice", "quit");
        assertThat(told).contains("All of it is right.\n", "2. blanks, done: ");
        assertThat(told.substring(told.indexOf("Practice with"), told.indexOf("Right: ")))
                .containsOnlyOnce("___")
                .doesNotContain("How sure?", "the answer:");
        assertThat(entries()).noneMatch(Entry.Answered.class::isInstance);
    }

    /** Only what is to be copied stays in one piece. */
    @Test
    void longLinesAreBrokenBetweenWords() {
        assertThat(shipped("06", "ask 6.3", "practice", "quit").lines()).allMatch(line -> line.length() <= 80);
    }

    @Test
    void theEndOfTheInputIsAPoliteEndAnywhere() {
        Ran nowhere = type("learn --text --lessons " + lessons);
        assertThat(nowhere.reply().code()).isZero();
        assertThat(nowhere.out()).endsWith("> \nCome back any time: 'nabla learn --text'\n");
        assertThat(example()).endsWith(GONE);
        assertThat(played("ask 1.1")).endsWith(GONE);
        assertThat(played("ask 1.1", "5"))
                .endsWith("> Not yet\nWhich entries stand at the same place?\n"
                        + "One more try; an empty line shows the answer.\n" + GONE);
    }

    @Test
    void controlCharactersThatWereTypedDoNotComeBack() {
        assertThat(played("\u001b[2J", "a = \u009b31m", "ask \u202e")).doesNotContain("\u001b", "\u009b", "\u202e");
    }

    /**
     * Empty lines lead to every station of the shipped course and print all of its text, without anything that only a
     * picture can show.
     */
    @Test
    void anEmptyLineAloneLeadsThroughTheCourse() throws IOException {
        String[] lines = new String[900];
        Arrays.fill(lines, "");
        Course course = ShippedCourse.COURSE;
        String printed = shipped(course.sections().get(0).id(), lines);
        assertThat(printed).doesNotContainPattern("[●○►◄■▲▼╳]|(?<![0-9a-z])×").contains("That was the last section");
        String words = printed.replaceAll("\\s+", " ");
        for (Section section : course.sections()) {
            Lesson lesson = section.lesson().orElseThrow();
            int last = lesson.road().size() - 1;
            int begin = words.indexOf("Section " + section.id() + ": ");
            assertThat(begin).as(section.id()).isNotNegative();
            int end = words.indexOf("The end of section " + section.id() + ".", begin);
            assertThat(end).as(section.id()).isPositive();
            String told = words.substring(begin, end);
            assertThat(told)
                    .containsSubsequence(IntStream.rangeClosed(1, last)
                            .mapToObj(i -> "Station " + i + " of " + last + ": ")
                            .toList());
            for (Block block : lesson.blocks()) {
                if (block instanceof Block.Paragraph paragraph) {
                    String text =
                            Glyphs.QUADRANT.spell(paragraph.text().plain()).replaceAll("\\s+", " ");
                    assertThat(told).contains(text.strip());
                }
            }
            lesson.questions().stream().filter(Question::predicts).forEach(guess -> assertThat(told)
                    .contains("Guess first. An empty line puts it off."));
            assertThat(told)
                    .contains(numbered("Question ", lesson.roadQuestions().size(), ". "));
            assertThat(told).contains(numbered("Goal ", lesson.goals().size(), ". "));
        }
        assertThat(entries(SHIPPED).stream()
                        .filter(Entry.Read.class::isInstance)
                        .map(Entry::section))
                .as("sections in which a run alone reaches a goal")
                .isSubsetOf("01", "11", "16");
    }

    private static List<String> numbered(String exercise, int all, String after) {
        return IntStream.rangeClosed(1, all)
                .mapToObj(i -> exercise + i + " of " + all + after)
                .toList();
    }

    /** All that a figure says of itself where it can be told, in both spellings, and no name that only scripts use. */
    @Test
    void figuresAreToldWithoutPicturesAndScripts() {
        for (Section section : Draws.some(6, CourseReader.load(SHIPPED).sections(), "figures in words")) {
            String printed =
                    shipped(section.id(), "figure", "worked", "many", "--", "figure", "+", "run", "figure", "quit");
            assertThat(printed)
                    .doesNotContainPattern("[●○►◄■▲▼╳]|(?<![0-9a-z])×")
                    .doesNotContain("_at ", "_deg ", "_nats ", "_bits ", "norm_");
        }
    }

    @Test
    void aTerminalThatCannotDrawIsToldTheCourseUnasked() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Environment.Streams streams = new Environment.Streams(new ByteArrayInputStream(new byte[0]), out);
        Environment dumb = Consoles.at(
                new DisplayProfile.Surroundings(Map.of("LANG", "C", "TERM", "dumb"), true, "UTF-8"),
                true,
                Optional.empty(),
                Consoles.learner(journal.file()),
                streams);
        assertThat(Consoles.run(dumb, "learn 02")).isEqualTo(new CommandResult(0, "", ""));
        String printed = out.toString(StandardCharsets.UTF_8);
        assertThat(printed).contains("Section 02: Dot product.");
        assertThat(printed.chars()).allMatch(c -> c == '\n' || c >= ' ' && c <= '~');
    }

    @Test
    void watchingNeedsTheScreen() {
        assertThat(type("learn --text --watch").reply())
                .isEqualTo(new CommandResult(
                        2, "", "nabla: --watch shows a lesson on the tutor's screen; leave out --text\n"));
    }
}
