package dev.nabla.figure.block;

import dev.nabla.figure.Figure;
import dev.nabla.figure.part.NameKnobs;
import dev.nabla.figure.part.Trained;
import dev.nabla.figure.part.WorkBudget;
import dev.nabla.gpt.ForwardTrace;
import dev.nabla.gpt.Recipe;
import dev.nabla.gpt.Recipe.Ablation;
import dev.nabla.gpt.TrainingRun;
import dev.nabla.math.Matrix;
import dev.nabla.math.Softmax;
import dev.nabla.math.Vector;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * State of FIG.13.
 *
 * @param name the name that the block reads
 * @param position position after which the next letter is predicted, from 1, which is the end token before the name
 * @param cut the part that was left out of the model in training
 * @param steps training steps taken, at most {@value #OF}
 * @param seeds whether the costs of the cuts over six seeds are drawn
 * @param compared number of cuts, in their order, whose held-out loss is known
 */
record BlockModel(String name, long position, Ablation cut, long steps, boolean seeds, int compared)
        implements Trained<BlockModel> {
    static final int OF = 1000;
    static final int CUTS = Ablation.values().length;

    BlockModel withName(String other) {
        return new BlockModel(other, Math.min(position, other.length() + 1), cut, steps, seeds, CUTS);
    }

    BlockModel withPosition(long other) {
        return new BlockModel(name, other, cut, steps, seeds, CUTS);
    }

    BlockModel withCut(Ablation other) {
        return new BlockModel(name, position, other, steps, seeds, CUTS);
    }

    @Override
    public BlockModel withSteps(long other) {
        return new BlockModel(name, position, cut, other, seeds, CUTS);
    }

    BlockModel withSeeds(boolean other) {
        return new BlockModel(name, position, cut, steps, other, CUTS);
    }

    static TrainingRun film(Ablation cut) {
        return new TrainingRun(Recipe.standard().withCut(cut));
    }

    @Override
    public TrainingRun film() {
        return film(cut);
    }

    /**
     * Returns what can be shown within the budget; see {@link Figure.PieceWork#shown}. It trains the model first. A
     * figure at rest then computes the loss of each cut.
     */
    @Override
    public BlockModel shown(boolean running, Figure.Budget budget) {
        WorkBudget work = new WorkBudget(budget);
        int reached = work.trains(film(), steps);
        WorkBudget rest = reached == steps && !running ? work : WorkBudget.none();
        int known = 0;
        while (known < CUTS && rest.examines(film(Ablation.values()[known]), OF)) {
            known++;
        }
        return new BlockModel(name, position, cut, reached, seeds, known);
    }

    /** Returns the held-out loss of a cut after its whole training, in nats per letter. */
    static double heldOut(Ablation cut) {
        return film(cut).heldOut(OF);
    }

    /**
     * Returns whether the costs of a cut are left out of the table until it is chosen. What the mask hides and what two
     * parts are worth together are questions of their own, and the table would answer them unasked.
     */
    boolean withholds(Ablation of) {
        return of != cut && (of == Ablation.MASK || of == Ablation.HEADS_PLACE);
    }

    /** Returns why the held-out loss of the cut is not known; empty if it is. */
    Optional<String> unread() {
        if (steps < OF) {
            return Optional.of("it is read at the end of a training");
        }
        return cut.ordinal() >= compared
                ? Optional.of("the names that are held out are still being read")
                : Optional.empty();
    }

    /** Returns the position after which the next letter is predicted, from 0. */
    int place() {
        return (int) position - 1;
    }

    /** Returns the letters read so far, without the end token before them. */
    String read() {
        return name.substring(0, place());
    }

    /**
     * Contributions of the parts of the block to the logits at the selected position.
     *
     * @param truth the token that comes next
     * @param saidBy logits from token and position, from attention, and from the MLP; their sum is the full logits
     * @param lengths norms of the residual vector before attention, of what attention adds, and of what the MLP adds
     * @param active number of active neurons
     * @param neurons number of all neurons
     */
    record LogitParts(BlockModel model, int truth, List<Vector> saidBy, Vector lengths, int active, int neurons) {
        static LogitParts of(BlockModel model) {
            ForwardTrace parts = model.parts(model.name);
            int t = model.place();
            ForwardTrace.LayerTrace layer = parts.layer(0);
            Vector hidden = layer.hidden().row(t);
            List<Matrix> stages = List.of(layer.in(), layer.attention(), layer.mlp());
            return new LogitParts(
                    model,
                    parts.token(t + 1),
                    parts.logitParts().stream().map(part -> part.row(t)).toList(),
                    Vector.of(stages.size(), i -> stages.get(i).row(t).norm()),
                    (int) hidden.stream().filter(u -> u > 0).count(),
                    hidden.size());
        }

        /** Returns the sum of the logits of the first {@code parts} parts. */
        Vector logits(int parts) {
            return Vector.of(saidBy.get(0).size(), j -> IntStream.range(0, parts)
                    .mapToDouble(i -> saidBy.get(i).get(j))
                    .sum());
        }

        /** Returns the probabilities from the first {@code parts} parts. */
        Vector p(int parts) {
            return new Softmax(logits(parts), 1).p();
        }

        String letter() {
            return NameKnobs.text(truth);
        }
    }
}
