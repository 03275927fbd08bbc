package dev.nabla.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.Table;
import dev.nabla.frame.Glyphs;
import dev.nabla.lesson.Block;
import dev.nabla.lesson.Section;
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
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The course through a pipe: what is typed, and all that is said. */
class LineTutorTest {
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

    /** What is told of the example to somebody who leaves its prediction out and then types lines. */
    private String played(String... lines) {
        return example(Stream.concat(Stream.of(""), Stream.of(lines)).toArray(String[]::new));
    }

    private String example(String... lines) {
        Ran told = type("learn --text 01 --lessons " + lessons, lines);
        assertThat(told.reply()).isEqualTo(new Reply(0, "", ""));
        return told.out();
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
        String told = example("b/3/a///b = -0.5,0.8/- b[1]/+ b/b = -0.5,1///1/3/-0.3///practise/1///quit".split("/"));
        Path golden = Path.of("src/test/resources/cli/recital.txt");
        if (Boolean.getBoolean("update")) {
            Files.writeString(golden, told);
        }
        assertThat(told).isEqualTo(Files.readString(golden));
    }

    @Test
    void eachFigureOfASectionIsANameAwayAndKeepsItsValues() throws IOException {
        Path course = Path.of("src/test/resources/figures-course");
        Ran told = type(
                "learn --text 04 --lessons " + course,
                "",
                "figure chain",
                "slopes = 0.25,0.25",
                "figure derivative",
                "figure chain",
                "figure chian",
                "quit");
        assertThat(told.out()).contains("slopes = 0.25,0.25 (local slopes").contains("did you mean 'chain'?");
        assertThat(entries(course)).last().satisfies(stood -> {
            assertThat(((Entry.Stood) stood).figure()).isEqualTo("chain");
            assertThat(((Entry.Stood) stood).settings()).containsEntry("slopes", "0.25,0.25");
        });
        assertThat(type("learn --text 04 --lessons " + course, "", "figure chain", "quit")
                        .out())
                .contains("slopes = 0.25,0.25");
    }

    @Test
    void anAnswerIsGradedNamedAndKeptAsInTheTutor() throws IOException {
        String told = played("ask 1.1", "0.6", "3", "1.82", "0.8", "quit");
        assertThat(told)
                .contains("> sure? 1 a guess, 2 fairly, 3 sure > Not yet\nWhich entries stand at the same place?\n")
                .contains("Not yet\nYou added first and multiplied then. It is the other way round.\n")
                .contains("> Right, it is 0.8.\n");
        assertThat(entries().stream()
                        .filter(Entry.Answered.class::isInstance)
                        .map(Entry.Answered.class::cast)
                        .map(answer -> answer.typed() + " " + answer.right() + " "
                                + answer.misconception().orElse("-") + " "
                                + answer.sure().orElse(0)))
                .containsExactly("0.6 false - 3", "1.82 false multiplies-sums 0", "0.8 true - 0");
    }

    private String shipped(String section, String... lines) {
        return type("learn --text " + section + " --lessons " + SHIPPED, lines).out();
    }

    /** In a section of the course, or in the example. */
    @Table
    void whatIsTypedIsAnswered(String section, String typed, String said, String unsaid) {
        String[] lines = typed.split("/", -1);
        String told = section.equals("-") ? example(lines) : shipped(section, lines);
        assertThat(told).containsSubsequence(said.split(" … "));
        if (unsaid != null) {
            assertThat(told).doesNotContain(unsaid.split(" … "));
        }
    }

    @Test
    void anAnswerCountsForTheSectionThatAsks() throws IOException {
        shipped("04", "", "ask 6.1", "0.76", "3", "quit");
        assertThat(entries(SHIPPED).stream()
                        .filter(Entry.Answered.class::isInstance)
                        .map(Entry.Answered.class::cast)
                        .map(answer -> answer.section() + " " + answer.item()))
                .containsExactly("06 6.1");
    }

    @Test
    void aGoalTellsItsDistanceAndIsKeptOnceItIsReached() throws IOException {
        String told = played("", "", "b = −0.5,1", "b = 1,1", "b = -1,2", "goals", "quit");
        assertThat(told)
                .contains("angle_deg 36.87, wanted exactly 90: 53.13 to go")
                .contains("reached: Turn b until it says nothing about a, a right angle between them.")
                .contains("1.g1, reached: Turn b");
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
        assertThat(again.out()).contains("Section 01: A first section.").contains("a = 2,0.5 (the first vector");
    }

