package dev.nabla.cli;

import dev.nabla.lesson.Goal;
import dev.nabla.lesson.Lesson;
import dev.nabla.lesson.Section;
import dev.nabla.math.BadInput;
import dev.nabla.progress.Entry;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** The figures of a section in the learner's hands: what a word changes is told, and a goal that is reached is noted. */
final class Play {
    private final Section section;
    private final Lesson lesson;
    private final Dialogue dialogue;
    private final Keeper keeper;
    private final Workbench bench;

    Play(Section section, Workbench bench, Dialogue dialogue, Keeper keeper) {
        this.section = section;
        this.lesson = section.lesson().orElseThrow();
        this.dialogue = dialogue;
        this.keeper = keeper;
        this.bench = bench;
    }

    /** The figure that words act on. */
    SpokenFigure figure() {
        return bench.figure().orElseThrow(() -> BadInput.usage("no_figure", "this section has no figure; read on"));
    }

    /** The name of the figure's trick that a word means, if it means one. */
    Optional<String> trick(String word) {
        return bench.figure().flatMap(figure -> figure.trick(word));
    }

    /** Changes the figure and tells what has changed. */
    void change(UnaryOperator<SpokenFigure> change) {
        SpokenFigure before = figure();
        SpokenFigure after = change.apply(before);
        dialogue.say(String.join("\n", after.toldSince(before)));
        put(after);
    }

    /** Keeps the figure to compare with, or tells what differs from the kept one and lets it go. */
    void keep() {
        SpokenFigure now = figure();
        dialogue.say(now.kept()
                .map(kept -> String.join("\n", now.comparedWith(kept)))
                .orElse("Kept. Change the figure and type keep once more to hear what differs."));
        put(now.keeping());
    }

    /** A goal that is reached is noted once. */
    private void put(SpokenFigure after) {
        bench.put(after);
        after.goal()
                .filter(goal -> goal.progress(after.live()).isMet())
                .filter(this::isOpen)
                .ifPresent(goal -> keeper.keep(new Entry.Reached(keeper.now(), section.id(), goal.id())));
    }

    private boolean isOpen(Goal goal) {
        return !keeper.progress().goals().contains(goal.id());
    }

    /** Tells all of a figure, if one is named of that one, which words act on from now on. */
    void tell(String name) {
        if (!name.isEmpty()) {
            bench.turn(name);
        }
        dialogue.say(String.join("\n", figure().told()));
    }

    /** The same of the section's other figure, or of the next of them. */
    void tellOther() {
        tell(bench.other());
    }

    /** Puts the figure of a goal into the learner's hands. */
    void aim(Goal goal) {
        bench.attempt(goal);
        dialogue.say("\nGoal " + goal.id() + ", on "
                + goal.start().figure().info().number() + ": " + goal.ask() + "\n"
                + goal.start().sentence() + "\n" + goal.spoken(goal.start()).distance());
    }

    /** Whether a goal is tried that was never reached. */
    boolean isAiming() {
        return bench.goal().filter(this::isOpen).isPresent();
    }

    /** The goals of the section, and which were reached. */
    void goals() {
        Set<String> reached = keeper.progress().goals();
        List<String> lines = lesson.goals().stream()
                .map(goal -> goal.id() + (reached.contains(goal.id()) ? ", reached: " : ", to reach: ") + goal.ask())
                .toList();
        dialogue.say(lines.isEmpty() ? "This section has no goals yet." : String.join("\n", lines));
    }
}
