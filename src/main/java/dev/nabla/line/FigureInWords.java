package dev.nabla.line;

import dev.nabla.figure.Figure;
import dev.nabla.figure.FigureState;
import dev.nabla.figure.Knob;
import dev.nabla.figure.ShellCommand;
import dev.nabla.figure.WorkedSteps;
import dev.nabla.math.Decimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A figure told with words: what it shows, what can be changed, and what follows.
 *
 * @param live the figure as it stands
 */
record FigureInWords<M extends Record>(FigureState<M> live) {
    private static final int MOST_TICKS = 1000;

    /** Its number and what it shows. */
    String title() {
        String title =
                live.figure().info().number() + ", " + live.figure().info().title();
        return title.endsWith("?") ? title : title + ".";
    }

    /** The sentence of its picture; only there a cross can stand for a word. */
    String sentence() {
        return live.sentence().replace(" ×", " times ");
    }

    /** The sentence of its picture, then its knobs with their values, its tricks and its facts, a line each. */
    List<String> toLines() {
        List<String> lines = new ArrayList<>(List.of(sentence()));
        live.figure()
                .knobs()
                .forEach(knob -> lines.add(name(knob) + " " + held(knob) + " ("
                        + knob.info().help() + knob.bounds(live.model()).words("; ", "") + ")"));
        live.figure()
                .commands()
                .forEach(trick -> lines.add("'" + trick.name() + "' or '" + trick.key() + "': " + trick.help()));
        live.facts().forEach((name, value) -> lines.add(name + " " + value));
        return lines;
    }

    /** The sentence of its picture, and the knobs and facts that are not as they were before. */
    List<String> toldSince(FigureInWords<?> before) {
        List<String> lines = changed(knobs(), before.knobs());
        boolean same = lines.isEmpty() && live.sentence().equals(before.live.sentence());
        lines.add(same ? "It stays as it is." : sentence());
        lines.addAll(changed(live.facts(), before.live.facts()));
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

    /** The name of the trick that a word means: its name, or the key that the text gives it. */
    Optional<String> trick(String word) {
        return live.figure().commands().stream()
                .filter(trick ->
                        trick.name().equals(word) || String.valueOf(trick.key()).equals(word))
                .<String>map(Figure.FigureAction::name)
                .findFirst();
    }

    /** Run until more steps would show nothing new, or for as long as anybody would watch. */
    FigureState<M> run() {
        FigureState<M> running = live.run();
        for (int i = 0; i < MOST_TICKS && running.cursor().running(); i++) {
            running = running.tick();
        }
        return running.cursor().running() ? running.run() : running;
    }

    /** The knobs and facts that differ from the kept figure, both told, a line each. */
    List<String> comparedWith(FigureInWords<?> kept) {
        Map<String, String> then = kept.byName();
        List<String> lines = new ArrayList<>();
        byName().forEach((name, now) -> {
            if (!now.equals(then.get(name))) {
                lines.add(name + " " + now + ", kept " + then.getOrDefault(name, "nothing"));
            }
        });
        return lines.isEmpty() ? List.of("Nothing is different from what you kept.") : lines;
    }

    /** The values of its knobs and facts, by name. */
    private Map<String, String> byName() {
        Map<String, String> values = knobs();
        values.putAll(live.facts());
        return values;
    }

    private Map<String, String> knobs() {
        Map<String, String> values = new LinkedHashMap<>();
        live.figure().knobs().forEach(knob -> values.put(name(knob), held(knob)));
        return values;
    }

    private static String name(Knob<?, ?> knob) {
        return "'" + knob.name() + "' =";
    }

    private String held(Knob<M, ?> knob) {
        return Decimal.typeset(WorkedSteps.shortened(knob.text(live.model())));
    }

    /** The worked solution with its numbers. */
    List<String> steps() {
        return live.figure().steps(live.model());
    }

    /** The command line that gives the same numbers. */
    String command() {
        return ShellCommand.solving(live.figure(), live.model());
    }
}
