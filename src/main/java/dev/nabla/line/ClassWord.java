package dev.nabla.line;

import dev.nabla.key.Binding;
import dev.nabla.key.Effect;
import dev.nabla.key.KeyContext;
import dev.nabla.key.Navigation;
import dev.nabla.math.BadInput;
import dev.nabla.room.Poll.Phase;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The words behind {@code class}, each with its action of the screens if it has one. */
enum ClassWord {
    STUDENTS("students", "tells where each student is, those who need help first"),
    ABSENT("absent", "tells the names on the roster whose students are not here"),
    MISTAKE("mistake 1", "tells what students who make the first mistake read, and who they are"),
    FOLLOW("follow", "tells votes, students who need help and warnings as they come; typed again it stops"),
    NAMES("names", "hides the names, or tells them again"),
    KEEP("keep", "keeps the students who joined from one address"),
    LET("let otter", "lets the login that shows this word try ten PINs within two minutes"),
    ASK("ask 2.3", "asks everybody a question; without its number that of the first mistake"),
    CLOSE("close", "closes the round", Map.of(Phase.OPEN, Navigation.ONWARD, Phase.AGAIN, Navigation.ONWARD)),
    OPEN(
            "open",
            "opens the round again that was closed last",
            Map.of(Phase.CLOSED, Navigation.STEP_BACK, Phase.CLOSED_AGAIN, Navigation.STEP_BACK)),
    AGAIN("again", "opens the second round", Map.of(Phase.CLOSED, Navigation.ONWARD)),
    TALK(
            "talk 3",
            "sets a clock of 3 minutes for the talk; 0 stops it",
            Map.of(Phase.CLOSED, Navigation.TALK, Phase.AGAIN, Navigation.TALK)),
    REVEAL(
            "reveal",
            "shows everybody the answer and the votes",
            Map.of(Phase.CLOSED, Navigation.REVEAL, Phase.CLOSED_AGAIN, Navigation.ONWARD)),
    END(
            "end",
            "takes the question off the board",
            Map.of(
                    Phase.OPEN,
                    Navigation.BACK,
                    Phase.CLOSED,
                    Navigation.BACK,
                    Phase.AGAIN,
                    Navigation.BACK,
                    Phase.CLOSED_AGAIN,
                    Navigation.BACK,
                    Phase.REVEALED,
                    Navigation.ONWARD)),
    SHOW("show", "shows everybody the figure of your station as it stands"),
    HIDE("hide", "shows it no more");

    private final String typed;
    private final String help;
    private final Map<Phase, Navigation> actions;

    ClassWord(String typed, String help) {
        this(typed, help, Map.of());
    }

    /**
     * A word for an action at the question to all.
     *
     * @param actions the action in each phase of the question in which the word fits
     */
    ClassWord(String typed, String help, Map<Phase, Navigation> actions) {
        this.typed = typed;
        this.help = help;
        this.actions = actions;
    }

    static ClassWord named(String word) {
        return Stream.of(values())
                .filter(known -> known.name().toLowerCase(Locale.ROOT).equals(word.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> BadInput.usage(
                        "unknown_word", "'class " + word + "' is unknown; 'class ?' lists what you can do"));
    }

    /** Returns the word for a key of the class; empty if it has none. */
    static Optional<ClassWord> of(Binding key) {
        return key.equals(KeyContext.FLOOD.binding(Navigation.KEEP_JOINED))
                ? Optional.of(KEEP)
                : Optional.of(LET).filter(word -> KeyContext.PAUSED.bindings().contains(key));
    }

    /** Returns the action at a question in a phase; empty if none fits. */
    Optional<Effect> at(Phase phase) {
        return Optional.ofNullable(actions.get(phase));
    }

    /** Returns what the word does, with the argument in place of that of the table if the word takes one. */
    String told(String argument) {
        return "'class " + typed.replaceFirst(" .*", " " + argument) + "' " + help;
    }

    /** Returns what to type, and what it does. */
    String told() {
        return "'class " + typed + "': " + help;
    }

    /** Returns the words that fit a phase of a question, in a sentence. */
    static String fitting(Phase phase) {
        return Stream.of(values())
                        .filter(word -> word.at(phase).isPresent())
                        .map(word -> "'class " + word.typed + "' " + word.help.replace(';', ','))
                        .collect(Collectors.joining("; "))
                + ".";
    }
}
