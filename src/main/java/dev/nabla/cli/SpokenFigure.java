package dev.nabla.cli;

import dev.nabla.figure.Action;
import dev.nabla.figure.CellKnob;
import dev.nabla.figure.Figure;
import dev.nabla.figure.Knob;
import dev.nabla.figure.Live;
import dev.nabla.figure.Spelling;
import dev.nabla.figure.Spot;
import dev.nabla.figure.Stride;
import dev.nabla.figure.Trick;
import dev.nabla.lesson.Goal;
import dev.nabla.math.BadInput;
import dev.nabla.math.Decimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A figure played with words: the same knobs and actions as under the keys, what follows told as sentences.
 *
 * @param live the figure as it stands
 * @param goal where to bring it, if a goal is tried
 * @param kept as it stood when it was kept to compare with
 */
record SpokenFigure(Live<?> live, Optional<Goal> goal, Optional<Live<?>> kept) {
    private static final int COARSE = 10;
    private static final int MOST_TICKS = 1000;

    static SpokenFigure of(Live<?> live) {
        return new SpokenFigure(live, Optional.empty(), Optional.empty());
    }

    static SpokenFigure trying(Goal goal) {
        return new SpokenFigure(goal.start(), Optional.of(goal), Optional.empty());
    }

    private SpokenFigure with(Live<?> other) {
        return new SpokenFigure(other, goal, kept);
    }

    SpokenFigure after(Action action) {
        return with(live.apply(action));
    }

    /**
     * A knob set as it is typed.
     *
     * @param name of the knob, or the letter that formulas have for it
     * @param part which of its numbers, from 1; 0 for all of them
     */
    SpokenFigure set(String name, int part, String text) {
        return with(set(live, name, part, text));
    }

    private static <M extends Record> Live<M> set(Live<M> live, String name, int part, String text) {
        Knob<M> knob = knob(live.figure(), name);
        Live<M> set =
                live.set(knob.name(), part == 0 ? text : replaced(knob.text(live.model()), knob.name(), part, text));
        return set.apply(new Action.Take(new Spot(knob.name(), Math.max(0, part - 1))));
    }

    /** Numbers between commas and semicolons, one of them another. */
    private static String replaced(String numbers, String name, int part, String text) {
        String[] all = numbers.split("(?<=[,;])|(?=[,;])");
        int at = 2 * (part - 1);
        if (at >= all.length) {
            throw noPart(name, part, (all.length + 1) / 2);
        }
        all[at] = text;
        return String.join("", all);
    }

    private static BadInput noPart(String name, int part, int parts) {
        return BadInput.usage("bad_position", name + "[" + part + "] is not there; it ends at [" + parts + "]");
    }

    /**
     * A knob moved by so many steps.
     *
     * @param name of the knob, or the one that was moved last
     * @param part of it, from 1; 0 where none was named
     */
    SpokenFigure nudged(Optional<String> name, int part, int by) {
        return with(nudged(live, name, part, by));
    }

    private static <M extends Record> Live<M> nudged(Live<M> live, Optional<String> name, int part, int by) {
        Knob<M> knob = knob(live.figure(), name.orElse(live.cursor().spot().knob()));
        int stops = knob.stops(live.model());
        boolean point = stops > 0 && knob.movesUp(live.model());
        int parts = point ? 2 : stops;
        if (stops == 0) {
            throw BadInput.usage(
                    "no_steps", knob.name() + " has no steps here; type " + knob.name() + " = and a value");
        }
        if (part > parts) {
            throw noPart(knob.name(), part, parts);
        }
        boolean same = knob.name().equals(live.cursor().spot().knob());
        int kept = same ? live.cursor().spot().part() : 0;
        Spot spot = new Spot(knob.name(), point ? 0 : part == 0 ? kept : part - 1);
        boolean cell = knob instanceof CellKnob;
        boolean up = point && part == (cell ? 1 : 2);
        Stride stride = Math.abs(by) == COARSE ? Stride.COARSE : Stride.STEP;
        int sign = Integer.signum(by);
        return live.apply(new Action.Take(spot))
                .apply(new Action.Nudge(up ? 0 : sign, up ? cell ? -sign : sign : 0, stride));
    }

