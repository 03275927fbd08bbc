package dev.nabla.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nabla.lesson.Station.StationKind;
import dev.nabla.tutor.Walk;
import org.junit.jupiter.api.Test;

/** Signs, words and the search of the course line by line. Section 06 asks a guess after its page 2 of 4. */
class LookUpInWordsTest extends TypedLines {
    private static final String GUESS = "moon has 0.034.";

    private LineTutor atGuess() {
        LineTutor tutor = tutor();
        typed(tutor, "06", "", "");
        assertThat(tutor.state().walk().map(Walk::kind)).contains(StationKind.GUESS);
        return tutor;
    }

    @Test
    void aWordIsToldWithItsPageAndThatIsReadWithoutMovingThePlace() {
        LineTutor tutor = atGuess();
        assertThat(typed(tutor, "? learning rate"))
                .isEqualTo("η, eta, learning rate: how much of the slope a step takes; 05, page 2. 'page' reads it. ");
        assertThat(typed(tutor, "page"))
                .containsSubsequence(
                        "05 Gradient descent, page 2.",
                        "You looked up η, eta, learning rate",
                        "Your place has not moved.",
                        GUESS);
        assertThat(tutor.state().walk().map(Walk::kind)).contains(StationKind.GUESS);
        assertThatThrownBy(() -> tutor.take("? xyzzy")).hasMessage("no sign or word 'xyzzy' is explained here");
    }

    @Test
    void aPageAfterAnOpenGuessIsNeitherNamedNorRead() {
        LineTutor tutor = atGuess();
        assertThat(typed(tutor, "? tau")).endsWith("divides every score before softmax; 06, later. ");
        assertThatThrownBy(() -> tutor.take("page")).hasMessageStartingWith("no page explains a question here");
        assertThat(typed(tutor, "words"))
                .contains("τ, tau, temperature: divides every score before softmax; 06, later. ")
                .contains("softmax: turns scores into shares that sum to 1; 06, page 1. ");
        assertThat(typed(tutor, "find temperature")).isEqualTo("First the guess; a page could tell the answer. ");
        typed(tutor, "1", "2");
        assertThat(typed(tutor, "? tau")).endsWith("06, page 4. 'page' reads it. ");
        assertThat(typed(tutor, "find temperature")).contains("06 Softmax, page 4. ");
    }

    @Test
    void aSearchTellsTheWordAndAtMostTwentyPlaces() {
        assertThat(typed(tutor(), "find residual"))
                .startsWith("residual, residual connection, bypass: a way past a part, which adds to what it got. 00 ");
        assertThat(typed(tutor(), "search loss")).matches("loss, L: .* and [1-9]\\d+ more places\\. ");
        assertThat(typed(tutor(), "find xyzzy")).isEqualTo("No page has \"xyzzy\". ");
    }

    @Test
    void whereNothingIsInTheGlossaryThatIsSaid() {
        assertThat(tutor().state().signs("Nothing stands here.").notice())
                .isEqualTo("No sign or word here is in the glossary");
    }
}
