package dev.nabla.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.Table;
import dev.nabla.TestsFigures;
import dev.nabla.figure.FigureState;
import dev.nabla.lesson.Station.StationKind;
import dev.nabla.lesson.question.Question;

/** The guesses of the course: what stands before them, and what their figures stand at. */
@TestsFigures
class GuessesTest {
    /** Words are compared by lint; here the page that tells the answer is named. */
    @Table
    void aGuessIsAskedBeforeThePageThatTellsIt(String id, String page) {
        Lesson lesson = lesson(id);
        Question guess = lesson.question(id).orElseThrow();
        int told = PageRef.find(page, ShippedCourse.COURSE).orElseThrow().page();
        assertThat(lesson.road().indexOf(new Station(StationKind.READ, told)))
                .isGreaterThan(lesson.road()
                        .indexOf(new Station(
                                StationKind.GUESS, lesson.questions().indexOf(guess))));
    }

    /** The figure has the numbers of the question before and after the answer, so the learner can work from it. */
    @Table
    void theFigureStandsAtTheNumbersOfItsGuess(String id, String knob, String value, String prompt) {
        Lesson lesson = lesson(id);
        Question guess = lesson.question(id).orElseThrow();
        assertThat(text(lesson.guessedFigure(guess).orElseThrow(), knob)).isEqualTo(value);
        assertThat(guess.play().orElseThrow().plays())
                .allSatisfy(settings -> assertThat(settings).doesNotContainKey(knob));
        assertThat(guess.draw(0).prompt()).contains(prompt);
    }

    private static <M extends Record> String text(FigureState<M> live, String name) {
        return live.figure().knobs().stream()
                .filter(knob -> knob.name().equals(name))
                .map(knob -> knob.text(live.model()))
                .findFirst()
                .orElseThrow();
    }

    private static Lesson lesson(String id) {
        String section = String.format("%02d", Integer.valueOf(id.substring(0, id.indexOf('.'))));
        return ShippedCourse.COURSE.find(section).orElseThrow().lesson().orElseThrow();
    }
}
