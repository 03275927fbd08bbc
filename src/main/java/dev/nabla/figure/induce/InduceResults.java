package dev.nabla.figure.induce;

import dev.nabla.gpt.CopyRate;
import dev.nabla.gpt.ForwardTrace;
import dev.nabla.math.Matrix;
import dev.nabla.math.Softmax;
import dev.nabla.math.Vector;
import java.util.List;
import java.util.Optional;

/**
 * What FIG.22 works out of a model.
 *
 * @param trace the forward pass of the text, without the head that is off
 * @param layers its layers, which are worked out once for all that shows them
 * @param first the logits of the letter after the text if the first layer were the last one
 * @param added what the second layer adds to them; zeros without one
 */
record InduceResults(
        InduceModel model, ForwardTrace trace, List<ForwardTrace.LayerTrace> layers, Vector first, Vector added) {
    /** Mean share from which a head is named by what it looks at. */
    private static final double MOSTLY = 0.4;

    static InduceResults of(InduceModel model) {
        ForwardTrace trace = model.trace();
        int last = trace.places() - 1;
        Vector all = trace.logits().row(last);
        if (model.layers() == 1) {
            return new InduceResults(model, trace, List.of(trace.layer(0)), all, all.map(x -> 0));
        }
        List<ForwardTrace.LayerTrace> layers = List.of(trace.layer(0), trace.layer(1));
        Vector first = trace.logits(layers.get(1).in()).row(last);
        return new InduceResults(model, trace, layers, first, Vector.of(all.size(), i -> all.get(i) - first.get(i)));
    }

    /** Returns the probabilities of all tokens after layer 1, the letters in order and then the dot. */
    Vector afterFirst() {
        return new Softmax(first, 1).p();
    }

    /** Returns the probabilities after the last layer. */
    Vector afterLast() {
        return trace.p().row(trace.places() - 1);
    }

    int likeliest() {
        return afterLast().argmax();
    }

    String next() {
        return text(likeliest());
    }

    String text(int token) {
        return model.film().recipe().corpus().text(token);
    }

    double p() {
        return afterLast().max();
    }

    double pAfterFirst() {
        return afterFirst().get(likeliest());
    }

    /** Returns the shares of a head, counted from 0 through both layers. */
    Matrix shares(int head) {
        return layers.get(head / InduceModel.HEADS).shares().get(head % InduceModel.HEADS);
    }

    Matrix shares1() {
        return shares(first(model));
    }

    Matrix shares2() {
        return shares(second(model));
    }

    private static int first(InduceModel model) {
        return (int) model.head1() - 1;
    }

    private static int second(InduceModel model) {
        return InduceModel.HEADS + (int) model.head2() - 1;
    }

    /** Returns the mean share that the head of layer 1 gives to the letter before, where unread texts repeat. */
    double before() {
        return looks().before(first(model));
    }

    /** Returns the mean share that the head of layer 2 gives to what came after like letters, where texts repeat. */
    double after() {
        return looks().after(second(model));
    }

    /** Returns what is known of the heads: without the one that is off, as the picture shows them, if that is known. */
    private CopyRate looks() {
        return noneOff().isEmpty() ? model.copiesWithout() : copies();
    }

    /** Returns the share that the head of layer 2 gives, from the last letter, to all that came after it before. */
    double afterLastLetter() {
        return model.after().stream()
                .mapToDouble(t -> shares2().get(model.places() - 1, t))
                .sum();
    }

    /** Returns what a head does, as far as it does one thing, by the repeats of unread texts; empty before it does. */
    static String role(InduceModel model, int head) {
        CopyRate copies = model.copies(model.measured());
        return copies.before(head) >= MOSTLY ? "letter before" : copies.after(head) >= MOSTLY ? "came after" : "";
    }

    Optional<String> noneAfter() {
        return model.layers() == 1 ? Optional.of("there is one layer") : Optional.empty();
    }

    CopyRate copies() {
        return model.copies(model.measured());
    }

    Optional<String> noneOff() {
        return model.off() > 0 && model.progress().tested() ? Optional.empty() : Optional.of("all heads are on");
    }
}
