package dev.nabla.gpt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class RepeatingTextsTest {
    private static final Corpus TEXTS = RepeatingTexts.corpus();

    @Test
    void aStretchOfFourToTwelveLettersRepeatsInEachText() {
        int[] stretches = new int[13];
        for (String text : TEXTS.names()) {
            int stretch = RepeatingTexts.stretch(text);
            assertThat(text).hasSize(24).matches("[a-l]+");
            assertThat(text.substring(stretch)).isEqualTo(text.substring(0, 24 - stretch));
            stretches[stretch]++;
        }
        assertThat(stretches[3]).isZero();
        for (int length = 4; length <= 12; length++) {
            assertThat(stretches[length]).isCloseTo(17_777 / 9, within(200));
        }
        assertThat(TEXTS.names()).doesNotHaveDuplicates().hasSize(17_777);
        assertThat(TEXTS.names().get(0)).isEqualTo("ilffjkgdjilffjkgdjilffjk");
    }

    @Test
    void aTextWithoutRepeatsIsOneStretch() {
        assertThat(RepeatingTexts.stretch("kdhafkdhaf")).isEqualTo(5);
        assertThat(RepeatingTexts.stretch("abababab")).isEqualTo(4);
        assertThat(RepeatingTexts.stretch("abcdefgh")).isEqualTo(8);
    }

    /** Counts of pairs know no more than that a letter is one of twelve, and the end one of 24 tokens after it. */
    @Test
    void countsPredictNothing() {
        Corpus.Split split = TEXTS.split(1);
        assertThat(split.training()).hasSize(16_000);
        Bigram pairs = Bigram.of(TEXTS.vocab(), split.training());
        double end = Math.log(24) / 24 + Math.log(24 / 23.0) * 23 / 24; // entropy of an end after 24 letters
        assertThat(pairs.loss(split.heldOut())).isCloseTo((Math.log(12) + end) * 24 / 25, within(0.01));
    }

    @Test
    void aHeadThatIsOffAddsNothing() {
        Recipe recipe = Recipe.copying();
        Weights weights = new TrainingRun(recipe).snapshot(20).weights();
        int[] text = TEXTS.tokens("kdhafkdhaf");
        ForwardTrace whole = new ForwardTrace(weights, recipe.cut(), text);
        ForwardTrace off = new ForwardTrace(weights.withoutHead(1), recipe.cut(), text);
        assertThat(off.layer(0).shares()).isEqualTo(whole.layer(0).shares());
        assertThat(off.layer(0).attention()).isNotEqualTo(whole.layer(0).attention());
        assertThat(off.layer(1).q()).isNotEqualTo(whole.layer(1).q());
        Weights none = weights;
        for (int head = 0; head < 8; head++) {
            none = none.withoutHead(head);
        }
        ForwardTrace silent = new ForwardTrace(none, recipe.cut(), text);
        assertThat(silent.out()).isEqualTo(silent.layer(0).in());
        assertThat(none.norm(Shape.Tensor.ATTN_WO, 0) + none.norm(Shape.Tensor.ATTN_WO, 1))
                .isZero();
        assertThat(none.norm(Shape.Tensor.ATTN_WV, 1)).isEqualTo(weights.norm(Shape.Tensor.ATTN_WV, 1));
    }

    @Test
    void whatIsMeasuredInPiecesIsWhatIsMeasuredAtOnce() {
        Recipe recipe = Recipe.copying().withSeed(4);
        TrainingRun film = new TrainingRun(recipe);
        assertThat(film.copies(10, 3, 0)).isEqualTo(CopyRate.NONE);
        CopyRate pieces = CopyRate.NONE;
        int calls = 0;
        while (!pieces.isDone()) {
            pieces = film.copies(10, 3, TrainingRun.PIECE);
            calls++;
        }
        assertThat(calls).isGreaterThan(20);
        Weights weights = film.snapshot(10).weights().withoutHead(3);
        List<int[]> unseen = recipe.split().heldOut();
        assertThat(pieces).isEqualTo(CopyRate.NONE.continued(recipe, weights, unseen, Long.MAX_VALUE));
        assertThat(film.copies(10, 3, 0)).isEqualTo(pieces);
        assertThat(pieces.letters()).isEqualTo(repeats(unseen.subList(0, 100)));
        assertThat(pieces.loss()).isCloseTo(Math.log(13), within(0.2));
        assertThat(pieces.rate()).isBetween(0.0, 0.3);
    }

    private static int repeats(List<int[]> texts) {
        return texts.stream()
                .map(TEXTS::text)
                .mapToInt(text -> 24 - RepeatingTexts.stretch(text) - 1)
                .sum();
    }

    /** A short training of a smaller model finds what a letter is followed by, which the first weights do not. */
    @Test
    void stepsOfOtherTextsMakeUnreadTextsLikelier() {
        TrainingRun film = new TrainingRun(Recipe.copying().withOf(100));
        CopyRate first = film.copies(0, -1, Long.MAX_VALUE);
        CopyRate last = film.copies(100, -1, Long.MAX_VALUE);
        assertThat(last.loss()).isLessThan(first.loss() - 0.3);
        assertThat(Arrays.stream(new double[] {first.rate(), last.rate()})).isSorted();
    }
}
