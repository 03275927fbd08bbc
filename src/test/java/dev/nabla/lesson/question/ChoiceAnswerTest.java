package dev.nabla.lesson.question;

import static dev.nabla.lesson.Graded.graded;
import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.Table;
import dev.nabla.lesson.Graded;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Options picked, put in order, or typed as a word. */
class ChoiceAnswerTest {
    private static final List<String> OPTIONS = List.of("p₁ × q", "minus, −1", "neither");
    private static final ChoiceAnswer FIRST = new ChoiceAnswer("p₁ × q", OPTIONS);
    private static final OrderAnswer ORDER = new OrderAnswer(List.of("z", "x", "w", "y"), List.of("x", "y", "z", "w"));

    @Table
    void anOptionIsNamedByItsLetterOrInFull(String typed, String word) {
        assertThat(Graded.word(FIRST, typed)).isEqualTo(word);
    }

    @Test
    void whatIsNoOptionIsShownShortened() {
        assertThat(graded(FIRST, "d").message()).isEqualTo("'d' is none of the options; type a letter from a to c");
        assertThat(graded(FIRST, "x".repeat(40)).message()).startsWith("'" + "x".repeat(40) + "' is none");
        assertThat(graded(FIRST, "x".repeat(41)).message()).startsWith("'" + "x".repeat(40) + "...' is none");
    }

    @Table
    void anOrderHasEveryOptionOnce(String typed, String word) {
        assertThat(Graded.word(ORDER, typed)).isEqualTo(word);
    }

    @Test
    void anOrderThatGoesAstrayIsToldHowFarItWasRight() {
        assertThat(graded(ORDER, "c b a d").message()).isEqualTo("the first is right, then it goes astray");
        assertThat(graded(ORDER, "c a b d").message()).isEqualTo("the first 2 are right, then it goes astray");
        assertThat(graded(ORDER, "c c c c").message())
                .isEqualTo("every one of the 4 must be in the order once; type their letters, like a b c d");
    }

    private static ChoiceAnswer word(String word) {
        return new ChoiceAnswer(word, List.of());
    }

    @Test
    void aWordIsTypedAsItIsCapitalsAndBlanksAside() {
        ChoiceAnswer word = word("on the edge");
        assertThat(Graded.word(word, " On the  Edge")).isEqualTo("right");
        assertThat(Graded.word(word("w₀ × w₉"), "W0 x w9")).isEqualTo("right");
        assertThat(Graded.word(word, "diverging")).isEqualTo("wrong");
        assertThat(word.text()).isEqualTo("on the edge");
    }

    @Test
    void answersOfOneKindAreApartIfTheySayAnother() {
        ChoiceAnswer other = new ChoiceAnswer("neither", OPTIONS);
        assertThat(FIRST.isApartFrom(other)).isTrue();
        assertThat(FIRST.isApartFrom(new ChoiceAnswer("p1 x q", OPTIONS))).isFalse();
        assertThat(ORDER.isApartFrom(new OrderAnswer(List.of("z", "x", "y", "w"), ORDER.options())))
                .isTrue();
        assertThat(ORDER.isApartFrom(new OrderAnswer(ORDER.items(), ORDER.options())))
                .isFalse();
        assertThat(ORDER.isApartFrom(other)).isFalse();
        assertThat(word("a").isApartFrom(word("b"))).isTrue();
        assertThat(word("a").isApartFrom(word("A"))).isFalse();
    }

    @Test
    void theirTextsAreRightThemselves() {
        assertThat(FIRST.text()).isEqualTo("p₁ × q");
        assertThat(ORDER.text()).isEqualTo("z → x → w → y");
        assertThat(Graded.word(ORDER, ORDER.text())).isEqualTo("right");
    }
}
