package dev.nabla.figure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.Draws;
import dev.nabla.Slow;
import dev.nabla.TestsFigures;
import dev.nabla.frame.Cell;
import dev.nabla.frame.Font;
import dev.nabla.frame.Frame;
import dev.nabla.frame.Glyphs;
import dev.nabla.frame.Size;
import dev.nabla.frame.Tone;
import dev.nabla.output.Palette;
import dev.nabla.output.Palette.Colors;
import dev.nabla.output.Palette.Ink;
import dev.nabla.output.Palette.Theme;
import dev.nabla.output.PlainText;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What a picture shows by colour is visible without colour as well. Numbers and bars stand in labelled rows; strokes
 * need marks.
 */
@ExtendWith(Draws.class)
@TestsFigures
@Slow
class WithoutColourTest {
    private static final Size SIZE = new Size(80, 23);
    private static final Palette MONO = new Palette(Colors.MONO, Theme.DARK);
    /** How far from its stroke a name or a marker may stand, in cells. */
    private static final int NEAR = 3;

    static Stream<Figure<?>> figures() {
        return Samples.figures().stream();
    }

    @ParameterizedTest
    @MethodSource("figures")
    void ofStrokesThatLookAlikeAllButOneHaveANameOrAMarker(Figure<?> figure) {
        tried(figure);
    }

    private static <M extends Record> void tried(Figure<M> figure) {
        for (M model : Samples.drawn(figure)) {
            String where = figure.id() + " " + model;
            FigureState<M> opened = FigureState.of(figure, model);
            for (UnaryOperator<FigureState<M>> play : Draws.some(5, Samples.plays(figure, model), where)) {
                Frame frame = play.apply(opened).view(SIZE, Font.of(Glyphs.BRAILLE));
                unmarked(frame).values().forEach(tones -> assertThat(tones)
                        .as(PlainText.of(frame))
                        .hasSizeLessThanOrEqualTo(1));
            }
        }
    }

    /**
     * The tones of strokes without a mark beside them, grouped by their look in mono. A curve that others touch has the
     * tone of text.
     */
    private static Map<Ink, Set<Tone>> unmarked(Frame frame) {
        Map<Ink, Set<Tone>> unmarked = new HashMap<>();
        for (Tone tone : EnumSet.of(Tone.FIRST, Tone.SECOND, Tone.RESULT, Tone.WARN)) {
            int[] stroke =
                    places(frame, tone).filter(i -> isDrawn(at(frame, i))).toArray();
            int[] marks = places(frame, tone).filter(i -> isMark(at(frame, i))).toArray();
            if (stroke.length > NEAR
                    && IntStream.of(stroke).noneMatch(i -> IntStream.of(marks).anyMatch(j -> areNear(i, j)))) {
                unmarked.computeIfAbsent(MONO.ink(at(frame, stroke[0])), ink -> EnumSet.noneOf(Tone.class))
                        .add(tone);
            }
        }
        return unmarked;
    }

    private static IntStream places(Frame frame, Tone tone) {
        return IntStream.range(0, frame.cells().size())
                .filter(i -> meaning(at(frame, i).tone()) == tone);
    }

    private static Tone meaning(Tone tone) {
        return Set.of(Tone.PATH0, Tone.PATH1, Tone.PATH2).contains(tone) ? Tone.SECOND : tone;
    }

    private static Cell at(Frame frame, int i) {
        return frame.cells().get(i);
    }

    private static boolean isDrawn(Cell cell) {
        return Glyphs.isBraille(cell.glyph()) && cell.glyph() != '\u2800';
    }

    private static boolean isMark(Cell cell) {
        return Character.isLetter(cell.glyph()) || "●○■▲•".indexOf(cell.glyph()) >= 0;
    }

    private static boolean areNear(int i, int j) {
        int across = Math.abs(i % SIZE.width() - j % SIZE.width());
        return across <= NEAR && Math.abs(i / SIZE.width() - j / SIZE.width()) <= NEAR;
    }
}
