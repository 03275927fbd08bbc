package dev.nabla.figure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.Table;
import dev.nabla.TestsFigures;
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
import org.junit.jupiter.api.Test;

/** Every figure in its telling states, as a list of actions leads there, at the sizes and glyph levels where they tell it. */
@TestsFigures
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
                assertThat(stale).isEmpty();
            }
        }
    }
}
