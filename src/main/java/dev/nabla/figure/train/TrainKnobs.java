package dev.nabla.figure.train;

import dev.nabla.figure.Codec;
import dev.nabla.figure.Knob;
import dev.nabla.figure.KnobInfo;
import dev.nabla.figure.Range;
import dev.nabla.figure.Value;
import dev.nabla.figure.train.TrainModel.Watch;
import dev.nabla.gpt.Recipe;
import dev.nabla.gpt.Shape;
import dev.nabla.math.BadInput;
import dev.nabla.math.expression.Numerals;
import java.math.BigInteger;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/** The ways into FIG.16: the recipe, whose every change begins the training anew, and what is looked at. */
final class TrainKnobs {
    static final Knob<TrainModel, Long> STEPS = KnobInfo.question("steps", "step", "steps to take, 0 to of, like 1000")
            .whole(0, model -> model.recipe().of(), TrainModel::step, TrainModel::withStep)
            .when(model -> false);

    private static final int MOST_BATCH = 32;
    private static final int MOST_EMBD = 32;
    private static final List<String> NAMES = List.of("amelia", "marie", "carrie", "zzzz");

    private TrainKnobs() {}

    static List<Knob<TrainModel, ?>> all() {
        return List.of(
                KnobInfo.question("eta", "η", "learning rate of the first step, above 0, like 0.01")
                        .real(
                                Range.decades(0.001, 1),
                                model -> model.recipe().eta(),
                                (model, eta) -> model.with(model.recipe().withEta(eta))),
                KnobInfo.question("of", "of", "steps of the whole schedule, at whose end eta is 0, like 1000")
                        .bound(
                                model -> presets(Recipe.MOST_STEPS, List.of(100, 300, 1000, 2000, 5000, 20_000)),
                                model -> model.recipe().of(),
                                (model, of) -> model.with(model.recipe().withOf(of))),
                KnobInfo.question("batch", "batch", "names a step, 1 to 32, like 4")
                        .bound(
                                model -> presets(MOST_BATCH, List.of(1, 2, 4, 8, 16, MOST_BATCH)),
                                model -> model.recipe().batch(),
                                (model, batch) -> model.with(model.recipe().withBatch(batch))),
                KnobInfo.question("seed", "seed", "of first weights, order and dice, a whole number like 1")
                        .whole(
                                0,
                                Long.MAX_VALUE,
                                model -> model.recipe().seed(),
                                (model, seed) -> model.with(model.recipe().withSeed(seed))),
                shape(
                        "n_embd",
                        "numbers of a letter, a multiple of n_head up to 32, like 16",
                        Shape::nEmbd,
                        (shape, embd) -> embd % shape.nHead() == 0,
                        TrainKnobs::widened),
                shape(
                        "n_head",
                        "heads, which share n_embd evenly, like 4",
                        Shape::nHead,
                        (shape, heads) -> shape.nEmbd() % heads == 0,
                        TrainKnobs::headed),
                KnobInfo.question("n_layer", "n_layer", "blocks of attention and MLP, 1 or 2")
                        .whole(
                                1,
                                2,
                                model -> model.recipe().shape().nLayer(),
                                (model, layers) ->
                                        model.with(model.recipe().shape().withLayers(layers.intValue()))),
                KnobInfo.question("optimizer", "optimizer", "how slopes become a step: adam or sgd")
                        .word(
                                Recipe.Rule.class,
                                model -> model.recipe().rule(),
                                (model, rule) -> model.with(model.recipe().withRule(rule))),
                KnobInfo.question("cut", "cut", "what is left out: none, heads, mlp, residual, norm, place or mask")
                        .word(
                                Recipe.Cut.class,
                                model -> model.recipe().cut(),
                                (model, cut) -> model.with(model.recipe().withCut(cut))),
                KnobInfo.question("name", "name", "letters to look at, like amelia")
                        .text(NAMES, TrainKnobs::letters, TrainModel::name, TrainModel::withName),
                KnobInfo.question("tau", "τ", "temperature of the dice, above 0, like 0.5")
                        .real(new Range(0.1, 3, 0.1), TrainModel::tau, TrainModel::withTau),
                KnobInfo.picture("watch", "watch", "beside the names: heads, embedding, slopes or neurons")
                        .<TrainModel, Watch>word(Watch.class, TrainModel::watch, TrainModel::watching)
                        .when(model -> false),
                STEPS);
    }

    /** A whole number that is typed; the keys go through a few. */
    private static Codec<Integer> presets(int most, List<Integer> presets) {
        return new Codec.Typed<Integer>(
                presets, text -> (int) Numerals.whole(text, 1, most), number -> new Value.Whole(number));
    }

    /** A number of the model's shape; the keys go through those that go with the others. */
    private static Knob<TrainModel, ?> shape(
            String name,
            String help,
            ToIntFunction<Shape> get,
            BiPredicate<Shape, Integer> fits,
            BiFunction<Shape, Integer, Shape> set) {
        return KnobInfo.question(name, name, help)
                .bound(
                        model -> presets(
                                MOST_EMBD,
                                IntStream.rangeClosed(1, MOST_EMBD)
                                        .boxed()
                                        .filter(number ->
                                                fits.test(model.recipe().shape(), number))
                                        .toList()),
                        model -> get.applyAsInt(model.recipe().shape()),
                        (model, number) -> model.with(set.apply(model.recipe().shape(), number)));
    }

    /** With as many of the heads as can share it. */
    private static Shape widened(Shape shape, int embd) {
        int heads =
                BigInteger.valueOf(embd).gcd(BigInteger.valueOf(shape.nHead())).intValue();
        return shape.withHeads(1).withEmbd(embd).withHeads(heads);
    }

    private static Shape headed(Shape shape, int heads) {
        if (shape.nEmbd() % heads != 0) {
            throw BadInput.usage(
                    "shape_mismatch",
                    heads + ": so many heads cannot share n_embd " + shape.nEmbd() + " evenly; type "
                            + (heads > shape.nEmbd()
                                    ? "at most " + shape.nEmbd()
                                    : "a divisor of it, or n_embd " + (shape.nEmbd() - shape.nEmbd() % heads)));
        }
        return shape.withHeads(heads);
    }

    private static String letters(String text) {
        if (text.isEmpty()) {
            throw BadInput.usage("empty", "has no letter; type a name like amelia");
        }
        return Recipe.standard().corpus().text(Recipe.standard().corpus().letters(text));
    }
}
