package dev.nabla.line;

import dev.nabla.key.KeyContext;
import dev.nabla.key.KeyPlace;
import dev.nabla.math.BadInput;
import dev.nabla.math.Spelling;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The commands of the text mode. {@code ?} prints this table. */
enum LineCommand {
    NEXT("leads on; so does a line with nothing in it", "next", "n", "enter"),
    BACK("goes to the station before", "back", "b"),
    AGAIN("tells this station again; a question that has ended gets other numbers", "again"),
    ROAD("tells the stations of the section; 'road 2' goes to the second", "road"),
    TOP("reads the section from its beginning", "top"),
    SECTIONS("lists the sections; their number opens one", "sections"),
    FIGURE(
            "tells what the figure shows, its knobs and its numbers; 'figure chain': another one of the section",
            "figure",
            "f",
            "v",
            "text",
            "t"),
    NUMBERS("tells the figure with the numbers of the question that is asked", "numbers", "F2"),
    TAUGHT("tells the figure that taught the open group of FIG.19, in the same state", "taught"),
    CHANGE("tells how a value of the figure is changed", "change", "i", "tab", "arrows", "left", "right", "up", "down"),
    STEP("takes a step where the figure steps; 'step 10' takes ten", "step", "space"),
    RUN("takes steps until they show nothing new", "run"),
    PAGE("reads the page that explains the question that was just asked; so does 'l' there", "page"),
    KEEP("keeps the figure's numbers; typed once more it tells what differs from them", "keep", "k"),
    WORKED("tells the worked steps with the figure's numbers", "worked", "e"),
    COMMAND("tells the command line that gives the same numbers", "command", "y"),
    CODE("tells the Python that computes the figure", "code", "="),
    PRACTICE("lists the exercises of this section; 'practice 2' opens the second", "practice", "practise", "a"),
    ASK("asks a question of the course: 'ask 2.3'", "ask"),
    VOTE(
            "in a class: tells what everybody is asked; 'vote 2' votes, as often as you like while that is open",
            "vote",
            "!"),
    CLASS("for the teacher of a class: tells the class; 'class ?' tells what else can be typed", "class"),
    NAMES("trains a small model on names of your own; you type them line by line", "names"),
    WORDS("tells what the signs and words of this station mean", "words"),
    FIND("tells which pages of the course have a word: 'find residual'", "find", "search", "/"),
    HELP("tells the ten lines that are enough to begin; '? eta' tells what a sign or word means", "?", "help"),
    MORE("tells ten lines more of all that can be typed; '?' begins anew", "more"),
    QUIT("leaves; so does the end of the input", "quit", "q");

    /** What is enough to begin, in lines of at most 80 columns. */
    private static final List<String> FIRST = List.of(
            "An empty line leads on, 'back' leads back, 'again' tells this place again.",
            "An answer is typed as it is; at a question '?' gives a hint.",
            "'figure' tells the figure here, and the names of what can be set.",
            "'eta 0.9' sets what has the name eta; '+ eta' and '- eta' move it by a step.",
            "'run' runs the figure, 'step' takes one step, 'undo' takes a change back.",
            "'worked' tells the worked steps with the figure's numbers.",
            "'? eta' tells what a sign or word means, 'words' all those of this place.",
            "'road' tells the stations, 'practice' the exercises, 'sections' the sections.",
            "'quit' leaves.",
            "'more' tells all that can be typed, ten lines at a time.");

    /** Words of the text mode for keys whose own word is another one. */
    private static final Map<String, String> KEYS = Map.of("first", "{", "follow", "l");

    private final String help;
    private final List<String> names;

    LineCommand(String help, String... names) {
        this.help = help;
        this.names = List.of(names);
    }

    static Optional<LineCommand> named(String name) {
        return Stream.of(values())
                .filter(word -> word.names.stream().anyMatch(called -> matches(called, name)))
                .findFirst();
    }

    /** Returns the name of the key that a word means; the word itself if it has no such meaning. */
    static String keyOf(String typed) {
        return KEYS.getOrDefault(typed.toLowerCase(Locale.ROOT), typed);
    }

    static BadInput unknown(String name) {
        List<String> known = Stream.of(values())
                .map(word -> word.names.get(0))
                .filter(word -> word.length() > 1)
                .toList();
        String remedy = Spelling.closest(name, known)
                .map(near -> "did you mean '" + near + "'?")
                .orElse("'?' tells what can be typed");
        return BadInput.usage("unknown_word", "'" + name + "' is unknown; " + remedy);
    }

    /** Returns whether a typed word means a known name. A single letter must match in case, a longer name need not. */
    private static boolean matches(String known, String typed) {
        return known.length() == 1 ? known.equals(typed) : known.equalsIgnoreCase(typed);
    }

    /** Returns a line for each key of a place that has a word, unless the word or the key is a command. */
    static List<String> table(KeyPlace place) {
        return place.bindings().stream()
                .filter(key -> !KeyContext.EVERYWHERE.bindings().contains(key))
                .filter(key -> key.effects().size() == 1)
                .filter(key -> Stream.of(key.word(), key.name())
                        .allMatch(name -> named(name).isEmpty()))
                .map(key -> "'" + key.word() + "' or '" + key.name() + "': " + key.help())
                .toList();
    }

    /** Returns the ten lines that are told first. */
    static List<String> first() {
        return FIRST;
    }

    /**
     * Returns a line for each command, and the lines that explain how a figure is changed. Of the names of a command
     * only its own and single characters are told: the others are keys, which a page may name.
     */
    static List<String> table() {
        List<String> lines = new ArrayList<>();
        for (LineCommand word : values()) {
            String names = word.names.stream()
                    .filter(name -> name.length() == 1 || name.equals(word.names.get(0)))
                    .collect(Collectors.joining("' or '", "'", "'"));
            lines.add(names + ": " + word.help);
        }
        lines.add("'a = 1,0.3' or 'a 1,0.3': sets the figure's knob 'a'; 'a[2] 0.3' its second number");
        lines.add("'+' or '-': moves the knob that was moved last by a step, '++' or '--' by ten");
        lines.add("'+ a[2]': moves the second number of the knob 'a'");
        lines.add("a key that the text names, like 'space', 'Enter' or 'g', is typed as that word");
        return lines;
    }
}
