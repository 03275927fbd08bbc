package dev.nabla.figure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.TestsFigures;
import dev.nabla.figure.catalog.Figures;
import dev.nabla.figure.softmax.SoftmaxFigure;
import dev.nabla.frame.Glyphs;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@TestsFigures
class SymbolsTest {
    static List<Figure<?>> figures() {
        return Figures.all();
    }

    @ParameterizedTest
    @MethodSource("figures")
    void everySymbolCanBeDrawnOnEveryTerminal(Figure<?> figure) {
        assertThat(symbols(figure))
                .allSatisfy(symbol -> assertThat(symbol).isNotBlank().matches(text -> text.chars()
                        .allMatch(c -> Glyphs.QUADRANT.allows((char) c))));
    }

    @ParameterizedTest
    @MethodSource("figures")
    void noNameStandsForTwoFacts(Figure<?> figure) {
        assertThat(names(figure)).doesNotHaveDuplicates();
    }

    private static <M extends Record> Stream<String> names(Figure<M> figure) {
        return figure.facts(figure.start()).stream().map(Fact::name);
    }

    private static <M extends Record> Stream<String> symbols(Figure<M> figure) {
        return Stream.concat(
                figure.knobs().stream().map(knob -> knob.info().symbol()),
                figure.facts(figure.start()).stream().map(Fact::symbol));
    }

    @Test
    void aFactIsCalledAsThePictureCallsIt() {
        List<Fact> facts = new SoftmaxFigure().facts(new SoftmaxFigure().start());
        assertThat(FactPath.parse("entropy_bits").resolve(facts).symbol()).isEqualTo("entropy");
        assertThat(FactPath.parse("p[2]").resolve(facts).symbol()).isEqualTo("p₂");
        assertThat(FactPath.parse("argmax").resolve(facts).symbol()).isEqualTo("winner");
    }

    @Test
    void placesAreSubscriptsAsLongAsThereAreSuch() {
        assertThat(Subscript.of("L", List.of())).isEqualTo("L");
        assertThat(Subscript.of("p", List.of(5))).isEqualTo("p₅");
        assertThat(Subscript.of("p", List.of(6))).isEqualTo("p[6]");
        assertThat(Subscript.of("C", List.of(1, 2))).isEqualTo("C₁₂");
        assertThat(Subscript.of("C", List.of(1, 12))).isEqualTo("C[1,12]");
        assertThat(Subscript.of("p", List.of(0))).isEqualTo("p[0]");
    }
}
