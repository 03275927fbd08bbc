package dev.nabla.figure.matmul;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.TestsFigures;
import dev.nabla.figure.FigureState;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Font;
import dev.nabla.frame.Glyphs;
import dev.nabla.frame.Size;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestsFigures
class MatmulPictureTest {
    private static List<String> body(FigureState<?> figure, int width, int height) {
        Canvas canvas = new Canvas(new Size(width, height), Font.of(Glyphs.BRAILLE));
        figure.body(canvas);
        return canvas.frame().rows();
    }

    /** A has {@code 100 i + 10} in all places of row i, B and C have small numbers. */
    private static FigureState<?> square(int side, int row) {
        String a = IntStream.rangeClosed(1, side)
                .mapToObj(i -> IntStream.range(0, side).mapToObj(j -> i + "10").collect(Collectors.joining(",")))
                .collect(Collectors.joining(";"));
        String b = IntStream.range(0, side)
                .mapToObj(i -> IntStream.range(0, side).mapToObj(j -> "0").collect(Collectors.joining(",")))
                .collect(Collectors.joining(";"));
        return FigureState.of(new MatmulFigure()).set(Map.of("a", a, "b", b, "cell", row + ",1"));
    }

    @ParameterizedTest
    @CsvSource({"80,18", "80,13", "60,14", "60,12", "120,31"})
    void noRowIsLeftOutWithoutAMarkAndTheChosenOneStandsThere(int width, int height) {
        for (int side = 1; side <= 9; side++) {
            for (int row = 1; row <= side; row++) {
                List<String> drawn = body(square(side, row), width, height);
                String text = String.join("\n", drawn);
                assertThat(text).contains(row + "10");
                for (int i = 1; i <= side; i++) {
                    String number = i + "10";
                    if (!text.contains(number)) {
                        assertThat(text)
                                .as(number + " of " + side + "\n" + text)
                                .contains("⋮");
                        assertThat(drawn).anyMatch(line -> line.matches("[ i]* " + 1 + "?\\d* *│.*⋮.*|.*│ +⋮.*"));
                    }
                }
            }
        }
    }

    @Test
    void theRowThatAGuessAsksAboutIsOnTheScreenInsideItsBox() {
        String text = String.join("\n", body(FigureState.of(new MatmulFigure()), 80, 13));
        assertThat(text)
                .contains("│   4      5      6  │", "│  139    154 │", "└─")
                .doesNotContain("⋮");
    }

    /** The eight rows that a guess leaves on a screen of 60x20 hold all of A, B and C. */
    @Test
    void inLittleRoomEveryRowFindsItsPlace() {
        FigureState<?> guessed = FigureState.of(new MatmulFigure()).set("cell", "2,1");
        assertThat(guessed.leastRows()).isEqualTo(7);
        assertThat(String.join("\n", body(guessed, 60, 8)))
                .contains("7     8", "9    10", "11    12", "1     2     3", "58    64", "4     5     6", "139   154")
                .contains("i=2")
                .doesNotContain("⋮");
        FigureState<?> larger = guessed.set(Map.of("a", "1;2;3;4;5;6;7;8", "b", "1,2"));
        assertThat(larger.leastRows()).isEqualTo(12);
    }

    @Test
    void theSentenceSaysWhichRowOfCAChangedEntryMoved() {
        FigureState<?> start = FigureState.of(new MatmulFigure()).set("cell", "2,1");
        assertThat(start.sentence()).isEqualTo("Row 2 of A meets column 1 of B in the cell C₂₁ = 139");
        assertThat(start.set("a", "1,2,3;5,5,6").sentence())
                .isEqualTo("4 became 5, and row 2 of C moved: by 7 and by 8");
        assertThat(start.set("a", "1,2,3;5,5,7").sentence()).startsWith("Row 2 of A meets");
    }

    @Test
    void aChangedEntryShowsByHowMuchItsRowOfCMoved() {
        FigureState<?> changed = FigureState.of(new MatmulFigure()).set("a", "1,2,3;5,5,6");
        assertThat(String.join("\n", body(changed, 80, 18)))
                .contains("146    162 │  +7  +8")
                .doesNotContain("64 │  +");
    }
}
