package dev.nabla.lesson;

import dev.nabla.figure.Fact;
import dev.nabla.figure.FactPath;
import dev.nabla.figure.Figure;
import dev.nabla.figure.FigureState;
import dev.nabla.figure.Knob;
import dev.nabla.figure.Value;
import dev.nabla.lesson.formula.Deadline;
import dev.nabla.lesson.formula.FigureSettings;
import dev.nabla.lesson.formula.Scope;
import dev.nabla.math.BadInput;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * A state that the learner brings a figure to. The figure is graded, not a typed answer.
 *
 * @param id id in commands and journals, like {@code 2.g1}
 * @param ask the task
 * @param holds conditions that must all hold
 * @param free names of the knobs that may be moved; empty for all
 * @param start the figure as it opens for this goal
 * @param place file and line, for error messages
 */
public record Goal(
        String id, String ask, List<Condition> holds, List<String> free, FigureState<?> start, BadInput.Where place) {
    /**
     * How far a figure is from a goal.
     *
     * @param isMet whether the goal is reached
     * @param distance what is missing, in a few words; empty if the goal is reached. Example:
     *     {@code p₁ 0.757, wanted at least 0.99: 0.233 to go}
     */
    public record GoalProgress(boolean isMet, String distance) {}

    /**
     * Returns how far a figure in this state is from the goal, with the symbols of its picture.
     *
     * @throws BadInput if the goal names a fact or knob that the figure does not have
     */
    public GoalProgress progress(FigureState<?> live) {
        Map<String, Fact> facts = named(live, wanted(live.figure()));
        return progress(live, facts, drawn(facts), "r");
    }

    /**
     * Returns how far a figure in this state is from the goal, for text mode: knobs have the names that are typed.
     *
     * @throws BadInput as {@link #progress}
     */
    public GoalProgress spoken(FigureState<?> live) {
        List<String> knobs =
                live.figure().knobs().stream().<String>map(Knob::name).toList();
        Map<String, Fact> facts = named(live, wanted(live.figure()));
        Function<FactPath, String> drawn = drawn(facts);
        return progress(
                live, facts, path -> knobs.contains(path.name()) ? "'" + path + "'" : drawn.apply(path), "'reset'");
    }

    private static Function<FactPath, String> drawn(Map<String, Fact> facts) {
        return path -> facts.get(path.name()).inWords(path.places());
    }

    /**
     * Returns whether a run leaves what the goal allows: with this step a number exceeds what it may be at most.
     *
     * @param before the figure before the step
     * @param now the figure after it
     */
    public boolean isLeft(FigureState<?> before, FigureState<?> now) {
        return holds.stream().anyMatch(condition -> condition.isCrossed(before, now));
    }

    /**
     * Returns this goal after checking it.
     *
     * @throws BadInput if it names a fact or knob that the figure does not have, already at the start
     */
    public Goal withFacts() {
        List<String> named =
                holds.stream().map(condition -> condition.key().name()).toList();
        Scope facts = facts(start, named);
        holds.forEach(condition -> facts.value(condition.key()));
        progress(start);
        return this;
    }

    private GoalProgress progress(
            FigureState<?> live, Map<String, Fact> named, Function<FactPath, String> names, String reset) {
        Optional<String> waiting = live.waiting().filter(steps -> !movesSteps(live));
        if (waiting.isPresent()) {
            return new GoalProgress(false, "getting ready: " + waiting.get());
        }
        if (!isFree(live)) {
            String movable = free.stream()
                    .map(knob -> names.apply(new FactPath(knob, List.of())))
                    .collect(Collectors.joining(", "));
            String only = free.size() == 1 ? "only this may be moved: " : "only these may be moved: ";
            return new GoalProgress(false, only + movable + "; " + reset + " puts the rest back");
        }
        Scope facts = facts(live, wanted(live.figure()));
        Optional<String> missing = holds.stream()
                .flatMap(condition -> condition
                        .missing(facts, names, path -> named.get(path.name()).style())
                        .stream())
                .findFirst();
        return new GoalProgress(missing.isEmpty(), missing.orElse(""));
    }

    private boolean movesSteps(FigureState<?> live) {
        return free.isEmpty()
                || live.stepper()
                        .filter(stepper -> free.contains(stepper.knob().name()))
                        .isPresent();
    }

    /**
     * Returns whether the free knobs alone lead from the opening state to the same facts. Those on request count only
     * if the goal names them, as they may take a training of their own.
     */
    private <M extends Record> boolean isFree(FigureState<M> live) {
        if (free.isEmpty() || free.containsAll(live.settings().keySet())) {
            return true; // in a run, facts of the shown step may still be missing
        }
        Figure<M> figure = live.figure();
        M moved = live.home();
        for (Knob<M, ?> knob : figure.knobs()) {
            if (free.contains(knob.name())) {
                moved = knob.copy(moved, live.shown());
            }
        }
        Predicate<String> wanted = wanted(figure);
        return figure.facts(moved, wanted).equals(figure.facts(live.shown(), wanted));
    }

    /** Returns a test for the facts that are printed without request and for those that the conditions name. */
    private Predicate<String> wanted(Figure<?> figure) {
        List<String> onRequest = figure.factsOnRequest();
        return name -> !onRequest.contains(name) || holds.stream().anyMatch(condition -> condition.names(name));
    }

    /** Returns knobs and facts by name. A fact may have the name of a knob, and then counts. */
    private static <M extends Record> Map<String, Fact> named(FigureState<M> live, Predicate<String> wanted) {
        Map<String, Fact> facts = new HashMap<>();
        FigureSettings.facts(live.figure(), live.shown(), wanted).forEach(fact -> facts.put(fact.name(), fact));
        return facts;
    }

    /**
     * Returns a scope with the knobs of a figure and the facts with these names. If there is no such knob or fact, it
     * has all of them, so that an error message can suggest another name.
     */
    public static Scope facts(FigureState<?> live, List<String> names) {
        Scope named = facts(live, names::contains);
        return named.values().keySet().containsAll(names) ? named : facts(live, name -> true);
    }

    /** Returns a scope with the knobs of a figure and the wanted ones of its facts, and with a new time limit. */
    static <M extends Record> Scope facts(FigureState<M> live, Predicate<String> wanted) {
        Map<String, Value> facts = new LinkedHashMap<>();
        FigureSettings.facts(live.figure(), live.shown(), wanted).forEach(fact -> facts.put(fact.name(), fact.value()));
        return new Scope(facts, Deadline.of(Deadline.A_LESSON));
    }
}
