package dev.nabla.gpt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.nabla.gpt.Recipe.Ablation;
import dev.nabla.gpt.Recipe.ModelPart;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What the parts of a recipe do to a training. Losses are held-out losses in nats. */
class RecipeTest {
    private static final Recipe STANDARD = Recipe.standard();

    private static double heldOut(Recipe recipe, int step) {
        return new TrainingRun(recipe).heldOut(step);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 0.161",
        "2, 0.169",
        "3, 0.166",
        "4, 0.162",
        "5, 0.146",
        "6, 0.166",
    })
    void headsAndPlaceStandInForEachOtherWhateverTheSeed(long seed, double cost) {
        Recipe recipe = STANDARD.withSeed(seed);
        double whole = heldOut(recipe, 1000);
        double both = heldOut(recipe.withCut(Ablation.HEADS_PLACE), 1000) - whole;
        double heads = heldOut(recipe.withCut(Ablation.HEADS), 1000) - whole;
        double place = heldOut(recipe.withCut(Ablation.PLACE), 1000) - whole;
        assertThat(both).isCloseTo(cost, within(5e-4)).isGreaterThan(2 * (heads + place));
    }

    @Test
    void theStandardRecipeLosesLittleByEitherAndMuchByBoth() {
        assertThat(heldOut(STANDARD.withCut(Ablation.HEADS), 1000) - 2.3226).isCloseTo(0.012, within(5e-4));
        assertThat(heldOut(STANDARD.withCut(Ablation.PLACE), 1000) - 2.3226).isCloseTo(0.009, within(5e-4));
        assertThat(heldOut(STANDARD.withCut(Ablation.HEADS_PLACE), 1000)).isCloseTo(2.484, within(5e-4));
    }

    @ParameterizedTest
    @EnumSource(Ablation.class)
    void theWordOfACutNamesThePartsThatAreLeftOut(Ablation cut) {
        List<String> parts = new ArrayList<>();
        for (ModelPart part : ModelPart.values()) {
            if (cut.without(part)) {
                parts.add(part.name().toLowerCase());
            }
        }
        assertThat(cut.word()).isEqualTo(parts.isEmpty() ? "none" : String.join("+", parts));
    }

    /** Without heads and place a letter's scores depend on that letter alone, wherever it stands. */
    @Test
    void withoutHeadsAndPlaceOnlyTheLastLetterCounts() {
        Weights weights = Weights.random(STANDARD.shape(), 3);
        int[] name = STANDARD.corpus().tokens("banana");
        ForwardTrace both = new ForwardTrace(weights, Ablation.HEADS_PLACE, name);
        assertThat(both.logits().row(2))
                .isEqualTo(both.logits().row(4))
                .isEqualTo(both.logits().row(6));
        for (Ablation one : List.of(Ablation.HEADS, Ablation.PLACE)) {
            ForwardTrace other = new ForwardTrace(weights, one, name);
            assertThat(other.logits().row(2)).isNotEqualTo(other.logits().row(4));
        }
    }

    @Test
    void fiftyNamesAreLearntByHeart() {
        Recipe fifty = STANDARD.withNames(50);
        Corpus.Split split = fifty.split();
        Corpus.Split all = STANDARD.split();
        assertThat(split.training())
                .hasSize(50)
                .usingElementComparator(Arrays::compare)
                .isEqualTo(all.training().subList(0, 50));
        assertThat(split.heldOut())
                .hasSize(840)
                .usingElementComparator(Arrays::compare)
                .isEqualTo(all.heldOut());
        assertThat(heldOut(fifty, 100)).isCloseTo(2.644, within(5e-4));
        assertThat(heldOut(fifty, 1000)).isCloseTo(4.809, within(5e-4));
        double[] losses = new TrainingRun(fifty).snapshot(1000).losses().toArray();
        assertThat(Snapshot.Losses.smoothed(losses)[999]).isCloseTo(0.823, within(5e-4));
        assertThat(Bigram.of(27, split.training()).loss(split.heldOut())).isCloseTo(2.863, within(5e-4));
        Set<String> list =
                split.training().stream().map(STANDARD.corpus()::text).collect(Collectors.toSet());
        assertThat(list).contains("holt", "marin", "winfield", "kailey", "dawn");
    }

    /** Of 200 names under the same dice at tau 0.5, so many stand in the list of 50. */
    @ParameterizedTest
    @CsvSource({"0, 0", "100, 2", "300, 9", "1000, 128"})
    void aModelOfFiftyNamesSaysThemByHeart(int step, long copies) {
        Recipe fifty = STANDARD.withNames(50);
        Set<String> list =
                fifty.split().training().stream().map(STANDARD.corpus()::text).collect(Collectors.toSet());
        NameSampler sampler =
                NameSampler.of(fifty, new TrainingRun(fifty).snapshot(step).weights());
        assertThat(sampler.names(0, 200).stream().filter(name -> list.contains(name.text())))
                .hasSize((int) copies);
    }

    @Test
    void allNamesAreTheSameRecipeHoweverTheyAreAskedFor() {
        assertThat(STANDARD.withNames(7563))
                .isEqualTo(STANDARD)
                .isEqualTo(STANDARD.withNames(50).withNames(Recipe.ALL));
        assertThat(STANDARD.names()).isEqualTo(7563);
        assertThat(STANDARD.withNames(7562).names()).isEqualTo(7562);
    }
}
