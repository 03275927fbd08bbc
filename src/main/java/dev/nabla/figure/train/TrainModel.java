package dev.nabla.figure.train;

import dev.nabla.figure.Figure;
import dev.nabla.figure.part.Trained;
import dev.nabla.figure.part.WorkBudget;
import dev.nabla.gpt.Bigram;
import dev.nabla.gpt.Corpus;
import dev.nabla.gpt.ForwardTrace;
import dev.nabla.gpt.NameSampler;
import dev.nabla.gpt.Recipe;
import dev.nabla.gpt.Schedule;
import dev.nabla.gpt.Schedule.EtaChange;
import dev.nabla.gpt.Snapshot;
import dev.nabla.gpt.TrainingRun;
import dev.nabla.math.BadInput;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * State of FIG.16.
 *
 * @param recipe the training recipe
 * @param pairs loss of counting letter pairs on the held-out names, in nats; depends only on the recipe
 * @param step training steps taken, 0 to {@link Recipe#of}
 * @param known the steps up to {@code step}, in ascending order, whose held-out loss is known: of the {@link #marks}
 *     and of the step itself
 * @param before the step up to which the run without the last change of eta is known, with its held-out losses; 0 if
 *     there is no change
 * @param name the name whose letters the side panel looks at
 * @param tau sampling temperature, above 0
 * @param watch what the side panel shows
 */
record TrainModel(
        Recipe recipe,
        double pairs,
        int step,
        List<Integer> known,
        int before,
        String name,
        double tau,
        SidePanel watch)
        implements Trained<TrainModel> {
    /** Number of equal parts of the axis; after each of them a running figure computes the held-out loss. */
    private static final int MARKS = 20;

    /** Number of equal parts of the axis between its numbers. */
    static final int QUARTERS = 4;

    /** Steps on the shortest axis of a schedule that is not shorter itself. */
    private static final int SHORTEST_AXIS = 1000;

    /** A nudge within this part of the schedule after a change of eta adjusts that change. */
    private static final int NEAR = 50;

    private static final List<Integer> MILESTONES = List.of(0, 100, 300);
    private static final int LAST_MILESTONE = 1000;

    /** Choices for the panel beside the names. */
    enum SidePanel {
        HEADS,
        EMBEDDING,
        SLOPES,
        STEP,
        NEURONS
    }

    TrainModel {
        known = List.copyOf(known);
        boolean fine = tau > 0 && Double.isFinite(tau);
        BadInput.require(fine, "not_positive", "tau", tau, "must be above 0 and finite, like 0.5");
    }

    /**
     * A point of the curve of held-out losses.
     *
     * @param loss loss on the held-out names after {@code step} steps, in nats
     */
    record HeldOutPoint(int step, double loss) {}

    /** The start on the built-in names, whose pairs are counted once. */
    private static final class Standard {
        static final TrainModel START = start(Recipe.standard(), "amelia");
    }

    static TrainModel start() {
        return Standard.START;
    }

    /** Returns the first state of a training on the names of a corpus. */
    static TrainModel start(Corpus corpus) {
        return start(Recipe.standard(corpus), LookedAt.names(corpus).get(0));
    }

    private static TrainModel start(Recipe recipe, String name) {
        return new TrainModel(recipe, pairs(recipe), 0, List.of(0), 0, name, 0.5, SidePanel.HEADS);
    }

    /** Counts the pairs of the names that the training learns from. */
    private static double pairs(Recipe recipe) {
        Corpus.Split split = recipe.split();
        return Bigram.of(recipe.corpus().vocab(), split.training()).loss(split.heldOut());
    }

    /**
     * Returns a copy with another recipe, at the last step up to which both recipes take the same steps: the present
     * one after a change of eta from here on, 0 after any other change.
     */
    TrainModel with(Recipe other) {
        if (other.equals(recipe)) {
            return this;
        }
        boolean sameNames = other.seed() == recipe.seed() && other.names() == recipe.names();
        double loss = sameNames ? pairs : pairs(other);
        return new TrainModel(other, loss, 0, List.of(0), 0, name, tau, watch)
                .withSteps(Math.min(step, recipe.sharedSteps(other)));
    }

    @Override
    public TrainModel withSteps(long other) {
        int to = (int) other;
        return new TrainModel(recipe, pairs, to, marks(recipe.of(), to), beforeEnd(recipe, to), name, tau, watch);
    }

    /**
     * Returns the last step of an axis that has room for a step: 1,000, 2,000, 5,000, 10,000 and so on, not cut to the
     * schedule unless that has less than 1,000 steps.
     */
    private static int axis(int of, int step) {
        int most = Math.min(of, SHORTEST_AXIS);
        for (int decade = SHORTEST_AXIS; most < step; decade *= 10) {
            for (int end = decade; most < step && end <= 5 * decade; end = end == decade ? 2 * decade : end * 5 / 2) {
                most = end;
            }
        }
        return most;
    }

    /** Returns the last step of an axis that has room for a step, at most the end of the schedule. */
    int axisEnd(int at) {
        return axisEnd(recipe, at);
    }

    private static int axisEnd(Recipe recipe, int at) {
        return Math.min(recipe.of(), axis(recipe.of(), at));
    }

    /** Returns the last step to show of the run without the last change of eta: the end of the axis. */
    private static int beforeEnd(Recipe recipe, int step) {
        int change = recipe.schedule().lastChange();
        return change == 0 ? 0 : axisEnd(recipe, Math.max(step, change + 1));
    }

    /** Returns the run without the last change of eta, as far as it is known; empty without a change. */
    Optional<TrainModel> withoutLastChange() {
        if (before <= recipe.schedule().lastChange()) {
            return Optional.empty();
        }
        List<Integer> read = marks(recipe.of(), beforeEnd(recipe, step));
        read.removeIf(mark -> mark > before);
        return Optional.of(new TrainModel(unchanged(), pairs, before, read, 0, name, tau, watch));
    }

    private Recipe unchanged() {
        List<EtaChange> changes = recipe.schedule().changes();
        return recipe.withSchedule(recipe.schedule().withChanges(changes.subList(0, changes.size() - 1)));
    }

    /** Works on the run without the last change of eta. Returns the last mark up to which it is known. */
    private int before(WorkBudget work) {
        int end = beforeEnd(recipe, step);
        int reached = 0;
        for (int mark : end == 0 ? List.<Integer>of() : marks(recipe.of(), end)) {
            if (!work.examines(new TrainingRun(unchanged()), mark)) {
                return reached;
            }
            reached = mark;
        }
        return reached;
    }

    /** Returns how many steps a twentieth of the axis has that has room for a step. */
    private static int apart(int of, int step) {
        return Math.max(1, axis(of, step) / MARKS);
    }

    private int lastMark(int at) {
        return at - at % apart(recipe.of(), at);
    }

    /**
     * Returns the first number of the axis of steps after the last change of eta, where its effect is told.
     *
     * @param end the farthest step of the axis
     */
    int comparedAt(int end) {
        int quarter = Math.max(1, axisEnd(end) / QUARTERS);
        return (recipe.schedule().lastChange() / quarter + 1) * quarter;
    }

    /** Returns the twentieths of the axis up to a step, in ascending order, and the step itself. */
    private static List<Integer> marks(int of, int step) {
        int apart = apart(of, step);
        List<Integer> marks = new ArrayList<>();
        for (int mark = 0; mark < step; mark += apart) {
            marks.add(mark);
        }
        marks.add(step);
        return marks;
    }

    TrainModel withName(String other) {
        return new TrainModel(recipe, pairs, step, known, before, other, tau, watch);
    }

    TrainModel withTau(double other) {
        return new TrainModel(recipe, pairs, step, known, before, name, other, watch);
    }

    TrainModel watching(SidePanel other) {
        return new TrainModel(recipe, pairs, step, known, before, name, tau, other);
    }

    TrainModel turned() {
        return watching(SidePanel.values()[(watch.ordinal() + 1) % SidePanel.values().length]);
    }

    @Override
    public TrainingRun film() {
        return new TrainingRun(recipe);
    }

    @Override
    public long steps() {
        return step;
    }

    Snapshot now() {
        return film().snapshot(step);
    }

    /** Returns the forward pass of the typed name through the current model. */
    ForwardTrace parts() {
        return parts(name);
    }

    /**
     * Returns the first {@code count} names sampled from the model after step {@code at}. Every step uses the same
     * random numbers.
     */
    List<String> samples(int count, int at) {
        NameSampler babble = new NameSampler(
                recipe.corpus(), film().snapshot(at).weights(), recipe.cut(), tau, recipe.seed(), 0, "");
        return babble.names(0, count).stream()
                .map(NameSampler.GeneratedName::text)
                .toList();
    }

    /**
     * Returns the steps at which names learnt by heart are counted: fixed ones up to the present step; on the learner's
     * own names only the present one.
     */
    List<Integer> counted() {
        if (isOwn()) {
            return List.of(step);
        }
        List<Integer> counted = new ArrayList<>(MILESTONES);
        counted.add(LAST_MILESTONE);
        counted.removeIf(at -> at > step);
        return counted;
    }

    /** Returns how many of the first 200 names of this step stand in the list that the model learns from. */
    int byHeart() {
        return film().byHeart(step, tau, Long.MAX_VALUE).known();
    }

    /** Returns whether names learnt by heart are counted. */
    boolean countsByHeart() {
        return isPart() || isOwn();
    }

    /** Returns whether the model learns other names than the built-in ones. */
    boolean isOwn() {
        return !recipe.corpus().equals(Corpus.standard());
    }

    /** Returns why names learnt by heart are not counted; empty if they are. */
    Optional<String> learnsAll() {
        return countsByHeart() ? Optional.empty() : Optional.of("it learns from all names that are not held out");
    }

    /** Returns whether the model learns from only a part of the names. */
    boolean isPart() {
        return recipe.names() < recipe.learnable();
    }

    /** Returns the number of names that are learnt from. */
    int training() {
        return recipe.names();
    }

    /** Returns the number of names learnt from so far; a name that was used again counts again. */
    long learnt() {
        return (long) step * recipe.batch();
    }

    /** Returns the earlier steps whose sampled names are shown beside the current ones. */
    List<Integer> milestones() {
        List<Integer> milestones = new ArrayList<>(MILESTONES);
        if (step > LAST_MILESTONE) {
            milestones.add(LAST_MILESTONE);
        }
        milestones.removeIf(milestone -> milestone > recipe.of());
        return milestones;
    }

    /** Returns the earlier steps whose heads are shown beside the current ones: the numbers of the axis but its end. */
    List<Integer> moments() {
        int end = axisEnd(step);
        return IntStream.range(0, QUARTERS)
                .mapToObj(quarter -> end * quarter / QUARTERS)
                .distinct()
                .toList();
    }

    /** Returns whether the heads are watched; names learnt by heart are counted in their place. */
    boolean watchesHeads() {
        return watch == SidePanel.HEADS && !countsByHeart();
    }

    /**
     * Returns what can be shown within the budget; see {@link Figure.PieceWork#shown}. A running figure computes the
     * held-out loss after each twentieth of the axis before it trains on, and shows no other, even if others have
     * computed it. A figure at rest computes that of its step, then those that are missing before it.
     */
    @Override
    public TrainModel shown(boolean running, Figure.Budget budget) {
        WorkBudget work = new WorkBudget(budget);
        int reached = film().approach(step, 0);
        while (running && reached < step && work.examines(film(), lastMark(reached))) {
            int next = Math.min(step, lastMark(reached) + apart(recipe.of(), reached));
            reached = work.trains(film(), next);
            if (reached < next) {
                break;
            }
        }
        reached = running ? reached : work.trains(film(), step);
        boolean names = true;
        List<Integer> earlier = new ArrayList<>(milestones());
        earlier.addAll(watchesHeads() ? moments() : List.of());
        for (int moment : earlier) {
            int past = Math.min(moment, reached);
            names &= work.trains(film(), past) == past;
        }
        for (int at : countsByHeart() && !(running && isOwn()) ? counted() : List.<Integer>of()) {
            names &= at > reached || work.counts(film(), at, tau);
        }
        WorkBudget spare = names && reached == step ? work : WorkBudget.none();
        boolean due = !running || reached == lastMark(reached);
        boolean read = due && spare.examines(film(), reached);
        List<Integer> known = marks(recipe.of(), reached);
        known.remove(known.size() - 1);
        known.removeIf(mark -> !spare.examines(film(), mark));
        if (read) {
            known.add(reached);
        }
        return new TrainModel(recipe, pairs, reached, known, before(spare), name, tau, watch);
    }

    /** Returns how many times the whole training set has been used. */
    double epochs() {
        return (double) learnt() / training();
    }

    /** Returns the latest step, at most the present one, whose held-out loss is known; -1 if there is none. */
    int examined() {
        return known.isEmpty() ? -1 : known.get(known.size() - 1);
    }

    /** Returns why the held-out loss is not known; empty if it is. */
    Optional<String> unread() {
        return known.isEmpty() ? Optional.of("the names that are held out are still being read") : Optional.empty();
    }

    /** Returns the held-out loss at step {@link #examined}, in nats. */
    double heldOut() {
        return film().heldOut(examined());
    }

    /** Returns the held-out losses that are known, in the order of their steps. */
    List<HeldOutPoint> heldOutLine() {
        return known.stream()
                .map(at -> new HeldOutPoint(at, film().heldOut(at)))
                .toList();
    }

    /** Returns the smallest held-out loss that is known; the first of equal ones. */
    HeldOutPoint best() {
        return heldOutLine().stream()
                .min(Comparator.comparingDouble(HeldOutPoint::loss))
                .orElseThrow();
    }

    /**
     * Returns the step from which on {@link #fromHere} changes the learning rate: the present one, or that of the last
     * change if it is less than a fiftieth of the schedule ago or if the schedule is at an end.
     */
    int changeStep() {
        int last = recipe.schedule().lastChange();
        boolean near = last <= step && step - last < Math.max(1, recipe.of() / NEAR);
        return last > 0 && (near || !isWithin()) ? last : step;
    }

    private boolean isWithin() {
        return step > 0 && step < recipe.of();
    }

    /** Returns whether the learning rate can be changed from {@link #changeStep} on. */
    boolean canChange() {
        return isWithin() || recipe.schedule().lastChange() > 0;
    }

    /** Returns the schedule whose rate from {@link #changeStep} on is another one; the present one if it is full. */
    Schedule changed(double eta) {
        Schedule schedule = recipe.schedule();
        int at = changeStep();
        boolean full = schedule.changes().size() == Schedule.MOST_CHANGES && schedule.lastChange() < at;
        return full ? schedule : schedule.from(at, eta);
    }

    /** Returns a copy whose learning rate is another one from {@link #changeStep} on. The steps before stay taken. */
    TrainModel fromHere(double eta) {
        return with(recipe.withSchedule(changed(eta)));
    }
}
