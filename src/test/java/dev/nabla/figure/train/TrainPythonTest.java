package dev.nabla.figure.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.nabla.Draws;
import dev.nabla.Programs;
import dev.nabla.Slow;
import dev.nabla.TestsFigures;
import dev.nabla.figure.CodeLine;
import dev.nabla.figure.FigureState;
import dev.nabla.figure.Settings;
import dev.nabla.figure.part.GptProgram;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The Python program of FIG.16 trains the same model: its losses and names are those of the figure. */
@TestsFigures
@Slow
@ExtendWith(Draws.class)
class TrainPythonTest {
    /**
     * Most difference of two losses, relative above 1. Sums in another order and another exp change the last digits:
     * 1.5e-15 is the most that was seen in these recipes.
     */
    private static final double ROUNDING = 1e-12;

    @TempDir
    Path folder;

    /** The recipe of microgpt.py, all 20 steps, and recipes that change one thing in a smaller model. */
    static List<String> recipes() {
        List<String> recipes = List.of(
                "seed=1",
                "n_embd=8 cut=heads",
                "n_embd=8 cut=mlp",
                "n_embd=8 cut=residual",
                "n_embd=8 cut=norm",
                "n_embd=8 cut=place",
                "n_embd=8 optimizer=sgd eta=0.3",
                "n_embd=8 batch=4 seed=3",
                "n_embd=4 batch=32",
                "n_embd=8 n_layer=2 n_head=2",
                "n_embd=4 n_head=1 of=7 tau=1.5 seed=9223372036854775807");
        return Draws.some(1, recipes, "recipes in Python");
    }

    @ParameterizedTest
    @MethodSource("recipes")
    void printsTheLossesOfTheFigureAndItsNames(String settings) throws IOException, InterruptedException {
        TrainModel model = model(settings);
        List<String> printed = run(model);
        int steps = GptProgram.steps(model.recipe());
        double[] losses = model.film().snapshot(steps).losses().toArray();
        for (int i = 0; i < steps; i++) {
            String[] line = printed.get(i).split(" ");
            assertThat(line[0]).isEqualTo(String.valueOf(i + 1));
            assertThat(Double.parseDouble(line[1]))
                    .as("%s, step %d", settings, i + 1)
                    .isCloseTo(losses[i], within(ROUNDING * Math.max(1, losses[i])));
        }
        assertThat(printed.subList(steps, printed.size())).isEqualTo(model.samples(5, steps));
    }

    /** At a rate of 1 a difference in the last digit grows, but no share that becomes 0 ends the program. */
    @Test
    void aRateOfOneEndsInNoError() throws IOException, InterruptedException {
        TrainModel model = model("n_embd=8 eta=1");
        double loss = model.film().snapshot(20).losses().toArray()[19];
        assertThat(Double.parseDouble(run(model).get(19).split(" ")[1])).isCloseTo(loss, within(0.01 * loss));
    }

    @Test
    void saysFirstThatItCannotFollowACutMask() {
        assertThat(program(model("cut=mask")).lines().findFirst())
                .hasValueSatisfying(line -> assertThat(line).endsWith("it keeps the mask, so the numbers differ"));
    }

    /** What is taken home is read in a terminal of 80 columns, and the groups are found by their numbers. */
    @Test
    void isTenGroupsOfLinesThatFit() {
        String program = program(model("steps=20"));
        assertThat(program.lines()).allMatch(line -> line.length() <= 79);
        assertThat(program.lines().filter(line -> line.matches("# [0-9]+ .*")).map(line -> line.split(" ")[1]))
                .containsExactly("1", "2", "3", "4", "5", "6", "7", "8", "9", "10");
        assertThat(program).contains("# step 20: 2.891");
        assertThat(program.lines()).hasSizeLessThanOrEqualTo(140);
    }

    /** The first lines that it prints are those that its comments tell. */
    @Test
    void theCommentsTellTheNameThatIsReadFirst() throws IOException, InterruptedException {
        TrainModel model = model("steps=0");
        assertThat(program(model))
                .contains("# step 1, riordan: 3.2133", "# 4192 slopes, 1.916 long", "docs = \"\"\"riordan ");
        assertThat(run(model).get(0)).startsWith("1 3.213");
        assertThat(program(model("batch=4"))).contains("# step 1, 4 names: ");
    }

    private static TrainModel model(String settings) {
        Map<String, String> knobs = new LinkedHashMap<>();
        for (String setting : settings.split(" ")) {
            knobs.put(setting.substring(0, setting.indexOf('=')), setting.substring(setting.indexOf('=') + 1));
        }
        return Settings.apply(new TrainFigure(), TrainModel.start(), knobs);
    }

    private static String program(TrainModel model) {
        return CodeLine.program(FigureState.of(new TrainFigure(), model).code());
    }

    private List<String> run(TrainModel model) throws IOException, InterruptedException {
        return Programs.python(folder, program(model));
    }
}
