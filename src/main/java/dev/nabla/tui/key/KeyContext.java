package dev.nabla.tui.key;

import dev.nabla.figure.Codec.Stride;
import dev.nabla.figure.Figure;
import dev.nabla.figure.FigureState;
import dev.nabla.figure.ViewState.Mode;
import dev.nabla.figure.catalog.Figures;
import dev.nabla.tui.key.Effect.Act;
import dev.nabla.tui.key.Effect.Typing;
import dev.nabla.tutor.Attempt.Sure;
import dev.nabla.tutor.Editor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The one table of keys, by the places where they hold, in the order of the key line. A row: keys, a word, the rank, help, effects. */
public enum KeyContext {
    FIGURE("On a figure", onAFigure()),
    BESIDE(
            "On a figure beside the text",
            key("v", "alone", 2, "show the figure alone; q brings the text back", Go.TURN)),
    GOAL(
            "On a figure with a goal",
            key("Esc q", "leave", 1, "go back to the goals; the figure is as it was before", Go.BACK)),
    FOUND(
            "Among the places found",
            key("Enter N", "next", 0, "go to the next place; so does N", Go.NEXT),
            key("B", "before", 1, "go to the place before", Go.PREVIOUS),
            key("Esc q", "end", 0, "end the search", Go.BACK)),
    PROSE(
            "In the text",
            key("Down Up j k", "scroll", 2, "scroll a line down or up", Go.DOWN, Go.UP),
            key("Space", "page", 1, "scroll a page down", Go.PAGE_DOWN),
            key("v", "figure", 1, "turn to the figure", Go.TURN),
            key("Home End", "ends", 9, "go to the beginning or the end", Go.TOP, Go.BOTTOM)),
    FIGURES(
            "In a section with several figures",
            key("V", "other", 1, "bring the section's other figure, or the next of them", Go.OTHER)),
    SECTION(
            "In a section",
            key("a", "questions", 2, "answer the section's questions", Go.ASK),
            key("E", "example", 5, "fill in the blanks of a worked example", Go.EXAMPLE),
            key("G", "goals", 4, "try the section's goals", Go.GOALS),
            key("P", "predict", 8, "say first what the figure will show", Go.PREDICT),
            key("/", "search", 5, "look for words in the text", Go.SEARCH),
            key("PageDown PageUp", "page", 6, "scroll a page of the text", Go.PAGE_DOWN, Go.PAGE_UP),
            key("n p", "section", 7, "open the next or previous section", Go.NEXT_SECTION, Go.PREVIOUS_SECTION)),
    GOALS(
            "Among the goals",
            key("Down Up j k", "choose", 1, "choose the next or previous goal", Go.DOWN, Go.UP),
            key("Enter Space", "try", 0, "try it on the figure", Go.OPEN),
            key("Home End", "ends", 9, "choose the first or the last goal", Go.TOP, Go.BOTTOM),
            key("G", "back", 9, "go back to the section", Go.GOALS)),
    ANSWERED("After a right answer", key("Enter Space Tab", "go on", 0, "go on to the next question", Go.CHECK)),
    QUESTION(
            "At a question or in a worked example",
            key("Enter", "check", 0, "check the answer; once it is right, go on", Go.CHECK),
            key("Tab", "hint", 1, "show a hint; after the last one, other numbers", Go.HINT)),
    SEVERAL(
            "Among several questions or worked examples",
            key("Ctrl+n Ctrl+p", "next", 2, "go on to the next, or back", Go.NEXT, Go.PREVIOUS)),
    FILLED(
            "After a worked example",
            key("Enter Space", "more", 0, "go on with other numbers and more left out", Go.OPEN)),
    CHOICE("At a choice", key("Down Up", "choose", 2, "choose the option below or above", Go.DOWN, Go.UP)),
    REVIEW(
            "In a review",
            key("Enter", "check", 0, "check the answer; then go on", Go.CHECK),
            key("Tab", "hint", 1, "show a hint", Go.HINT)),
    ASKED(
            "At a question and in a review",
            key("Ctrl+e", "steps", 3, "show it worked out in numbers", Go.WORKED),
            key("PageDown PageUp", "scroll", 6, "scroll a page down or up", Go.PAGE_DOWN, Go.PAGE_UP),
            key("Down Up", "scroll", 9, "scroll a line down or up", Go.DOWN, Go.UP)),
    DONE("After a review", key("Enter Space", "home", 0, "go home", Go.BACK)),
    ASIDE(
            "Beside the text, before an answer is begun",
            key("Down Up j k", "scroll", 2, "scroll the text a line down or up", Go.DOWN, Go.UP),
            key("Space", "page", 3, "scroll it a page down", Go.PAGE_DOWN),
            key("PageDown PageUp", "page", 9, "scroll it a page down or up", Go.PAGE_DOWN, Go.PAGE_UP),
            key("Home End", "ends", 9, "go to its beginning or its end", Go.TOP, Go.BOTTOM),
            key("E", "example", 5, "fill in the blanks of a worked example", Go.EXAMPLE),
            key("G", "goals", 4, "try the section's goals", Go.GOALS),
            key("n", "next section", 7, "open the next section", Go.NEXT_SECTION)),
    OPTIONS(
            "Beside the text, before an option is chosen",
            key("Tab", "choose", 1, "choose the first option; then up and down choose another", Go.NEXT),
            key("p", "section before", 8, "open the previous section", Go.PREVIOUS_SECTION)),
    PREDICTION(
            "Before a figure opens",
            key("Enter", "answer", 0, "this is what the figure will show", Go.CHECK),
            key("Esc", "skip", 0, "open the figure without a prediction", Go.BACK),
            key("PageDown PageUp", "page", 6, "scroll a page of the text", Go.PAGE_DOWN, Go.PAGE_UP)),
    TOLD("After a prediction", key("Enter Space Tab Left Right Up Down Esc q", "play", 0, "open the figure", Go.BACK)),
    SEARCH("While searching", key("Enter", "find", 0, "go to the places found", Go.NEXT)),
    TYPING(
            "Wherever something is typed",
            key("Left Right", "move", 9, "move the cursor", to(line -> line.beside(-1)), to(line -> line.beside(1))),
            key("Home End", "ends", 9, "move it to the beginning or the end", to(line -> 0), to(line -> line.text()
                    .length())),
            key("Ctrl+a", "start", 9, "move it to the beginning", to(line -> 0)),
            key("Backspace", "erase", 9, "erase the character before the cursor", erase(line -> line.beside(-1))),
            key("Delete", "erase", 9, "erase the character under the cursor", erase(line -> line.beside(1))),
            key("Ctrl+w", "erase", 9, "erase the word before the cursor", erase(Editor::wordStart)),
            key("Ctrl+u", "erase", 9, "erase all before the cursor", erase(line -> 0)),
            key("Esc", "back", 0, "go back; what is typed stays", Go.BACK),
            key("F1", "keys", 7, "show all keys", Go.HELP)),
    RATING(
            "When asked how sure you are",
            key("1 2 3", "how sure", 0, "guessing, fairly sure, sure", rates()),
            key("Esc q", "back", 1, "go back to the answer", Go.BACK)),
    HOME(
            "At home",
            key("Down Up j k", "choose", 1, "choose the next or previous section", Go.DOWN, Go.UP),
            key("Enter Right Space", "open", 1, "open the section", Go.OPEN),
            key("Home End", "ends", 9, "choose the first or the last section", Go.TOP, Go.BOTTOM),
            key("c", "continue", 2, "go on where you left off, the figure as it stood", Go.RESUME),
            key("R", "review", 3, "answer the questions that are due", Go.REVIEW),
            key("Esc", "stay", 9, "say that q leaves nabla", Go.LINGER)),
    HELP(
            "In the list of keys",
            key("Down Up j k", "scroll", 1, "scroll a line down or up", Go.DOWN, Go.UP),
            key("Space", "page", 1, "scroll a page down", Go.PAGE_DOWN),
            key("PageDown PageUp", "page", 9, "scroll a page down or up", Go.PAGE_DOWN, Go.PAGE_UP),
            key("Home End", "ends", 2, "go to the beginning or the end", Go.TOP, Go.BOTTOM)),
    EVERYWHERE(
            "Everywhere",
            key("m", "glyphs", 9, "draw in braille, quadrants or ASCII", Go.GLYPHS),
            key("? F1", "help", 0, "show all keys; so does F1", Go.HELP),
            key("q Esc", "back", 0, "go back, from home out of nabla; Esc goes back too", Go.BACK),
            key("Ctrl+c", "quit", 9, "leave nabla", Go.QUIT),
            key("Ctrl+z", "suspend", 9, "back to the shell; fg comes back here", Go.SUSPEND));

