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
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A figure played with words: the same knobs and actions as under the keys, what follows told as sentences.
 *
 * @param live the figure as it stands
 * @param goal where to bring it, if a goal is tried
 */
record SpokenFigure(Live<?> live, Optional<Goal> goal) {
    private static final int COARSE = 10;
    private static final int MOST_TICKS = 1000;

    SpokenFigure after(Action action) {
        return new SpokenFigure(live.apply(action), goal);
    }

    SpokenFigure set(String knob, String text) {
        return new SpokenFigure(live.set(knob, text).apply(new Action.Take(new Spot(knob, 0))), goal);
    }

    /**
     * A knob moved by so many steps.
     *
     * @param name of the knob, or the one that was moved last
     * @param part of it, from 1; 0 where none was named
     */
    SpokenFigure nudged(Optional<String> name, int part, int by) {
        return new SpokenFigure(nudged(live, name, part, by), goal);
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
            throw BadInput.usage(
                    "bad_position", knob.name() + "[" + part + "] is not there; it ends at [" + parts + "]");
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
        if (!names.contains(name)) {
            throw BadInput.usage(
                    "unknown_knob", figure.id() + " has no '" + name + "'; " + Spelling.suggest(name, names));
        }
        return figure.knob(name);
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
        return new SpokenFigure(running.cursor().running() ? running.apply(new Action.Run()) : running, goal);
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
