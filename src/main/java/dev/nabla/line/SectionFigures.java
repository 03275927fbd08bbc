package dev.nabla.line;

import dev.nabla.figure.FigureState;
import dev.nabla.lesson.Block;
import dev.nabla.lesson.Goal;
import dev.nabla.lesson.Lesson;
import dev.nabla.lesson.Section;
import dev.nabla.math.BadInput;
import dev.nabla.math.Problem;
import dev.nabla.progress.Entry;
import dev.nabla.tutor.GoalAttempt;
import dev.nabla.tutor.Tutor;
import dev.nabla.tutor.Tutor.FigureRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** The figures of a section in the learner's hands: what a word changes is told, and a goal that is reached is noted. */
final class SectionFigures {
    /** The place of a goal's figure among those that were kept. */
    private static final int TRIAL = -1;

    private final Section section;
    private final Lesson lesson;
    private final Talk talk;
    private final List<FigureState<?>> opened;
    private final Map<Integer, FigureState<?>> kept = new HashMap<>();
    private int stage;
    private Optional<GoalAttempt> trial = Optional.empty();

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
    FigureInWords<?> figure() {
        return inHand().orElseThrow(() -> BadInput.usage("no_figure", "this section has no figure; read on"));
    }

    private Optional<FigureInWords<?>> inHand() {
        return trial.<FigureState<?>>map(GoalAttempt::live).or(this::own).map(FigureInWords::new);
    }

    /** True if the section's own figure is the one that this block shows. */
    boolean isShown(Block block) {
        return block instanceof Block.Stage shown && opened.indexOf(shown.live()) == stage;
    }

    /** True if a figure is the section's first one, as the lesson opens it. */
    boolean isUntouched(FigureState<?> live) {
        return opened.get(0) == live
                && talk.tutor().figure(ref(0)).orElseThrow().settings().isEmpty();
    }

    /** The text has come to a figure. */
    void stage(FigureState<?> live) {
        stage = opened.indexOf(live);
    }

    /** The name of the figure's trick that a word means, if it means one. */
    Optional<String> trick(String word) {
        return inHand().flatMap(figure -> figure.trick(word));
    }

    /** Changes the figure and tells what has changed. */
    void act(UnaryOperator<FigureState<?>> action) {
        FigureInWords<?> before = figure();
        FigureInWords<?> after = new FigureInWords<>(action.apply(before.live()));
        trial = trial.map(attempt -> attempt.with(after.live()));
        tell(after.toldSince(before));
        trial.ifPresentOrElse(
                attempt -> talk.put(talk.tutor().tried(section.id(), attempt)),
                () -> talk.put(talk.tutor().with(ref(stage), after.live())));
    }

    /** Tells lines about the figure, and how far it is from the goal that is tried. */
    private void tell(List<String> told) {
        List<String> lines = new ArrayList<>(told);
        trial.map(attempt -> distance(attempt.goal(), attempt.live())).ifPresent(lines::add);
        talk.say(lines);
    }

    private static String distance(Goal goal, FigureState<?> live) {
        Goal.Progress progress = goal.spoken(live);
        return progress.isMet() ? "reached: " + goal.ask() : "goal " + goal.id() + ": " + progress.distance();
    }

    /** Keeps the figure to compare with, or tells what differs from the kept one and lets it go. */
    void keep() {
        FigureInWords<?> now = figure();
        int place = trial.isPresent() ? TRIAL : stage;
        FigureState<?> before = kept.remove(place);
        if (before == null) {
            kept.put(place, now.live());
            talk.say("Kept. Change the figure and type keep once more to hear what differs.");
        } else {
            talk.say(now.comparedWith(new FigureInWords<>(before)));
        }
    }

    /** Tells all of a figure, if one is named of that one, which words act on from now on. */
    void tell(String name) {
        if (!name.isEmpty()) {
            turn(name);
        }
        tell(figure().told());
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
            Problem.OneOf known = new Problem.OneOf(figure, names);
            throw BadInput.usage("no_figure", "this section has no figure '" + figure + "'", known);
        }
        leaveGoal();
        stage = names.indexOf(figure);
    }

    /** Puts the figure of a goal into the learner's hands; the section's is as it was when reading goes on. */
    void aim(Goal goal) {
        leaveGoal();
        trial = Optional.of(new GoalAttempt(goal, goal.start()));
        talk.say("\nGoal " + goal.id() + ", on " + goal.start().figure().info().number() + ": " + goal.ask() + "\n"
                + goal.start().sentence() + "\n" + goal.spoken(goal.start()).distance());
    }

    void leaveGoal() {
        trial = Optional.empty();
        kept.remove(TRIAL);
    }

    /** True if a goal is tried that was never reached. */
    boolean isAiming() {
        return trial.filter(attempt ->
                        !talk.progress().goals().contains(attempt.goal().id()))
                .isPresent();
    }

    /** The goals of the section, and which were reached. */
    void goals() {
        Set<String> reached = talk.progress().goals();
        List<String> lines = lesson.goals().stream()
                .map(goal -> goal.id() + (reached.contains(goal.id()) ? ", reached: " : ", to reach: ") + goal.ask())
                .toList();
        talk.say(lines.isEmpty() ? List.of("This section has no goals yet.") : lines);
    }
}
