package dev.nabla.lesson.question;

import static dev.nabla.lesson.Graded.form;
import static dev.nabla.lesson.Graded.graded;
import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.lesson.Graded;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Options picked, put in order, or typed as a word. */
class ChoiceAnswerTest {
    private static final AnswerFormat OPTIONS = form(0, "p₁ × q", "minus, −1", "neither");
    private static final ChoiceAnswer FIRST = new ChoiceAnswer("p₁ × q", OPTIONS);
    private static final OrderAnswer ORDER = new OrderAnswer(List.of("z", "x", "w", "y"), form(0, "x", "y", "z", "w"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a|right",
                " (A) |right",
                "a.|right",
                "p1 x q|right",
                "P1XQ|right",
                "b|wrong",
                "minus -1|wrong",
                "c|wrong",
                "d|unreadable",
                "`|unreadable",
                "ab|unreadable"
            })
    void anOptionIsNamedByItsLetterOrInFull(String typed, String word) {
        assertThat(Graded.word(FIRST, typed)).isEqualTo(word);
    }

    @Test
    void whatIsNoOptionIsShownShortened() {
        assertThat(graded(FIRST, "d").message()).isEqualTo("'d' is none of the options; type a letter from a to c");
        assertThat(graded(FIRST, "x".repeat(40)).message()).startsWith("'" + "x".repeat(40) + "' is none");
        assertThat(graded(FIRST, "x".repeat(41)).message()).startsWith("'" + "x".repeat(40) + "...' is none");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "c a d b|right",
                "cadb|right",
                "z → x → w → y|right",
                "z -> x -> w -> y|right",
                "z, x, w, y|right",
                "c a b d|begins-right",
                "c b a d|begins-right",
                "a b c d|wrong",
                "c a d|unreadable",
                "c a d d|unreadable",
                "c a d b b|unreadable",
                "c a d e|unreadable"
            })
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

    @Test
    void aWordIsTypedAsItIsCapitalsAndBlanksAside() {
        TextAnswer word = new TextAnswer("on the edge");
        assertThat(Graded.word(word, " On the  Edge")).isEqualTo("right");
        assertThat(Graded.word(new TextAnswer("w₀ × w₉"), "W0 x w9")).isEqualTo("right");
        assertThat(Graded.word(word, "diverging")).isEqualTo("wrong");
        assertThat(word.text()).isEqualTo("on the edge");
    }

    @Test
    void answersOfOneKindAreApartIfTheySayAnother() {
        ChoiceAnswer other = new ChoiceAnswer("neither", OPTIONS);
        assertThat(FIRST.isApartFrom(other)).isTrue();
        assertThat(FIRST.isApartFrom(new ChoiceAnswer("p1 x q", OPTIONS))).isFalse();
        assertThat(FIRST.isApartFrom(new TextAnswer("neither"))).isFalse();
        assertThat(ORDER.isApartFrom(new OrderAnswer(List.of("z", "x", "y", "w"), form(0))))
                .isTrue();
        assertThat(ORDER.isApartFrom(new OrderAnswer(ORDER.items(), form(0)))).isFalse();
        assertThat(ORDER.isApartFrom(other)).isFalse();
        assertThat(new TextAnswer("a").isApartFrom(new TextAnswer("b"))).isTrue();
        assertThat(new TextAnswer("a").isApartFrom(new TextAnswer("A"))).isFalse();
        assertThat(new TextAnswer("a").isApartFrom(other)).isFalse();
    }

    @Test
    void theirTextsAreRightThemselves() {
        assertThat(FIRST.text()).isEqualTo("p₁ × q");
        assertThat(ORDER.text()).isEqualTo("z → x → w → y");
        assertThat(Graded.word(ORDER, ORDER.text())).isEqualTo("right");
    }
}