    @Test
    void whoComesBackReadsOnWhereTheyLeft() {
        shipped("06", "", "tau = 0.5", "", "", "", "quit");
        String back =
                type("learn --text --lessons " + SHIPPED, "", "top", "quit").out();
        assertThat(back)
                .contains(
                        "You are back where you left, at: Adding the same to all.\nτ down to 0.50 sharpens",
                        "> \nTemperature\n")
                .containsSubsequence("> \nThe last layer of a model", "τ down to 0.50 sharpens", "> \nYou leave");
    }

    /** A goal that was not reached is set again, and a question that was left in its middle asked again. */
    @Test
    void whatWasLeftOpenComesAgain() {
        shipped("06", "", "", "", "", "", "", "", "", "", "quit");
        assertThat(type("learn --text --lessons " + SHIPPED, "").out())
                .contains("at: In an LLM.", "> \nOn the figure\n\nGoal 6.g1");
        shipped("06", "", "", "", "", "", "", "", "", "", "", "", "", "quit");
        assertThat(type("learn --text --lessons " + SHIPPED, "").out()).contains("> \nQuestions\n\nQuestion 6.1.");
    }

    /** The tutor on the screen notes no part; then it is the figure that tells where. */
    @Test
    void whoLeftOnTheScreenReadsOnAtTheFigure() throws IOException {
        journal.append(new Entry.Stood(Instant.parse("2026-03-05T11:00:00Z"), "07", "attention", Map.of()));
        assertThat(type("learn --text --lessons " + SHIPPED, "").out())
                .contains("at: Attention.\nits attends to cat", "> \nAround attention\n");
    }

    @Test
    void practiceDoesNotCountAndGivesNothingAway() throws IOException {
        String told = shipped("06", "", "practise", "0.5", "0.1", "");
        assertThat(told.substring(told.indexOf("Practice,")))
                .containsOnlyOnce("___")
                .doesNotContain("sure?");
        assertThat(entries(SHIPPED)).noneMatch(Entry.Answered.class::isInstance);
    }

    /** Only what is to be copied stays in one piece. */
    @Test
    void longLinesAreBrokenBetweenWords() {
        assertThat(shipped("06", "ask 6.3", "", "quit").lines()).allMatch(line -> line.length() <= 80);
    }

    @Test
    void theEndOfTheInputIsAPoliteEndAnywhere() {
        Ran nowhere = type("learn --text --lessons " + lessons);
        assertThat(nowhere.reply().code()).isZero();
        assertThat(nowhere.out()).endsWith("> \nCome back any time: nabla learn --text\n");
        assertThat(example()).endsWith("> \nYou leave in section 01; nabla learn --text goes on there.\n");
        assertThat(played("ask 1.1")).endsWith("> \nYou leave in section 01; nabla learn --text goes on there.\n");
        assertThat(played("ask 1.1", "5"))
                .endsWith("sure > Not yet\nWhich entries stand at the same place?\n> \n"
                        + "You leave in section 01; nabla learn --text goes on there.\n");
    }

    @Test
    void controlCharactersThatWereTypedDoNotComeBack() {
        assertThat(played("\u001b[2J", "a = \u009b31m", "ask \u202e")).doesNotContain("\u001b", "\u009b", "\u202e");
    }

    /** Every word of the shipped course is told, and no question or figure stands in the way. */
    @Test
    void everySectionOfTheCourseCanBeReadToItsEnd() throws IOException {
        String[] lines = new String[400];
        Arrays.fill(lines, "");
        List<Section> sections = CourseReader.load(SHIPPED).sections();
        for (Section section : sections) {
            Ran told = type("learn --text " + section.id() + " --lessons " + SHIPPED, lines);
            assertThat(told.reply().code()).isZero();
            String words = told.out().replaceAll("\\s+", " ");
            for (Block block : section.lesson().orElseThrow().blocks()) {
                if (block instanceof Block.Paragraph paragraph) {
                    String text =
                            Glyphs.QUADRANT.spell(paragraph.text().plain()).replaceAll("\\s+", " ");
                    assertThat(words).contains(text.strip());
                }
            }
            assertThat(words).contains("That is the end of section " + section.id() + ".");
        }
        assertThat(entries(SHIPPED).stream().filter(Entry.Read.class::isInstance))
                .hasSameSizeAs(sections);
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
        assertThat(Consoles.run(dumb, "learn 02")).isEqualTo(new Reply(0, "", ""));
        String told = out.toString(StandardCharsets.UTF_8);
        assertThat(told).contains("Section 02: Dot product.");
        assertThat(told.chars()).allMatch(c -> c == '\n' || c >= ' ' && c <= '~');
    }

    @Test
    void watchingNeedsTheScreen() {
        assertThat(type("learn --text --watch").reply())
                .isEqualTo(new Reply(2, "", "nabla: --watch shows a lesson on the tutor's screen; leave out --text\n"));
    }
}
