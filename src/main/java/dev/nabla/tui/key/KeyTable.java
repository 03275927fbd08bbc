package dev.nabla.tui.key;

import dev.nabla.figure.Action;
import dev.nabla.figure.Stride;
import dev.nabla.figure.ViewState.Mode;
import dev.nabla.figure.catalog.Figures;
import dev.nabla.tutor.Sure;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The one table of keys, place by place. A row: keys, what is printed for them, a word, the rank, help, effects. */
public final class KeyTable {
    /** In the order of the key line. */
    public static final List<Binding> ALL = joined(
            at(
                    KeyContext.FIGURE,
                    key("Left Right", "←→", "nudge", 0, "change the chosen value by one step", across(Stride.STEP)),
                    key(
                            "Down Up",
                            "↑↓",
                            "choose",
                            3,
                            "choose another value; a point moves down or up",
                            up(Stride.STEP)),
                    key(
                            "Shift+Left Shift+Right < >",
                            "< >",
                            "×10",
                            6,
                            "ten steps; also Shift + arrow",
                            across(Stride.COARSE)),
                    key("Shift+Down Shift+Up", "Shift ↑↓", "×10", 9, "ten steps for a point", up(Stride.COARSE)),
                    key(", .", ", .", "÷10", 8, "a tenth of a step", across(Stride.FINE)),
                    key(
                            "Home End",
                            "Home End",
                            "ends",
                            9,
                            "take it to its smallest or largest value",
                            across(Stride.END)),
                    key(
                            "Tab Shift+Tab",
                            "Tab",
                            "next",
                            0,
                            "choose the next value (Shift: the previous)",
                            focus(1),
                            focus(-1)),
                    key("Space", "space", "step", 1, "make one step, draw one sample", act(new Action.Step(1))),
                    key("g", "g", "many", 4, "make many steps or draw many samples", act(new Action.Burst())),
                    key("Enter", "Enter", "run", 2, "run or pause", act(new Action.Run())),
                    key("[ ]", "[ ]", "scrub", 6, "go a step back or forth", scrub(-1), scrub(1)),
                    key("{ }", "{ }", "ends", 7, "go to the first or the last step", jump(false), jump(true)),
                    key("k", "k", "pin", 5, "keep this to compare with, or let it go", act(new Action.Pin())),
                    key("u", "u", "undo", 5, "undo the last change", act(new Action.Undo())),
                    key("0", "0", "this back", 8, "set this value back to its start", act(new Action.ResetKnob())),
                    key("r", "r", "reset", 4, "set the whole figure back to its start", act(new Action.Reset()))),
            figuresOwn(),
            at(
                    KeyContext.FIGURE,
                    key("e", "e", "steps", 5, "show it worked out in numbers", show(Mode.STEPS)),
                    key("t", "t", "text", 7, "show the figure in words", show(Mode.TEXT)),
                    key("y", "y", "command", 7, "show the nabla solve line with these numbers", show(Mode.COMMAND)),
                    key(
                            "Enter",
                            "Enter",
                            "open",
                            2,
                            "open the section that the stage leads to; q comes back",
                            Go.FOLLOW),
                    key("v", "v", "text", 2, "turn to the text", Go.TURN)),
            at(KeyContext.BESIDE, key("v", "v", "alone", 2, "show the figure alone; q brings the text back", Go.TURN)),
            at(
                    KeyContext.GOAL,
                    key("Esc q", "Esc", "leave", 1, "go back to the goals; the figure is as it was before", Go.BACK)),
            at(
                    KeyContext.FOUND,
                    key("Enter N", "Enter", "next", 0, "go to the next place; so does N", Go.NEXT_MATCH),
                    key("B", "B", "before", 1, "go to the place before", Go.PREVIOUS_MATCH),
                    key("Esc q", "Esc", "end", 0, "end the search", Go.BACK)),
            at(
                    KeyContext.PROSE,
                    key("Down Up j k", "↑↓", "scroll", 2, "scroll a line down or up", Go.DOWN, Go.UP),
                    key("Space", "space", "page", 1, "scroll a page down", Go.PAGE_DOWN),
                    key("v", "v", "figure", 1, "turn to the figure", Go.TURN),
                    key("Home End", "Home End", "ends", 9, "go to the beginning or the end", Go.TOP, Go.BOTTOM)),
            at(
                    KeyContext.FIGURES,
                    key("V", "V", "other", 1, "bring the section's other figure, or the next of them", Go.OTHER)),
            at(
                    KeyContext.SECTION,
                    key("a", "a", "questions", 2, "answer the section's questions", Go.ASK),
                    key("E", "E", "example", 5, "fill in the blanks of a worked example", Go.EXAMPLE),
                    key("G", "G", "goals", 4, "try the section's goals", Go.GOALS),
                    key("P", "P", "predict", 8, "say first what the figure will show", Go.PREDICT),
                    key("/", "/", "search", 5, "look for words in the text", Go.SEARCH),
                    key(
                            "PageDown PageUp",
                            "PgDn PgUp",
                            "page",
                            6,
                            "scroll a page of the text",
                            Go.PAGE_DOWN,
                            Go.PAGE_UP),
                    key(
                            "n p",
                            "n p",
                            "section",
                            7,
                            "open the next or previous section",
                            Go.NEXT_SECTION,
                            Go.PREVIOUS_SECTION)),
            at(
                    KeyContext.GOALS,
                    key("Down Up j k", "↑↓", "choose", 1, "choose the next or previous goal", Go.DOWN, Go.UP),
                    key("Enter Space", "Enter", "try", 0, "try it on the figure", Go.OPEN),
                    key("Home End", "Home End", "ends", 9, "choose the first or the last goal", Go.TOP, Go.BOTTOM),
                    key("G", "G", "back", 9, "go back to the section", Go.GOALS)),
            at(
                    KeyContext.ANSWERED,
                    key("Enter Space Tab", "Enter", "go on", 0, "go on to the next question", Go.CHECK)),
            at(
                    KeyContext.QUESTION,
                    key("Enter", "Enter", "check", 0, "check the answer; once it is right, go on", Go.CHECK),
                    key("Tab", "Tab", "hint", 1, "show a hint; after the last one, other numbers", Go.HINT),
                    key(
                            "Ctrl+n Ctrl+p",
                            "Ctrl-N Ctrl-P",
                            "question",
                            2,
                            "go on to the next, or back",
                            Go.NEXT,
                            Go.PREVIOUS)),
            at(
                    KeyContext.EXAMPLE,
                    key("Enter", "Enter", "check", 0, "check the answer", Go.CHECK),
                    key("Tab", "Tab", "hint", 1, "show a hint; after the last one, other numbers", Go.HINT)),
            at(
                    KeyContext.FILLED,
                    key("Enter Space", "Enter", "more", 0, "go on with other numbers and more left out", Go.OPEN)),
            at(
                    KeyContext.EXAMPLES,
                    key(
                            "Ctrl+n Ctrl+p",
                            "Ctrl-N Ctrl-P",
                            "example",
                            2,
                            "go on to the next, or back",
                            Go.NEXT,
                            Go.PREVIOUS)),
            at(
                    KeyContext.CHOICE,
                    key("Down Up", "↑↓", "choose", 2, "choose the option below or above", Go.DOWN, Go.UP)),
            at(
                    KeyContext.REVIEW,
                    key("Enter", "Enter", "check", 0, "check the answer; then go on", Go.CHECK),
                    key("Tab", "Tab", "hint", 1, "show a hint", Go.HINT)),
            at(
                    KeyContext.ASKED,
                    key("Ctrl+e", "Ctrl-E", "steps", 3, "show it worked out in numbers", Go.WORKED),
                    key(
                            "PageDown PageUp",
                            "PgDn PgUp",
                            "scroll",
                            6,
                            "scroll a page down or up",
                            Go.PAGE_DOWN,
                            Go.PAGE_UP),
                    key("Down Up", "↑↓", "scroll", 9, "scroll a line down or up", Go.DOWN, Go.UP)),
            at(KeyContext.DONE, key("Enter Space", "Enter", "home", 0, "go home", Go.BACK)),
            at(
                    KeyContext.ASIDE,
                    key("Down Up j k", "↑↓", "scroll", 2, "scroll the text a line down or up", Go.DOWN, Go.UP),
                    key("Space", "space", "page", 3, "scroll it a page down", Go.PAGE_DOWN),
                    key(
                            "PageDown PageUp",
                            "PgDn PgUp",
                            "page",
                            9,
                            "scroll it a page down or up",
                            Go.PAGE_DOWN,
                            Go.PAGE_UP),
                    key("Home End", "Home End", "ends", 9, "go to its beginning or its end", Go.TOP, Go.BOTTOM),
                    key("E", "E", "example", 5, "fill in the blanks of a worked example", Go.EXAMPLE),
                    key("G", "G", "goals", 4, "try the section's goals", Go.GOALS),
                    key("n", "n", "next section", 7, "open the next section", Go.NEXT_SECTION)),
            at(
                    KeyContext.OPTIONS,
                    key("Tab", "Tab", "choose", 1, "choose the first option; then up and down choose another", Go.NEXT),
                    key("p", "p", "section before", 8, "open the previous section", Go.PREVIOUS_SECTION)),
            at(
                    KeyContext.PREDICTION,
                    key("Enter", "Enter", "answer", 0, "this is what the figure will show", Go.CHECK),
                    key("Esc", "Esc", "skip", 0, "open the figure without a prediction", Go.SKIP),
                    key(
                            "PageDown PageUp",
                            "PgDn PgUp",
                            "page",
                            6,
                            "scroll a page of the text",
                            Go.PAGE_DOWN,
                            Go.PAGE_UP)),
            at(
                    KeyContext.TOLD,
                    key("Enter Space Tab Left Right Up Down Esc q", "Enter", "play", 0, "open the figure", Go.SKIP)),
            at(KeyContext.SEARCH, key("Enter", "Enter", "find", 0, "go to the places found", Go.NEXT_MATCH)),
            at(
                    KeyContext.TYPING,
                    key("Left Right", "←→", "move", 9, "move the cursor", Edit.LEFT, Edit.RIGHT),
                    key("Home End", "Home End", "ends", 9, "move it to the beginning or the end", Edit.HOME, Edit.END),
                    key("Ctrl+a", "Ctrl-A", "start", 9, "move it to the beginning", Edit.HOME),
                    key("Backspace", "Backsp", "erase", 9, "erase the sign before the cursor", Edit.BACKSPACE),
                    key("Delete", "Del", "erase", 9, "erase the sign under the cursor", Edit.DELETE),
                    key("Ctrl+w", "Ctrl-W", "erase", 9, "erase the word before the cursor", Edit.WORD),
                    key("Ctrl+u", "Ctrl-U", "erase", 9, "erase all before the cursor", Edit.CLEAR),
                    key("Esc", "Esc", "back", 0, "go back; what is typed stays", Go.BACK),
                    key("F1", "F1", "keys", 7, "show all keys", Go.HELP)),
            at(
                    KeyContext.RATING,
                    key("1 2 3", "1 2 3", "how sure", 0, "guessing, fairly sure, sure", rates()),
                    key("Esc q", "Esc", "back", 1, "go back to the answer", Go.BACK)),
            at(
                    KeyContext.HOME,
                    key("Down Up j k", "↑↓", "choose", 1, "choose the next or previous section", Go.DOWN, Go.UP),
                    key("Enter Right Space", "Enter", "open", 1, "open the section", Go.OPEN),
                    key("Home End", "Home End", "ends", 9, "choose the first or the last section", Go.TOP, Go.BOTTOM),
                    key("c", "c", "continue", 2, "go on where you left off, the figure as it stood", Go.RESUME),
                    key("R", "R", "review", 3, "answer the questions that are due", Go.REVIEW)),
            at(
                    KeyContext.HELP,
                    key("Down Up j k", "↑↓", "scroll", 1, "scroll a line down or up", Go.DOWN, Go.UP),
                    key("Space", "space", "page", 1, "scroll a page down", Go.PAGE_DOWN),
                    key(
                            "PageDown PageUp",
                            "PgDn PgUp",
                            "page",
                            9,
                            "scroll a page down or up",
                            Go.PAGE_DOWN,
                            Go.PAGE_UP),
                    key("Home End", "Home End", "ends", 2, "go to the beginning or the end", Go.TOP, Go.BOTTOM)),
            at(
                    KeyContext.EVERYWHERE,
                    key("m", "m", "glyphs", 9, "draw in braille, quadrants or ASCII", Go.GLYPHS),
                    key("? F1", "?", "help", 0, "show all keys; so does F1", Go.HELP),
                    key("q Esc", "q", "back", 0, "go back, from home out of nabla; so does Esc", Go.BACK),
                    key("Ctrl+c", "Ctrl-C", "quit", 9, "leave nabla", Go.QUIT),
                    key("Ctrl+z", "Ctrl-Z", "suspend", 9, "back to the shell; fg comes back here", Go.SUSPEND)));

