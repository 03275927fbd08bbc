package dev.nabla.figure.wish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.nabla.TestsFigures;
import dev.nabla.figure.FigureState;
import dev.nabla.figure.Guess;
import dev.nabla.figure.catalog.Figures;
import dev.nabla.frame.Font;
import dev.nabla.frame.Glyphs;
import dev.nabla.frame.Size;
import dev.nabla.math.BadInput;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestsFigures
class WishTest {
    private static final Size USUAL = new Size(80, 23);

    private static final Font BRAILLE = Font.of(Glyphs.BRAILLE);

    private static FigureState<?> with(Map<String, String> settings) {
        return FigureState.of(Figures.named("wish")).set(settings);
    }

    private static String drawn(FigureState<?> live) {
        return String.join("\n", live.view(USUAL, BRAILLE).rows());
    }

    /** For all names it is the surprise of the wish; 0.992·log(0.992/0.236) + 0.008·log(0.008/0.764) = 1.3882. */
    @Test
    void theLeastIsTheDivergenceOfTwoShares() {
        assertThat(WishResults.divergence(0.236, 1)).isEqualTo(-Math.log(0.236));
        assertThat(WishResults.divergence(0.236, 0.236)).isZero();
        assertThat(WishResults.divergence(0.236, 0)).isEqualTo(-Math.log(0.764), within(1e-15));
        assertThat(WishResults.divergence(0.236, 0.992)).isEqualTo(1.3882, within(5e-4));
    }

    @Test
    void thereIsALeastOnlyWhereANameIsAsWishedOrNot() {
        assertThat(drawn(with(Map.of("steps", "3")))).contains("least for that, nats", "nothing can stand left");
        assertThat(drawn(with(Map.of("steps", "3", "wish", "long")))).doesNotContain("least", "nothing can stand left");
    }

    /** A step of 16 names takes more than a piece, and measuring a model takes twenty or more. */
    @Test
    void aScreenWorksInPiecesAndEndsAtWhatIsPrinted() {
        Map<String, String> settings = Map.of("steps", "12", "seed", "4711");
        FigureState<?> live = with(settings);
        int updates = 0;
        while (!live.worked(0).shown().equals(live.model())) {
            live = live.worked(1);
            WishModel shown = (WishModel) live.shown();
            assertThat(shown.step()).isBetween(0, 12);
            assertThat(drawn(live)).contains("A wish");
            assertThat(++updates).isLessThan(500);
        }
        assertThat(updates).isGreaterThan(20);
        assertThat(drawn(live.worked(0))).isEqualTo(drawn(with(settings)));
    }

    /** What one learner has trained and measured, another one sees at once. */
    @Test
    void nothingIsTrainedTwice() {
        Map<String, String> settings = Map.of("steps", "5", "seed", "4712");
        assertThat(with(settings).worked(0).shown()).isNotEqualTo(with(settings).model());
        with(settings).facts();
        assertThat(with(settings).worked(0).shown()).isEqualTo(with(settings).model());
    }

    @Test
    void beforeTheModelIsMeasuredItsPlaceIsWhatTheLastGroupsTell() {
        FigureState<?> live = with(Map.of("steps", "2", "seed", "4713"));
        while (((WishModel) live.worked(0).shown()).step() < 2) {
            live = live.worked(1);
        }
        live = live.worked(0);
        assertThat(((WishModel) live.shown()).ready()).isEqualTo(WishModel.Ready.NAMES);
        assertThat(drawn(live)).contains("≈ ", "Reward about").containsPattern("held out, nats +·");
    }

    @Test
    void aKeptRunOfAnotherWishSaysItsNamesButHasNoPlaceOnThePlane() {
        FigureState<?> kept = with(Map.of("steps", "3", "beta", "0")).pin();
        assertThat(drawn(kept.set(Map.of("steps", "2"))))
                .contains("kept ■, β 0")
                .containsPattern("(?s)■.*■");
        assertThat(drawn(kept.set(Map.of("wish", "palindrome"))))
                .contains("kept ■, β 0")
                .doesNotContainPattern("(?s)■.*■");
    }

    /** 0.184 is 1.418 spreads below the mean; −1.418·(0.060 − 1) = 1.332. Plane and panel stay where they are. */
    @Test
    void theLettersOfANameTakeThePlaceOfTheNames() {
        FigureState<?> names = with(Map.of("steps", "10"));
        FigureState<?> letters = names.play("letters");
        assertThat(drawn(names)).contains("marty").doesNotContain("slope");
        assertThat(drawn(letters))
                .contains(
                        " siilin, the first name of the next group: mark 0.184, advantage −1.418",
                        " p        0.060  0.072",
                        " p − y   −0.940 −0.928",
                        " slope    1.332  1.316",
                        " siilin is below the mean; a step pushes its letters down")
                .doesNotContain("marty");
        assertThat(letters.view(USUAL, BRAILLE).rows().subList(0, 15))
                .isEqualTo(names.view(USUAL, BRAILLE).rows().subList(0, 15));
        assertThat(drawn(letters.play("letters"))).isEqualTo(drawn(names));
        assertThat(String.join("\n", names.view(new Size(120, 35), BRAILLE).rows()))
                .contains("marty", "siilin, the first");
    }

    @Test
    void aGroupOfEqualMarksChangesNothing() {
        FigureState<?> live = with(Map.of("wish", "palindrome", "beta", "0")).play("letters");
        assertThat(drawn(live)).contains("advantage 0.000", "All marks are equal; no step is taken");
    }

    @Test
    void aGuessAtItsNamesHidesTheirLetters() {
        FigureState<?> live = with(Map.of("steps", "10")).play("letters");
        FigureState<?> asked = live.asking(new Guess(List.of("samples"), live.ghost(), false));
        assertThat(drawn(asked)).doesNotContain("siilin", "slope");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "beta  | -0.1 | beta -0.1: must be 0 to 10, like 0.1",
                "beta  | 11   | beta 11: must be 0 to 10, like 0.1",
                "eta   | 0    | eta 0: must be above 0, like 0.003",
                "eta   | 0.2  | eta 0.2: must be at most 0.1, like 0.003",
                "group | 1    | group '1' is out of range; type a whole number from 2 to 32",
                "group | 33   | group '33' is out of range; type a whole number from 2 to 32",
                "steps | 201  | steps '201' is out of range; type a whole number from 0 to 200",
                "wish  | ends | wish 'ends' is unknown"
            })
    void whatIsOutOfRangeIsRefused(String knob, String value, String words) {
        assertThatThrownBy(() -> with(Map.of(knob, value)))
                .isInstanceOf(BadInput.class)
                .hasMessageStartingWith(words);
    }
}
