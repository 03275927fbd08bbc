package dev.nabla.figure.nll;

import dev.nabla.figure.Figure;
import dev.nabla.figure.part.StandardCounts;
import dev.nabla.figure.part.Trained;
import dev.nabla.figure.part.WorkBudget;
import dev.nabla.gpt.Corpus;
import dev.nabla.gpt.ForwardTrace;
import dev.nabla.gpt.HeldOutLoss;
import dev.nabla.gpt.Recipe;
import dev.nabla.gpt.TrainingRun;

/**
 * State of FIG.14, which uses the model of the standard recipe.
 *
 * @param name the name that the model reads
 * @param position selected position, from 1, which is the first letter
 * @param steps training steps taken
 * @param examined the latest step, at most {@code steps}, whose held-out loss is known; -1 if there is none
 */
record NllModel(String name, long position, long steps, long examined) implements Trained<NllModel> {
    /** Steps between two computations of the held-out loss in a running figure. */
    private static final int APART = 100;

    /** Losses of the held-out names without a model, in nats. */
    static final class Known {
        static final double BY_PAIR = StandardCounts.PAIRS.loss(StandardCounts.NAMES.heldOut());
        static final double BY_LETTER = StandardCounts.PAIRS.lossByLetter(StandardCounts.NAMES.heldOut());
        static final double ALIKE = StrictMath.log(Corpus.standard().vocab());
    }

    /**
     * Mean of -log p over the thousand names of the whole training, after it: 2.270. A class of its own, so that it is
     * computed only when needed.
     */
    static final class Seen {
        static final double LOSS = HeldOutLoss.of(
                        TrainingRun.standard().snapshot(1000).weights(),
                        Recipe.Ablation.NONE,
                        StandardCounts.NAMES.training().subList(0, 1000))
                .loss();
    }

    @Override
    public TrainingRun film() {
        return TrainingRun.standard();
    }

    NllModel withName(String other) {
        return new NllModel(other, Math.min(position, other.length() + 1), steps, examined);
    }

    NllModel withPosition(long other) {
        return new NllModel(name, Math.min(other, places()), steps, examined);
    }

    @Override
    public NllModel withSteps(long other) {
        return new NllModel(name, position, other, other);
    }

    boolean isOver() {
        return steps == film().recipe().of();
    }

    int places() {
        return name.length() + 1;
    }

    int[] tokens() {
        return Corpus.standard().tokens(name);
    }

    /** Returns the selected position, from 0. */
    int place() {
        return (int) position - 1;
    }

    /** Returns the token that came at the selected position. */
    int truth() {
        return tokens()[place() + 1];
    }

    ForwardTrace parts() {
        return parts(name);
    }

    /** Returns the held-out loss at step {@link #examined}, in nats. */
    double heldOut() {
        return film().heldOut((int) examined);
    }

    /**
     * Returns what can be shown within the budget; see {@link Figure.PieceWork#shown}. It trains first, then computes
     * the held-out loss; a running figure does so only at every hundredth step.
     */
    @Override
    public NllModel shown(boolean running, Figure.Budget budget) {
        WorkBudget work = new WorkBudget(budget);
        int reached = work.trains(film(), steps);
        int at = running || reached < steps ? reached / APART * APART : reached;
        while (at >= 0 && !work.examines(film(), at)) {
            at = at % APART == 0 ? at - APART : at / APART * APART;
        }
        return new NllModel(name, position, reached, Math.max(-1, at));
    }
}
