package dev.nabla.tui;

import dev.nabla.figure.Action;
import dev.nabla.figure.Live;
import dev.nabla.figure.Mode;
import dev.nabla.figure.Stride;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The one table of keys. */
final class Keymap {
    static final String SPACE = "Space";

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
                    1,
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
            move(Place.GOAL, "Esc q", "Esc", "leave", "leave the goal; the figure is as it was", 1, Go.BACK, Go.BACK),
            move(Place.FOUND, "Enter N", "Enter", "next", "the next place; also N", 0, Go.NEXT_MATCH, Go.NEXT_MATCH),
            move(Place.FOUND, "B", "B", "before", "the place before", 1, Go.PREVIOUS_MATCH),
            move(Place.FOUND, "Esc q", "Esc", "end", "end the search", 0, Go.BACK, Go.BACK),
            move(Place.PROSE, "Down Up j k", "↑↓", "scroll", "a line down or up", 2, Go.DOWN, Go.UP),
            move(Place.PROSE, "Space", "space", "page", "a page down", 1, Go.PAGE_DOWN),
            move(Place.PROSE, "v", "v", "figure", "to the figure", 1, Go.TURN),
            move(Place.PROSE, "Home End", "Home End", "ends", "to the beginning or the end", 9, Go.TOP, Go.BOTTOM),
            move(Place.FIGURES, "V", "V", "other", "the section's other figure, or the next of them", 1, Go.OTHER),
            move(Place.SECTION, "a", "a", "questions", "the questions of the section", 2, Go.ASK),
            move(Place.SECTION, "E", "E", "example", "the worked example, with blanks to fill in", 5, Go.EXAMPLE),
            move(Place.SECTION, "G", "G", "goals", "the goals of the section", 4, Go.GOALS),
            move(Place.SECTION, "P", "P", "predict", "say first what the figure will show", 8, Go.PREDICT),
            move(Place.SECTION, "/", "/", "search", "look for words in the text", 5, Go.SEARCH),
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
            move(Place.GOALS, "Down Up j k", "↑↓", "choose", "the next or previous goal", 1, Go.DOWN, Go.UP),
            move(Place.GOALS, "Enter Space", "Enter", "try", "try it on the figure", 0, Go.OPEN, Go.OPEN),
            move(Place.GOALS, "G", "G", "back", "back to the section", 9, Go.GOALS),
            move(Place.QUESTION, "Enter", "Enter", "check", "check the answer; then the next question", 0, Go.CHECK),
            move(Place.QUESTION, "Tab", "Tab", "hint", "a hint; after the last one other numbers", 1, Go.HINT),
            move(Place.QUESTION, "Ctrl+e", "Ctrl-E", "steps", "worked out, in numbers", 3, Go.WORKED),
            move(
                    Place.QUESTION,
                    "Ctrl+n Ctrl+p",
                    "Ctrl-N Ctrl-P",
                    "question",
                    "the next or previous question",
                    2,
                    Go.NEXT,
                    Go.PREVIOUS),
            move(
                    Place.QUESTION,
                    "PageDown PageUp Down Up",
                    "PgDn PgUp",
                    "scroll",
                    "a page or a line down or up",
                    6,
                    Go.PAGE_DOWN,
                    Go.PAGE_UP,
                    Go.DOWN,
                    Go.UP),
            move(Place.EXAMPLE, "Enter", "Enter", "check", "check the answer", 0, Go.CHECK),
            move(Place.EXAMPLE, "Tab", "Tab", "hint", "a hint; after the last one other numbers", 1, Go.HINT),
            move(Place.FILLED, "Enter Space", "Enter", "more", "other numbers, and more left out", 0, Go.OPEN, Go.OPEN),
            move(
                    Place.EXAMPLES,
                    "Ctrl+n Ctrl+p",
                    "Ctrl-N Ctrl-P",
                    "example",
                    "the next or previous worked example",
                    2,
                    Go.NEXT,
                    Go.PREVIOUS),
            move(Place.CHOICE, "Down Up", "↑↓", "choose", "another option", 2, Go.DOWN, Go.UP),
            move(Place.REVIEW, "Enter", "Enter", "check", "check the answer; then the next question", 0, Go.CHECK),
            move(Place.REVIEW, "Tab", "Tab", "hint", "a hint", 1, Go.HINT),
            move(Place.REVIEW, "Ctrl+e", "Ctrl-E", "steps", "worked out, in numbers", 3, Go.WORKED),
            move(
                    Place.REVIEW,
                    "PageDown PageUp Down Up",
                    "PgDn PgUp",
                    "scroll",
                    "a page or a line down or up",
                    6,
                    Go.PAGE_DOWN,
                    Go.PAGE_UP,
                    Go.DOWN,
                    Go.UP),
            move(Place.DONE, "Enter Space", "Enter", "home", "home again", 0, Go.BACK, Go.BACK),
            move(Place.PREDICTION, "Enter", "Enter", "answer", "this is what it will show", 0, Go.CHECK),
            move(Place.PREDICTION, "Esc", "Esc", "skip", "open the figure without it", 0, Go.SKIP),
            move(
                    Place.PREDICTION,
                    "PageDown PageUp",
                    "PgDn PgUp",
                    "page",
                    "a page of text down or up",
                    6,
                    Go.PAGE_DOWN,
                    Go.PAGE_UP),
            move(
                    Place.TOLD,
                    "Enter Space Tab Left Right Up Down Esc q",
                    "Enter",
                    "play",
                    "open the figure",
                    0,
                    Go.SKIP),
            move(Place.SEARCH, "Enter", "Enter", "find", "to the places found", 0, Go.NEXT_MATCH),
            change("Left Right", "←→", "move", "the cursor", 9, Edit.LEFT, Edit.RIGHT),
            change(
                    "Home End Ctrl+a",
                    "Home End",
                    "ends",
                    "to the beginning or the end",
                    9,
                    Edit.HOME,
                    Edit.END,
                    Edit.HOME),
            change("Backspace Delete", "Backsp Del", "erase", "a sign", 9, Edit.BACKSPACE, Edit.DELETE),
            change("Ctrl+u Ctrl+w", "Ctrl-U -W", "erase", "all before the cursor, or a word", 9, Edit.CLEAR, Edit.WORD),
            move(Place.TYPING, "Esc", "Esc", "back", "back; what is typed stays", 0, Go.BACK),
            move(Place.TYPING, "F1", "F1", "keys", "all keys", 7, Go.HELP),
            rate(),
            move(Place.RATING, "Esc q", "Esc", "back", "back to the answer", 1, Go.BACK, Go.BACK),
            move(Place.HOME, "Down Up j k", "↑↓", "choose", "the next or previous section", 1, Go.DOWN, Go.UP),
            move(Place.HOME, "Enter Right Space", "Enter", "open", "open the section", 1, Go.OPEN, Go.OPEN, Go.OPEN),
            move(Place.HOME, "c", "c", "continue", "where you left off, the figure as it stood", 2, Go.RESUME),
            move(Place.HOME, "R", "R", "review", "the questions that are due", 3, Go.REVIEW),
            move(Place.HELP, "Down Up j k", "↑↓", "scroll", "a line down or up", 1, Go.DOWN, Go.UP),
            move(
                    Place.HELP,
                    "Space PageDown PageUp",
                    "space",
                    "page",
                    "a page down; also PgDn and PgUp",
                    1,
                    Go.PAGE_DOWN,
                    Go.PAGE_DOWN,
                    Go.PAGE_UP),
            move(Place.HELP, "Home End", "Home End", "ends", "to the beginning or the end", 2, Go.TOP, Go.BOTTOM),
            move(Place.EVERYWHERE, "m", "m", "glyphs", "braille, quadrants, ASCII", 9, Go.GLYPHS),
            move(Place.EVERYWHERE, "? F1", "?", "help", "all keys", 0, Go.HELP, Go.HELP),
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

