package dev.nabla.figure.part;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.nabla.figure.Figure;
import dev.nabla.figure.FigureState;
import dev.nabla.figure.Stride;
import dev.nabla.figure.ViewState.Focus;
import dev.nabla.figure.descent.DescentFigure;
import dev.nabla.figure.sample.SampleFigure;
import dev.nabla.figure.softmax.SoftmaxFigure;
import dev.nabla.frame.Area;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Cell;
import dev.nabla.frame.Font;
import dev.nabla.frame.Frame;
import dev.nabla.frame.Glyphs;
import dev.nabla.frame.Handle;
import dev.nabla.frame.Scale;
import dev.nabla.frame.Size;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Track;
import dev.nabla.frame.Weight;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class KnobViewTest {
    private static final SoftmaxFigure SOFTMAX = new SoftmaxFigure();
    private static final Size SIZE = new Size(40, 3);

    /** A way to draw a knob, and where its marker, the first cell of its label and the last of its value are then. */
    private record Layout(String name, int marker, int label, int value, BiConsumer<Canvas, KnobView> drawing) {
        @Override
        public String toString() {
            return name;
        }
    }

    static List<Layout> layouts() {
        return List.of(
                new Layout("row", 0, 2, 38, (canvas, knob) -> new Readout(canvas).knob(knob)),
                new Layout("table", 1, 3, 17, (canvas, knob) -> table(canvas).dial(0, knob, "bar", 1)),
                new Layout("words", 8, 10, 27, (canvas, knob) -> new KnobWord(knob).draw(canvas, 10, 0)),
                new Layout("cell", 3, -1, 9, (canvas, knob) -> new KnobCell(knob, 6)
                        .draw(canvas, 10, 0, Tone.TEXT, Weight.PLAIN)));
    }

    private static KnobTable table(Canvas canvas) {
        return new KnobTable(
                canvas,
                SOFTMAX_OPENED.cursor(),
                Track.fixed("name", 8),
                Track.fixed("value", 6),
                Track.free("bar", 10));
    }

    private static final FigureState<SoftmaxFigure.SoftmaxModel> SOFTMAX_OPENED = FigureState.of(SOFTMAX);

    private static Frame drawn(Layout layout, FigureState<SoftmaxFigure.SoftmaxModel> state) {
        Canvas canvas = new Canvas(SIZE, Font.of(Glyphs.BRAILLE));
        layout.drawing().accept(canvas, knobs(state).at("tau"));
        return canvas.frame();
    }

    private static <M extends Record> Knobs<M> knobs(FigureState<M> state) {
        return new Knobs<>(state.figure().knobs(), state.model(), state.cursor());
    }

    @ParameterizedTest
    @MethodSource("layouts")
    void whereTheKeysAreTheMarkerStandsBeforeABoldLabelAndAReversedValue(Layout layout) {
        Frame frame = drawn(layout, SOFTMAX_OPENED.take(new Focus("tau", 0)));
        assertEquals(new Cell('►', Tone.SECOND, Weight.BOLD), frame.cell(layout.marker(), 0));
        if (layout.label() >= 0) {
            assertEquals(new Cell('τ', Tone.SECOND, Weight.BOLD), frame.cell(layout.label(), 0));
        }
        assertEquals(new Cell('0', Tone.SECOND, Weight.REVERSE), frame.cell(layout.value(), 0));
    }

    @ParameterizedTest
    @MethodSource("layouts")
    void elsewhereThereIsNoMarkerAndNothingIsBoldOrReversed(Layout layout) {
        Frame frame = drawn(layout, SOFTMAX_OPENED);
        for (int x = 0; x < layout.value(); x++) {
            assertEquals(Weight.PLAIN, frame.cell(x, 0).weight());
        }
        assertEquals(Cell.BLANK, frame.cell(layout.marker(), 0));
        assertEquals(new Cell('0', Tone.TEXT, Weight.PLAIN), frame.cell(layout.value(), 0));
    }

    @ParameterizedTest
    @MethodSource("layouts")
    void thePointerTakesItAnywhereOnItsValue(Layout layout) {
        Handle handle = drawn(layout, SOFTMAX_OPENED).handles().get(0);
        assertEquals(new Focus("tau", 0), new Focus(handle.name(), handle.part()));
        assertEquals(true, handle.area().contains(layout.value() - 1, 0));
        assertNull(handle.across());
    }

    @Test
    void theSliderAndItsHandleGoAsFarAsTheKeys() {
        Frame frame = drawn(layouts().get(1), SOFTMAX_OPENED);
        Handle slider = frame.handles().get(1);
        assertEquals(new Scale(0.1, 10, 19, 38, true), slider.across());
        assertEquals('●', frame.cell(29, 0).glyph());
        FigureState<SoftmaxFigure.SoftmaxModel> end =
                SOFTMAX_OPENED.drag(new Focus("tau", 0), slider.across().hi(), 0, false);
        assertEquals(end, end.nudge(1, 0, Stride.END));
    }

    @Test
    void anEntryIsMarkedWhereItIsTheChosenOne() {
        KnobView tau = knobs(SOFTMAX_OPENED.take(new Focus("tau", 0))).at("tau");
        assertEquals(
                List.of(true, false),
                Stream.of(true, false).map(is -> tau.entry(is).focused()).toList());
        Canvas canvas = new Canvas(SIZE, Font.of(Glyphs.BRAILLE));
        tau.pick(canvas, new Area(0, 0, 5, 1), 2);
        assertEquals(2, canvas.frame().handles().get(0).across().value(4));
    }

    @ParameterizedTest
    @CsvSource({"13, τ temperature", "12, τ temp", "6, τ temp", "5, τ", "0, τ"})
    void aLabelGivesWayAndItsFirstWordStays(int cells, String label) {
        Canvas canvas = new Canvas(SIZE, Font.of(Glyphs.BRAILLE));
        assertEquals(label, knobs(SOFTMAX_OPENED).at("tau").label(canvas, cells));
    }

    @Test
    void aLabelIsMeasuredAsItIsSpelt() {
        Canvas ascii = new Canvas(SIZE, Font.of(Glyphs.ASCII));
        assertEquals("τ", knobs(SOFTMAX_OPENED).at("tau").label(ascii, 7));
        assertEquals("τ temp", knobs(SOFTMAX_OPENED).at("tau").label(ascii, 8));
    }

    @ParameterizedTest
    @CsvSource({
        "softmax, tau, 1, 6, 1.00",
        "softmax, tau, 1/3, 6, 0.3333",
        "softmax, tau, 1/3, 5, 0.333",
        "softmax, tau, 1e-6, 6, 1e−6",
        "softmax, tau, 123456789012, 6, 1e11",
        "sample, seed, 123456789, 6, 123456789",
        "sample, top_k, 0, 6, all",
        "sample, top_k, 2, 6, 2",
        "descent, eta, 0.18, 7, 0.18",
        "descent, eta, 0.4545, 7, 0.4545",
        "descent, tol, 0.001, 7, 0.001",
        "descent, noise, 0, 7, 0.00",
        "descent, optimizer, momentum, 8, momentum",
        "descent, optimizer, momentum, 7, mome..."
    })
    void whatAKnobHoldsIsWrittenInOneWay(String figure, String knob, String typed, int cells, String shown) {
        assertEquals(shown, value(figure(figure), knob, typed, cells));
    }

    private static Figure<?> figure(String id) {
        return Map.of("softmax", SOFTMAX, "sample", new SampleFigure(), "descent", new DescentFigure())
                .get(id);
    }

    private static <M extends Record> String value(Figure<M> figure, String knob, String typed, int cells) {
        return knobs(FigureState.of(figure).set(knob, typed)).at(knob).value(cells, cells);
    }

    @Test
    void oneOfSeveralNumbersHasThePlacesOfTheOthersAndItsSymbol() {
        Knobs<SoftmaxFigure.SoftmaxModel> knobs = knobs(SOFTMAX_OPENED.set("logits", "1,1234.5,-1e300"));
        assertEquals(
                List.of("1.00", "1234.5", "\u22121e300"),
                Stream.of(0, 1, 2).map(j -> knobs.at("logits", j).value(7, 7)).toList());
        assertEquals(List.of("z₂"), knobs.at("logits", 1).labels());
    }

    @Test
    void aKnobThatTheFigureDoesNotHaveIsAFault() {
        assertThrows(IllegalArgumentException.class, () -> knobs(SOFTMAX_OPENED).at("temperature"));
    }
}