    public static final String SPACE = "Space";

    private final String heading;
    private final List<Binding> bindings;

    KeyContext(String heading, Binding... bindings) {
        this.heading = heading;
        this.bindings = List.of(bindings);
    }

    public String heading() {
        return heading;
    }

    public List<Binding> bindings() {
        return bindings;
    }

    /** Looks a key up in the first of the contexts where it does anything; where something is typed, a printable one is a character. */
    public static Optional<Effect> effect(String key, List<KeyContext> contexts, Optional<FigureState<?>> live) {
        for (KeyContext context : contexts) {
            if (context == TYPING && isPrintable(key)) {
                return Optional.of(Effect.type(key.equals(SPACE) ? " " : key));
            }
            for (Binding binding : context.bindings()) {
                if (binding.keys().contains(key) && binding.serves(live)) {
                    return Optional.of(binding.effectOf(key));
                }
            }
        }
        return Optional.empty();
    }

    /** The names of all keys that do anything somewhere. */
    public static Stream<String> names() {
        Stream<Binding> bindings = Stream.of(values()).flatMap(context -> context.bindings().stream());
        return bindings.flatMap(binding -> binding.keys().stream()).distinct();
    }

    /** A key of such a name writes a character. */
    public static boolean isPrintable(String key) {
        return key.codePointCount(0, key.length()) == 1 || key.equals(SPACE);
    }

