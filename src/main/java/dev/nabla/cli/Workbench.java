package dev.nabla.cli;

import dev.nabla.figure.Live;
import dev.nabla.figure.Spelling;
import dev.nabla.lesson.Block;
import dev.nabla.lesson.Goal;
import dev.nabla.lesson.Lesson;
import dev.nabla.math.BadInput;
import dev.nabla.progress.Entry;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a learner works on: each of a section's figures as it stands, and that of a goal which is tried. */
final class Workbench {
    private final List<Live<?>> opened;
    private final Map<Live<?>, SpokenFigure> figures = new IdentityHashMap<>();
    private Optional<Live<?>> stage;
    private Optional<SpokenFigure> trial = Optional.empty();

    /** The figure that was left as it was left, the others as the lesson opens them. */
    Workbench(Lesson lesson, Optional<Entry.Stood> left) {
        this.opened = lesson.figures();
        opened.forEach(live -> figures.put(live, SpokenFigure.of(live)));
        this.stage = opened.stream()
                .skip(left.map(stood -> lesson.figure(stood.figure())).orElse(0))
                .findFirst();
        left.ifPresent(stood -> stage.ifPresent(live -> figures.put(live, SpokenFigure.of(stood.restore(live)))));
    }

    /** The section's figure that was told last, as it stands. */
    Optional<SpokenFigure> own() {
        return stage.map(figures::get);
    }

    /** The goal that is tried. */
    Optional<Goal> goal() {
        return trial.flatMap(SpokenFigure::goal);
    }

    /** The figure that words act on. */
    Optional<SpokenFigure> figure() {
        return trial.or(this::own);
    }

    /** Whether the section's own figure is the one that this block shows. */
    boolean isShown(Block block) {
        return block instanceof Block.Stage shown
                && stage.filter(live -> live == shown.live()).isPresent();
    }

    /** Whether a figure is the section's first one, as the lesson opens it. */
    boolean isUntouched(Live<?> live) {
        return opened.get(0) == live && figures.get(live).live().settings().isEmpty();
    }

    void stage(Live<?> live) {
        stage = Optional.of(live);
    }

    /** A goal has a figure of its own; the section's is as it was when reading goes on. */
    void attempt(Goal goal) {
        trial = Optional.of(SpokenFigure.trying(goal));
    }

    void leaveGoal() {
        trial = Optional.empty();
    }

    /** What has become of the figure that words act on. */
    void put(SpokenFigure after) {
        if (trial.isPresent()) {
            trial = Optional.of(after);
        } else {
            figures.put(stage.orElseThrow(), after);
        }
    }

    /** The name of the section's other figure, or of the next of them. */
    String other() {
        if (opened.size() < 2) {
            throw BadInput.usage("no_figure", "this section has no other figure");
        }
        int next = (stage.map(opened::indexOf).orElse(-1) + 1) % opened.size();
        return opened.get(next).figure().id();
    }

    /** Turns to another of the section's figures, by its name. */
    void turn(String figure) {
        List<String> names = opened.stream().map(live -> live.figure().id()).toList();
        if (!names.contains(figure)) {
            throw BadInput.usage(
                    "no_figure", "this section has no figure '" + figure + "'; " + Spelling.suggest(figure, names));
        }
        leaveGoal();
        stage(opened.get(names.indexOf(figure)));
    }
}
