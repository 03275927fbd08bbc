package dev.nabla.figure.train;

import dev.nabla.figure.Bounds;
import dev.nabla.figure.Codec;
import dev.nabla.figure.Knob;
import dev.nabla.figure.KnobInfo;
import dev.nabla.figure.PairsCodec;
import dev.nabla.figure.PairsCodec.PairNudge;
import dev.nabla.figure.Range;
import dev.nabla.figure.TextCodec;
import dev.nabla.figure.Value;
import dev.nabla.figure.part.Trained;
import dev.nabla.figure.train.TrainModel.SidePanel;
import dev.nabla.gpt.Recipe;
import dev.nabla.math.BadInput;
import dev.nabla.math.Decimal;
import dev.nabla.math.Vector;
import dev.nabla.math.expression.Numerals;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * The knobs of FIG.16. Those of the training recipe restart the training when they change; the others choose what is
 * shown.
 */
final class TrainKnobs {
    private static final int MOST_BATCH = 32;
    private static final int MOST_EMBD = 32;

    private static final Range RATES = Range.decades(0.001, 1);
    private static final String ALL = "all";

    private TrainKnobs() {}

    static List<Knob<TrainModel, ?>> all() {
        return List.of(
                of(KnobInfo.usual("eta", "η", "learning rate of the first step, like 0.01")
                        .labelled("η")
                        .real(RATES, Bounds.above(0L), Recipe::eta, Recipe::withEta)),
                of(Trained.of(", like 1000", Recipe::of, (recipe, of) -> recipe.withOf(of.intValue()))),
                KnobInfo.usual("eta_from", "η from", "changes of eta: the step and the rate from it on, like 400:0.001")
                        .bound(
                                TrainKnobs::changes,
                                model -> model.recipe().schedule().rows(),
                                TrainKnobs::changed),
                of(KnobInfo.usual("names", "names", "how many names to learn from, like 50; all is the most")
                        .<Recipe, Long>bound(TrainKnobs::names, recipe -> (long) recipe.names(), TrainKnobs::learning)
                        .reading(TrainKnobs::ofAll)),
                size(
                        "batch",
                        "names a step, like 4",
                        MOST_BATCH,
                        List.of(1L, 2L, 4L, 8L, 16L, 32L),
                        Recipe::batch,
                        Recipe::withBatch),
                of(KnobInfo.usual("seed", "seed", "of first weights, order and dice, a whole number like 1")
                        .whole(0, Long.MAX_VALUE, Recipe::seed, Recipe::withSeed)),
                size(
                        "n_embd",
                        "numbers of a letter, like 16; n_head gives way",
                        MOST_EMBD,
                        List.of(4L, 8L, 16L, 32L),
                        recipe -> recipe.shape().nEmbd(),
                        TrainKnobs::widened),
                of(KnobInfo.usual("n_head", "n_head", "heads, which share n_embd evenly, like 4")
                        .bound(
                                recipe -> Codec.sizes(MOST_EMBD, heads(recipe)),
                                recipe -> (long) recipe.shape().nHead(),
                                TrainKnobs::headed)),
                size(
                        "n_layer",
                        "blocks of attention and MLP",
                        2,
                        List.of(1L, 2L),
                        recipe -> recipe.shape().nLayer(),
                        (recipe, layers) -> recipe.withShape(recipe.shape().withLayers(layers))),
                of(KnobInfo.usual("optimizer", "optimizer", "how slopes become a step: adam or sgd")
                        .word(Recipe.UpdateRule.class, Recipe::rule, Recipe::withRule)),
                of(Trained.cut(Recipe::cut, Recipe::withCut)),
                KnobInfo.usual("name", "name", "letters to look at, a to z, like amelia")
                        .bound(LookedAt::codec, TrainModel::name, TrainModel::withName),
                KnobInfo.usual("tau", "τ", "temperature of the dice, like 0.5")
                        .labelled("τ")
                        .real(new Range(0.1, 3, 0.1), Bounds.above(0L), TrainModel::tau, TrainModel::withTau),
                KnobInfo.picture("watch", "watch", "beside the names: heads, embedding, slopes, step or neurons")
                        .<TrainModel, SidePanel>word(SidePanel.class, TrainModel::watch, TrainModel::watching)
                        .when(model -> false),
                Trained.knobWithSchedule());
    }

