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
 * What FIG.13 shows.
 *
 * @param name on its way through the block
 * @param position at which the next letter is guessed, from 1, which is the end that begins it
 * @param cut the part without which the model was trained
 * @param steps of training taken, of {@value #OF}
 * @param compared of how many cuts, in their order, it is known what they come to
 */
record BlockModel(String name, long position, Ablation cut, long steps, int compared) implements Trained<BlockModel> {
    static final int OF = 1000;
    static final int CUTS = Ablation.values().length;

    BlockModel withName(String other) {
        return new BlockModel(other, Math.min(position, other.length() + 1), cut, steps, CUTS);
    }

    BlockModel withPosition(long other) {
        return new BlockModel(name, other, cut, steps, CUTS);
    }

    BlockModel withCut(Ablation other) {
        return new BlockModel(name, position, other, steps, CUTS);
    }

    @Override
    public BlockModel withSteps(long other) {
        return new BlockModel(name, position, cut, other, CUTS);
    }

    static TrainingRun film(Ablation cut) {
        return new TrainingRun(Recipe.standard().withCut(cut));
    }

    @Override
    public TrainingRun film() {
        return film(cut);
    }

    /** As {@link Figure.PieceWork#shown}: first the model itself, at rest then what each cut comes to. */
    @Override
    public BlockModel shown(boolean running, Figure.Budget budget) {
        WorkBudget work = new WorkBudget(budget);
        int reached = work.trains(film(), steps);
        WorkBudget rest = reached == steps && !running ? work : new WorkBudget(Figure.Budget.of(0));
        int known = 0;
        while (known < CUTS && rest.examines(film(Ablation.values()[known]), OF)) {
            known++;
        }
        return new BlockModel(name, position, cut, reached, known);
    }

    /** What a cut comes to at the end of its training, in nats a letter. */
    static double heldOut(Ablation cut) {
        return film(cut).heldOut(OF);
    }

    /** Why it is not known what the cut comes to, where it is not. */
    Optional<String> unread() {
        if (steps < OF) {
            return Optional.of("it is read at the end of a training");
        }
        return cut.ordinal() >= compared
                ? Optional.of("the names that are held out are still being read")
                : Optional.empty();
    }

    /** The place where the next letter is guessed, from 0. */
    int place() {
        return (int) position - 1;
    }

    /** The end and the letters up to the place: what has been read. */
    String read() {
        return name.substring(0, place());
    }

    /**
     * What the block says at the place.
     *
     * @param truth the token that comes
     * @param saidBy what token and place, heads and MLP say to each logit; they add up to all of it
     * @param lengths of what is on the road, what the heads add to it, and what the MLP does
     * @param active neurons that are on, and how many there are
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

        /** The logits of the first parts together. */
        Vector logits(int parts) {
            return Vector.of(saidBy.get(0).size(), j -> IntStream.range(0, parts)
                    .mapToDouble(i -> saidBy.get(i).get(j))
                    .sum());
        }

        /** The shares that the first parts would give. */
        Vector p(int parts) {
            return new Softmax(logits(parts), 1).p();
        }

        String letter() {
            return NameKnobs.text(truth);
        }
    }
}
