package dev.nabla.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.nabla.Draws;
import dev.nabla.Table;
import dev.nabla.TestsFigures;
import dev.nabla.figure.ViewState.Focus;
import dev.nabla.figure.catalog.Figures;
import dev.nabla.figure.catalog.FiguresPropertyTest;
import dev.nabla.figure.descent.DescentFigure;
import dev.nabla.figure.descent.DescentModel;
import dev.nabla.frame.Font;
import dev.nabla.frame.Glyphs;
import dev.nabla.frame.Handle;
import dev.nabla.frame.Scale;
import dev.nabla.frame.Size;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every knob of every figure. */
@TestsFigures
@ExtendWith(Draws.class)
class KnobTest {
    private static final double[] FAR = {
        0, -1, 1.05, 1e9, -1e300, Double.MAX_VALUE, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NaN
    };

    /** A place of a figure that can be nudged. */
    private record Place(Figure<?> figure, String knob, int part) {}

    /** Where the help is printed its bounds follow, and would be read twice: "2 to 32; 2 to 32". */
    @Test
    void noHelpRepeatsItsBounds() {
        assertThat(Figures.all().stream().flatMap(figure -> repeated(figure).stream()))
                .isEmpty();
    }

    private static <M extends Record> List<String> repeated(Figure<M> figure) {
        return figure.knobs().stream()
                .filter(knob -> !knob.bounds(figure.start()).words("", "").isEmpty())
                .map(knob -> figure.id() + " " + knob.name() + ": "
                        + knob.info().help() + knob.bounds(figure.start()).words("; ", ""))
                .filter(told -> told.indexOf(told.substring(told.lastIndexOf("; ") + 2)) < told.lastIndexOf("; "))
                .toList();
    }

    /** {@code all} is the last value of the slider, and the keys count down from the number of tokens. */
    @Test
    void theArrowsCountKeptTokensFromAllOfThem() {
        FigureState<?> all = FigureState.of(Figures.named("sample")).onOneOf(List.of("top_k"));
        assertThat(shown(all.nudge(-1, 0, Stride.STEP))).isEqualTo("3");
        assertThat(shown(all.nudge(-1, 0, Stride.STEP).nudge(1, 0, Stride.STEP)))
                .isEqualTo("0");
        assertThat(shown(all.nudge(1, 0, Stride.STEP))).isEqualTo("0");
        assertThat(shown(all.nudge(-1, 0, Stride.END))).isEqualTo("1");
        assertThat(shown(all.nudge(-1, 0, Stride.END).nudge(1, 0, Stride.END))).isEqualTo("0");
    }

    private static <M extends Record> String shown(FigureState<M> live) {
        return Knob.named("top_k", live.figure()).value(live.model()).text();
    }

    static List<Place> places() {
        return Samples.figures().stream().flatMap(KnobTest::places).toList();
    }

    private static <M extends Record> Stream<Place> places(Figure<M> figure) {
        M start = figure.start();
        Stream<Place> reachable =
                Focus.all(figure, start).stream().map(spot -> new Place(figure, spot.knob(), spot.part()));
        Stream<Place> others = figure.knobs().stream()
                .filter(knob -> knob.stops(start) == 0)
                .map(knob -> new Place(figure, knob.name(), 0));
        return Stream.concat(reachable, others);
    }

    @Provide
    Arbitrary<Place> place() {
        return Arbitraries.of(places());
    }

    @Property(tries = 1000)
    void nudgingUpAndDownReturnsToTheSameModel(
            @ForAll("place") Place place, @ForAll @IntRange(min = 1, max = 40) int n, @ForAll Stride stride) {
        upAndDown(place.figure(), place, n, stride);
    }

    private static <M extends Record> void upAndDown(Figure<M> figure, Place place, int n, Stride stride) {
        Knob<M, ?> knob = Knob.named(place.knob(), figure);
        boolean point = knob.movesUp(figure.start());
        M model = figure.start();
        for (int i = 0; i < n; i++) {
            model = knob.nudge(model, place.part(), 1, point ? 1 : 0, stride);
        }
        boolean atTheEnd = knob.nudge(model, place.part(), 1, 0, Stride.FINE).equals(model)
                || point && knob.nudge(model, place.part(), 0, 1, Stride.FINE).equals(model);
        Assume.that(!atTheEnd);
        for (int i = 0; i < n; i++) {
            model = knob.nudge(model, place.part(), -1, point ? -1 : 0, stride);
        }
        assertThat(unstepped(figure, model)).isEqualTo(unstepped(figure, figure.start()));
    }

    @ParameterizedTest
    @MethodSource("figures")
    void aSliderGoesAsFarAsTheKeys(Figure<?> figure) {
        Samples.models(figure).forEach(model -> assertThatSlidersGoAsFarAsTheKeys(figure, model));
    }

    static List<Figure<?>> figures() {
        return Samples.figures();
    }

    private static <M extends Record> void assertThatSlidersGoAsFarAsTheKeys(Figure<M> figure, Record of) {
        @SuppressWarnings("unchecked")
        M model = (M) of;
        FigureState<M> opened = FigureState.of(figure, model);
        for (Handle handle :
                opened.view(new Size(80, 23), Font.of(Glyphs.BRAILLE)).handles()) {
            if (!isSlider(handle)) {
                continue;
            }
            Knob.named(handle.name(), figure).range(model).ifPresent(range -> assertThat(handle.across())
                    .as(figure.id() + " " + handle.name())
                    .isEqualTo(
                            range.scale(handle.across().from(), handle.across().to())));
        }
    }