    private KeyTable() {}

    /** A row, wherever it holds; see {@link Binding}. */
    private record Row(String keys, String cap, String word, int rank, String help, Effect... effects) {}

    private static Row key(String keys, String cap, String word, int rank, String help, Effect... effects) {
        return new Row(keys, cap, word, rank, help, effects);
    }

    /** The keys that figures have of their own. */
    private static List<Binding> figuresOwn() {
        return Figures.all().stream()
                .flatMap(figure -> figure.commands().stream())
                .flatMap(trick -> {
                    String key = String.valueOf(trick.key());
                    Effect play = act(new Action.Play(trick.name()));
                    Row row = key(key, key, trick.word(), trick.rank(), trick.help(), play);
                    return at(KeyContext.FIGURE, row).stream();
                })
                .toList();
    }

    private static List<Binding> at(KeyContext context, Row... rows) {
        List<Binding> bindings = new ArrayList<>();
        for (Row row : rows) {
            List<String> keys = List.of(row.keys().split(" "));
            List<Effect> effects = List.of(row.effects());
            bindings.add(new Binding(context, keys, effects, row.cap(), row.word(), row.help(), row.rank()));
        }
        return bindings;
    }

    @SafeVarargs
    private static List<Binding> joined(List<Binding>... contexts) {
        List<Binding> all = new ArrayList<>();
        for (List<Binding> context : contexts) {
            all.addAll(context);
        }
        return List.copyOf(all);
    }

    private static Effect act(Action action) {
        return new Effect.Act(action);
    }

    private static Effect show(Mode mode) {
        return act(new Action.Show(mode));
    }

    private static Effect focus(int by) {
        return act(new Action.MoveFocus(by));
    }

    private static Effect scrub(int by) {
        return act(new Action.Scrub(by));
    }

    private static Effect jump(boolean toLast) {
        return act(new Action.Jump(toLast));
    }

    private static Effect[] rates() {
        return Stream.of(Sure.values()).map(Effect.Rate::new).toArray(Effect[]::new);
    }

    private static Effect[] across(Stride stride) {
        return new Effect[] {act(new Action.Nudge(-1, 0, stride)), act(new Action.Nudge(1, 0, stride))};
    }

    private static Effect[] up(Stride stride) {
        return new Effect[] {act(new Action.Nudge(0, -1, stride)), act(new Action.Nudge(0, 1, stride))};
    }
}
