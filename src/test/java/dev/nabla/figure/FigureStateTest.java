package dev.nabla.figure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.Table;
import dev.nabla.figure.ViewState.Focus;
import dev.nabla.figure.ViewState.Mode;
import dev.nabla.figure.descent.DescentFigure;
import dev.nabla.figure.descent.DescentModel;
import dev.nabla.figure.matmul.MatmulFigure;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Font;
import dev.nabla.frame.Glyphs;
import dev.nabla.frame.Size;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a viewer can do to a figure, as states. */
class FigureStateTest {
    private static final DescentFigure FIGURE = new DescentFigure();
    private static final DescentModel START = FIGURE.start();
    private static final FigureState<DescentModel> OPEN = FigureState.of(FIGURE);

    /**
     * Checks the settings that differ from the figure as it opened, the focus and the sentence. An empty column is not
     * checked.
     */
    @Table
    void actionsLeadThere(String id, String opened, String actions, String settings, String spot, String sentence) {
        FigureState<?> live = Played.of(id, opened, actions);
        if (settings != null) {
            assertThat(live.settings().entrySet().stream().map(Object::toString).collect(Collectors.joining(" ")))
                    .isEqualTo(settings.equals("as opened") ? "" : settings);
        }
        if (spot != null) {
            Focus focus = live.cursor().spot();
            assertThat(focus.knob() + " " + focus.part()).isEqualTo(spot);
        }
        if (sentence != null) {
            assertThat(live.sentence()).isEqualTo(sentence);
        }
    }

    @Test
    void tabGoesRoundEveryPlaceAndBack() {
        int places = Focus.all(FIGURE, START).size();
        FigureState<DescentModel> live = OPEN;
        for (int i = 0; i < places; i++) {
            live = live.focus(1);
        }
        assertThat(live).isEqualTo(OPEN);
        assertThat(OPEN.focus(-1).focus(1)).isEqualTo(OPEN);
        assertThat(OPEN.focus(1)).isNotEqualTo(OPEN);
    }

    @Test
    void undoRemembersTwoHundredModelsAndNoMore() {
        FigureState<DescentModel> live = OPEN;
        for (int i = 0; i < 250; i++) {
            live = live.nudge(i % 2 == 0 ? 1 : -1, 0, Stride.STEP);
        }
        assertThat(live.past()).hasSize(FigureState.MOST_UNDO);
    }

    @Test
    void pinningKeepsAModelAndPinningItAgainLetsGo() {
        FigureState<DescentModel> pinned = OPEN.step(5).pin();
        assertThat(pinned.cursor().pinned()).isEqualTo(Optional.of(START.withSteps(5)));
        assertThat(pinned.pin().cursor().pinned()).isEmpty();
        assertThat(pinned.nudge(1, 0, Stride.STEP).pin().cursor().pinned())
                .isEqualTo(Optional.of(START.with(START.descent().withEta(0.19).withSteps(5))));
    }

    @Test
    void aModeIsShownAndLeftByTheSameAction() {
        FigureState<DescentModel> steps = OPEN.show(Mode.STEPS);
        assertThat(steps.cursor().mode()).isEqualTo(Mode.STEPS);
        assertThat(steps.show(Mode.TEXT).cursor().mode()).isEqualTo(Mode.TEXT);
        assertThat(steps.show(Mode.STEPS)).isEqualTo(OPEN);
    }

    @Test
    void aRunGoesOnUntilTheBallArrivesOrItIsPaused() {
        assertThat(OPEN.run().cursor().running()).isTrue();
        assertThat(OPEN.run().tick().run().cursor().running()).isFalse();
        FigureState<?> arrived = Played.after(OPEN, "run, tick 1000");
        assertThat(arrived.cursor().running()).isFalse();
        assertThat(arrived.tick()).isEqualTo(arrived);
    }

    @Test
    void aPlayIsThereAtOnceWhereNothingLiesBetween() {
        FigureState<?> playing = FigureState.of(new MatmulFigure()).playing(List.of(Map.of("cell", "2,2")));
        assertThat(playing.tick().settings()).isEqualTo(Map.of("cell", "2,2"));
        assertThat(Played.after(playing, "tick 20").cursor().running()).isFalse();
    }

    @Test
    void aPlayThatBeginsARunAnewKeepsTheRunBefore() {
        FigureState<DescentModel> played = OPEN.playing(List.of(
                Map.of("eta", "0.1"),
                Map.of("steps", "10"),
                Map.of("steps", "0"),
                Map.of("eta", "0.2"),
                Map.of("steps", "5")));
        FigureState<?> over = Played.after(played, "tick 100");
        DescentModel kept = OPEN.set(Map.of("eta", "0.1", "steps", "10")).model();
        assertThat(over.cursor().pinned())
                .hasValueSatisfying(model -> assertThat(model).isEqualTo(kept));
        assertThat(over.settings()).containsEntry("eta", "0.2").containsEntry("steps", "5");
    }

    /** A terminal can be a column wide while a window is drawn narrower. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 10})
    void codeIsCutWhereThereIsNoRoomForIt(int width) {
        Canvas canvas = new Canvas(new Size(width, 5), Font.of(Glyphs.ASCII));
        OPEN.show(Mode.CODE).body(canvas);
        assertThat(canvas.frame().size()).isEqualTo(new Size(width, 5));
    }
}
