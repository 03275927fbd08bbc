package dev.nabla.figure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.Table;
import dev.nabla.TestsFigures;
import dev.nabla.figure.catalog.Figures;
import dev.nabla.frame.Font;
import dev.nabla.frame.Glyphs;
import dev.nabla.frame.Size;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * Every figure in the states that show what it is for, reached by lists of actions, at the sizes and glyph levels that
 * matter.
 */
@TestsFigures
@Order(Integer.MAX_VALUE) // it trains most of what others ask for
class GoldenFramesTest {
    @Table
    void theFrameIsTheOneKept(String state, String shots, String settings, String actions) {
        FigureState<?> live = Played.of(state.split("-")[0], settings, actions);
        for (String shot : shots.split(" ")) {
            String[] part = shot.split("[x-]");
            Size size = new Size(Integer.parseInt(part[0]), Integer.parseInt(part[1]));
            Glyphs glyphs = Glyphs.valueOf(part[2].toUpperCase(Locale.ROOT));
            Golden.check(state + "-" + shot, live.view(size, Font.of(glyphs)));
        }
    }

    @Test
    void everyFigureHasAFrame() throws IOException {
        Set<String> drawn = Table.Rows.of(GoldenFramesTest.class, "theFrameIsTheOneKept")
                .map(row -> row[0].split("-")[0])
                .collect(Collectors.toSet());
        List<String> missing =
                Figures.ids().stream().filter(id -> !drawn.contains(id)).toList();
        assertThat(missing)
                .withFailMessage(
                        "add rows of telling states to src/test/resources/tables/GoldenFramesTest.txt for %s, then run"
                                + " mvn -q test -Dupdate -Dtest=GoldenFramesTest and look at the frames",
                        missing)
                .isEmpty();
    }

    @Test
    void noFrameIsKeptThatNothingDraws() throws IOException {
        Set<String> drawn = Table.Rows.of(GoldenFramesTest.class, "theFrameIsTheOneKept")
                .flatMap(row -> Stream.of(row[1].split(" ")).map(shot -> row[0] + "-" + shot + ".txt"))
                .collect(Collectors.toSet());
        try (Stream<Path> kept = Files.list(Golden.FOLDER)) {
            List<Path> stale = kept.filter(
                            file -> !drawn.contains(file.getFileName().toString()))
                    .toList();
            if (Golden.isUpdating()) {
                for (Path file : stale) {
                    Files.delete(file);
                }
            } else {
                assertThat(stale)
                        .withFailMessage(
                                "no row of GoldenFramesTest.txt draws %s; mvn -q test -Dupdate -Dtest=GoldenFramesTest"
                                        + " deletes what is left over",
                                stale)
                        .isEmpty();
            }
        }
    }
}
