package dev.nabla.line;

import dev.nabla.figure.FigureState;
import dev.nabla.lesson.Goal;
import dev.nabla.lesson.Lesson;
import dev.nabla.lesson.Section;
import dev.nabla.math.BadInput;
import dev.nabla.math.Problem;
import dev.nabla.tutor.GoalAttempt;
import dev.nabla.tutor.Tutor.FigureRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The figures of a section in the learner's hands: what a word changes is told, and a goal that is reached is noted. */
final class SectionFigures {
    /** The place of a goal's figure among those that were kept. */
    private static final int TRIAL = -1;

    private final Section section;
    private final Lesson lesson;
    private final Talk talk;
    private final Map<Integer, FigureState<?>> kept = new HashMap<>();
    private int stage;
    private Optional<GoalAttempt> trial = Optional.empty();

    /** The figure that was left as it was left, the others as they stand, or as the lesson opens them. */
    SectionFigures(Section section, Talk talk) {
        this.section = section;
        this.lesson = section.lesson().orElseThrow();
        this.talk = talk;
        talk.put(talk.tutor().resumed(section));
    }

    private FigureRef ref(int figure) {
        return new FigureRef(section.id(), figure);
    }

    /** Words act on this figure of the section, from 0, while no goal is tried. */
    void stand(int figure) {
        stage = figure;
    }

    /** The section's figure that words act on, as it stands. */
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

    /** The text has come to a figure. */
    void show() {
        talk.say("\n" + figure().title() + "\n" + figure().sentence()
                + "\n'figure' tells its numbers, and what can be typed to change them.");
    }

    /** Runs the figure. */
    void run() {
        act(live -> new FigureInWords<>(live).run());
    }

    /** The name of the figure's trick that a word means, if it means one. */
    Optional<String> trick(String word) {
        return inHand().flatMap(figure -> figure.trick(word));
    }

    /** Changes the figure and tells what has changed. */
    void act(UnaryOperator<FigureState<?>> action) {
        FigureInWords<?> before = figure();
        FigureInWords<?> after = new FigureInWords<>(action.apply(before.live()));
        if (talk.isShared()) {
            after.live().requireFairAnswer();
        }
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
            talk.say("Kept. Change the figure and type 'keep' once more to hear what differs.");
        } else {
            talk.say(now.comparedWith(new FigureInWords<>(before)));
        }
    }

    /** Tells all of the figure. */
    void tell() {
        tell(figure().told());
    }

    /** The figure of this name, from 0. */
    int named(String figure) {
        List<String> names =
                lesson.figures().stream().map(live -> live.figure().id()).toList();
        if (!names.contains(figure)) {
            Problem.OneOf known = new Problem.OneOf(figure, names);
            throw BadInput.usage("no_figure", "this section has no figure '" + figure + "'", known);
        }
        return names.indexOf(figure);
    }

    /** Puts the figure of a goal into the learner's hands; the section's is as it was when reading goes on. */
    void aim(Goal goal) {
        leaveGoal();
        trial = Optional.of(GoalAttempt.of(goal));
        FigureInWords<?> start = new FigureInWords<>(goal.start());
        talk.say("\nGoal " + goal.id() + ", on " + start.title() + "\n" + goal.ask() + "\n" + start.sentence() + "\n"
                + goal.spoken(goal.start()).distance() + "\nAn empty line leaves it for later.");
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
}
