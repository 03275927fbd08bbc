package dev.nabla.cli;

import dev.nabla.figure.Live;
import dev.nabla.figure.Spelling;
import dev.nabla.lesson.Entry;
import dev.nabla.lesson.Goal;
import dev.nabla.lesson.Lesson;
import dev.nabla.math.BadInput;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A section's figures in the learner's hands: one of them is told about, or one that a goal has lent. */
final class SpokenFigures {
    private final List<Live<?>> opened;
    private final Map<Live<?>, SpokenFigure> now = new IdentityHashMap<>();
    private Optional<Live<?>> told;
    private Optional<SpokenFigure> lent = Optional.empty();

    /** As the lesson opens them, the one that the learner left as it stood then. */
    SpokenFigures(Lesson lesson, Optional<Entry.Stood> left) {
        opened = lesson.figures();
        opened.forEach(live -> now.put(live, SpokenFigure.of(live)));
        told = opened.stream()
                .skip(left.map(stood -> lesson.figure(stood.figure())).orElse(0))
                .findFirst();
        left.ifPresent(stood -> told.ifPresent(live -> now.put(live, SpokenFigure.of(stood.restore(live)))));
    }

    /** The section's own figure that is told about, as it stands. */
    Optional<SpokenFigure> own() {
        return told.map(now::get);
    }

    /** The figure that words act on, if there is one. */
    Optional<SpokenFigure> any() {
        return lent.or(this::own);
    }

    /**
     * The figure that words act on.
     *
     * @throws BadInput if the section has none
     */
    SpokenFigure figure() {
        return any().orElseThrow(() -> BadInput.usage("no_figure", "this section has no figure; read on"));
    }

    /** The figure that words act on is this one from now on. */
    void put(SpokenFigure after) {
        if (lent.isPresent()) {
            lent = Optional.of(after);
        } else {
            now.put(told.orElseThrow(), after);
        }
    }

    boolean isTold(Live<?> live) {
        return told.filter(shown -> shown == live).isPresent();
    }

    /** Whether it is no longer as the lesson opens it. */
    boolean isTouched(Live<?> live) {
        return !now.get(live).live().settings().isEmpty();
    }

    /** Tells about a figure that the lesson opens. */
    void tell(Live<?> live) {
        told = Optional.of(live);
    }

    /** The goal that is tried. */
    Optional<Goal> goal() {
        return lent.flatMap(SpokenFigure::goal);
    }

    /** A goal has a figure of its own; the section's is as it was when {@link #giveBack() reading goes on}. */
    void lend(Goal goal) {
        lent = Optional.of(SpokenFigure.trying(goal));
    }

    void giveBack() {
        lent = Optional.empty();
    }

    /** The name of the section's other figure, or of the next of them. */
    String other() {
        if (opened.size() < 2) {
            throw BadInput.usage("no_figure", "this section has no other figure");
        }
        int next = (told.map(opened::indexOf).orElse(-1) + 1) % opened.size();
        return opened.get(next).figure().id();
    }

    /** Turns to another of them, by its name. */
    void turn(String figure) {
        List<String> names = opened.stream().map(live -> live.figure().id()).toList();
        if (!names.contains(figure)) {
            throw BadInput.usage(
                    "no_figure", "this section has no figure '" + figure + "'; " + Spelling.suggest(figure, names));
        }
        giveBack();
        tell(opened.get(names.indexOf(figure)));
    }
}
