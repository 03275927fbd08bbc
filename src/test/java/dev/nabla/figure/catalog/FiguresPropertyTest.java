package dev.nabla.figure.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.Draws;
import dev.nabla.Slow;
import dev.nabla.TestsFigures;
import dev.nabla.figure.Figure;
import dev.nabla.figure.FigureState;
import dev.nabla.figure.Knob;
import dev.nabla.figure.Samples;
import dev.nabla.figure.Settings;
import dev.nabla.figure.ShellCommand;
import dev.nabla.figure.Stride;
import dev.nabla.figure.Value;
import dev.nabla.figure.ViewState.Focus;
import dev.nabla.figure.ViewState.Mode;
import dev.nabla.frame.Cell;
import dev.nabla.frame.Font;
import dev.nabla.frame.Frame;
import dev.nabla.frame.Glyphs;
import dev.nabla.frame.Handle;
import dev.nabla.frame.Size;
import dev.nabla.frame.Weight;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every figure, at every size and glyph level, whatever its numbers. */
@TestsFigures
@Slow
@ExtendWith(Draws.class)
@Timeout(value = 120, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
public class FiguresPropertyTest {
    private static final List<Size> SIZES = Stream.of(
                    "1x1", "20x5", "39x8", "40x9", "48x12", "59x18", "60x19", "60x20", "79x23", "80x23", "80x24",
                    "110x31", "120x36", "300x100")
            .map(FiguresPropertyTest::size)
            .toList();

    private static Size size(String text) {
        String[] parts = text.split("x");
        return new Size(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
    }

    /** Figure, model and its text for the report. */
    public static Stream<Arguments> models() {
        return Samples.figures().stream().flatMap(FiguresPropertyTest::models);
    }

    private static <M extends Record> Stream<Arguments> models(Figure<M> figure) {
        return Samples.drawn(figure).stream().map(model -> {
            String command = ShellCommand.solving(figure, model);
            return Arguments.of(command.substring(0, Math.min(90, command.length())), FigureState.of(figure, model));
        });
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("models")
    void aFrameIsNeverBlankAndHasItsCellsItsLevelsGlyphsAndItsHandlesInside(String name, FigureState<?> live) {
        for (Size size : Draws.some(5, SIZES, "never blank" + name)) {
            for (Glyphs glyphs : Glyphs.values()) {
                Frame frame = live.view(size, Font.of(glyphs));
                String as = size + " in " + glyphs;
                assertThat(frame.size()).isEqualTo(size);
                assertThat(frame.cells()).as(as).hasSize(size.width() * size.height());
                assertThat(frame.cells().stream().map(Cell::glyph).filter(glyph -> !glyphs.allows(glyph)))
                        .as(as)
                        .isEmpty();
                assertThat(String.join("", frame.rows())).as(as).isNotBlank();
                assertThat(frame.handles().stream().map(Handle::area))
                        .as(as)
                        .allMatch(area -> area.x() >= 0
                                && area.y() >= 0
                                && area.width() > 0
                                && area.height() > 0
                                && area.x() + area.width() <= size.width()
                                && area.y() + area.height() <= size.height());
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("models")
    void equalArgumentsGiveEqualFrames(String name, FigureState<?> live) {
        Size size = new Size(120, 36);
        assertThat(live.view(size, Font.of(Glyphs.BRAILLE))).isEqualTo(live.view(size, Font.of(Glyphs.BRAILLE)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("models")
    void whateverIsDoneToItItCanStillBeDrawn(String name, FigureState<?> live) {
        List<Size> sizes = List.of(new Size(48, 12), new Size(60, 19), new Size(80, 23));
        for (FigureState<?> played : played(4, live, name)) {
            for (Mode mode : Mode.values()) {
                FigureState<?> shown = mode == Mode.PICTURE ? played : played.show(mode);
                for (Size size : Draws.some(1, sizes, name + played.cursor() + mode)) {
                    assertThat(shown.view(size, Font.of(Glyphs.ASCII)).cells()).hasSize(size.width() * size.height());
                }
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("models")
    void theFirstClauseOfTheSentenceFitsSixtyColumnsInEveryScript(String name, FigureState<?> live) {
        for (FigureState<?> played : played(10, live, name)) {
            for (Glyphs glyphs : Glyphs.values()) {
                assertThat(firstClause(played, glyphs))
                        .satisfies(
                                clause -> assertThat(clause.length()).as(clause).isLessThanOrEqualTo(58));
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("models")
    void onSmallScreensTheFirstClauseIsWrappedAndNotCut(String name, FigureState<?> live) {
        List<Size> sizes = List.of(new Size(40, 10), new Size(48, 12), new Size(59, 18));
        for (FigureState<?> played : played(4, live, name)) {
            for (Size size : Draws.some(1, sizes, name + played.cursor())) {
                Frame frame = played.view(size, Font.of(Glyphs.ASCII));
                assertThat(words(String.join(" ", frame.rows()))).contains(words(firstClause(played, Glyphs.ASCII)));
            }
        }
    }

    /** The text without its blanks, which may have become ends of lines. */
    private static String words(String text) {
        return text.replace(" ", "");
    }

    private static <M extends Record> String firstClause(FigureState<M> live, Glyphs glyphs) {
        return glyphs.spell(
                live.figure().sentence(live.model(), live.cursor()).get(0).plain());
    }

    /** The models of figures with a picture; words mark the focus, but reverse nothing. */
    static Stream<Arguments> pictures() {
        return models().filter(model -> hasPicture((FigureState<?>) model.get()[1]));
    }

    private static boolean hasPicture(FigureState<?> live) {
        return !(live.figure() instanceof Figure.WithoutPicture<?>);
    }

    @ParameterizedTest(name = "{0}", allowZeroInvocations = true) // with -Dfigure=norm
    @MethodSource("pictures")
    void theFocusIsTellableWithoutColourAndAtMostTwoFieldsAreReversed(String name, FigureState<?> live) {
        List<Size> sizes = List.of(new Size(60, 19), new Size(80, 23), new Size(120, 35));
        for (Focus spot : Draws.some(10, live.spots(), "focus" + name)) {
            FigureState<?> there = live.take(spot);
            for (Size size : Draws.some(2, sizes, name + spot)) {
                Frame frame = there.view(size, Font.of(Glyphs.BRAILLE));
                List<Integer> reversed = reversedRows(frame);
                String as = spot + " at " + size;
                assertThat(reversed).as(as).hasSizeBetween(1, 2);
                assertThat(reversed).as(as).anyMatch(row -> frame.row(row).contains("►"));
            }
        }
    }

    /** The row of every reversed field: a run of reversed cells. */
    private static List<Integer> reversedRows(Frame frame) {
        List<Integer> rows = new ArrayList<>();
        for (int y = 0; y < frame.size().height(); y++) {
            boolean inside = false;
            for (int x = 0; x < frame.size().width(); x++) {
                boolean reverse = frame.cell(x, y).weight() == Weight.REVERSE;
                if (reverse && !inside) {
                    rows.add(y);
                }
                inside = reverse;
            }
        }
        return rows;
    }

    static Stream<Arguments> figures() {
        return Samples.figures().stream().map(figure -> Arguments.of(figure.id(), FigureState.of(figure)));
    }

    static Stream<Arguments> drawn() {
        return figures().filter(figure -> hasPicture((FigureState<?>) figure.get()[1]));
    }

    @ParameterizedTest(name = "{0}", allowZeroInvocations = true) // with -Dfigure=norm
    @MethodSource("drawn")
    void theFocusIsReversedBehindItsMarkAndAtMostTheResultBesides(String name, FigureState<?> live) {
        for (Size size : List.of(new Size(60, 19), new Size(80, 23), new Size(120, 35))) {
            List<List<String>> reversed = new ArrayList<>();
            for (FigureState<?> there : focused(live)) {
                Frame frame = there.view(size, Font.of(Glyphs.BRAILLE));
                String as = there.cursor().spot() + " at " + size;
                boolean isTheResult = there.cursor().isFocused("cell");
                assertThat(reversedRows(frame)).as(as).hasSizeBetween(1, isTheResult ? 1 : 2);
                if (!isTheResult) {
                    assertThat(rowsReversedBehindTheMark(frame)).as(as).isEqualTo(1);
                }
                reversed.add(reversedCells(frame));
            }
            assertThat(reversed).as("at %s", size).doesNotHaveDuplicates();
        }
    }

    /** How many rows have a reversed field to the right of a bold mark. */
    private static int rowsReversedBehindTheMark(Frame frame) {
        int rows = 0;
        for (int y = 0; y < frame.size().height(); y++) {
            boolean marked = false;
            boolean behind = false;
            for (int x = 0; x < frame.size().width(); x++) {
                Cell cell = frame.cell(x, y);
                marked |= cell.glyph() == '►' && cell.weight() == Weight.BOLD;
                behind |= marked && cell.weight() == Weight.REVERSE;
            }
            rows += behind ? 1 : 0;
        }
        return rows;
    }

    /** Every reversed cell with the text of its row, for knobs can share a row where there is room for one. */
    private static List<String> reversedCells(Frame frame) {
        List<String> places = new ArrayList<>();
        int width = frame.size().width();
        for (int k = 0; k < frame.cells().size(); k++) {
            if (frame.cells().get(k).weight() == Weight.REVERSE) {
                places.add(k + frame.row(k / width));
            }
        }
        return places;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("figures")
    void aPinIsShownAtEverySizeByTheFiguresThatCompare(String name, FigureState<?> live) {
        FigureState<?> pinned = live.pin();
        assertThat(pinned.cursor().pinned().isPresent())
                .isEqualTo(live.figure().info().compares());
        for (Size size : List.of(new Size(60, 19), new Size(80, 23), new Size(120, 35))) {
            Frame with = pinned.nudge(1, 0, Stride.COARSE).view(size, Font.of(Glyphs.ASCII));
            Frame without = live.nudge(1, 0, Stride.COARSE).view(size, Font.of(Glyphs.ASCII));
            assertThat(!with.equals(without))
                    .as(size.toString())
                    .isEqualTo(live.figure().info().compares());
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("models")
    void theCommandOfAModelReadsBackToTheSameAnswer(String name, FigureState<?> live) {
        readsBack(live);
    }

    private static <M extends Record> void readsBack(FigureState<M> live) {
        Figure<M> figure = live.figure();
        Map<String, Value> options = new LinkedHashMap<>();
        String[] words = ShellCommand.solving(figure, live.model()).split(" --");
        for (String option : List.of(words).subList(1, words.length)) {
            int blank = option.indexOf(' ');
            options.put(
                    option.substring(0, blank),
                    new Value.Word(option.substring(blank + 1).replace("'", "")));
        }
        List<Knob<M, ?>> knobs = figure.info().isOperation() ? figure.inputs() : figure.knobs();
        assertThat(figure.facts(Settings.take(figure.id(), knobs, figure.start(), options)))
                .isEqualTo(figure.facts(live.model()));
    }

    /** Some plays, in all tests the same first ones, so that what they train is trained once. */
    private static <M extends Record> List<FigureState<M>> played(int most, FigureState<M> live, String name) {
        FigureState<M> opened = FigureState.of(live.figure(), live.model());
        return Draws.some(most, Samples.plays(live.figure(), live.model()), "played" + name).stream()
                .map(play -> play.apply(opened))
                .toList();
    }

    private static <M extends Record> List<FigureState<M>> focused(FigureState<M> live) {
        return live.spots().stream().map(spot -> live.take(spot)).toList();
    }
}
