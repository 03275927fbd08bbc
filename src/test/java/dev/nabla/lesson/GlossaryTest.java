package dev.nabla.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nabla.frame.Line;
import dev.nabla.frame.Weight;
import dev.nabla.math.BadInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Words of a glossary, found by any spelling and in any text. */
class GlossaryTest {
    private static final GlossaryEntry ETA = entry("η", "eta", "learning rate");
    private static final GlossaryEntry LOSS = entry("loss", "L");
    private static final GlossaryEntry SLOPES = entry("∇L", "∇");
    private static final GlossaryEntry LENGTH = entry("|∇L|");
    private static final GlossaryEntry TOKEN = entry("token");
    private static final Glossary WORDS = new Glossary(List.of(ETA, LOSS, SLOPES, LENGTH, TOKEN));

    private static final String WORK = "[A-Z][^;]*, [A-Za-z][^;]*, (19|20)[0-9]{2}";

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

    /**
     * Each section of the model ends with the terms under which others know its ideas, in bold, and one or two works to
     * read on: authors, title and year between commas, and a semicolon between two.
     */
    @Test
    void eachSectionFrom10OnEndsWithTermsOfItsFieldAndWorksToReadOn() {
        for (Section section : ShippedCourse.COURSE.sections()) {
            if (section.id().compareTo("10") >= 0) {
                List<List<Block>> pages = section.lesson().orElseThrow().pages();
                List<Block> last = pages.get(pages.size() - 1);
                assertThat(last.get(last.size() - 1)).as(section.id()).isInstanceOf(Block.Paragraph.class);
                Line line = ((Block.Paragraph) last.get(last.size() - 1)).text();
                assertThat(line.plain())
                        .as(section.id())
                        .matches("Elsewhere: .*\\. Read on: (" + WORK + "; )?" + WORK + "\\.");
                List<String> terms = bold(line);
                assertThat(terms)
                        .as(section.id())
                        .hasSizeGreaterThanOrEqualTo(3)
                        .allSatisfy(GlossaryTest::isExplained);
                assertThat(terms).as(section.id()).anyMatch(term -> ShippedCourse.COURSE
                        .glossary()
                        .named(term)
                        .page()
                        .startsWith(section.id()));
            }
        }
    }

    private static void isExplained(String term) {
        assertThat(ShippedCourse.COURSE.glossary().find(term)).as(term).isPresent();
    }

    /** Returns the texts in bold. A blank where a line of the file ends is not bold. */
    private static List<String> bold(Line line) {
        StringBuilder texts = new StringBuilder();
        for (Line.Span span : line.spans()) {
            boolean counts = span.weight() == Weight.BOLD || span.text().isBlank();
            texts.append(counts ? span.text() : "\n");
        }
        return texts.toString().lines().filter(text -> !text.isBlank()).toList();
    }

    /** The names by which somebody who knows the field looks for what this course teaches. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "residual stream",
                "teacher forcing",
                "nucleus sampling",
                "Chinchilla",
                "neural scaling law",
                "induction head",
                "KL divergence",
                "policy gradient",
                "REINFORCE",
                "GRPO",
                "reward hacking",
                "Goodhart's law"
            })
    void aTermOfTheFieldIsFoundWithItsMeaningAndOnAPage(String term) {
        ShippedCourse.COURSE.lessons(); // a search looks through lessons that were read
        CourseSearch found = CourseSearch.of(term, ShippedCourse.COURSE);
        assertThat(found.word()).isPresent();
        assertThat(found.places()).isNotEmpty();
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
