package dev.nabla.figure.train;

import dev.nabla.figure.Codec;
import dev.nabla.figure.Knob;
import dev.nabla.figure.KnobInfo;
import dev.nabla.figure.Range;
import dev.nabla.figure.Value;
import dev.nabla.figure.part.Letters;
import dev.nabla.figure.part.Trained;
import dev.nabla.figure.train.TrainModel.Watch;
import dev.nabla.gpt.Recipe;
import dev.nabla.gpt.Shape;
import dev.nabla.math.BadInput;
import dev.nabla.math.expression.Numerals;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The ways into FIG.16: the recipe, whose every change begins the training anew, and what is looked at. */
final class TrainKnobs {
    private static final int MOST_BATCH = 32;
    private static final int MOST_EMBD = 32;

    private TrainKnobs() {}

    static List<Knob<TrainModel, ?>> all() {
        return List.of(
                of(KnobInfo.usual("eta", "η", "learning rate of the first step, above 0, like 0.01")
                        .real(Range.decades(0.001, 1), Recipe::eta, Recipe::withEta)),
                of(KnobInfo.usual("of", "of", "steps of the whole schedule, at whose end eta is 0, like 1000")
                        .holding(
                                presets(Recipe.MOST_STEPS, 100, 300, 1000, 2000, 5000, 20_000),
                                Recipe::of,
                                Recipe::withOf)),
                of(KnobInfo.usual("batch", "batch", "names a step, 1 to 32, like 4")
                        .holding(presets(MOST_BATCH, 1, 2, 4, 8, 16, MOST_BATCH), Recipe::batch, Recipe::withBatch)),
                of(KnobInfo.usual("seed", "seed", "of first weights, order and dice, a whole number like 1")
                        .whole(0, Long.MAX_VALUE, Recipe::seed, Recipe::withSeed)),
                shape(
                        "n_embd",
                        "numbers of a letter, 1 to 32, like 16; n_head gives way",
                        shape -> presets(MOST_EMBD, 4, 8, 16, MOST_EMBD),
                        Shape::nEmbd,
                        TrainKnobs::widened),
                shape(
                        "n_head",
                        "heads, which share n_embd evenly, like 4",
                        shape -> presets(
                                MOST_EMBD,
                                Stream.of(1, 2, 4, 8, 16)
                                        .filter(heads -> shape.nEmbd() % heads == 0)
                                        .toArray(Integer[]::new)),
                        Shape::nHead,
                        TrainKnobs::headed),
                shape(
                        "n_layer",
                        "blocks of attention and MLP, 1 or 2",
                        shape -> presets(2, 1, 2),
                        Shape::nLayer,
                        Shape::withLayers),
                of(KnobInfo.usual("optimizer", "optimizer", "how slopes become a step: adam or sgd")
                        .word(Recipe.Rule.class, Recipe::rule, Recipe::withRule)),
                of(KnobInfo.usual("cut", "cut", "what is left out: none, heads, mlp, residual, norm, place or mask")
                        .word(Recipe.Cut.class, Recipe::cut, Recipe::withCut)),
                Letters.name(
                        KnobInfo.usual("name", "name", "letters to look at, a to z, like amelia"),
                        TrainModel::name,
                        TrainModel::withName),
                KnobInfo.usual("tau", "τ", "temperature of the dice, above 0, like 0.5")
                        .real(new Range(0.1, 3, 0.1), TrainModel::tau, TrainModel::withTau),
                KnobInfo.picture("watch", "watch", "beside the names: heads, embedding, slopes, step or neurons")
                        .<TrainModel, Watch>word(Watch.class, TrainModel::watch, TrainModel::watching)
                        .when(model -> false),
                Trained.<TrainModel>knob(", or --of $ with it").when(model -> false));
    }

    /** A knob of the recipe as one of the figure. */
    private static <V> Knob<TrainModel, V> of(Knob<Recipe, V> knob) {
        return knob.info()
                .bound(
                        model -> knob.codec().apply(model.recipe()),
                        model -> knob.get().apply(model.recipe()),
                        (model, value) -> model.with(knob.set().apply(model.recipe(), value)));
    }

    /** A number of the model's shape, which is typed; the keys go through a few. */
    private static Knob<TrainModel, ?> shape(
            String name,
            String help,
            Function<Shape, Codec<Integer>> codec,
            Function<Shape, Integer> get,
            BiFunction<Shape, Integer, Shape> set) {
        return of(KnobInfo.usual(name, name, help)
                .<Recipe, Integer>bound(
                        recipe -> codec.apply(recipe.shape()),
                        recipe -> get.apply(recipe.shape()),
                        (recipe, number) -> recipe.withShape(set.apply(recipe.shape(), number))));
    }

    private static Codec<Integer> presets(int most, Integer... presets) {
        return new Codec.Typed<Integer>(
                List.of(presets), text -> (int) Numerals.whole(text, 1, most), number -> new Value.Whole(number));
    }

    /** With as many of the heads as can share it. */
    private static Shape widened(Shape shape, int embd) {
        int heads = shape.nHead();
        while (embd % heads != 0) {
            heads--;
        }
        return shape.withHeads(1).withEmbd(embd).withHeads(heads);
    }

    private static Shape headed(Shape shape, int heads) {
        if (shape.nEmbd() % heads != 0) {
            String divisors = IntStream.rangeClosed(1, shape.nEmbd())
                    .filter(number -> shape.nEmbd() % number == 0)
                    .mapToObj(Integer::toString)
                    .collect(Collectors.joining(", "));
            throw BadInput.usage(
                    "shape_mismatch",
                    heads + ": so many heads cannot share n_embd " + shape.nEmbd() + " evenly; type one of "
                            + divisors);
        }
        return shape.withHeads(heads);
    }
}