    private static <M extends Record> Knob<M> knob(Figure<M> figure, String name) {
        List<String> names = figure.knobs().stream().<String>map(Knob::name).toList();
        return names.contains(name)
                ? figure.knob(name)
                : figure.knobs().stream()
                        .filter(knob -> knob.label().symbol().equals(name))
                        .findFirst()
                        .orElseThrow(() -> BadInput.usage(
                                "unknown_knob",
                                figure.id() + " has no '" + name + "'; " + Spelling.suggest(name, names)));
    }

    /** What it shows, then what can be changed and what it holds, then what follows, a line each. */
    List<String> told() {
        List<String> lines = new ArrayList<>(List.of(live.sentence()));
        lines.addAll(knobs(live, true));
        live.figure().tricks().forEach(trick -> lines.add(trick.name() + " or " + trick.key() + ": " + trick.word()));
        lines.addAll(live.facts());
        goal.ifPresent(aim -> lines.add(distance(aim)));
        return lines;
    }

    /** The name of the trick that a word means: its name, or the key that the text gives it. */
    Optional<String> trick(String word) {
        return live.figure().tricks().stream()
                .filter(trick ->
                        trick.name().equals(word) || String.valueOf(trick.key()).equals(word))
                .<String>map(Trick::name)
                .findFirst();
    }

    /** Run until more steps would show nothing new, or for as long as anybody would watch. */
    SpokenFigure run() {
        Live<?> running = live.apply(new Action.Run());
        for (int i = 0; i < MOST_TICKS && running.cursor().running(); i++) {
            running = running.apply(new Action.Tick());
        }
        return with(running.cursor().running() ? running.apply(new Action.Run()) : running);
    }

    /** The figure is kept as it stands; one that was kept is let go. */
    SpokenFigure keeping() {
        return new SpokenFigure(live, goal, kept.isPresent() ? Optional.empty() : Optional.of(live));
    }

    /** What is not as it was when it was kept, both told, a line each. */
    List<String> comparedWith(Live<?> other) {
        Map<String, String> then = byName(other);
        List<String> lines = byName(live).entrySet().stream()
                .filter(now -> !now.getValue().equals(then.get(now.getKey())))
                .map(now ->
                        now.getKey() + " " + now.getValue() + ", kept " + then.getOrDefault(now.getKey(), "nothing"))
                .toList();
        return lines.isEmpty() ? List.of("Nothing is different from what you kept.") : lines;
    }

    /** What it holds and what follows, by name. */
    private static Map<String, String> byName(Live<?> live) {
        Map<String, String> values = new LinkedHashMap<>();
        Stream.concat(knobs(live, false).stream(), live.facts().stream())
                .map(line -> line.replaceFirst(" = ", " ").split(" ", 2))
                .forEach(line -> values.put(line[0], line.length == 1 ? "" : line[1]));
        return values;
    }

    /** The same of what has changed since it was another. */
    List<String> toldSince(SpokenFigure before) {
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

    private static <M extends Record> List<String> knobs(Live<M> live, boolean help) {
        return live.figure().knobs().stream()
                .map(knob -> knob.name() + " = " + Decimal.typeset(knob.text(live.model()))
                        + (help ? "; " + knob.label().help() : ""))
                .toList();
    }

    private String distance(Goal aim) {
        Goal.Progress progress = aim.progress(live);
        return progress.isMet() ? "reached: " + aim.ask() : "goal " + aim.id() + ": " + progress.distance();
    }

    /** The worked solution with its numbers. */
    List<String> steps() {
        return steps(live);
    }

    private static <M extends Record> List<String> steps(Live<M> live) {
        return live.figure().steps(live.model());
    }

    /** The command line that gives the same numbers. */
    String command() {
        return command(live);
    }

    private static <M extends Record> String command(Live<M> live) {
        return live.figure().command(live.model());
    }
}
