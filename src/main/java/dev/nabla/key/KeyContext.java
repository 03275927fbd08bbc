package dev.nabla.key;

import dev.nabla.figure.Figure;
import dev.nabla.figure.FigureState;
import dev.nabla.figure.Stride;
import dev.nabla.figure.ViewState.Mode;
import dev.nabla.figure.catalog.Figures;
import dev.nabla.key.Effect.Act;
import dev.nabla.key.Effect.Typing;
import dev.nabla.key.press.KeyPress;
import dev.nabla.tutor.Attempt.Confidence;
import dev.nabla.tutor.LineEditor;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The table of keys, grouped by the contexts in which they work, in the order of the key line. A row has keys, a word,
 * the rank, help and effects.
 */
public enum KeyContext {
    ONWARD(
            "The key that leads on",
            key(
                    "Enter",
                    "on",
                    0,
                    "go on: turn the page, run the figure or pause it, check the answer, whatever comes next",
                    Navigation.ONWARD)),
    GUESS(
            "Before a figure is played",
            key("1 2 3 4 5", "guess", 0, "this is what the figure will show; another digit replaces it", choices()),
            key("Esc", "not now", 4, "play without a guess; practice keeps it", Navigation.BACK)),
    NUMBER("At a guess that is a number", key("0 1 2 3 4 5 6 7 8 9 -", "type it", 9, "type the number", digits())),
    RATING(
            "When asked how sure you are",
            key("1 2 3", "how sure", 0, "a hunch, fairly sure, certain", rates()),
            key("Esc", "back", 0, "go back to the answer", Navigation.BACK)),
    IN_CLASS(
            "In a class",
            key(
                    "! Ctrl+o",
                    "the question to all",
                    1,
                    "open the question that everybody is asked; Ctrl-O where something is typed",
                    Navigation.VOTE),
            key(
                    "F Ctrl+f",
                    "follow",
                    1,
                    "follow what the teacher shows, then take it over; Ctrl-F where something is typed",
                    Navigation.WITH),
            key("K", "other machine", 9, "say the word by which another key of yours is let in", Navigation.LINK)),
    OWN_MODEL(
            "On a model of your own names",
            key("i", "more names", 1, "go back to the list", Navigation.MORE_NAMES),
            key("y", "a card to keep", 1, "draw the screen into a file, as a picture", Navigation.CARD),
            key("Esc", "home", 9, "go home; the model stays until the end of the session", Navigation.BACK)),
    FIGURE("On a figure", onAFigure()),
    ENTRY("While a value is typed", key("Esc", "leave it", 0, "leave the value as it was", Navigation.BACK)),
    FOUND(
            "Among the places found",
            key("N", "next", 0, "go to the next place; so does Enter", Navigation.NEXT),
            key("B", "before", 1, "go to the place before", Navigation.PREVIOUS)),
    PROSE(
            "In the text",
            key("Down Up j k", "scroll", 9, "scroll a line down or up", Navigation.DOWN, Navigation.UP),
            key("Space", "page", 9, "scroll a page down", Navigation.PAGE_DOWN),
            key("Home End", "ends", 9, "go to the beginning or the end", Navigation.TOP, Navigation.BOTTOM)),
    CUT(
            "Where text is cut off",
            key("PageDown PageUp", "text", 2, "scroll a page of the text", Navigation.PAGE_DOWN, Navigation.PAGE_UP)),
    TURN(
            "In a section with figures",
            key(
                    "v",
                    "figure",
                    3,
                    "turn to the figure, the next of them, then to the text; from an open group to its figure",
                    Navigation.TURN)),
    SECTION(
            "In a section",
            key("Backspace", "before", 6, "go back to the station before", Navigation.BEFORE),
            key("a", "practise", 4, "choose among guesses, blanks, questions and goals", Navigation.PRACTISE),
            key("/", "search", 7, "look for words in the text", Navigation.SEARCH)),
    TRAINED(
            "At the end of the section on training",
            key("o", "your own names", 2, "train a model on names of your own", Navigation.MORE_NAMES)),
    CHOICE(
            "At a choice",
            key("1 2 3 4 5 a b c d e", "choose", 0, "choose the option, by its number or letter", choices()),
            key("Down Up", "choose", 9, "choose the option below or above", Navigation.DOWN, Navigation.UP)),
    QUESTION("At a question or a blank", key("Tab", "hint", 1, "show a hint", Navigation.HINT)),
    LOOK(
            "At a question with a figure",
            key(
                    "F2",
                    "look",
                    1,
                    "look at the figure of the question, with its numbers; F2 comes back",
                    Navigation.LOOK)),
    ANEW("Where all help was shown", key("Ctrl+r", "again", 2, "ask it again, with other numbers", Navigation.ANEW)),
    SEVERAL(
            "Among several questions or blanks",
            key("Ctrl+n Ctrl+p", "next", 3, "go on to the next, or back", Navigation.NEXT, Navigation.PREVIOUS)),
    ASKED(
            "At a question and in a review",
            key("Ctrl+e", "answer", 3, "show the answer, worked out in numbers", Navigation.WORKED)),
    EXPLAINED(
            "At a question that a page explains, unless something is typed",
            key("l", "its page", 1, "read the page that explains it, then come back", Navigation.EXPLAIN)),
    ANSWERED(
            "After the answer",
            key("Backspace", "before", 6, "go back to the station before", Navigation.BEFORE),
            key("a", "practise", 2, "choose among guesses, blanks, questions and goals", Navigation.PRACTISE)),
    EXPLANATION(
            "On the page that explains a question",
            key("Backspace", "page before", 1, "read the page before", Navigation.BEFORE),
            key(
                    "PageDown PageUp",
                    "pages",
                    1,
                    "scroll a page of the text, then turn to the next one",
                    Navigation.PAGE_DOWN,
                    Navigation.PAGE_UP)),
    SCROLL(
            "At a question",
            key("PageDown PageUp", "scroll", 6, "scroll a page down or up", Navigation.PAGE_DOWN, Navigation.PAGE_UP)),
    LINES(
            "At a question that is no choice",
            key("Down Up", "scroll", 9, "scroll a line down or up", Navigation.DOWN, Navigation.UP)),
    SECTIONS(
            "Among sections",
            key("n", "next section", 3, "open the next section", Navigation.NEXT_SECTION),
            key("p", "section before", 9, "open the section before", Navigation.PREVIOUS_SECTION)),
    PRACTICE(
            "In the list of exercises",
            key("Down Up j k", "choose", 1, "choose the next or previous exercise", Navigation.DOWN, Navigation.UP),
            key("Home End", "ends", 9, "choose the first or the last", Navigation.TOP, Navigation.BOTTOM)),
    LIST(
            "In a list of your own names",
            key("Tab", "its name", 1, "type the name of the model, or the list again", Navigation.TURN),
            key("Down Up", "lines", 4, "go to the line below or above", Navigation.DOWN, Navigation.UP),
            key("Ctrl+k", "clear", 5, "take all lines away", Navigation.CLEAR),
            key("Esc", "home", 2, "go home; the list stays", Navigation.BACK)),
    COURSE_SEARCH(
            "In a search of the course",
            key("Down Up", "choose", 1, "choose the next or previous place", Navigation.DOWN, Navigation.UP),
            key("PageDown PageUp", "ends", 9, "choose the last or the first", Navigation.PAGE_DOWN, Navigation.PAGE_UP),
            key("Esc", "back", 1, "leave the search", Navigation.BACK)),
    TYPING(
            "Wherever something is typed",
            key(
                    "Left Right",
                    "move",
                    9,
                    "move the cursor",
                    to(line -> line.neighbour(-1)),
                    to(line -> line.neighbour(1))),
            key("Home End", "ends", 9, "move it to the beginning or the end", to(line -> 0), to(line -> line.text()
                    .length())),
            key("Ctrl+a", "start", 9, "move it to the beginning", to(line -> 0)),
            key("Backspace", "delete", 9, "delete the character before the cursor", erase(line -> line.neighbour(-1))),
            key("Delete", "delete", 9, "delete the character under the cursor", erase(line -> line.neighbour(1))),
            key("Ctrl+w", "delete", 9, "delete the word before the cursor", erase(LineEditor::wordStart)),
            key("Ctrl+u", "delete", 9, "delete all before the cursor", erase(line -> 0)),
            key("F1", "keys", 1, "show all keys", Navigation.HELP)),
    HOME(
            "At home",
            key("Down Up j k", "choose", 1, "choose the next or previous line", Navigation.DOWN, Navigation.UP),
            key("Space", "open", 9, "open it, as Enter does", Navigation.ONWARD),
            key("Home End", "ends", 9, "choose the first or the last line", Navigation.TOP, Navigation.BOTTOM),
            key("/", "search", 3, "search the pages and figures of the course", Navigation.SEARCH),
            key("Esc", "stay", 9, "say that q quits", Navigation.LINGER)),
    RUNG("At home in a course of one rung", key("Right", "open", 9, "open the line, as Enter does", Navigation.ONWARD)),
    RUNGS(
            "At home among several rungs",
            key(
                    "Left Right",
                    "fold",
                    2,
                    "fold the rung; unfold it, or the next that is folded",
                    Navigation.FOLD,
                    Navigation.UNFOLD)),
    WELCOME(
            "At home before anything is done",
            key("Down", "all sections", 0, "list the sections", Navigation.DOWN),
            key("/", "search", 9, "search the pages and figures of the course", Navigation.SEARCH),
            key("Esc", "stay", 9, "say that q quits", Navigation.LINGER)),
    AFTER_OPENING(
            "At home once the opening was seen", key("o", "opening", 9, "show the opening again", Navigation.OPENING)),
    LETTERS(
            "In the opening, and at its end",
            key(
                    "a b c d e f g h i j k l m n o p q r s t u v w x y z",
                    "first letters",
                    0,
                    "type up to three letters; the names that it makes up now begin with them",
                    letters()),
            key("Backspace", "take back", 3, "take the last letter back", erase(line -> line.neighbour(-1)))),
    OPENING(
            "In the opening",
            key("Space", "pause", 2, "stop the training, or let it go on", Navigation.PAUSE),
            key("Esc", "home", 1, "go home", Navigation.BACK)),
    OPENED(
            "At the end of the opening",
            key("Ctrl+r", "once more", 2, "train once more, from the beginning", Navigation.OPENING),
            key("Esc", "home", 1, "go home", Navigation.BACK)),
    OPEN_GOALS(
            "On the closing page while goals are open",
            key("G", "open goals", 1, "go to the first goal that is not reached", Navigation.GOALS)),
    CLOSING(
            "On the closing page",
            key(
                    "y",
                    "keep this page as text",
                    2,
                    "show the record of the course as Markdown, to be copied",
                    Navigation.COPY),
            key("t", "text", 7, "show the page in words", Navigation.WORDS)),
    RESUME(
            "At home once something was left off",
            key("c", "go on", 9, "go on where you left off, the figure as it stood", Navigation.RESUME)),
    REVIEW(
            "At home when questions are due",
            key("R", "review", 2, "answer the questions that are due", Navigation.REVIEW)),
    PEOPLE(
            "Over the class",
            key("Down Up j k", "choose", 1, "choose the next or previous one", Navigation.DOWN, Navigation.UP),
            key("Tab", "mistakes", 2, "go to the mistakes, and back", Navigation.TURN),
            key("Home End", "ends", 9, "choose the first or the last", Navigation.TOP, Navigation.BOTTOM)),
    FLOOD(
            "Over the class, after many have joined from one address",
            key("Y", "keep them", 0, "they belong to the class: do not ask again", Navigation.KEEP_JOINED),
            key("X", "remove them", 0, "show the command that takes them out", Navigation.REMOVE_JOINED)),
    PAUSED(
            "Over the class, while logins wait after wrong PINs",
            key("1 2 3 4 5", "let in", 0, "let the login that shows this word try ten PINs in two minutes", choices())),
    TEACHING(
            "For a teacher",
            key(
                    "S Ctrl+t",
                    "show all",
                    1,
                    "show everybody this figure, or ask all this question; Ctrl-T where something is typed",
                    Navigation.PUT),
            key("N", "hide names", 4, "show words in place of names, or names again", Navigation.NAMES),
            key("C", "class", 5, "to the class, and back to the course", Navigation.CLASS)),
    ROUND("While the class is asked", key("Esc", "end", 1, "take the question off the board", Navigation.BACK)),
    BETWEEN(
            "Between two rounds",
            key("v", "reveal", 1, "show everybody the answer, without another round", Navigation.REVEAL)),
    REOPENING(
            "After a round was closed",
            key(
                    "u",
                    "reopen",
                    1,
                    "open the round again that was closed, or take the second one back; votes stay",
                    Navigation.STEP_BACK)),
    TALK(
            "While the class talks about the question",
            key("t", "talk 2 min", 1, "set a clock of two minutes for the talk, or stop it", Navigation.TALK),
            key("1 2 3 4 5", "minutes", 2, "set the clock for the talk to as many minutes", choices())),
    REVEALED(
            "Where the answer is out", key("e", "worked steps", 3, "show it worked out in numbers", Navigation.WORKED)),
    HELP(
            "In the list of keys",
            key("Down Up j k", "scroll", 1, "scroll a line down or up", Navigation.DOWN, Navigation.UP),
            key("Space", "page", 1, "scroll a page down", Navigation.PAGE_DOWN),
            key("PageDown PageUp", "page", 9, "scroll a page down or up", Navigation.PAGE_DOWN, Navigation.PAGE_UP),
            key("Home End", "ends", 2, "go to the beginning or the end", Navigation.TOP, Navigation.BOTTOM)),
    SIGNS(
            "Among signs and words",
            key("Down Up j k", "choose", 1, "choose the next or previous one", Navigation.DOWN, Navigation.UP),
            key("PageDown PageUp", "ends", 9, "choose the last or the first", Navigation.PAGE_DOWN, Navigation.PAGE_UP),
            key("Home End", "ends", 9, "choose the first or the last", Navigation.TOP, Navigation.BOTTOM),
            key("/", "look up", 2, "look up any other word of the course", Navigation.SEARCH)),
    AWAY("Where an answer is typed", key("Esc", "back", 0, "go back; what is typed stays", Navigation.BACK)),
    BACK(
            "Wherever there is a way back",
            key("Esc", "back", 9, "go back, as q does; what is typed stays", Navigation.BACK)),
    EVERYWHERE(
            "Everywhere",
            key("m", "glyphs", 9, "draw in braille, quadrants or ASCII", Navigation.GLYPHS),
            key(
                    "? F1",
                    "keys",
                    0,
                    "show what the signs and words on the screen mean, then the keys; F1 shows the keys at once",
                    Navigation.SIGNS,
                    Navigation.HELP),
            key("q", "home", 0, "go home, or back to where a link stood; at home, quit", Navigation.LEAVE),
            key("Ctrl+c", "quit", 9, "quit nabla", Navigation.QUIT),
            key("Ctrl+z", "suspend", 9, "back to the shell; fg comes back here", Navigation.SUSPEND));

