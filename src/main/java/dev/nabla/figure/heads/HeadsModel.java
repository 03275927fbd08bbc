package dev.nabla.figure.heads;

import dev.nabla.figure.part.Trained;
import dev.nabla.gpt.ForwardTrace;
import dev.nabla.gpt.Recipe;
import dev.nabla.gpt.Recipe.Ablation;
import dev.nabla.gpt.Recipe.ModelPart;
import dev.nabla.gpt.Shape;
import dev.nabla.gpt.TrainingRun;
import dev.nabla.math.Attention;
import dev.nabla.math.Matrix;
import dev.nabla.math.Vector;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * State of FIG.12.
 *
 * @param name the name whose letters attend to each other, without the end token before it
 * @param position position of the selected query, from 1, which is the end token
 * @param head selected head, from 1
 * @param cut the part that was left out of the model in training
 * @param of length of the training schedule, in steps
 * @param steps training steps taken, 0 to {@code of}
 */
record HeadsModel(String name, long position, long head, Ablation cut, long of, long steps)
        implements Trained<HeadsModel> {
    /** Length of the schedule at the start, in steps. The heads need that many to develop patterns. */
    static final int OF = 20_000;

    /** Earlier step whose attention shares are compared with the current ones. */
    static final int EARLIER = 100;

    HeadsModel withName(String other) {
        return new HeadsModel(other, Math.min(position, other.length() + 1), head, cut, of, steps);
    }

    HeadsModel withPosition(long other) {
        return new HeadsModel(name, Math.min(other, places()), head, cut, of, steps);
    }

    HeadsModel withHead(long other) {
        return new HeadsModel(name, position, other, cut, of, steps);
    }

    /** Returns whether the causal mask hides later letters. */
    boolean causal() {
        return !cut.without(ModelPart.MASK);
    }

    /** Returns a copy with another part left out. A different part restarts the training. */
    HeadsModel withCut(Ablation other) {
        return new HeadsModel(name, position, head, other, of, other == cut ? steps : 0);
    }

    /**
     * Returns a copy with the causal mask or without it. A change restarts the training, and no other part is then left
     * out.
     */
    HeadsModel withCausal(boolean other) {
        return other == causal() ? this : withCut(other ? Ablation.NONE : Ablation.MASK);
    }

    /** Returns a copy with another schedule. A different length restarts the training. */
    HeadsModel withOf(long other) {
        return new HeadsModel(name, position, head, cut, other, other == of ? steps : 0);
    }

    @Override
    public HeadsModel withSteps(long other) {
        return new HeadsModel(name, position, head, cut, of, other);
    }

    @Override
    public TrainingRun film() {
        return new TrainingRun(Recipe.standard().withOf((int) of).withCut(cut));
    }

    int places() {
        return name.length() + 1;
    }

    /** Returns the token at a position from 0: the end token, then the letters. */
    String letter(int place) {
        return ("." + name).substring(place, place + 1);
    }

    /** Returns the position of the query, from 0. */
    int query() {
        return (int) position - 1;
    }

    /** Returns how many positions the query sees. */
    int seen() {
        return causal() ? (int) position : places();
    }

    /** Returns all heads of the first layer after {@code after} training steps. */
    List<Attention> heads(int after) {
        ForwardTrace.LayerTrace layer = withSteps(after).parts(name).layer(0);
        Shape shape = film().recipe().shape();
        int size = shape.headSize();
        return IntStream.range(0, shape.nHead())
                .mapToObj(head -> new Attention(
                        part(layer.q(), head, size),
                        part(layer.k(), head, size),
                        part(layer.v(), head, size),
                        causal(),
                        Attention.usualScale(size)))
                .toList();
    }

    private static Matrix part(Matrix all, int head, int size) {
        return Matrix.of(all.rows(), t -> Vector.of(size, i -> all.get(t, head * size + i)));
    }

    /** Returns the selected head. */
    Attention attention() {
        return heads((int) steps).get((int) head - 1);
    }

    /**
     * Returns the mean share that the letters from the second on give to the letter before, or without a mask to the
     * letter after. Empty if there is no second letter.
     */
    OptionalDouble beside(Attention attention) {
        int behind = causal() ? 1 : -1;
        return IntStream.range(2, places())
                .filter(t -> t - behind < places())
                .mapToDouble(t -> attention.weights(t).get(t - behind))
                .average();
    }

    /**
     * Returns the mean share that the letters from the second on give to the end token. Empty if there is no second
     * letter.
     */
    OptionalDouble begin(Attention attention) {
        return IntStream.range(2, places())
                .mapToDouble(t -> attention.weights(t).get(0))
                .average();
    }
}
