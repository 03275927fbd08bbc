package dev.nabla.lesson.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nabla.Table;
import dev.nabla.figure.FigureState;
import dev.nabla.figure.descent.DescentModel;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import dev.nabla.lesson.Block;
import dev.nabla.lesson.Lesson;
import dev.nabla.lesson.MasteryQuestions;
import dev.nabla.lesson.Station;
import dev.nabla.lesson.Station.StationKind;
import dev.nabla.lesson.formula.Deadline;
import dev.nabla.lesson.question.Question;
import dev.nabla.lesson.question.Verdict;
import dev.nabla.math.BadInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LessonReaderTest {
    private static final String HEAD = "---\ntitle: A title\nminutes: 3\n---\n";

    @TempDir
    private Path folder;

    /** A lesson whose body begins on line 5. */
    private Lesson read(String body) {
        return whole(HEAD + body);
    }

    private Lesson whole(String text) {
        try {
            Files.writeString(folder.resolve("l.md"), text);
            return new LessonFile(folder, "l.md").lesson();
        } catch (IOException unwritable) {
            throw new AssertionError(unwritable);
        }
    }

    private String prose(String body) {
        return ((Block.Paragraph) read(body).blocks().get(0)).text().plain();
    }

    @Test
    void aComplaintHasItsFileAndLineAndTheSettingAsValues() {
        assertThatThrownBy(() -> read("```figure\nfigure: softmax\nset:\n  tau: 0\n```\n"))
                .isInstanceOfSatisfying(BadInput.class, bad -> {
                    assertThat(bad.problem().where()).isEqualTo(new BadInput.Where("l.md", 8));
                    assertThat(bad.problem().isAbout("tau")).isTrue();
                });
    }

    @Table
    void aComplaintAboutAGoalHasTheLineOfWhatIsWrong(String right, String wrong, int line, String complaint) {
        String goal = "```goal\nid: a\nask: Do.\nfigure: softmax\nholds: p[1] > 0.9\nfree: tau\n```\n";
        assertThat(read(goal).goals()).hasSize(1);
        assertThatThrownBy(() -> read(goal.replace(right, wrong)))
                .hasMessageStartingWith("l.md:" + line + ": " + (complaint == null ? "" : complaint));
    }

    @Test
    void frontMatterGivesTitleAndMinutes() {
        Lesson lesson = read("Hello.\n");
        assertThat(lesson.title()).isEqualTo("A title");
        assertThat(lesson.minutes()).isEqualTo(3);
    }

    @Test
    void blocksComeFromTopToBottom() {
        Lesson lesson = read(
                "# Head\n\nOne\ntwo.\n\n- a\n- b\n\n```formula\nx = 1\n  y\n```\n\n```figure\nfigure: softmax\n```\n");
        assertThat(lesson.blocks()).hasSize(6);
        assertThat(lesson.blocks().get(0)).isEqualTo(new Block.Heading("Head"));
        assertThat(((Block.Paragraph) lesson.blocks().get(1)).text().plain()).isEqualTo("One two.");
        assertThat(((Block.BulletItem) lesson.blocks().get(2)).text().plain()).isEqualTo("a");
        assertThat(((Block.BulletItem) lesson.blocks().get(3)).text().plain()).isEqualTo("b");
        assertThat(lesson.blocks().get(4)).isEqualTo(new Block.FormulaBlock(List.of("x = 1", "  y")));
        assertThat(((Block.FigureBlock) lesson.blocks().get(5)).live().figure().id())
                .isEqualTo("softmax");
    }

    /** Where the first step of descent lands, guessed on the figure. */
    private static final String GUESS =
            """
            ```figure
            figure: descent
            ```
            ```question
            id: 5.9
            kind: vector
            predict: yes
            figure: descent
            plays:
              - steps: 1
              - steps: 2
            hides: theta, gradient
            ask: Where?
            answer: -1.9, 0.18
            places: 2
            within: 0.35
            wrong:
              - is: 0, 0
                misconception: bottom
                reveals: That is the bottom.
              - when: x[2] > 1.5 and x[1] < -2.5
                misconception: climbs
                reveals: That is up.
              - when: arccos((2.5*(x[1]+2.5) - 1.5*(x[2]-1.5))/sqrt(8.5*((x[1]+2.5)^2 + (x[2]-1.5)^2))) < pi/15
                misconception: points-at-the-bottom
                reveals: That is the way to the bottom.
            ```
            """;

    @Table
    void aGuessIsRightNearbyAndItsDirectionHasAName(String typed, String word) {
        Verdict verdict = read(GUESS).questions().get(0).draw(0).grade(typed);
        assertThat(verdict.misconception().orElse(verdict.kind().text())).isEqualTo(word);
    }

    /** The numbers −1.9 and 0.18, each within 0.35. */
    @Test
    void ofSeveralNumbersSomeMayBeEnough() {
        Question one = read(GUESS.replace("is: 0, 0", "is: 5, 5").replace("within: 0.35", "within: 0.35\nenough: 1"))
                .questions()
                .get(0);
        assertThat(one.draw(0).grade("-1.6, -0.1").message()).isEqualTo("right, 2 of 2, it is -1.90, 0.18");
        assertThat(one.draw(0).grade("9, -0.1").message()).isEqualTo("right, 1 of 2, it is -1.90, 0.18");
        assertThat(one.draw(0).grade("9, 9").kind()).isEqualTo(Verdict.VerdictKind.WRONG);
        assertThat(one.draw(0).grade("-9, 9").misconception()).contains("climbs");
        assertThatThrownBy(() -> read(GUESS.replace("within: 0.35", "within: 0.35\nenough: 3")))
                .hasMessage("l.md:8: question 5.9: enough is 3, but the answer has 2 numbers");
    }

    @Test
    void aGuessIsAboutTheNextFigureBelowElseTheFirst() {
        String figure = "```figure\nfigure: descent\n```\n";
        String other = GUESS.substring(figure.length()).replace("5.9", "5.8");
        List<Station> road = read(figure + other + "Words.\n\n" + GUESS + other.replace("5.8", "5.7"))
                .road();
        assertThat(road.subList(0, 6))
                .containsExactly(
                        new Station(StationKind.GUESS, 1),
                        new Station(StationKind.GUESS, 2),
                        new Station(StationKind.PLAY, 0),
                        new Station(StationKind.READ, 0),
                        new Station(StationKind.GUESS, 0),
                        new Station(StationKind.PLAY, 1));
    }

    @Test
    void aPredictionSaysWhatItsFigurePlaysAndHides() {
        assertThat(read(GUESS).questions().get(0).play())
                .contains(new Question.Play(
                        "descent", List.of(Map.of("steps", "1"), Map.of("steps", "2")), List.of("theta", "gradient")));
        assertThat(read(GUESS).questions().get(0).draw(0).wanted()).isEqualTo("numbers with commas between them");
        assertThatThrownBy(() -> read(GUESS.replace("steps: 2", "steps: -2"))).hasMessageStartingWith("l.md:8: steps ");
        assertThatThrownBy(() -> read(GUESS.replace("hides: theta", "hides: thetas")))
                .hasMessage("l.md:8: unknown number 'thetas'; did you mean 'theta'?");
    }

    /**
     * The digest of {@code 5.9, vector, Where?, -1.9, 0.18}, one per line. Hints and replies may change without
     * changing it; what decides the answer may not.
     */
    @Test
    void aDigestTellsAQuestionFromWhatItWas() {
        String digest = digest(GUESS);
        assertThat(digest).isEqualTo("099c234d");
        assertThat(digest(GUESS.replace("That is", "This is").replace("misconception: climbs", "misconception: up")))
                .isEqualTo(digest);
        assertThat(Stream.of(
                                "5.9 5.8",
                                "Where? When?",
                                "0.18 0.19",
                                "ask: numbers:\n\u00a0\u00a0n:\u00a01\nask:",
                                "ask: where:\n\u00a0\u00a0n:\u00a01\nask:")
                        .map(change -> change.split(" "))
                        .map(change -> digest(GUESS.replace(change[0], change[1].replace('\u00a0', ' ')))))
                .doesNotHaveDuplicates()
                .doesNotContain(digest);
    }

    private String digest(String lesson) {
        return read(lesson).questions().get(0).digest();
    }

    @Test
    void deeperQuestionsComeLastOnTheRoadAndThoseOffTheRoadBehindIt() {
        String question = "```question\nid: %s\nask: What?\nanswer: 1\nplaces: 0\n%s```\n";
        Lesson lesson = read(question.formatted("1.1", "deeper: yes\n")
                + question.formatted("1.2", "road: no\n")
                + question.formatted("1.3", "road: no\ndeeper: yes\n")
                + question.formatted("1.4", "road: yes\ndeeper: no\n")
                + question.formatted("1.5", ""));
        assertThat(lesson.outline().roadQuestions()).containsExactly("1.4", "1.5", "1.1");
        assertThat(lesson.outline().plainQuestions()).containsExactly("1.4", "1.5", "1.1", "1.2", "1.3");
        assertThat(lesson.askedWith(2)).isEqualTo(lesson.roadQuestions());
        assertThat(lesson.askedWith(3).stream().map(Question::id)).containsExactly("1.2", "1.3");
        assertThat(lesson.outline().masteryQuestions()).isEqualTo(new MasteryQuestions(2, Set.of("1.1", "1.3")));
        assertThat(new LessonFile(folder, "l.md").masteryQuestions())
                .as("without reading the lesson")
                .isEqualTo(lesson.outline().masteryQuestions());
    }

    @Test
    void strongIsBoldAndCodeHasTheKnobsTone() {
        var spans =
                ((Block.Paragraph) read("a **b** `c`\n").blocks().get(0)).text().spans();
        assertThat(spans).anyMatch(span -> span.text().equals("b") && span.weight() == Weight.BOLD);
        assertThat(spans).anyMatch(span -> span.text().equals("c") && span.tone() == Tone.SECOND);
        assertThat(spans).anyMatch(span -> span.text().equals("a ") && span.weight() == Weight.PLAIN);
    }

    @Test
    void aFigureOpensWithTheSettingsOfTheLesson() {
        Lesson lesson = read("```figure\nfigure: descent\nset:\n  eta: 1.35\n  precision: float32\n```\n");
        FigureState<?> live = lesson.figure().orElseThrow();
        assertThat(((DescentModel) live.model()).descent().eta()).isEqualTo(1.35);
        assertThat(live.home()).isEqualTo(live.model());
    }

    @Table
    void numbersInProseAreComputedByTheCore(String body, String text) {
        assertThat(prose(body + "\n")).isEqualTo(text);
    }

    @Table
    void aWrongPlaceholderIsNamedWithFileAndLine(String body, String complaint) {
        refused(HEAD + "One\n\n" + body + "\n", complaint);
    }

    @Table
    void aWrongFigureBlockIsNamedWithFileAndLine(String block, String complaint) {
        refused(HEAD + "```figure\n" + block + "\n```\n", complaint);
    }

    @Table
    void aMistakeInABlockHasTheLineOfWhatIsWrong(String body, String complaint) {
        assertThatThrownBy(() -> read(body)).isInstanceOf(BadInput.class).hasMessageStartingWith(complaint);
    }

    @Table
    void aLessonBeginsWithFrontMatter(String text, String complaint) {
        refused(text == null ? "" : text, complaint);
    }

    @Test
    void carriageReturnsDoNotMatter() {
        assertThat(whole((HEAD + "One\n\nTwo\n").replace("\n", "\r\n")).blocks())
                .isEqualTo(read("One\n\nTwo\n").blocks());
    }

    @Table
    void anIdIsFoundWithoutReadingTheLesson(String source, boolean named) {
        assertThat(LessonFile.ids(source).contains("2.1")).isEqualTo(named);
    }

    /** Nothing in it is forbidden, only all of it together takes longer than a second. */
    @Test
    void whatTakesTooLongToWorkOutIsGivenUp() throws IOException {
        String slow = "(descent.loss f=" + "sin(x*y)+".repeat(10) + "x*y steps=9000)";
        String wrong = IntStream.range(0, 24)
                .mapToObj(i -> "  - {is: " + i + " + " + (slow + "*").repeat(7) + "1, misconception: a, reveals: b}\n")
                .collect(Collectors.joining());
        String question =
                "```question\nid: 9.1\nask: How much is $a?\nnumbers:\n  a: 2 or 2..9\nanswer: $a\nplaces: 2\n"
                        + "wrong:\n" + wrong + "hints:\n  - How much?\n  - It is $a.\nsteps:\n  - $a\n```\n";
        Files.writeString(folder.resolve("l.md"), HEAD + question);
        LessonFile file = new LessonFile(folder, "l.md");
        assertThatThrownBy(() -> LessonReader.read(file, Deadline.of(1)))
                .isInstanceOf(BadInput.class)
                .hasMessageMatching("l\\.md:\\d+: question 9\\.1: working it out takes longer than 1 s;"
                        + " ask for fewer steps or facts");
    }

    private void refused(String text, String complaint) {
        assertThatThrownBy(() -> whole(text)).isInstanceOf(BadInput.class).hasMessage(complaint);
    }
}
