package dev.nabla.figure.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.TestsFigures;
import dev.nabla.figure.Fact;
import dev.nabla.figure.Figure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is known of a figure without making it, or without working out its model. */
@TestsFigures
class FiguresTest {
    static List<Figure<?>> figures() {
        return Figures.all();
    }

    @Test
    void everyFolderWithAFigureIsNamedInTheCatalog() throws IOException {
        try (Stream<Path> folders = Files.list(Path.of("src/main/java/dev/nabla/figure"))) {
            List<String> unnamed = folders.map(folder -> folder.getFileName().toString())
                    .filter(id -> Files.exists(file(id)) && !Figures.ids().contains(id))
                    .toList();
            assertThat(unnamed)
                    .withFailMessage("add %s to IDS and to the switch in figure/catalog/Figures.java", unnamed)
                    .isEmpty();
        }
    }

    private static Path file(String id) {
        String name = Character.toUpperCase(id.charAt(0)) + id.substring(1);
        return Path.of("src/main/java/dev/nabla/figure", id, name + "Figure.java");
    }

    @Test
    void theListedNamesAreThoseOfTheFigures() {
        assertThat(figures().stream().map(Figure::id))
                .withFailMessage(
                        "the id in a figure's info() differs from its name in IDS of figure/catalog/Figures.java")
                .containsExactlyElementsOf(Figures.ids());
    }

    @Test
    void theOperationsAreTheFiguresThatSaySo() {
        assertThat(figures().stream()
                        .filter(figure -> figure.info().isOperation())
                        .map(Figure::id))
                .withFailMessage(
                        "PICTURES in figure/catalog/Figures.java must name exactly the figures whose info() is no operation")
                .containsExactlyElementsOf(Figures.operations());
    }

    @ParameterizedTest
    @MethodSource("figures")
    void theFactsOnRequestAreThoseThatAreMarkedSo(Figure<?> figure) {
        assertThat(figure.factsOnRequest())
                .withFailMessage(
                        "the quantities() of %s that are on request must be those of its facts(): %s",
                        figure.id(), onRequest(figure))
                .isEqualTo(onRequest(figure));
    }

    private static <M extends Record> List<String> onRequest(Figure<M> figure) {
        return figure.facts(figure.start()).stream()
                .filter(Fact::onRequest)
                .map(Fact::name)
                .toList();
    }
}
