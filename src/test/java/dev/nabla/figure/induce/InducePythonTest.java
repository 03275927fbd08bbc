package dev.nabla.figure.induce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.nabla.Programs;
import dev.nabla.Slow;
import dev.nabla.TestsFigures;
import dev.nabla.figure.CodeLine;
import dev.nabla.figure.FigureState;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Python program of FIG.22 trains the same model on the same texts: its numbers are those of the figure. */
@TestsFigures
@Slow
class InducePythonTest {
    private static final double ROUNDING = 1e-12;

    @TempDir
    Path folder;

    @Test
    void printsTheRateTheLossAndTheGuessOfTheFigure() throws IOException, InterruptedException {
        InduceModel model = new InduceFigure().start().withSeed(2).withOff(3).withSteps(1);
        List<String> printed = Programs.python(folder, program(model));
        InduceResults all = InduceResults.of(model);
        assertThat(printed).hasSize(3);
        double first = model.film().snapshot(1).losses().toArray()[0];
        requireSame(printed.get(0).split(" ")[1], first);
        requireSame(printed.get(1).split(" ")[1], all.copies().rate());
        requireSame(printed.get(1).split(" ")[3], all.copies().loss());
        assertThat(printed.get(2)).startsWith(all.next() + " ");
        requireSame(printed.get(2).split(" ")[1], all.p());
    }

    private static void requireSame(String printed, double number) {
        assertThat(Double.parseDouble(printed)).isCloseTo(number, within(ROUNDING));
    }

    @Test
    void isTakenHomeInLinesThatFit() {
        assertThat(program(new InduceFigure().start()).lines()).allMatch(line -> line.length() <= 79);
    }

    private static String program(InduceModel model) {
        return CodeLine.program(FigureState.of(new InduceFigure(), model).code());
    }
}
