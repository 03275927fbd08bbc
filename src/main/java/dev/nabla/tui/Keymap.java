package dev.nabla.tui;

import dev.nabla.figure.Action;
import dev.nabla.figure.Live;
import dev.nabla.figure.Mode;
import dev.nabla.figure.Stride;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The one table of keys. */
final class Keymap {
    static final List<Binding> TABLE = List.of(
            figure(
                    "Left Right",
                    "←→",
                    "nudge",
                    "change the focused value by a step",
                    1,
                    nudge(-1, 0, Stride.STEP),
                    nudge(1, 0, Stride.STEP)),
            figure(
                    "Down Up",
                    "↑↓",
                    "choose",
                    "another value, or a point up and down",
                    3,
                    nudge(0, -1, Stride.STEP),
                    nudge(0, 1, Stride.STEP)),
            figure(
                    "Shift+Left Shift+Right < >",
                    "< >",
                    "×10",
                    "ten steps, also Shift with an arrow",
                    6,
                    nudge(-1, 0, Stride.COARSE),
                    nudge(1, 0, Stride.COARSE)),
            figure(
                    "Shift+Down Shift+Up",
                    "Shift ↑↓",
                    "×10",
                    "ten steps down or up",
                    9,
                    nudge(0, -1, Stride.COARSE),
                    nudge(0, 1, Stride.COARSE)),
            figure(", .", ", .", "÷10", "a tenth of a step", 8, nudge(-1, 0, Stride.FINE), nudge(1, 0, Stride.FINE)),
            figure(
                    "Tab Shift+Tab",
                    "Tab",
                    "next",
                    "the next value, with Shift the previous one",
                    2,
                    new Action.Focus(1),
                    new Action.Focus(-1)),
            figure("Space", "space", "step", "one step, one sample", 1, new Action.Step(1)),
            figure("g", "g", "many", "many steps or samples at once", 4, new Action.Burst()),
            figure("Enter", "Enter", "run", "run or pause", 2, new Action.Run()),
            figure("[ ]", "[ ]", "scrub", "a step back or forth", 6, new Action.Scrub(-1), new Action.Scrub(1)),
            figure(
                    "{ }",
                    "{ }",
                    "ends",
                    "to the first or the last step",
                    7,
                    new Action.Jump(false),
                    new Action.Jump(true)),
            figure("k", "k", "pin", "keep this to compare with, or let it go", 5, new Action.Pin()),
            figure("u", "u", "undo", "undo the last change", 5, new Action.Undo()),
            figure("0", "0", "this back", "this value back to its start", 8, new Action.ResetKnob()),
            figure("r", "r", "reset", "the whole figure back to its start", 4, new Action.Reset()),
            figure(
                    "o",
                    "o",
                    "make 90°",
                    "orthogonal: turn b until it is perpendicular to a",
                    8,
                    new Action.Play("orthogonal")),
            figure("c", "c", "mask", "causal: hide what comes later, or show it again", 2, new Action.Play("mask")),
            figure(
                    "w",
                    "w",
                    "Wx + b",
                    "one column of B as x, with a bias: the layer y = Wx + b",
                    8,
                    new Action.Play("layer")),
            figure("e", "e", "steps", "worked out, in numbers", 5, new Action.Show(Mode.STEPS)),
            figure("t", "t", "text", "the figure in words", 7, new Action.Show(Mode.TEXT)),
            figure("y", "y", "command", "the nabla solve line with these numbers", 7, new Action.Show(Mode.COMMAND)),
            move(Place.FIGURE, "Enter", "Enter", "open", "open the section that a stage leads to", 2, Go.FOLLOW),
            move(Place.FIGURE, "v", "v", "text", "to the text", 2, Go.TURN),
            move(Place.PROSE, "Down Up j k", "↑↓", "scroll", "a line down or up", 2, Go.DOWN, Go.UP),
            move(Place.PROSE, "Space", "space", "page", "a page down", 1, Go.PAGE_DOWN),
            move(Place.PROSE, "v", "v", "figure", "to the figure", 1, Go.TURN),
            move(Place.PROSE, "Home End", "Home End", "ends", "to the beginning or the end", 9, Go.TOP, Go.BOTTOM),
            move(Place.HOME, "Down Up j k", "↑↓", "choose", "the next or previous section", 1, Go.DOWN, Go.UP),
            move(Place.HOME, "Enter Right Space", "Enter", "open", "open the section", 1, Go.OPEN, Go.OPEN, Go.OPEN),
            move(
                    Place.SECTION,
                    "PageDown PageUp",
                    "PgDn PgUp",
                    "page",
                    "a page of text down or up",
                    6,
                    Go.PAGE_DOWN,
                    Go.PAGE_UP),
            move(
                    Place.SECTION,
                    "n p",
                    "n p",
                    "section",
                    "the next or previous section",
                    7,
                    Go.NEXT_SECTION,
                    Go.PREVIOUS_SECTION),
            move(Place.EVERYWHERE, "m", "m", "glyphs", "braille, quadrants, ASCII", 9, Go.GLYPHS),
            move(Place.EVERYWHERE, "?", "?", "help", "all keys", 0, Go.HELP),
            move(Place.EVERYWHERE, "q Esc", "q", "back", "back, and from home out; also Esc", 0, Go.BACK, Go.BACK),
            move(Place.EVERYWHERE, "Ctrl+c", "Ctrl-C", "quit", "leave nabla", 9, Go.QUIT),
            move(
                    Place.EVERYWHERE,
                    "Ctrl+z",
                    "Ctrl-Z",
                    "suspend",
                    "back to the shell; fg comes back here",
                    9,
                    Go.SUSPEND));

    private Keymap() {}

    /** What a key does in the first of the places where it does anything. */
    static Optional<Effect> effect(String key, List<Place> places, Optional<Live<?>> live) {
        for (Place place : places) {
            for (Binding binding : TABLE) {
                if (binding.place() == place && binding.keys().contains(key) && binding.serves(live)) {
                    return Optional.of(binding.effectOf(key));
                }
            }
        }
        return Optional.empty();
    }

    private static Action nudge(int across, int up, Stride stride) {
        return new Action.Nudge(across, up, stride);
    }

    private static Binding figure(String keys, String cap, String word, String help, int rank, Action... actions) {
        List<Effect> effects =
                Arrays.stream(actions).<Effect>map(Effect.Act::new).toList();
        return new Binding(Place.FIGURE, List.of(keys.split(" ")), effects, cap, word, help, rank);
    }

    private static Binding move(Place place, String keys, String cap, String word, String help, int rank, Go... ways) {
        List<Effect> effects = Arrays.stream(ways).<Effect>map(Effect.Move::new).toList();
        return new Binding(place, List.of(keys.split(" ")), effects, cap, word, help, rank);
    }
}
