package dev.nabla.opening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nabla.figure.Figure.Budget;
import dev.nabla.gpt.NameSampler;
import dev.nabla.gpt.Recipe;
import dev.nabla.gpt.TrainingRun;
import dev.nabla.gpt.Weights;
import dev.nabla.math.BadInput;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The letters that are typed in the opening. */
class OpeningLettersTest {
    private static final Recipe RECIPE = Recipe.standard();

    private static Opening at(int scene) {
        Opening opening = Opening.start();
        while (opening.ready() < scene) {
            opening = opening.ticked().worked(Budget.all(false));
        }
        return opening;
    }

    /** The names of a model whose dice are numbered as for names without given letters. */
    private static List<String> sampled(int step, String begin) {
        Weights weights = new TrainingRun(RECIPE).snapshot(step).weights();
        NameSampler sampler =
                new NameSampler(RECIPE.corpus(), weights, RECIPE.cut(), NameSampler.USUAL_TAU, RECIPE.seed(), 0, begin);
        List<String> names = new ArrayList<>();
        sampler.names(0, Opening.NAMES).forEach(name -> names.add(name.text()));
        return names;
    }

    @ParameterizedTest
    @CsvSource({"0, 0, q", "8, 100, ann", "24, 300, li", "80, 1000, ann"})
    void theNamesOfNowAreThoseOfTheModelOfItsStepForTheseLetters(int scene, int step, String letters) {
        Opening opening = at(scene).beginning(letters).worked(Budget.all(false));
        assertThat(opening.drawn()).isEqualTo(letters);
        assertThat(opening.now())
                .isEqualTo(sampled(step, letters))
                .allMatch(name -> name.startsWith(letters))
                .isNotEqualTo(sampled(step, ""));
    }

    @Test
    void theTrainingGoesOnWithTheLettersAndKeepsItsOtherColumns() {
        Opening typed =
                at(10).beginning("mo").worked(Budget.all(false)).ticked().worked(Budget.all(false));
        assertThat(typed.ready()).isEqualTo(11);
        assertThat(typed.now()).isEqualTo(sampled(137, "mo"));
        assertThat(typed.milestone(100).orElseThrow().names()).isEqualTo(sampled(100, ""));
    }

    @Test
    void lettersThatWereTakenBackLeaveItAsItWas() {
        Opening opening = at(8);
        assertThat(opening.beginning("ann").beginning("")).isEqualTo(opening);
        assertThat(opening.now()).isEqualTo(sampled(100, ""));
    }

    @Test
    void capitalsAndLettersWithTheirMarksApartAreRead() {
        assertThat(at(0).beginning("ANN").begin()).isEqualTo("ann");
        assertThatThrownBy(() -> at(0).beginning("e\u0301"))
                .isInstanceOf(BadInput.class)
                .hasMessage("'é' stands in none of the names that it reads; type a to z");
    }

    @ParameterizedTest
    @ValueSource(strings = {"é", "5", "-", "a b", "ß", "李", "😀", "'"})
    void aCharacterThatIsNoLetterOfTheNamesIsNamed(String typed) {
        String named = typed.equals("a b") ? " " : typed;
        assertThatThrownBy(() -> Opening.start().beginning(typed))
                .isInstanceOf(BadInput.class)
                .hasMessage("'" + named + "' stands in none of the names that it reads; type a to z");
    }

    @Test
    void aFourthLetterIsRefused() {
        assertThatThrownBy(() -> Opening.start().beginning("anna"))
                .isInstanceOf(BadInput.class)
                .hasMessage("That makes 4 letters; type at most 3");
    }

    @Test
    void inWordsItTellsTheNamesThatBeginSoInPlaceOfTheInvitation() {
        Opening end = Opening.start().ended();
        List<String> before = end.inWords(Optional.empty());
        List<String> after = end.beginning("ann").ended().inWords(Optional.empty());
        assertThat(after).hasSameSizeAs(before);
        assertThat(after.subList(0, 4)).isEqualTo(before.subList(0, 4));
        assertThat(after.get(4))
                .isEqualTo("From ann it makes up: "
                        + String.join(", ", sampled(1000, "ann").subList(0, 4)) + ".");
    }
}
