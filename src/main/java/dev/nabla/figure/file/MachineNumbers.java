package dev.nabla.figure.file;

import dev.nabla.figure.Style;
import dev.nabla.gpt.Corpus;
import dev.nabla.gpt.ForwardTrace;
import dev.nabla.gpt.NameSampler;
import dev.nabla.gpt.Recipe;
import dev.nabla.gpt.Shape;
import dev.nabla.gpt.Shape.Tensor;
import dev.nabla.gpt.Snapshot;
import dev.nabla.gpt.Weights;
import dev.nabla.math.Decimal;
import dev.nabla.math.Vector;

/**
 * The numbers of FIG.19b: what becomes of a letter in each group of the file. If the name were the next one that is
 * read, Adam would change the weights by {@link #change}.
 *
 * @param trace forward pass of the name
 * @param slopes slopes of its loss
 * @param after the weights after one more step, with these slopes
 */
record MachineNumbers(MachineModel model, ForwardTrace trace, Weights slopes, Weights after) {
    static final Style NUMBER = Style.number(3);
    /** The style of weights and of what changes them. */
    static final Style SMALL = Style.number(4);

    static MachineNumbers of(MachineModel model) {
        Snapshot now = model.film().snapshot((int) model.steps());
        ForwardTrace trace = model.parts(model.name());
        Weights slopes = trace.slopes();
        return new MachineNumbers(model, trace, slopes, now.stepped(recipe(), slopes));
    }

    private static Recipe recipe() {
        return Recipe.standard();
    }

    private static Corpus corpus() {
        return recipe().corpus();
    }

    private static Shape shape() {
        return recipe().shape();
    }

    long token() {
        return trace.token(model.place());
    }

    long next() {
        return model.nextToken();
    }

    /** Returns the row that enters the layer: the token's and the place's, added and brought to one size. */
    Vector row() {
        return trace.layer(0).in().row(model.place());
    }

    /** Returns the head, from 1, that gives one token the largest share. */
    long head() {
        Vector most = Vector.of(shape().nHead(), h -> shares(h).get(shares(h).argmax()));
        return most.argmax() + 1;
    }

    private Vector shares(int head) {
        return trace.layer(0).shares().get(head).row(model.place());
    }

    /** Returns the token that this head looks at most. */
    String seen() {
        int at = shares((int) head() - 1).argmax();
        return corpus().text(trace.token(at));
    }

    double share() {
        Vector shares = shares((int) head() - 1);
        return shares.get(shares.argmax());
    }

    /** Returns how many neurons of the MLP are on. */
    long active() {
        return trace.layer(0).hidden().row(model.place()).stream()
                .filter(u -> u > 0)
                .count();
    }

    double logit() {
        return trace.logits().get(model.place(), model.nextToken());
    }

    double p() {
        return trace.p().get(model.place(), model.nextToken());
    }

    double nats() {
        return trace.nats().get(model.place());
    }

    /** Returns the slope of the mean loss at the score of the next token: (p − 1)/n. */
    double logitSlope() {
        return (p() - 1) / trace.places();
    }

    /** Returns the index of the followed weight: the first one in the row of the next token in lm_head. */
    private int followed() {
        return shape().slice(Tensor.LM_HEAD, 0).from() + model.nextToken() * shape().nEmbd();
    }

    double change() {
        return weightAfter() - model.weights().get(followed());
    }

    double weightAfter() {
        return after.get(followed());
    }

    /** Returns the first name that the changed weights write. */
    String sample() {
        return NameSampler.of(recipe(), after).names(0, 1).get(0).text();
    }

    /** Returns the loss of the name with the changed weights. */
    double lossAfter() {
        return new ForwardTrace(after, recipe().cut(), corpus().tokens(model.name())).loss();
    }

    /** Returns what a box shows: its number of the letter, and a line for which there is room on larger screens. */
    BoxLines lines(int group) {
        String next = model.next();
        int c = shape().nEmbd();
        return switch (group) {
            case 1 ->
                new BoxLines(
                        Decimal.grouped(corpus().names().size()) + " names; " + model.name(),
                        corpus().knows(model.name()) ? "it is one of them" : "it is none of them");
            case 2 ->
                new BoxLines(
                        model.letter() + " is " + token() + "; next " + next + " is " + next(),
                        corpus().vocab() + " tokens, " + trace.places() + " guesses in the name");
            case 5 ->
                new BoxLines(
                        c + " numbers: " + NUMBER.sentence(row().get(0)) + ", ...",
                        "row " + model.letter() + " + row of place " + model.position() + ", one size");
            case 6 ->
                new BoxLines(
                        "head " + head() + ": " + Style.SHARE.sentence(share()) + " on " + seen(),
                        "adds a row " + length(trace.layer(0).attention().row(model.place())));
            case 7 ->
                new BoxLines(
                        "z of " + next + " " + NUMBER.sentence(logit()),
                        active() + " of " + 4 * c + " on, add "
                                + length(trace.layer(0).mlp().row(model.place())));
            case 8 ->
                new BoxLines(
                        next + " " + Style.SHARE.sentence(p()) + ", " + NUMBER.sentence(nats()) + " nats",
                        "mean of the " + trace.places() + " guesses " + NUMBER.sentence(trace.loss()));
            case 3 ->
                new BoxLines(
                        "slope at z of " + next + " " + NUMBER.sentence(logitSlope()),
                        Decimal.grouped(shape().parameters()) + " slopes, " + length(slopes));
            case 9 ->
                new BoxLines(
                        "a weight moves " + SMALL.sentence(change()),
                        "step " + Decimal.grouped(model.steps() + 1) + ", its slope "
                                + SMALL.sentence(slopes.get(followed())));
            case 4 ->
                new BoxLines(
                        "a weight is now " + SMALL.sentence(weightAfter()),
                        "loss " + NUMBER.sentence(trace.loss()) + " before, " + NUMBER.sentence(lossAfter())
                                + " after");
            default -> new BoxLines("they write " + sample(), "darts from seed " + recipe().seed());
        };
    }

    private static String length(Vector v) {
        return NUMBER.sentence(v.norm()) + " long";
    }

    private static String length(Weights w) {
        return NUMBER.sentence(w.norm()) + " long";
    }

    /**
     * What a box shows.
     *
     * @param number what becomes of the letter, in at most 23 characters but for long names
     * @param more what else there is to see, in at most 34 characters
     */
    record BoxLines(String number, String more) {}
}
