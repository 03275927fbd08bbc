package dev.nabla.line;

import dev.nabla.figure.Figure;
import dev.nabla.figure.FigureState;
import dev.nabla.figure.Guess;
import dev.nabla.figure.Knob;
import dev.nabla.figure.ShellCommand;
import dev.nabla.figure.Value;
import dev.nabla.figure.ViewState;
import dev.nabla.figure.WorkedSteps;
import dev.nabla.math.Decimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A figure described in words: what it shows, what can be changed, and the results.
 *
 * @param live the current state of the figure
 */
public record FigureInWords<M extends Record>(FigureState<M> live) {
    /** What is told of a value that an open guess hides. */
    private static final String HIDDEN = "hidden";

    /** Returns the number and title of the figure. */
    String title() {
        Figure.Info info = live.figure().info(live.model());
        String title = info.number() + ", " + info.title();
        return title.endsWith("?") ? title : title + ".";
    }

    /** Returns the sentence of the figure's picture, with × replaced by "times". */
    String sentence() {
        String sentence = live.sentence();
        return sentence.equals(Guess.DOTS)
                ? "What would give the answer away is hidden."
                : sentence.replace(" ×", " times ");
    }

    /** Returns the rest of the sentence about each result, by its beginning. */
    private Map<String, String> results() {
        Map<String, String> hidden = live.facts();
        Map<String, String> sentences = live.factSentences();
        sentences.replaceAll((subject, rest) -> ViewState.HIDDEN.equals(hidden.get(subject)) ? HIDDEN + "." : rest);
        return sentences;
    }

    /**
     * Returns the title, the sentence of the picture, and a sentence for each knob and each fact. Leaves out what an
     * open guess hides, and while it hides something the sentence too.
     */
    public List<String> shown() {
        List<String> lines = new ArrayList<>(List.of(title()));
        if (!live.isHeld()) {
            lines.add(sentence());
        }
        lines.addAll(live.knobSentences());
        Map<String, String> facts = live.facts();
        facts.values().removeIf(ViewState.HIDDEN::equals);
        live.factSentences().forEach((subject, rest) -> {
            if (facts.containsKey(subject)) {
                lines.add(subject + " " + rest);
            }
        });
        return lines;
    }

    /** Returns the sentence of the picture, then a line for each knob with its value, each action and each fact. */
    List<String> toLines() {
        List<String> lines = new ArrayList<>(List.of(sentence()));
        for (Knob<M, ?> knob : live.figure().knobs(live.model())) {
            if (isTold(knob)) {
                String bounds = knob.bounds(live.model()).words("; ", "");
                lines.add(
                        name(knob) + " " + formatted(knob) + " (" + knob.info().help() + bounds + ")");
            }
        }
        live.figure()
                .commands(live.model())
                .forEach(trick -> lines.add("'" + trick.name() + "' or '" + trick.key() + "': " + trick.help()));
        results().forEach((subject, rest) -> lines.add(subject + " " + rest));
        return lines;
    }

    /**
     * Returns the sentence of the picture if something changed since {@code before}, and a line for each knob or fact
     * that did.
     */
    List<String> changesSince(FigureInWords<?> before) {
        List<String> lines = changed(knobs(), before.knobs());
        List<String> facts = changed(results(), before.results());
        if (!lines.isEmpty() || !facts.isEmpty() || !live.sentence().equals(before.live.sentence())) {
            lines.add(sentence());
        }
        lines.addAll(facts);
        return lines;
    }

    private static List<String> changed(Map<String, String> now, Map<String, String> then) {
        List<String> lines = new ArrayList<>();
        now.forEach((name, value) -> {
            if (!value.equals(then.get(name))) {
                lines.add(name + " " + value);
            }
        });
        return lines;
    }

    /** Returns what can be typed to change the focused value, with its present text, and the other knobs. */
    String howToChange() {
        String name = live.focusName();
        String value = "'" + name + " = " + live.typedText() + "' sets " + name;
        boolean moves = !live.isOnText();
        return value
                + (moves ? "; '+ " + name + "' or '- " + name + "' moves it by a step, '++' or '--' by ten" : "")
                + ". 'figure' tells all that can be set.";
    }

    /** Returns the name of the action that a word means: the name itself, or the key of the action. */
    Optional<String> trick(String word) {
        return live.figure().commands(live.model()).stream()
                .filter(trick ->
                        trick.name().equals(word) || String.valueOf(trick.key()).equals(word))
                .<String>map(Figure.FigureAction::name)
                .findFirst();
    }

    /** Returns a line for each knob or fact that differs from the kept figure, with both values. */
    List<String> comparedWith(FigureInWords<?> kept) {
        Map<String, String> then = kept.byName();
        List<String> lines = new ArrayList<>();
        byName().forEach((name, now) -> {
            if (!now.equals(then.get(name))) {
                lines.add(name + " " + now + ", kept " + then.getOrDefault(name, "nothing") + ".");
            }
        });
        return lines.isEmpty() ? List.of("Nothing is different from what you kept.") : lines;
    }

    /** Returns the values of knobs and facts, by name. */
    private Map<String, String> byName() {
        Map<String, String> values = knobs();
        values.putAll(live.facts());
        return values;
    }

    private Map<String, String> knobs() {
        Map<String, String> values = new LinkedHashMap<>();
        M model = live.model();
        for (Knob<M, ?> knob : live.figure().knobs(model)) {
            if (isTold(knob)) {
                values.put(name(knob), formatted(knob));
            }
        }
        return values;
    }

    /** Returns whether the keys of a screen stop at a knob now, or it is an input that counts the steps of a run. */
    private boolean isTold(Knob<M, ?> knob) {
        boolean counts = live.stepper()
                .filter(stepper -> stepper.knob().name().equals(knob.name()))
                .isPresent();
        return knob.isOffered(live.model()) || counts && knob.info().isInput();
    }

    private static String name(Knob<?, ?> knob) {
        return "'" + knob.name() + "' =";
    }

    private String formatted(Knob<M, ?> knob) {
        if (live.cursor().hidesKnob(knob.name())) {
            return HIDDEN;
        }
        String text = WorkedSteps.shortened(knob.text(live.model()));
        return knob.value(live.model()) instanceof Value.Word ? text : Decimal.typeset(text);
    }

    /** Returns the lines of the worked solution with the figure's numbers. */
    List<String> steps() {
        return live.figure().steps(live.model());
    }

    /** Returns the command line that gives the same numbers. */
    String command() {
        return ShellCommand.solving(live.figure(), live.model());
    }
}
