package dev.nabla.line;

import dev.nabla.figure.FigureState;
import dev.nabla.lesson.Block;
import dev.nabla.lesson.Goal;
import dev.nabla.lesson.Lesson;
import dev.nabla.lesson.Section;
import dev.nabla.math.BadInput;
import dev.nabla.math.Spelling;
import dev.nabla.progress.Entry;
import dev.nabla.tutor.GoalAttempt;
import dev.nabla.tutor.Tutor;
import dev.nabla.tutor.Tutor.FigureRef;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** The figures of a section in the learner's hands: what a word changes is told, and a goal that is reached is noted. */
final class SectionFigures {
    private final Section section;
    private final Lesson lesson;
    private final Talk talk;
    private final List<FigureState<?>> opened;
    private final Map<Integer, FigureState<?>> kept = new HashMap<>();
    private int stage;
    private Optional<FigureInWords> trial = Optional.empty();

    /** The figure that was left as it was left, the others as the lesson opens them. */
    SectionFigures(Section section, Optional<Entry.Stood> left, Talk talk) {
        this.section = section;
        this.lesson = section.lesson().orElseThrow();
        this.talk = talk;
        this.opened = lesson.figures();
        this.stage = left.map(stood -> lesson.figure(stood.figure())).orElse(0);
        Tutor tutor = talk.tutor();
        for (int i = 0; i < opened.size(); i++) {
            FigureState<?> live = opened.get(i);
            boolean last = i == stage && left.isPresent();
            tutor = tutor.with(ref(i), last ? left.get().restore(live) : live);
        }
        talk.put(tutor);
    }

    private FigureRef ref(int figure) {
        return new FigureRef(section.id(), figure);
    }

    /** The section's figure that was told last, as it stands. */
    Optional<FigureState<?>> own() {
        return talk.tutor().figure(ref(stage));
    }

    /** The figure that words act on. */
    FigureInWords figure() {
        return inHand().orElseThrow(() -> BadInput.usage("no_figure", "this section has no figure; read on"));
    }

    private Optional<FigureInWords> inHand() {
        return trial.or(() ->
                own().map(live -> new FigureInWords(live, Optional.empty(), Optional.ofNullable(kept.get(stage)))));
    }

    /** Whether the section's own figure is the one that this block shows. */
    boolean isShown(Block block) {
        return block instanceof Block.Stage shown && position(shown.live()) == stage;
    }

    /** Whether a figure is the section's first one, as the lesson opens it. */
    boolean isUntouched(FigureState<?> live) {
        return opened.get(0) == live
                && talk.tutor().figure(ref(0)).orElseThrow().settings().isEmpty();
    }

    /** The text has come to a figure. */
    void stage(FigureState<?> live) {
        stage = position(live);
    }

    private int position(FigureState<?> live) {
        for (int i = 0; i < opened.size(); i++) {
            if (opened.get(i) == live) {
                return i;
            }
        }
        throw new IllegalArgumentException(live.figure().id());
    }

    /** The name of the figure's trick that a word means, if it means one. */
    Optional<String> trick(String word) {
        return inHand().flatMap(figure -> figure.trick(word));
    }

    /** Acts on the figure and tells what has changed. */
    void act(UnaryOperator<FigureState<?>> action) {
        change(figure -> figure.after(action));
    }

    /** Changes the figure and tells what has changed. */
    void change(UnaryOperator<FigureInWords> change) {
        FigureInWords before = figure();
        FigureInWords after = change.apply(before);
        talk.say(String.join("\n", after.toldSince(before)));
        put(after);
    }

    /** Keeps the figure to compare with, or tells what differs from the kept one and lets it go. */
    void keep() {
        FigureInWords now = figure();
        talk.say(now.kept()
                .map(before -> String.join("\n", now.comparedWith(before)))
                .orElse("Kept. Change the figure and type keep once more to hear what differs."));
        put(now.keeping());
    }

    private void put(FigureInWords after) {
        if (after.goal().isPresent()) {
            trial = Optional.of(after);
            talk.put(talk.tutor()
                    .tried(section.id(), new GoalAttempt(after.goal().get(), after.live())));
        } else {
            talk.put(talk.tutor().with(ref(stage), after.live()));
            after.kept().ifPresentOrElse(live -> kept.put(stage, live), () -> kept.remove(stage));
        }
    }

    /** Tells all of a figure, if one is named of that one, which words act on from now on. */
    void tell(String name) {
        if (!name.isEmpty()) {
            turn(name);
        }
        talk.say(String.join("\n", figure().told()));
    }

    /** Tells all of the section's other figure, or of the next of them. */
    void tellOther() {
        if (opened.size() < 2) {
            throw BadInput.usage("no_figure", "this section has no other figure");
        }
        tell(opened.get((stage + 1) % opened.size()).figure().id());
    }

    private void turn(String figure) {
        List<String> names = opened.stream().map(live -> live.figure().id()).toList();
        if (!names.contains(figure)) {
            throw BadInput.usage(
                    "no_figure", "this section has no figure '" + figure + "'; " + Spelling.suggest(figure, names));
        }
        leaveGoal();
        stage = names.indexOf(figure);
    }

    /** Puts the figure of a goal into the learner's hands; the section's is as it was when reading goes on. */
    void aim(Goal goal) {
        trial = Optional.of(FigureInWords.trying(goal));
        talk.say("\nGoal " + goal.id() + ", on " + goal.start().figure().info().number() + ": " + goal.ask() + "\n"
                + goal.start().sentence() + "\n" + goal.spoken(goal.start()).distance());
    }

    void leaveGoal() {
        trial = Optional.empty();
    }

    /** Whether a goal is tried that was never reached. */
    boolean isAiming() {
        return trial.flatMap(FigureInWords::goal)
                .filter(goal -> !talk.progress().goals().contains(goal.id()))
                .isPresent();
    }

    /** The goals of the section, and which were reached. */
    void goals() {
        Set<String> reached = talk.progress().goals();
        List<String> lines = lesson.goals().stream()
                .map(goal -> goal.id() + (reached.contains(goal.id()) ? ", reached: " : ", to reach: ") + goal.ask())
                .toList();
        talk.say(lines.isEmpty() ? "This section has no goals yet." : String.join("\n", lines));
    }
}
