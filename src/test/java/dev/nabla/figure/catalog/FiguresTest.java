package dev.nabla.figure.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.figure.Fact;
import dev.nabla.figure.Figure;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is known of a figure without making it, or without working out its model. */
class FiguresTest {
    static List<Figure<?>> figures() {
        return Figures.all();
    }

    @Test
    void theListedNamesAreThoseOfTheFigures() {
        assertThat(figures().stream().map(Figure::id)).containsExactlyElementsOf(Figures.ids());
    }

    @Test
    void theOperationsAreTheFiguresThatSaySo() {
        assertThat(figures().stream()
                        .filter(figure -> figure.info().isOperation())
                        .map(Figure::id))
                .containsExactlyElementsOf(Figures.operations());
    }

    @ParameterizedTest
    @MethodSource("figures")
    void theFactsOnRequestAreThoseThatAreMarkedSo(Figure<?> figure) {
        assertThat(onRequest(figure)).isEqualTo(figure.factsOnRequest());
    }

    private static <M extends Record> List<String> onRequest(Figure<M> figure) {
        return figure.facts(figure.start()).stream()
                .filter(Fact::onRequest)
                .map(Fact::name)
                .toList();
    }
}
