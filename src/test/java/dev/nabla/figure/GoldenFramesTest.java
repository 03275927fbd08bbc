package dev.nabla.figure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.Table;
import dev.nabla.figure.ViewState.Mode;
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
import org.junit.jupiter.api.Test;

/** Every figure in its telling states, as a list of actions leads there, at the sizes and glyph levels where they tell it. */
class GoldenFramesTest {
    @Table
    void theFrameIsTheOneKept(String state, String shots, String settings, String actions) {
        FigureState<?> live = played(Figures.named(state.split("-")[0]), settings == null ? "" : settings, actions);
        for (String shot : shots.split(" ")) {
            String[] part = shot.split("[x-]");
            Size size = new Size(Integer.parseInt(part[0]), Integer.parseInt(part[1]));
            Glyphs glyphs = Glyphs.valueOf(part[2].toUpperCase(Locale.ROOT));
            Golden.check(state + "-" + shot, live.view(size, Font.of(glyphs)));
        }
    }

    private static <M extends Record> FigureState<M> played(Figure<M> figure, String settings, String actions) {
        FigureState<M> live =
                FigureState.of(figure, Settings.apply(figure, figure.start(), Samples.settings(settings)));
        for (String action : actions == null ? new String[0] : actions.split(", ")) {
            live = after(live, action.split(" "));
        }
        return live;
    }

    private static <M extends Record> FigureState<M> after(FigureState<M> live, String[] words) {
        return switch (words[0]) {
            case "step" -> live.step(Integer.parseInt(words[1]));
            case "focus" -> live.focus(Integer.parseInt(words[1]));
            case "nudge" -> live.nudge(Integer.parseInt(words[1]), Integer.parseInt(words[2]), Stride.COARSE);
            case "drag" -> live.drag(new Focus(words[1], 0), Double.parseDouble(words[2]), 0, false);
            case "play" -> live.play(words[1]);
            case "show" -> live.show(Mode.valueOf(words[1]));
            case "pin" -> live.pin();
            case "burst" -> live.burst();
            case "jump" -> live.scrub(-Integer.MAX_VALUE);
            default -> throw new IllegalArgumentException(words[0]);
        };
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
