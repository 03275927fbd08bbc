package dev.nabla.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nabla.math.BadInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Words of a glossary, found by any spelling and in any text. */
class GlossaryTest {
    private static final GlossaryEntry ETA = entry("η", "eta", "learning rate");
    private static final GlossaryEntry LOSS = entry("loss", "L");
    private static final GlossaryEntry SLOPES = entry("∇L", "∇");
    private static final GlossaryEntry LENGTH = entry("|∇L|");
    private static final GlossaryEntry TOKEN = entry("token");
    private static final Glossary WORDS = new Glossary(List.of(ETA, LOSS, SLOPES, LENGTH, TOKEN));

    private static GlossaryEntry entry(String... spellings) {
        return new GlossaryEntry(List.of(spellings), "what it means", "01", new BadInput.Where("g", 1));
    }

    @Test
    void anySpellingNamesAWord() {
        assertThat(WORDS.find("eta")).contains(ETA);
        assertThat(WORDS.find("η")).contains(ETA);
        assertThat(WORDS.find(" Learning Rate ")).contains(ETA);
        assertThat(WORDS.find("tokens")).contains(TOKEN);
        assertThat(WORDS.find("losses")).contains(LOSS);
        assertThat(WORDS.find("beta")).isEmpty();
        assertThat(WORDS.find("")).isEmpty();
    }

    @Test
    void anUnknownWordIsAnsweredWithANearOne() {
        assertThatThrownBy(() -> WORDS.named("tokn"))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("no sign or word 'tokn' is explained here; did you mean 'token'?");
    }

    @Test
    void wordsAreFoundInTheOrderOfATextEachOnce() {
        assertThat(WORDS.in("Tokens: the loss of a token, times 2η")).containsExactly(TOKEN, LOSS, ETA);
    }

    @Test
    void aWordInsideAnotherIsNotFound() {
        assertThat(WORDS.in("glossary, tokenize, XL, L2, theta, beta_1")).isEmpty();
    }

    @Test
    void ofTwoSignsAtOnePlaceTheLongerCounts() {
        assertThat(WORDS.in("|∇L| 2.2")).containsExactly(LENGTH);
        assertThat(WORDS.in("−η·∇L(θ)")).containsExactly(ETA, SLOPES);
        assertThat(WORDS.in("L(t)")).containsExactly(LOSS);
    }

    @Test
    void thePlacesOfAWordDoNotOverlap() {
        assertThat(LOSS.in("loss L, losses"))
                .containsExactly(new TextRange(0, 4), new TextRange(5, 6), new TextRange(8, 14));
    }

    @Test
    void typedWordsAreFoundWithoutRegardToCaseAndByTheNamesOfSigns() {
        assertThat(new TypedWords("TAU").in("2τ and tau")).containsExactly(new TextRange(1, 2), new TextRange(7, 10));
        assertThat(new TypedWords("a t").in("θ at the")).isEmpty();
        assertThat(new TypedWords("a 2").in("theta 2")).containsExactly(new TextRange(4, 7));
        assertThat(new TypedWords("a 2").in("η 2")).containsExactly(new TextRange(0, 3));
        assertThat(new TypedWords(" ").in("any text")).isEmpty();
    }

    /** Section 04 is the first to explain the round ∂ and to show ∇. */
    @Test
    void noSectionBefore04HasSignsOfSlopes() throws IOException {
        Path lessons = Path.of(System.getProperty("lessons", "lessons"));
        try (Stream<Path> sections = Files.list(lessons)) {
            assertThat(sections.filter(
                            section -> section.getFileName().toString().matches("0[0-3]-.*")))
                    .hasSize(4)
                    .allSatisfy(section ->
                            assertThat(section.resolve("lesson.md")).content().doesNotContain("∂", "∇"));
        }
    }
}