    /** The maximum number of options that have keys. */
    public static final int MOST_OPTIONS = 5;

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

    /** Returns the binding of this context with an effect. */
    public Binding binding(Effect effect) {
        return bindings.stream()
                .filter(each -> each.effects().contains(effect))
                .findFirst()
                .orElseThrow();
    }

    /** Returns the names of all keys that have an effect in some context. */
    public static Stream<String> names() {
        Stream<Binding> bindings = Stream.of(values()).flatMap(context -> context.bindings().stream());
        return bindings.flatMap(binding -> binding.keys().stream())
                .map(KeyPress::name)
                .distinct();
    }

    private static Binding key(String keys, String word, int rank, String help, Effect... effects) {
        List<KeyPress> named = new ArrayList<>();
        for (String name : keys.split(" ")) {
            named.add(KeyPress.named(name));
        }
        return new Binding(List.copyOf(named), List.of(effects), word, help, rank);
    }

    private static Act act(UnaryOperator<FigureState<?>> action) {
        return new Act(action);
    }

    /** Returns the keys that work on every figure, and those of single figures. */
    private static Binding[] onAFigure() {
        List<Binding> keys = new ArrayList<>(List.of(
                key("Left Right", "nudge", 2, "change the chosen value by one step", Act.LEFT, across(1, Stride.STEP)),
                key("Down Up", "choose", 2, "choose another value; a point moves down or up", Act.DOWN, Act.UP),
                key(
                        "< > Shift+Left Shift+Right",
                        "×10",
                        6,
                        "ten steps, or a fiftieth of a training; also Shift + arrow",
                        Act.FAR_LEFT,
                        across(1, Stride.COARSE)),
                key("Shift+Down Shift+Up", "×10", 9, "ten steps for a point", up(Stride.COARSE)),
                key(", .", "÷10", 8, "a tenth of a step", across(-1, Stride.FINE), across(1, Stride.FINE)),
                key(
                        "Home End",
                        "ends",
                        9,
                        "take it to its smallest or largest value",
                        across(-1, Stride.END),
                        across(1, Stride.END)),
                key("Tab Shift+Tab", "next", 7, "choose the next value (Shift: the previous)", Act.NEXT, focus(-1)),
                key("Space", "step", 2, "make one step, draw one sample", Act.STEP),
                key("g", "many", 3, "make many steps or draw many samples", Act.MANY),
                key(
                        "[ ] Alt+Left Alt+Right",
                        "scrub",
                        5,
                        "go a step back or forth; also Alt + arrow",
                        Act.STEP_BACK,
                        scrub(1)),
                key(
                        "{ } Alt+Home Alt+End",
                        "ends",
                        7,
                        "go to the first or the last step; also Alt + Home or End",
                        Act.FIRST_STEP,
                        scrub(Integer.MAX_VALUE)),
                key(
                        "k",
                        "keep",
                        5,
                        "keep this to compare with, or let it go",
                        new Act(FigureState::pin, live -> live.info().compares())),
                key("u", "undo", 6, "undo the last change", act(FigureState::undo)),
                key("0", "this back", 8, "set this value back to its start", act(FigureState::resetKnob)),
                key("r", "reset", 5, "set the whole figure back to its start", act(FigureState::reset))));
        for (Figure<?> figure : Figures.all()) {
            for (Figure.FigureAction<?> own : figure.commands()) {
                String key = String.valueOf(own.key());
                Act play = new Act(
                        live -> live.play(own.name()),
                        live -> live.figure().id().equals(figure.id()) && live.offers(own.name()));
                keys.add(key(key, own.word(), own.word().isEmpty() ? 9 : 3, own.help(), play));
            }
        }
        keys.add(key("e", "steps", 5, "show it worked out in numbers", act(live -> live.show(Mode.STEPS))));
        keys.add(key("t", "text", 7, "show the figure in words", act(live -> live.show(Mode.TEXT))));
        keys.add(key("=", "code", 4, "show the Python that computes it, or close it", Act.CODE));
        keys.add(key(
                "y",
                "copy",
                7,
                "show the line that gives these numbers, or the Python, to be copied",
                Navigation.COPY));
        keys.add(key("i", "type", 5, "type the chosen value, or a guess that is a number", Navigation.TYPE));
        keys.add(key("l", "its lesson", 4, "open the section of the chosen row; q comes back", Navigation.FOLLOW));
        return keys.toArray(Binding[]::new);
    }

    private static Act across(int by, Stride stride) {
        return act(live -> live.nudge(by, 0, stride));
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

    private static Effect[] digits() {
        return Stream.of("0 1 2 3 4 5 6 7 8 9 -".split(" ")).map(Effect::type).toArray(Effect[]::new);
    }

    private static Effect[] letters() {
        return IntStream.rangeClosed('a', 'z')
                .mapToObj(letter -> Effect.type(Character.toString(letter)))
                .toArray(Effect[]::new);
    }

    private static Effect[] rates() {
        return Stream.of(Confidence.values()).map(Effect.Rate::new).toArray(Effect[]::new);
    }

    private static Effect[] choices() {
        return IntStream.range(0, MOST_OPTIONS).mapToObj(Effect.Choose::new).toArray(Effect[]::new);
    }

    /** Returns the effect of moving the cursor to a position of the line. */
    private static Effect to(ToIntFunction<LineEditor> place) {
        return new Typing(line -> line.at(place.applyAsInt(line)));
    }

    /** Returns the effect of erasing the text between the cursor and a position. */
    private static Effect erase(ToIntFunction<LineEditor> place) {
        return new Typing(line -> line.without(place.applyAsInt(line)));
    }
}
