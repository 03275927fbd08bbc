package dev.nabla.figure.softmax;

import dev.nabla.figure.Fact;
import dev.nabla.figure.Figure;
import dev.nabla.figure.FigureInfo;
import dev.nabla.figure.Knob;
import dev.nabla.figure.KnobInfo;
import dev.nabla.figure.Range;
import dev.nabla.figure.Stepper;
import dev.nabla.figure.ViewState;
import dev.nabla.figure.part.LogitKnobs;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Line;
import dev.nabla.math.Softmax;
import dev.nabla.math.TokenSamples;
import dev.nabla.math.Vector;
import java.util.List;
import java.util.Optional;

/** FIG.06: logits on sliders, probabilities as bars, the temperature below, samples that pile up against the bars. */
public final class SoftmaxFigure implements Figure<SoftmaxFigure.Model> {
    static final int MOST_DRAWS = 10_000;
    /**
     * What the figure shows.
     *
     * @param softmax the question
     * @param shift what has been added to all logits, already in them
     * @param draws how many samples have been drawn
     * @param seed of the samples
     */
    public record Model(Softmax softmax, double shift, int draws, long seed) {
        Model withLogits(Vector logits) {
            return new Model(new Softmax(logits, softmax.tau()), shift, draws, seed);
        }

        Model withTau(double tau) {
            return new Model(new Softmax(softmax.logits(), tau), shift, draws, seed);
        }

        /** All logits moved so that the total shift is c. */
        Model withShift(double c) {
            Vector moved = softmax.logits().map(z -> moved(z, c - shift));
            return new Model(new Softmax(moved, softmax.tau()), c, draws, seed);
        }

        /** On a grid of 1e-9 and never minus zero, so that there and back is the identity, as long as doubles are that fine. */
        private static double moved(double z, double by) {
            double sum = z + by;
            return by == 0 || !(Math.abs(sum) < 1e6) ? sum : Math.rint(sum * 1e9) / 1e9 + 0.0;
        }

        Model withDraws(long count) {
            return new Model(softmax, shift, (int) count, seed);
        }

        Model withSeed(long other) {
            return new Model(softmax, shift, draws, other);
        }

        int[] counts() {
            return new TokenSamples(softmax.p(), draws, seed).counts();
        }
    }

    private static final Knob<Model, Long> DRAWS = KnobInfo.picture(
                    "draws", "n", "samples drawn from P, 0 to " + MOST_DRAWS + ", like 100")
            .whole(0, MOST_DRAWS, Model::draws, Model::withDraws)
            .when(model -> false);

    @Override
    public FigureInfo info() {
        return new FigureInfo("softmax", "FIG.06", "Softmax turns scores into shares", "drag any slider").comparing();
    }

    @Override
    public Model start() {
        return new Model(new Softmax(Vector.of(2.1, 0.5, -1.0, -0.5), 1), 0, 0, 1);
    }

    @Override
    public List<Knob<Model, ?>> knobs() {
        return List.of(
                LogitKnobs.logits(model -> model.softmax().logits(), Model::withLogits),
                KnobInfo.picture("shift", "c", "number that has been added to every logit, like 0.5")
                        .real(new Range(-4, 4, 0.1), Model::shift, Model::withShift),
                LogitKnobs.tau(model -> model.softmax().tau(), Model::withTau),
                DRAWS,
                KnobInfo.picture("seed", "seed", "which random draws, a whole number like 1")
                        .whole(0, Long.MAX_VALUE, Model::seed, Model::withSeed)
                        .when(model -> false));
    }

    @Override
    public Optional<Stepper<Model>> stepper() {
        return Optional.of(new Stepper<>(DRAWS, "sample", 100, 2, model -> model.draws() >= MOST_DRAWS));
    }

    @Override
    public List<Fact> facts(Model model) {
        Softmax.Distribution all = model.softmax().distribution();
        return List.of(
                Fact.reals("p", all.p(), 3),
                Fact.reals("log_p", all.logP(), 3).called("log p"),
                Fact.real("sum", all.sum(), "", 3).called("Σ"),
                Fact.whole("argmax", model.softmax().argmax()),
                Fact.real("entropy_bits", all.entropyBits(), "bits", 2).called("entropy"),
                Fact.real("entropy_nats", all.entropyNats(), "nats", 3).called("entropy in nats"),
                Fact.real("perplexity", all.perplexity(), "tokens", 2),
                Fact.real("logsumexp", all.logSumExp(), "nats", 3));
    }

    @Override
    public List<String> steps(Model model) {
        return new SoftmaxSteps(model.softmax()).all();
    }

    @Override
    public List<Line> sentence(Model model, ViewState<Model> cursor) {
        return SoftmaxSentence.of(model, cursor.before());
    }

    @Override
    public void draw(Model model, ViewState<Model> cursor, Canvas body) {
        new SoftmaxPicture(model, cursor, body).draw();
    }
}
