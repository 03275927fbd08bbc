package dev.nabla.line;

import dev.nabla.figure.Figure;
import dev.nabla.figure.FigureState;
import dev.nabla.figure.ShellLine;
import dev.nabla.figure.WorkedSteps;
import dev.nabla.lesson.Goal;
import dev.nabla.math.Decimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A figure played with words: the same knobs and actions as under the keys, what follows told as sentences.
 *
 * @param live the figure as it stands
 * @param goal where to bring it, if a goal is tried
 * @param kept as it stood when it was kept to compare with
 */
record FigureInWords(FigureState<?> live, Optional<Goal> goal, Optional<FigureState<?>> kept) {
    private static final int MOST_TICKS = 1000;

    static FigureInWords trying(Goal goal) {
        return new FigureInWords(goal.start(), Optional.of(goal), Optional.empty());
    }

    private FigureInWords with(FigureState<?> other) {
        return new FigureInWords(other, goal, kept);
    }

    FigureInWords after(UnaryOperator<FigureState<?>> action) {
        return with(action.apply(live));
    }

    /** A knob, or a part of it, set as it is typed; how it is named is said at {@link KnobInWords}. */
    FigureInWords set(String name, int part, String typed) {
        return with(KnobInWords.of(live, Optional.of(name), part).set(typed));
    }

    /** A knob, or a part of it, moved by so many steps. */
    FigureInWords nudged(Optional<String> name, int part, int by) {
        return with(KnobInWords.of(live, name, part).nudged(by));
    }

    /** What it shows, then what can be changed and what it holds, then what follows, a line each. */
    List<String> told() {
        List<String> lines = new ArrayList<>(List.of(live.sentence()));
        lines.addAll(knobs(live, true));
        live.figure().commands().forEach(trick -> lines.add(trick.name() + " or " + trick.key() + ": " + trick.help()));
        lines.addAll(live.facts());
        goal.ifPresent(aim -> lines.add(distance(aim)));
        return lines;
    }

    /** What it shows, and of knobs and of what follows only what is not as it was before. */
    List<String> toldSince(FigureInWords before) {
        List<String> old = Stream.concat(knobs(before.live, false).stream(), before.live.facts().stream())
                .toList();
        List<String> lines = new ArrayList<>();
        knobs(live, false).stream().filter(line -> !old.contains(line)).forEach(lines::add);
        lines.add(
                lines.isEmpty() && live.sentence().equals(before.live.sentence())
                        ? "It stays as it is."
                        : live.sentence());
        live.facts().stream().filter(line -> !old.contains(line)).forEach(lines::add);
        goal.ifPresent(aim -> lines.add(distance(aim)));
        return lines;
    }

    /** The name of the trick that a word means: its name, or the key that the text gives it. */
    Optional<String> trick(String word) {
        return live.figure().commands().stream()
                .filter(trick ->
                        trick.name().equals(word) || String.valueOf(trick.key()).equals(word))
                .<String>map(Figure.Command::name)
                .findFirst();
    }

    /** Run until more steps would show nothing new, or for as long as anybody would watch. */
    FigureInWords run() {
        FigureState<?> running = live.run();
        for (int i = 0; i < MOST_TICKS && running.cursor().running(); i++) {
            running = running.tick();
        }
        return with(running.cursor().running() ? running.run() : running);
    }

    /** The figure is kept as it stands; one that was kept is let go. */
    FigureInWords keeping() {
        return new FigureInWords(live, goal, kept.isPresent() ? Optional.empty() : Optional.of(live));
    }

    /** What is not as it was when it was kept, both told, a line each. */
    List<String> comparedWith(FigureState<?> other) {
        Map<String, String> then = byName(other);
        List<String> lines = byName(live).entrySet().stream()
                .filter(now -> !now.getValue().equals(then.get(now.getKey())))
                .map(now ->
                        now.getKey() + " " + now.getValue() + ", kept " + then.getOrDefault(now.getKey(), "nothing"))
                .toList();
        return lines.isEmpty() ? List.of("Nothing is different from what you kept.") : lines;
    }

    /** What it holds and what follows, by name. */
    private static Map<String, String> byName(FigureState<?> live) {
        Map<String, String> values = new LinkedHashMap<>();
        Stream.concat(knobs(live, false).stream(), live.facts().stream())
                .map(line -> line.replaceFirst(" = ", " ").split(" ", 2))
                .forEach(line -> values.put(line[0], line.length == 1 ? "" : line[1]));
        return values;
    }

    private static <M extends Record> List<String> knobs(FigureState<M> live, boolean help) {
        return live.figure().knobs().stream()
                .map(knob -> knob.name() + " = " + Decimal.typeset(WorkedSteps.told(knob.text(live.model())))
                        + (help ? " (" + knob.info().help() + ")" : ""))
                .toList();
    }

    private String distance(Goal aim) {
        Goal.Progress progress = aim.spoken(live);
        return progress.isMet() ? "reached: " + aim.ask() : "goal " + aim.id() + ": " + progress.distance();
    }

    /** The worked solution with its numbers. */
    List<String> steps() {
        return steps(live);
    }

    private static <M extends Record> List<String> steps(FigureState<M> live) {
        return live.figure().steps(live.model());
    }

    /** The command line that gives the same numbers. */
    String command() {
        return command(live);
    }

    private static <M extends Record> String command(FigureState<M> live) {
        return ShellLine.solving(live.figure(), live.model());
    }
}
