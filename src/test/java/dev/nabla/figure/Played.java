package dev.nabla.figure;

import dev.nabla.figure.ViewState.Focus;
import dev.nabla.figure.ViewState.Mode;
import dev.nabla.figure.catalog.Figures;

/**
 * Figures after a list of actions in words.
 *
 * <p>{@code step N}, {@code focus N}, {@code scrub N}, {@code nudge DX DY [FINE|STEP|COARSE]}, {@code drag KNOB PART X
 * Y [on]}, {@code take KNOB PART}, {@code set KNOB TEXT}, {@code play COMMAND}, {@code show MODE}, {@code tick [N]} and
 * {@code pin}, {@code burst}, {@code first}, {@code last}, {@code run}, {@code undo}, {@code reset}, {@code back},
 * which resets the knob.
 */
public final class Played {
    private Played() {}

    /** A figure by its name, opened with settings and played with. */
    static FigureState<?> of(String id, String settings, String actions) {
        return after(opened(Figures.named(id), settings == null ? "" : settings), actions);
    }

    private static <M extends Record> FigureState<M> opened(Figure<M> figure, String settings) {
        return FigureState.of(figure, Settings.apply(figure, figure.start(), Samples.settings(settings)));
    }

    /** Actions between commas or semicolons. */
    public static FigureState<?> after(FigureState<?> live, String actions) {
        FigureState<?> played = live;
        for (String action : actions == null ? new String[0] : actions.split("[,;] ")) {
            played = act(played, action.split(" "));
        }
        return played;
    }

    private static FigureState<?> act(FigureState<?> live, String[] words) {
        return switch (words[0]) {
            case "step" -> live.step(Integer.parseInt(words[1]));
            case "focus" -> live.focus(Integer.parseInt(words[1]));
            case "scrub" -> live.scrub(Integer.parseInt(words[1]));
            case "nudge" ->
                live.nudge(
                        Integer.parseInt(words[1]),
                        Integer.parseInt(words[2]),
                        words.length > 3 ? Stride.valueOf(words[3]) : Stride.COARSE);
            case "drag" ->
                live.drag(spot(words), Double.parseDouble(words[3]), Double.parseDouble(words[4]), words.length > 5);
            case "take" -> live.take(spot(words));
            case "set" -> live.set(words[1], words[2]);
            case "play" -> live.play(words[1]);
            case "show" -> live.show(Mode.valueOf(words[1]));
            case "tick" -> ticked(live, words.length > 1 ? Integer.parseInt(words[1]) : 1);
            case "pin" -> live.pin();
            case "burst" -> live.burst();
            case "first" -> live.scrub(-Integer.MAX_VALUE);
            case "last" -> live.scrub(Integer.MAX_VALUE);
            case "run" -> live.run();
            case "undo" -> live.undo();
            case "reset" -> live.reset();
            case "back" -> live.resetKnob();
            default -> throw new IllegalArgumentException(words[0]);
        };
    }

    private static Focus spot(String[] words) {
        return new Focus(words[1], Integer.parseInt(words[2]));
    }

    private static FigureState<?> ticked(FigureState<?> live, int times) {
        FigureState<?> ticked = live;
        for (int i = 0; i < times; i++) {
            ticked = ticked.tick();
        }
        return ticked;
    }
}