    /** What a key does in the first of the places where it does anything; where something is typed, a printable one is a sign. */
    static Optional<Effect> effect(String key, List<Place> places, Optional<Live<?>> live) {
        if (places.contains(Place.TYPING) && isPrintable(key)) {
            return Optional.of(new Effect.Type(key.equals(SPACE) ? " " : key));
        }
        for (Place place : places) {
            for (Binding binding : TABLE) {
                if (binding.place() == place && binding.keys().contains(key) && binding.serves(live)) {
                    return Optional.of(binding.effectOf(key));
                }
            }
        }
        return Optional.empty();
    }

    /** Whether a key of this name writes a sign. */
    static boolean isPrintable(String key) {
        return key.codePointCount(0, key.length()) == 1 || key.equals(SPACE);
    }

    private static Action nudge(int across, int up, Stride stride) {
        return new Action.Nudge(across, up, stride);
    }

    private static Binding figure(String keys, String cap, String word, String help, int rank, Action... actions) {
        return new Binding(
                Place.FIGURE, List.of(keys.split(" ")), each(Effect.Act::new, actions), cap, word, help, rank);
    }

    private static Binding move(Place place, String keys, String cap, String word, String help, int rank, Go... ways) {
        return new Binding(place, List.of(keys.split(" ")), each(Effect.Move::new, ways), cap, word, help, rank);
    }

    private static Binding change(String keys, String cap, String word, String help, int rank, Edit... edits) {
        return new Binding(
                Place.TYPING, List.of(keys.split(" ")), each(Effect.Change::new, edits), cap, word, help, rank);
    }

    private static <T> List<Effect> each(Function<T, Effect> effect, T[] things) {
        List<Effect> effects = new ArrayList<>();
        for (T thing : things) {
            effects.add(effect.apply(thing));
        }
        return effects;
    }

    private static Binding rate() {
        List<Effect> effects = each(Effect.Rate::new, Sure.values());
        return new Binding(
                Place.RATING, List.of("1", "2", "3"), effects, "1 2 3", "how sure", "guessing, fairly, sure", 0);
    }
}