    private static Binding key(String keys, String word, int rank, String help, Effect... effects) {
        return new Binding(List.of(keys.split(" ")), List.of(effects), word, help, rank);
    }

    private static Act act(UnaryOperator<FigureState<?>> action) {
        return new Act(action);
    }

    /** The keys of all figures, and those that figures have of their own. */
    private static Binding[] onAFigure() {
        List<Binding> keys = new ArrayList<>(List.of(
                key("Left Right", "nudge", 0, "change the chosen value by one step", across(Stride.STEP)),
                key("Down Up", "choose", 3, "choose another value; a point moves down or up", Act.DOWN, Act.UP),
                key("< > Shift+Left Shift+Right", "×10", 6, "ten steps; also Shift + arrow", across(Stride.COARSE)),
                key("Shift+Down Shift+Up", "×10", 9, "ten steps for a point", up(Stride.COARSE)),
                key(", .", "÷10", 8, "a tenth of a step", across(Stride.FINE)),
                key("Home End", "ends", 9, "take it to its smallest or largest value", across(Stride.END)),
                key("Tab Shift+Tab", "next", 0, "choose the next value (Shift: the previous)", focus(1), focus(-1)),
                key("Space", "step", 1, "make one step, draw one sample", Act.STEP),
                key("g", "many", 4, "make many steps or draw many samples", Act.stepping(FigureState::burst)),
                key("Enter", "run", 2, "run or pause", Act.stepping(FigureState::run)),
                key("[ ]", "scrub", 6, "go a step back or forth", scrub(-1), scrub(1)),
                key(
                        "{ }",
                        "ends",
                        7,
                        "go to the first or the last step",
                        scrub(-Integer.MAX_VALUE),
                        scrub(Integer.MAX_VALUE)),
                key(
                        "k",
                        "pin",
                        5,
                        "keep this to compare with, or let it go",
                        new Act(FigureState::pin, live -> live.figure().info().compares())),
                key("u", "undo", 5, "undo the last change", act(FigureState::undo)),
                key("0", "this back", 8, "set this value back to its start", act(FigureState::resetKnob)),
                key("r", "reset", 4, "set the whole figure back to its start", act(FigureState::reset))));
        for (Figure<?> figure : Figures.all()) {
            for (Figure.Command<?> own : figure.commands()) {
                String key = String.valueOf(own.key());
                Act play = new Act(
                        live -> live.play(own.name()),
                        live -> live.figure().id().equals(figure.id()));
                keys.add(key(key, own.word(), own.rank(), own.help(), play));
            }
        }
        keys.add(key("e", "steps", 5, "show it worked out in numbers", act(live -> live.show(Mode.STEPS))));
        keys.add(key("t", "text", 7, "show the figure in words", act(live -> live.show(Mode.TEXT))));
        keys.add(key(
                "y",
                "command",
                7,
                "show the nabla solve line with these numbers",
                act(live -> live.show(Mode.COMMAND))));
        keys.add(key("Enter", "open", 2, "open the section that the stage leads to; q comes back", Go.FOLLOW));
        keys.add(key("v", "text", 2, "turn to the text", Go.TURN));
        return keys.toArray(Binding[]::new);
    }

    private static Act[] across(Stride stride) {
        return new Act[] {act(live -> live.nudge(-1, 0, stride)), act(live -> live.nudge(1, 0, stride))};
    }

    private static Act[] up(Stride stride) {
        return new Act[] {act(live -> live.nudge(0, -1, stride)), act(live -> live.nudge(0, 1, stride))};
    }

    private static Act focus(int by) {
        return act(live -> live.focus(by));
    }

    private static Act scrub(int by) {
        return Act.stepping(live -> live.scrub(by));
    }

    private static Effect[] rates() {
        return Stream.of(Sure.values()).map(Effect.Rate::new).toArray(Effect[]::new);
    }

    /** Moves the cursor to a place of the line. */
    private static Effect to(ToIntFunction<Editor> place) {
        return new Typing(line -> line.at(place.applyAsInt(line)));
    }

    /** Erases what is between the cursor and a place. */
    private static Effect erase(ToIntFunction<Editor> place) {
        return new Typing(line -> line.without(place.applyAsInt(line)));
    }
}
