package dev.nabla.gpt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.nabla.gpt.Recipe.Ablation;
import dev.nabla.math.BadInput;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class CorpusTest {
    private static final Corpus STANDARD = Corpus.standard();

    @Test
    void theNamesAreThoseThatWereShipped() {
        assertThat(STANDARD.names()).hasSize(8403).isSorted().doesNotHaveDuplicates();
        assertThat(STANDARD.alphabet()).isEqualTo("abcdefghijklmnopqrstuvwxyz");
        assertThat(STANDARD.names().stream().mapToInt(String::length).max()).hasValue(13);
        assertThat(STANDARD.knows("amelia")).isTrue();
        assertThat(STANDARD.knows("wardie")).isFalse();
    }

    @Test
    void aTenthIsHeldOutAndNothingIsLost() {
        Corpus.Split split = STANDARD.split(1);
        assertThat(split.training()).hasSize(7563);
        assertThat(split.heldOut()).hasSize(840);
        HashSet<String> all = new HashSet<>();
        split.training().forEach(name -> all.add(STANDARD.text(name)));
        split.heldOut().forEach(name -> all.add(STANDARD.text(name)));
        assertThat(all).hasSize(8403);
        assertThat(STANDARD.text(split.training().get(0))).isEqualTo("riordan");
        assertThat(STANDARD.text(split.heldOut().get(839))).isEqualTo("zachariah");
        assertThat(STANDARD.text(STANDARD.split(2).training().get(0))).isNotEqualTo("riordan");
    }

    @Test
    void charactersOfAnyScriptAreTokensHoweverTheyWereTyped() {
        Corpus corpus = Corpus.of(List.of("Zo\u00eb", "Zoe\u0308", "Bj\u00f8rn", "\u5c0f\u660e", "\ud83d\ude00"));
        assertThat(corpus.alphabet()).isEqualTo("BZjnor\u00eb\u00f8\u5c0f\u660e\ud83d\ude00");
        assertThat(corpus.vocab()).isEqualTo(12);
        assertThat(corpus.tokens("Zo\u00eb"))
                .isEqualTo(corpus.tokens("Zoe\u0308"))
                .containsExactly(11, 1, 4, 6, 11);
        Recipe recipe = Recipe.standard(corpus);
        Weights weights = new TrainingRun(recipe).snapshot(100).weights();
        assertThat(NameSampler.of(recipe, weights).names(0, 20))
                .extracting(NameSampler.GeneratedName::text)
                .anyMatch(corpus::knows);
        assertThat(new TrainingRun(recipe).heldOut(1)).isNaN();
    }

    @Test
    void oneNameOfOneCharacterIsLearntByHeart() {
        Recipe recipe = Recipe.standard(Corpus.of(List.of("a")));
        Weights weights = new TrainingRun(recipe).snapshot(1000).weights();
        assertThat(NameSampler.of(recipe, weights).names(3, 4).get(0).text()).isEqualTo("a");
    }

    @Test
    void namesThatCannotBeLearntAreRefused() {
        refused("it holds no name; write one a line, like amelia", List.of());
        refused("it holds no name; write one a line, like amelia", List.of(""));
        refused("it holds 100001 names; give at most 100000", Collections.nCopies(100_001, "a"));
        refused(
                "it holds 129 different characters; give names of at most 128",
                IntStream.range(0, 129)
                        .mapToObj(i -> Character.toString(0x4e00 + i))
                        .toList());
    }

    private static void refused(String why, List<String> names) {
        assertThatThrownBy(() -> Corpus.of(names)).isInstanceOf(BadInput.class).hasMessage(why);
    }

    @Test
    void aCharacterThatStandsInNoNameIsNamed() {
        assertThatThrownBy(() -> STANDARD.tokens("zo\u00eb"))
                .isInstanceOf(BadInput.class)
                .hasMessage(
                        "has '\u00eb', which stands in no name that was learnt; type some of abcdefghijklmnopqrstuvwxyz");
    }

    @Test
    void countingPairsIsTheModelToBeat() {
        Corpus.Split split = STANDARD.split(1);
        Bigram bigram = Bigram.of(STANDARD.vocab(), split.training());
        assertThat(bigram.loss(split.heldOut())).isCloseTo(2.424, within(5e-4));
        assertThat(bigram.lossByLetter(split.heldOut())).isCloseTo(2.852, within(5e-4));
        assertThat(new Bigram(bigram.counts(), 1e15).loss(split.heldOut())).isCloseTo(StrictMath.log(27), within(1e-9));
        assertThat(bigram.count(12)).isEqualTo(1294);
        assertThat(bigram.count(12, 0)).isEqualTo(447);
        assertThat(bigram.after(16).get(20)).isEqualTo(0.6625);
        assertThat(bigram.loss(List.of(STANDARD.tokens("amelia")))).isCloseTo(2.141, within(5e-4));
        for (int token = 0; token < 27; token++) {
            assertThat(bigram.after(token).sum()).isCloseTo(1, within(1e-15));
        }
        assertThatThrownBy(() -> new Bigram(bigram.counts(), 0)).hasMessage("alpha 0: must be above 0; 1 is usual");
    }

    @Test
    void shapesAndRecipesThatCannotBeAreRefusedWithACure() {
        Recipe recipe = Recipe.standard();
        Shape shape = recipe.shape();
        says("n_embd 10: 4 heads cannot share it evenly; type a multiple of 4 like 8 or 12", () -> shape.withEmbd(10));
        says("n_embd 3: 4 heads cannot share it evenly; type a multiple of 4 like 4", () -> shape.withEmbd(3));
        says("n_embd 0: type a whole number from 1 to 128", () -> shape.withEmbd(0));
        says("n_layer 9: type a whole number from 1 to 8", () -> shape.withLayers(9));
        says("eta 0: must be above 0 and finite, like 0.01", () -> recipe.withEta(0));
        says("of 0: type a whole number of steps from 1 to 100000", () -> recipe.withOf(0));
        says("batch 0: type a whole number of names from 1 to 1024", () -> recipe.withBatch(0));
        says(
                "n_embd 128: the model would have 1581824 weights, more than 900000; type a smaller n_embd or n_layer",
                () -> shape.withLayers(8).withEmbd(128));
    }

    private static void says(String why, ThrowingCallable made) {
        assertThatThrownBy(made).isInstanceOf(BadInput.class).hasMessage(why);
    }

    @Test
    void sizesAreThoseOfTheCourse() {
        Shape shape = Recipe.standard().shape();
        assertThat(shape.parameters()).isEqualTo(4192);
        assertThat(shape.flops(7)).isEqualTo(152_544);
        assertThat(Recipe.standard().etaAt(400)).isEqualTo(0.006);
        assertThat(shape.withLayers(2).slice(Shape.Tensor.MLP_FC2, 1).from() + 64 * 16)
                .isEqualTo(shape.withLayers(2).parameters());
    }

    @Test
    void everyMatrixIsFoundByItsNameAndLayer() {
        Shape shape = Recipe.standard().shape().withLayers(3);
        assertThat(shape.slices()).allSatisfy(slice -> assertThat(shape.slice(slice.tensor(), slice.layer()))
                .isEqualTo(slice));
        assertThat(shape.slice(Shape.Tensor.WPE, 2)).isEqualTo(shape.slice(Shape.Tensor.WPE, 0));
        assertThatThrownBy(() -> shape.slice(Shape.Tensor.MLP_FC1, 3)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void babbleIsWhatTheDiceSay() {
        Recipe recipe = Recipe.standard();
        NameSampler babble =
                NameSampler.of(recipe, TrainingRun.standard().snapshot(1000).weights());
        assertThat(babble.names(0, 10))
                .extracting(NameSampler.GeneratedName::text)
                .containsExactly(
                        "marty", "lia", "ronia", "sara", "wardie", "nabrie", "jatta", "jorsta", "jelie", "mabrien");
        NameSampler.GeneratedName marty = babble.names(0, 1).get(0);
        assertThat(marty.darts()).hasSize(6);
        assertThat(marty.darts().get(4).dart()).isCloseTo(0.935, within(5e-4));
        assertThat(marty.p())
                .isEqualTo(
                        marty.darts().stream().mapToDouble(NameSampler.Throw::p).reduce(1, (a, b) -> a * b));
        assertThat(babble(0.1, 0, "").names(0, 1000).stream().filter(name -> STANDARD.knows(name.text())))
                .hasSize(472);
        assertThat(babble(0.5, 0, "an").names(0, 20))
                .extracting(NameSampler.GeneratedName::text)
                .allMatch(n -> n.startsWith("an"));
        assertThat(babble(0.5, 0, "abcdefghijklmnopqr").names(0, 1).get(0))
                .isEqualTo(new NameSampler.GeneratedName("abcdefghijklmnop", List.of()));
        assertThat(babble(0.5, 1, "").names(0, 1).get(0).text())
                .isEqualTo(babble(0.5, 1, "").names(9, 10).get(0).text());
        assertThat(babble(0.5, 3, "").names(5, 6).get(0).darts())
                .allSatisfy(dart ->
                        assertThat(dart.shares().stream().filter(p -> p > 0)).hasSize(3));
        assertThat(babble(0.5, 99, "").names(5, 6).get(0))
                .isEqualTo(babble.names(5, 6).get(0));
        says("tau 0: must be above 0 and finite, like 0.5", () -> babble(0, 0, ""));
        assertThatThrownBy(() -> babble(0.5, 0, "\u00eb")).hasMessageStartingWith("begin has '\u00eb', which");
    }

    private static NameSampler babble(double tau, int topK, String begin) {
        return new NameSampler(
                STANDARD, TrainingRun.standard().snapshot(1000).weights(), Ablation.NONE, tau, 1, topK, begin);
    }

    /** With the mask cut a model still writes from left to right, and each letter sees those that are there. */
    @Test
    void aModelWithoutAMaskBabblesToo() {
        Recipe recipe = Recipe.standard().withCut(Ablation.MASK);
        assertThat(NameSampler.of(recipe, new TrainingRun(recipe).snapshot(200).weights())
                        .names(0, 5))
                .hasSize(5);
    }
}
