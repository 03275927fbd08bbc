package dev.nabla.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nabla.figure.FigureState;
import dev.nabla.figure.Guess;
import dev.nabla.figure.Stride;
import dev.nabla.figure.catalog.Figures;
import dev.nabla.figure.train.TrainFigure;
import dev.nabla.math.BadInput;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Questions about a hidden recipe, like 16.14, must not be answered by asking the figure for its knobs. */
class FigureInWordsTest {
    private static final Guess RECIPE = new Guess(List.of("eta", "names"), Optional.empty(), false);

    private static FigureInWords<?> asked() {
        return new FigureInWords<>(FigureState.of(new TrainFigure())
                .set(Map.of("eta", "0.3", "names", "50"))
                .guessing(RECIPE));
    }

    @Test
    void anOpenGuessHidesTheValuesOfKnobs() {
        assertThat(asked().toLines())
                .anyMatch(line -> line.startsWith("'eta' = hidden "))
                .anyMatch(line -> line.startsWith("'names' = hidden "))
                .anyMatch(line -> line.startsWith("'batch' = 1 "));
    }

    /** Read aloud a hyphen of a word is no minus, and what is told can be typed. */
    @Test
    void theValueOfAWordKeepsItsHyphens() {
        assertThat(new FigureInWords<>(FigureState.of(Figures.named("wish"))).toLines())
                .anyMatch(line -> line.startsWith("'wish' = ends-in-a (what is rewarded: ends-in-a, "));
        assertThat(new FigureInWords<>(FigureState.of(Figures.named("descent"))).toLines())
                .anyMatch(line -> line.startsWith("'start' = −2.5,1.5 "));
    }

    @Test
    void aComparisonDoesNotTellThem() {
        FigureInWords<?> kept = new FigureInWords<>(FigureState.of(new TrainFigure()));
        assertThat(asked().comparedWith(kept)).contains("'eta' = hidden, kept 0.01.");
    }

    /** A value that changes nothing would be the answer. */
    @Test
    void aHiddenKnobTakesNoValue() {
        FigureState<?> live = asked().live();
        assertThatThrownBy(() -> KnobInWords.of(live, Optional.of("eta"), 0).set("0.3"))
                .isInstanceOf(BadInput.class)
                .hasMessage("'eta' is hidden; guess first, or put the guess off to change it");
        assertThat(KnobInWords.of(live, Optional.of("batch"), 0)
                        .nudged(1, Stride.STEP)
                        .settings())
                .containsEntry("batch", "2");
    }
}
