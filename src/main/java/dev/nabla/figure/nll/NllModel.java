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
 * What FIG.14 shows of the model that comes of the standard recipe.
 *
 * @param name that is read
 * @param position of the guess that is worked out, from 1, which is that of the first letter
 * @param steps of training taken
 * @param examined the step whose held-out loss is known, no later one; -1 where none is
 */
record NllModel(String name, long position, long steps, long examined) implements Trained<NllModel> {
    /** A run reads the held-out names after so many steps. */
    private static final int APART = 100;

    /** What the held-out names cost without a model. */
    static final class Known {
        static final double BY_PAIR = StandardCounts.PAIRS.loss(StandardCounts.NAMES.heldOut());
        static final double BY_LETTER = StandardCounts.PAIRS.lossByLetter(StandardCounts.NAMES.heldOut());
        static final double ALIKE = StrictMath.log(Corpus.standard().vocab());
    }

    /** The mean of -log p over the thousand names of the whole training, after it; 2.270. */
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

    /** The place of the guess, from 0. */
    int place() {
        return (int) position - 1;
    }

    /** The token that came there. */
    int truth() {
        return tokens()[place() + 1];
    }

    ForwardTrace parts() {
        return parts(name);
    }

    /** The loss of the held-out names when they were last read. */
    double heldOut() {
        return film().heldOut((int) examined);
    }

    /**
     * As {@link Figure.PieceWork#shown}: trained as far as the pieces go, and the held-out names read, in a run those
     * of its marks.
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
