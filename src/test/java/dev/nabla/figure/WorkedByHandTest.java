package dev.nabla.figure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.Table;
import dev.nabla.TestsFigures;
import dev.nabla.figure.catalog.Figures;
import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Facts of the course, facts that a hand works out, and facts at the edges of the doubles. */
@TestsFigures
class WorkedByHandTest {
    private static final Pattern FACT = Pattern.compile("([^=~]+)([=~])(.*)");

    /** Behind {@code =} stands the fact itself, behind {@code ~} what it rounds to. */
    @Table
    void theFactsAreThose(String id, String settings, String facts) {
        requireFacts(facts, facts(Figures.named(id), settings == null ? "" : settings));
    }

    /** Some results of a picture have other names than those that are printed. */
    @Table
    void theFactsOfThePictureAreThose(String id, String settings, String facts) {
        requireFacts(facts, pictureFacts(Figures.named(id), settings == null ? "" : settings));
    }

    private static void requireFacts(String facts, List<Fact> found) {
        for (String said : facts.split(" ")) {
            Matcher fact = FACT.matcher(said);
            assertThat(fact.matches()).isTrue();
            String value = FactPath.parse(fact.group(1)).resolve(found).value().text();
            if (fact.group(2).equals("=")) {
                assertThat(value).as(said).isEqualTo(fact.group(3).replace('_', ' '));
            } else {
                requireAbout(said, value.split(","), fact.group(3).split(","));
            }
        }
    }

    private static void requireAbout(String said, String[] values, String[] rounded) {
        assertThat(values).as(said).hasSameSizeAs(rounded);
        for (int i = 0; i < values.length; i++) {
            BigDecimal value = new BigDecimal(values[i]);
            BigDecimal expected = new BigDecimal(rounded[i]);
            BigDecimal off = value.subtract(expected).abs().multiply(BigDecimal.valueOf(2));
            assertThat(off).as(said + ": " + value).isLessThanOrEqualTo(expected.ulp());
        }
    }

    private static <M extends Record> List<Fact> facts(Figure<M> figure, String settings) {
        return figure.facts(Settings.apply(figure, figure.start(), Samples.settings(settings)));
    }

    private static <M extends Record> List<Fact> pictureFacts(Figure<M> figure, String settings) {
        return figure.pictureFacts(Settings.apply(figure, figure.start(), Samples.settings(settings)));
    }
}
