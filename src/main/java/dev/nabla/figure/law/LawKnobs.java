package dev.nabla.figure.law;

import dev.nabla.figure.Bounds;
import dev.nabla.figure.Codec;
import dev.nabla.figure.Knob;
import dev.nabla.figure.KnobInfo;
import dev.nabla.figure.Range;
import dev.nabla.figure.TextCodec;
import dev.nabla.figure.Value;
import dev.nabla.gpt.ScalingGrid;
import dev.nabla.math.Decimal;
import dev.nabla.math.expression.Numerals;
import java.util.List;

/** The knobs of FIG.20. */
final class LawKnobs {
    static final Knob<LawModel, Long> RUNS = KnobInfo.usual(
                    "runs", "runs", "runs that are done, like 20; 21 trains the larger model too")
            .labelled("runs so far", "runs")
            .<LawModel>whole(0, LawModel.ALL, LawModel::runs, LawModel::withRuns)
            .reading(model ->
                    List.of(model.isTrained() ? LawModel.SMALL + " + 1" : model.runs() + " of " + LawModel.SMALL));

    private LawKnobs() {}

    static List<Knob<LawModel, ?>> all() {
        return List.of(
                KnobInfo.usual("n_embd", "n_embd", "numbers of a letter in the larger model, a multiple of 4, like 32")
                        .holding(
                                multiples(
                                        ScalingGrid.HEAD, LawModel.MOST_EMBD, List.of(4L, 8L, 12L, 16L, 24L, 32L, 48L)),
                                LawModel::nEmbd,
                                LawModel::withSize),
                KnobInfo.usual("names", "D", "names that it reads, a multiple of 4, like 16000")
                        .labelled("names read, D", "names, D")
                        .holding(
                                multiples(
                                        ScalingGrid.BATCH,
                                        LawModel.MOST_NAMES,
                                        List.of(500L, 1000L, 2000L, 4000L, 8000L, 16_000L, 32_000L)),
                                LawModel::names,
                                LawModel::withNames),
                KnobInfo.usual("eta", "η", "its learning rate at the first step, like 0.01")
                        .labelled("η at step 1", "η")
                        .real(Range.decades(0.001, 1), Bounds.above(0L), LawModel::eta, LawModel::withEta),
                KnobInfo.usual("seed", "seed", "of all runs: weights and order of the names, a whole number like 1")
                        .sizes(Long.MAX_VALUE, List.of(1L, 2L, 3L), LawModel::seed, LawModel::withSeed),
                RUNS,
                KnobInfo.usual("work", "work", "operations of each run of equal work, like 2e8")
                        .labelled("same work")
                        .<LawModel>real(
                                Range.decades(LawModel.LEAST_WORK, LawModel.MOST_WORK),
                                Bounds.atLeast(LawModel.LEAST_WORK).atMost(LawModel.MOST_WORK),
                                LawModel::work,
                                LawModel::withWork)
                        .reading(model -> List.of(flops(model.work())))
                        .when(LawModel::sameWork),
                KnobInfo.picture("same_work", "same work", "show models that spend the same work, true or false")
                        .holding(Codec.flag(), LawModel::sameWork, LawModel::withSameWork)
                        .when(model -> false));
    }

    /**
     * Returns a codec for multiples of a number, from that number on; the model refuses what is none. The arrow keys
     * step through the presets.
     */
    private static Codec<Long> multiples(long of, long most, List<Long> presets) {
        Bounds bounds = Bounds.atLeast(of).atMost(most);
        return new TextCodec<>(
                presets, List.of(), text -> Numerals.whole(text, of, most), Value.Whole::new, false, bounds);
    }

    /** Writes a number of operations, like {@code 2e8 flops}. */
    static String flops(double work) {
        int power = (int) Math.floor(Math.log10(work) + 1e-9);
        return Decimal.significant(work / Math.pow(10, power), 3) + "e" + power + " flops";
    }
}
