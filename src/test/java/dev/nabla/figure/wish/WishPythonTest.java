package dev.nabla.figure.wish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.nabla.Draws;
import dev.nabla.Programs;
import dev.nabla.Slow;
import dev.nabla.TestsFigures;
import dev.nabla.figure.CodeLine;
import dev.nabla.figure.FigureState;
import dev.nabla.figure.catalog.Figures;
import dev.nabla.math.Vector;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The Python program of FIG.26 makes the same wish: its rewards are those of the figure. */
@TestsFigures
@Slow
@ExtendWith(Draws.class)
class WishPythonTest {
    private static final double ROUNDING = 1e-12;

    /** Most lines beyond those of the printed GPT. */
    private static final int MOST_MORE = 40;

    @TempDir
    Path folder;

    /** Rewards that the slopes have changed. Early models write no palindromes, so most of its groups are left out. */
    static List<String> wishes() {
        List<String> wishes = List.of(
                "steps=4",
                "steps=5 beta=0 seed=2 first=20",
                "steps=3 wish=many-a group=8 eta=0.05 first=7",
                "steps=6 wish=palindrome group=4 eta=0.1 beta=0",
                "steps=3 wish=long beta=2 eta=0.05 group=5");
        return Draws.some(1, wishes, "wishes in Python");
    }

    @ParameterizedTest
    @MethodSource("wishes")
    void printsTheRewardsOfTheFigure(String settings) throws IOException, InterruptedException {
        Map<String, String> knobs = settings(settings);
        List<String> printed = Programs.python(folder, program(knobs));
        Map<String, String> same = new HashMap<>(knobs);
        same.putIfAbsent("first", "20");
        WishModel model = FigureState.of(new WishFigure()).set(same).model();
        Vector rewards = WishResults.of(model).groupRewards();
        List<String> wished = printed.subList(printed.size() - rewards.size(), printed.size());
        for (int i = 0; i < rewards.size(); i++) {
            String[] line = wished.get(i).split(" ");
            assertThat(line[0]).isEqualTo(String.valueOf(i + 1));
            assertThat(Double.parseDouble(line[1])).as(settings).isCloseTo(rewards.get(i), within(ROUNDING));
        }
    }

    @Test
    void isThePrintedGptAndAFewLinesMore() {
        List<String> gpt = CodeLine.program(
                        FigureState.of(Figures.named("train")).code())
                .lines()
                .toList();
        List<String> wish = program(Map.of()).lines().toList();
        assertThat(wish).hasSizeLessThanOrEqualTo(gpt.size() + MOST_MORE).allMatch(line -> line.length() <= 79);
        assertThat(wish.subList(1, 110)).isEqualTo(gpt.subList(1, 110));
        assertThat(wish).contains("# prints the rewards of nabla solve wish --first 20 --steps 20 --get");
    }

    private static Map<String, String> settings(String text) {
        Map<String, String> knobs = new HashMap<>();
        for (String setting : text.split(" ")) {
            knobs.put(setting.substring(0, setting.indexOf('=')), setting.substring(setting.indexOf('=') + 1));
        }
        return knobs;
    }

    private static String program(Map<String, String> knobs) {
        return CodeLine.program(FigureState.of(new WishFigure()).set(knobs).code());
    }
}
