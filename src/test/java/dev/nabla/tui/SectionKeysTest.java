package dev.nabla.tui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.figure.Figure;
import dev.nabla.figure.FigureState;
import dev.nabla.figure.catalog.Figures;
import dev.nabla.frame.Cell;
import dev.nabla.frame.Glyphs;
import dev.nabla.frame.Weight;
import dev.nabla.lesson.Course;
import dev.nabla.lesson.read.CourseReader;
import dev.nabla.progress.Entry;
import dev.nabla.tui.key.Effect;
import dev.nabla.tui.key.KeyContext;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Predictions, goals, searches and places: what keys do in a section, and what of it the journal gets. */
class SectionKeysTest {
    private static final String FAR = "angle θ 61.99, wanted exactly 90: 28.01 to go";

    @TempDir
    private Path folder;

    private Desk desk;

    @BeforeEach
    void inTheText() {
        desk = new Desk(folder.resolve("journal"), 80, 24, Glyphs.BRAILLE).keys("Enter");
    }

    private <E extends Entry> List<E> entries(Class<E> kind) {
        return desk.entries().stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    static List<Script> scripts() throws IOException {
        return Script.in("section.txt");
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void theScriptIsPlayed(Script script) {
        script.play(desk);
    }

    @Test
    void everyCommandOfAFigureHasItsKeyInTheTable() {
        for (Figure<?> figure : Figures.all()) {
            for (Figure.Command<?> command : figure.commands()) {
                FigureState<?> live = FigureState.of(figure);
                Optional<Effect> effect =
                        KeyContext.effect(String.valueOf(command.key()), List.of(KeyContext.FIGURE), Optional.of(live));
                assertThat(((Effect.Act) effect.orElseThrow()).action().apply(live))
                        .isEqualTo(live.play(command.name()))
                        .isNotEqualTo(live);
            }
        }
    }

    @Test
    void aFigureOpensWithAPredictionAndKeepsBothNumbers() {
        desk.keys("v");
        assertThat(desk.text()).contains("Before you play").contains("What happens to a·b");
        desk.keys("Right Right Right Down Down Enter 3");
        assertThat(desk.text()).contains("you: both double (sure) · right: a·b doubles, the cosine stays");
        assertThat(entries(Entry.Answered.class)).singleElement().matches(Entry.Answered::isSureAndWrong);
        desk.keys("Enter");
        assertThat(desk.rows().get(21))
                .startsWith("─ you: both double (sure) · right: a·b doubles, the cosine stays ─");
        assertThat(desk.text()).contains("( 1.00,   0.30)".replace("( ", "(  "));
        desk.keys("Right");
        assertThat(desk.text()).contains("(  1.05,   0.30)");
    }

    @Test
    void aSectionOpensAgainWhereItWasLeft() {
        String there = desk.keys("PageDown Down").text();
        assertThat(desk.keys("G Enter Esc Esc Esc").text()).isNotEqualTo(there);
        assertThat(desk.keys("Enter").text()).isEqualTo(there);
        assertThat(desk.keys("q Down Up Enter").text()).isEqualTo(there);
    }

    @Test
    void besideTheTextKeysThatScrollDoNotAnswer() {
        desk.resized(120, 36);
        List<String> question = asked();
        String text = desk.rows().get(4);
        for (String scroll : List.of("Down", "Space", "j", "k", "Up", "PageUp", "End", "Home")) {
            assertThat(desk.keys(scroll).text()).contains("type a letter");
            assertThat(asked()).isEqualTo(question);
        }
        assertThat(desk.keys("Down").rows().get(3)).startsWith(text.substring(0, 30));
        assertThat(desk.keyLine()).contains("↑↓ scroll  space page").doesNotContain("↑↓ choose");
        assertThat(desk.keyLine()).contains("Tab choose");
        desk.keys("Tab");
        assertThat(asked()).anyMatch(row -> row.startsWith(" ► a"));
        assertThat(desk.keyLine())
                .contains("↑↓ choose")
                .doesNotContain("scroll")
                .doesNotContain("Tab");
        desk.keys("Down Enter 2 Down Space");
        assertThat(desk.text()).contains("you: ").doesNotContain("How sure");
        assertThat(desk.keyLine()).contains("↑↓ scroll").contains("Enter play");
        assertThat(entries(Entry.Answered.class)).hasSize(1);
    }

    @Test
    void besideTheTextAPredictionThatIsNotBegunLetsOneGoElsewhere() {
        desk.resized(120, 36);
        assertThat(desk.keys("E").text()).contains("practice, does not count");
        assertThat(desk.keys("Esc").text()).contains("type a letter");
        assertThat(desk.keys("G").text()).contains("goals on the figure");
        assertThat(desk.keys("Esc").text()).contains("type a letter");
        assertThat(desk.keys("n").text()).contains("06 Softmax");
        assertThat(desk.keys("p").text()).contains("02 Dot product", "type a letter");
        desk.keys("Tab n p E G");
        assertThat(asked()).anyMatch(row -> row.startsWith(" ► anpEG"));
    }

    @Test
    void aGoalOpensWithTheKeysOnWhatMayBeMoved() {
        Course course = CourseReader.load(Path.of("lessons"));
        Desk lessons = new Desk(course, folder.resolve("free"), 80, 24, Glyphs.BRAILLE);
        assertThat(lessons.keys("Down Down Enter G Down Enter").text()).containsPattern("► b +\\(  0.20,   1.00\\)");
        assertThat(lessons.keys("Left").text())
                .containsPattern("► b +\\(  0.15,   1.00\\)")
                .doesNotContain("may be moved");
        assertThat(lessons.keys("Esc Up Enter").text()).containsPattern("► a +\\(  1.00,   0.30\\)");
    }

    @Test
    void theKeysThatChangeAValueAreShownHoweverLittleRoomThereIs() {
        Course course = CourseReader.load(Path.of("lessons"));
        Desk small =
                new Desk(course, folder.resolve("small"), 60, 20, Glyphs.ASCII).keys("Down Down Down Enter G Enter");
        assertThat(small.text()).contains("wanted exactly 0");
        assertThat(small.keyLine()).contains("left/right nudge  Tab next").contains("Esc leave");
    }

    /** What stands below the figure, to the right of the text. */
    private List<String> asked() {
        return desk.frame().rows().subList(22, 34).stream()
                .map(row -> row.substring(40))
                .toList();
    }

    @Test
    void aFigureGoesBackToTheTextAndThatGoesHome() {
        String text = desk.text();
        assertThat(desk.keys("v Esc q").text()).isEqualTo(text);
        assertThat(desk.keys("q").text()).contains("you are here");
        desk.keys("Enter v Right q q").waiting(Duration.ofSeconds(2));
        assertThat(desk.begin().keys("c Esc").text()).contains("(  1.05,   0.30)");
        assertThat(desk.keys("q q").text()).contains("you are here");
    }

    @Test
    void aWrongPredictionWithoutANameIsWorkedOut() {
        desk = new Desk(CourseReader.load(Path.of("lessons")), folder.resolve("other"), 80, 24, Glyphs.BRAILLE);
        desk.keys("Down Down Down Down Enter v Enter");
        assertThat(desk.text()).contains("Nothing was typed.").contains("type a number");
        desk.typed("7").keys("Enter 1");
        assertThat(desk.text())
                .contains("you 7 (guessing) · is −1.50", "worked out", "x² has the slope 2x")
                .doesNotContain("Walking to the right");
    }

    @Test
    void aSectionWithoutAPredictionSaysSo() {
        assertThat(desk.keys("n P").keyLine()).isNotEmpty();
        assertThat(desk.text()).contains("Softmax turns scores into shares").doesNotContain("Before you play");
    }

    @Test
    void aGoalIsReachedWithTheArrowsAndStaysTicked() {
        desk.keys("v Esc G Enter");
        assertThat(desk.rows().get(1)).contains("Make a perpendicular to b");
        assertThat(desk.rows().get(21)).contains("○ " + FAR);
        desk.keys("Down Down");
        assertThat(desk.rows().get(21)).doesNotContain(FAR).contains("wanted exactly 90");
        desk.keys("Down Down Down Down Down Down Down Down");
        assertThat(desk.rows().get(21)).contains("● reached · Esc for the next goal");
        assertThat(entries(Entry.Reached.class)).singleElement().satisfies(reached -> {
            assertThat(reached.section()).isEqualTo("02");
            assertThat(reached.goal()).isEqualTo("2.g1");
        });
        desk.keys("Up");
        assertThat(desk.rows().get(21)).contains("● angle θ");
        desk.keys("Down");
        assertThat(entries(Entry.Reached.class)).hasSize(1);
        assertThat(desk.keys("G").text()).contains("● Make a perpendicular").contains("► ○ Turn b");
    }

    @Test
    void aGoalTriedFromTheTextLeadsBackToTheText() {
        String text = desk.text();
        desk.keys("G Enter Down Down");
        assertThat(desk.keys("Esc Esc").text()).isEqualTo(text);
    }

    @Test
    void aSearchGoesFromPlaceToPlaceAndEnds() {
        desk.resized(80, 12).keys("/").typed("theta").keys("Enter");
        assertThat(desk.text()).contains("/theta  1 of 3").contains("θ");
        assertThat(raised()).isEqualTo("θ");
        desk.keys("/").typed("DOT product").keys("Enter");
        assertThat(desk.text()).contains("The angle θ").contains("1 of 1");
        assertThat(desk.keys("Esc").text()).doesNotContain(" of 1").contains("The angle θ");
        assertThat(desk.keys("Esc").text()).contains("nabla");
    }

    private String raised() {
        StringBuilder raised = new StringBuilder();
        desk.frame().cells().stream()
                .filter(cell -> cell.weight() == Weight.REVERSE)
                .map(Cell::glyph)
                .forEach(raised::append);
        return raised.toString();
    }

    @Test
    void whereTheLearnerStandsIsWrittenWhenNothingMovesForTwoSecondsAndWhenHeLeaves() {
        desk.keys("v Esc");
        for (int i = 0; i < 30; i++) {
            desk.keys("Right").waiting(Duration.ofSeconds(1)).keys("Left");
        }
        assertThat(entries(Entry.Stood.class)).isEmpty();
        assertThat(desk.keys("Right Right Right").tickMillis()).isPositive();
        desk.waiting(Duration.ofSeconds(1)).waiting(Duration.ofSeconds(1));
        assertThat(entries(Entry.Stood.class)).singleElement().satisfies(stood -> assertThat(stood.settings())
                .containsEntry("a", "1.15,0.3"));
        assertThat(desk.tickMillis()).isZero();
        desk.keys("Right q q");
        assertThat(entries(Entry.Stood.class)).last().satisfies(stood -> assertThat(stood.settings())
                .containsEntry("a", "1.2,0.3"));
    }

    @Test
    void whoHasNotBegunHasNothingToContinueOrToReview() {
        desk = new Desk(folder.resolve("other"), 80, 24, Glyphs.BRAILLE);
        assertThat(desk.keys("c").keyLine()).contains("not left off anywhere");
        assertThat(desk.keys("R").keyLine()).contains("Nothing to review yet");
    }

    @Test
    void aGoalIsNotWhereTheLearnerStands() {
        desk.keys("v Esc G Enter Down Down").waiting(Duration.ofSeconds(2));
        assertThat(entries(Entry.Stood.class))
                .allSatisfy(stood -> assertThat(stood.settings()).isEmpty());
    }
}