    /** Turns a knob of the recipe into a knob of the figure. */
    private static <V> Knob<TrainModel, V> of(Knob<Recipe, V> knob) {
        return knob.info()
                .<TrainModel, V>bound(
                        model -> knob.codec().apply(model.recipe()),
                        model -> knob.get().apply(model.recipe()),
                        (model, value) -> model.with(knob.set().apply(model.recipe(), value)))
                .reading(model -> knob.readings().apply(model.recipe()));
    }

    /** Returns a codec whose nudges change the learning rate from the present step on. */
    private static Codec<List<Vector>> changes(TrainModel model) {
        double now = model.recipe().schedule().line(model.changeStep());
        return new PairsCodec(
                Optional.of(new PairNudge(RATES, now, eta -> model.changed(eta).rows()))
                        .filter(able -> model.canChange()));
    }

    private static TrainModel changed(TrainModel model, List<Vector> rows) {
        Recipe recipe = model.recipe();
        return model.with(recipe.withSchedule(recipe.schedule().withRows(rows)));
    }

    private static Codec<Long> names(Recipe recipe) {
        long all = recipe.learnable();
        List<Long> presets =
                LongStream.of(50, 200, 1000, all).filter(n -> n <= all).boxed().toList();
        return new TextCodec<>(
                presets,
                List.of(),
                text -> text.equals(ALL) ? all : Numerals.whole(text, 1, all, ", or all"),
                Value.Whole::new,
                false,
                Bounds.atLeast(1L).called("1 to all"));
    }

    private static Recipe learning(Recipe recipe, long names) {
        return recipe.withNames((int) names);
    }

    private static List<String> ofAll(Recipe recipe) {
        String all = Decimal.grouped(recipe.learnable());
        String some = Decimal.grouped(recipe.names());
        boolean isAll = recipe.names() == recipe.learnable();
        return isAll ? List.of(ALL + " " + all, ALL) : List.of(some + " of " + all, some);
    }

    private static Knob<TrainModel, Long> size(
            String name,
            String help,
            long most,
            List<Long> presets,
            ToLongFunction<Recipe> get,
            BiFunction<Recipe, Integer, Recipe> set) {
        return of(KnobInfo.usual(name, name, help)
                .sizes(most, presets, get, (recipe, size) -> set.apply(recipe, size.intValue())));
    }

    /**
     * Returns the recipe with another embedding size. Reduces the number of heads until the size is a multiple of it.
     */
    private static Recipe widened(Recipe recipe, int embd) {
        int heads = recipe.shape().nHead();
        while (embd % heads != 0) {
            heads--;
        }
        return recipe.withShape(recipe.shape().withHeads(1).withEmbd(embd).withHeads(heads));
    }

    /** Returns the numbers of heads that divide the embedding size, in ascending order. */
    private static List<Long> heads(Recipe recipe) {
        int embd = recipe.shape().nEmbd();
        return LongStream.rangeClosed(1, embd)
                .filter(heads -> embd % heads == 0)
                .boxed()
                .toList();
    }

    private static Recipe headed(Recipe recipe, long heads) {
        String all = heads(recipe).stream().map(Object::toString).collect(Collectors.joining(", "));
        if (!heads(recipe).contains(heads)) {
            throw BadInput.usage(
                    "shape_mismatch",
                    heads + ": so many heads cannot share n_embd "
                            + recipe.shape().nEmbd() + " evenly; type one of " + all);
        }
        return recipe.withShape(recipe.shape().withHeads((int) heads));
    }
}
