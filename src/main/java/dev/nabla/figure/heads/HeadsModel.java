package dev.nabla.figure.heads;

import dev.nabla.figure.part.Trained;
import dev.nabla.gpt.ForwardTrace;
import dev.nabla.gpt.Recipe;
import dev.nabla.gpt.Recipe.Ablation;
import dev.nabla.gpt.Shape;
import dev.nabla.gpt.TrainingRun;
import dev.nabla.math.Attention;
import dev.nabla.math.Matrix;
import dev.nabla.math.Vector;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * What FIG.12 shows.
 *
 * @param name whose letters look at each other, behind the end that begins it
 * @param position of the query that is worked out, from 1, which is the end
 * @param head from 1
 * @param cut the part without which the model was trained
 * @param of steps of the whole schedule
 * @param steps of training taken, 0 to of
 */
record HeadsModel(String name, long position, long head, Ablation cut, long of, long steps)
        implements Trained<HeadsModel> {
    /** The schedule that it opens with: so many steps it takes until the heads have patterns. */
    static final int OF = 20_000;

    /** The step whose row is compared with that of now. */
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

    /** True if a letter does not see those that come later. */
    boolean causal() {
        return cut != Ablation.MASK;
    }

    /** Another cut makes another model, whose training begins anew. */
    HeadsModel withCut(Ablation other) {
        return new HeadsModel(name, position, head, other, of, other == cut ? steps : 0);
    }

    /** With the causal mask or without it, and nothing else left out unless it was before. */
    HeadsModel withCausal(boolean other) {
        return other == causal() ? this : withCut(other ? Ablation.NONE : Ablation.MASK);
    }

    /** Another schedule makes another model, whose training begins anew. */
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

    /** From 0, the end and then the letters. */
    String letter(int place) {
        return ("." + name).substring(place, place + 1);
    }

    /** The place of the query, from 0. */
    int query() {
        return (int) position - 1;
    }

    /** How many places the query sees. */
    int seen() {
        return causal() ? (int) position : places();
    }

    /** All heads after so many steps. */
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

    /** The head that is looked at. */
    Attention attention() {
        return heads((int) steps).get((int) head - 1);
    }

    /** The mean share that places from the first letter on give to another so far behind or, below 0, ahead of them. */
    OptionalDouble mean(Attention attention, int behind) {
        return IntStream.range(1, places())
                .filter(t -> t - behind < places())
                .mapToDouble(t -> attention.weights(t).get(t - behind))
                .average();
    }

    /** The mean share that the end has of all letters from the second one on; none where there is no second letter. */
    OptionalDouble begin(Attention attention) {
        return IntStream.range(2, places())
                .mapToDouble(t -> attention.weights(t).get(0))
                .average();
    }
}