    private static boolean isSlider(Handle handle) {
        Scale across = handle.across();
        return across != null && handle.up() == null && handle.area().height() == 1 && across.lo() != across.hi();
    }

    /** A figure may show all its steps once its numbers change. */
    private static <M extends Record> M unstepped(Figure<M> figure, M model) {
        return figure.stepper().map(stepper -> stepper.to(model, 0)).orElse(model);
    }

    @Property(tries = 1000)
    void tenFineNudgesAreOneStepAndTenStepsAreOneCoarse(@ForAll("place") Place place) {
        tenIsOne(place.figure(), place);
    }

    private static <M extends Record> void tenIsOne(Figure<M> figure, Place place) {
        Knob<M, ?> knob = Knob.named(place.knob(), figure);
        Codec<?> codec = knob.codec().apply(figure.start());
        boolean real = codec instanceof RealCodec || codec instanceof VectorCodec || codec instanceof MatrixCodec;
        Assume.that(real);
        M fine = figure.start();
        M steps = figure.start();
        for (int i = 0; i < 10; i++) {
            fine = knob.nudge(fine, place.part(), 1, 0, Stride.FINE);
            steps = knob.nudge(steps, place.part(), 1, 0, Stride.STEP);
        }
        assertThat(fine).isEqualTo(knob.nudge(figure.start(), place.part(), 1, 0, Stride.STEP));
        assertThat(steps).isEqualTo(knob.nudge(figure.start(), place.part(), 1, 0, Stride.COARSE));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("models")
    void fromAnEndNoStepLeadsFurther(String name, FigureState<?> live) {
        ends(live);
    }

    private static <M extends Record> void ends(FigureState<M> live) {
        for (Focus spot : live.spots()) {
            Knob<M, ?> knob = Knob.named(spot.knob(), live.figure());
            boolean endless = knob.name().equals("seed");
            for (int way : endless ? new int[0] : new int[] {-1, 1}) {
                M back = knob.nudge(live.model(), spot.part(), way, 0, Stride.STEP); // from infinity to an end
                M end = knob.nudge(back, spot.part(), way, 0, Stride.END);
                assertThat(knob.nudge(end, spot.part(), way, 0, Stride.STEP))
                        .as(knob.name())
                        .isEqualTo(end);
            }
        }
    }

    static Stream<Arguments> models() {
        return FiguresPropertyTest.models();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("models")
    void theTextOfAKnobReadsBackToAnEqualModel(String name, FigureState<?> live) {
        readBack(live);
    }

    private static <M extends Record> void readBack(FigureState<M> live) {
        for (Knob<M, ?> knob : live.figure().knobs()) {
            assertThat(knob.read(live.model(), new Value.Word(knob.text(live.model()))))
                    .as(knob.name())
                    .isEqualTo(live.model());
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("models")
    void nudgingAndDraggingNeverThrow(String name, FigureState<?> live) {
        push(live);
    }

    private static <M extends Record> void push(FigureState<M> live) {
        for (Knob<M, ?> knob : live.figure().knobs()) {
            int parts = Math.max(1, knob.stops(live.model()));
            for (int part = 0; part < Math.min(parts, 5); part++) {
                push(knob, live.model(), part);
            }
        }
    }

    private static <M extends Record> void push(Knob<M, ?> knob, M model, int part) {
        for (Stride stride : Stride.values()) {
            for (int by : new int[] {1, -1, 1000, -1000, Integer.MAX_VALUE, Integer.MIN_VALUE}) {
                assertThatCode(() -> knob.nudge(model, part, by, by, stride))
                        .as("%s by %s", knob.name(), by)
                        .doesNotThrowAnyException();
            }
        }
        for (double x : FAR) {
            for (double y : FAR) {
                assertThatCode(() -> knob.drag(model, part, x, y))
                        .as("%s to %s, %s", knob.name(), x, y)
                        .doesNotThrowAnyException();
            }
        }
    }

    @Table
    void aNudgeStaysInItsRangeAndNeverBringsBackWhatLiesBeyond(
            double least, double most, double step, double rest, double x, long by, double moved) {
        assertThat(new Range(least, most, step).restingAt(rest).moved(x, by)).isEqualTo(moved);
    }

    @Table
    void aPointerLetsGoOnTheNearestStepInsideTheRange(double x, double snapped) {
        assertThat(new Range(0.01, 1.5, 0.01).snapped(x)).isEqualTo(snapped);
    }

    @Test
    void aCountNudgedPastItsLargestStaysThere() {
        DescentFigure figure = new DescentFigure();
        Knob<DescentModel, ?> seed = Knob.named("seed", figure);
        var last = figure.start().with(figure.start().descent().withNoise(1).withSeed(Long.MAX_VALUE));
        assertThat(seed.nudge(last, 0, 1, 0, Stride.COARSE)).isEqualTo(last);
    }

    @Test
    void wordsHaveTwoEndsAndNoCircle() {
        DescentFigure figure = new DescentFigure();
        Knob<DescentModel, ?> rule = Knob.named("optimizer", figure);
        var adam = rule.nudge(figure.start(), 0, 5, 0, Stride.STEP);
        assertThat(rule.text(adam)).isEqualTo("adam");
        assertThat(rule.nudge(adam, 0, 1, 0, Stride.STEP)).isEqualTo(adam);
        assertThat(rule.text(rule.nudge(adam, 0, -1, 0, Stride.STEP))).isEqualTo("momentum");
    }
}
