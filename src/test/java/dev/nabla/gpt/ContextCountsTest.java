package dev.nabla.gpt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.nabla.Table;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

/** Tables that look back further than one letter. */
class ContextCountsTest {
    private static ContextCounts standard(int back) {
        return ContextCounts.of(Corpus.standard(), 1, back);
    }

    @ParameterizedTest
    @Table
    void aTableCostsItsHeldOutNames(int back, long cells, int filled, double alpha, double loss, double seen) {
        ContextCounts counts = standard(back);
        assertThat(counts.size()).isEqualTo(cells);
        assertThat(counts.filled()).isEqualTo(filled);
        assertThat(counts.heldOut(alpha)).isCloseTo(loss, within(5e-4));
        assertThat(counts.seen(alpha)).isCloseTo(seen, within(5e-4));
    }

    @Test
    void oneLetterBackIsTheTableOfPairs() {
        Corpus corpus = Corpus.standard();
        Corpus.Split names = corpus.split(1);
        Bigram pairs = Bigram.of(corpus.vocab(), names.training());
        assertThat(standard(1).heldOut(1)).isCloseTo(pairs.loss(names.heldOut()), within(1e-12));
        assertThat(standard(0).heldOut(1)).isCloseTo(pairs.lossByLetter(names.heldOut()), within(1e-12));
        int[] name = corpus.tokens("amelia");
        assertThat(standard(1).before(name, 3)).isEqualTo(pairs.counts().row(name[2]));
    }

    /** Ten names, of which the tenth is held out: a table of two letters back, counted by hand. */
    @Test
    void whatFollowsTwoLettersIsCountedFromTheDotsOn() {
        Corpus corpus = Corpus.of(List.of("ab", "ab", "ab", "ab", "ab", "ab", "ab", "ab", "ab", "ab"));
        ContextCounts counts = ContextCounts.of(corpus, 1, 2);
        int[] name = corpus.tokens("ab");
        assertThat(counts.filled()).isEqualTo(3);
        assertThat(counts.size()).isEqualTo(27);
        assertThat(counts.before(name, 1).toArray()).containsExactly(9, 0, 0);
        assertThat(counts.before(name, 2).toArray()).containsExactly(0, 9, 0);
        assertThat(counts.before(name, 3).toArray()).containsExactly(0, 0, 9);
        assertThat(counts.heldOut(1)).isCloseTo(-Math.log(10 / 12.0), within(1e-12));
    }

    @Test
    void aTableIsCountedOnce() {
        assertThat(standard(3)).isSameAs(standard(3));
        assertThat(ContextCounts.isKnown(Corpus.standard(), 1, 3)).isTrue();
        assertThat(ContextCounts.isKnown(Corpus.standard(), 987_654, 3)).isFalse();
    }
}
