package dev.nabla.figure.wish;

import dev.nabla.figure.Bounds;
import dev.nabla.figure.Codec;
import dev.nabla.figure.Figure;
import dev.nabla.figure.Knob;
import dev.nabla.figure.KnobInfo;
import dev.nabla.figure.Quantities;
import dev.nabla.figure.Quantity;
import dev.nabla.figure.Range;
import dev.nabla.figure.Style;
import dev.nabla.figure.Value;
import dev.nabla.figure.ViewState;
import dev.nabla.figure.part.Picture;
import dev.nabla.figure.part.TrainedFigure;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Line;
import dev.nabla.gpt.Recipe;
import dev.nabla.gpt.RewardRecipe;
import dev.nabla.gpt.RewardRule;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * Figure FIG.26: a trained model is told only how good its names are. It says more of what is rewarded, and moves away
 * from what it has learnt from names.
 */
public final class WishFigure implements Figure.LinkedFigure<WishModel> {
    private static final int MOST_GROUP = 32;
    private static final int MOST_SEED = 1_000_000;
    private static final int PACE_MILLIS = 33;
    private static final int BURST = 20;
    private static final List<RewardRule> WISHES = List.of(RewardRule.values());
    private static final List<String> WORDS =
            WISHES.stream().map(RewardRule::word).toList();

    static final Quantity<WishResults, Double> REWARD =
            measured("reward", "reward", Style.number(3), WishResults::reward);
    static final Quantity<WishResults, Double> BEFORE =
            measured("reward_before", "reward before", Style.number(3), WishResults::firstReward);
    static final Quantity<WishResults, Double> MOVED = measured("moved", "moved", Style.NATS, WishResults::moved);
    static final Quantity<WishResults, Double> HELD_OUT =
            measured("held_out", "held out", Style.NATS, WishResults::heldOut);
    static final Quantity<WishResults, Double> LEAST = Quantity.real(
                    "least", "least for that", Style.NATS, WishResults::least)
            .unless(WishResults::noLeast);

    static final Quantity<WishResults, Long> DIFFERENT = Quantity.whole(
                    "different",
                    (WishResults results) -> results.tally().orElseThrow().different())
            .called("different of 1,000")
            .inWords("number of different names in a thousand")
            .unless(WishResults::uncounted);

    static final Quantity<WishResults, Value> SAMPLES = Quantity.of(
                    "samples", Style.WHOLE, (WishResults results) -> (Value) new Value.Words(results.model()
                            .run()
                            .said(results.model().step(), Long.MAX_VALUE)
                            .orElseThrow()
                            .subList(0, WishPicture.MOST_NAMES)))
            .called("names")
            .inWords("what it says");

    static final Quantity<WishResults, Double> MARK = Quantity.real(
            "mark", Style.number(3), (WishResults results) -> results.member().mark());

    static final Quantity<WishResults, Double> ADVANTAGE =
            Quantity.real("advantage", Style.number(3), WishResults::advantage);

    static final Quantity<WishResults, Double> SLOPE =
            Quantity.real("slope", Style.number(3), WishResults::slope).exact();

    private static final Quantities<WishModel, WishResults> QUANTITIES = new Quantities<>(
            WishResults::of,
            List.of(
                    REWARD,
                    BEFORE,
                    MOVED,
                    LEAST,
                    HELD_OUT,
                    DIFFERENT,
                    SAMPLES,
                    Quantity.word("name", (WishResults results) -> results.member()
                                    .name()
                                    .text())
                            .called("first name of the next group"),
                    MARK.called("its mark"),
                    ADVANTAGE.called("its advantage"),
                    SLOPE.called("slope of its first letter's score"),
                    Quantity.real("held_out_rewarded", Style.NATS, (WishResults results) -> results.heldOutRewarded()
                                    .loss())
                            .called("held out, names with a reward")
                            .unless(WishResults::noneRewarded)
                            .onRequest(),
                    Quantity.reals("rewards", Style.number(3), (WishResults results) -> results.group()
                                    .rewards())
                            .onRequest(),
                    Quantity.reals("group_rewards", Style.number(3), WishResults::groupRewards)
                            .called("mean reward of each step's group")
                            .unless(WishResults::noStep)
                            .onRequest(),
                    Quantity.reals("marks", Style.number(3), (WishResults results) -> results.group()
                                    .marks())
                            .onRequest(),
                    Quantity.reals("advantages", Style.number(3), (WishResults results) -> results.group()
                                    .advantages())
                            .onRequest()));

    private static Quantity<WishResults, Double> measured(
            String name, String symbol, Style style, Function<WishResults, Double> of) {
        return Quantity.real(name, symbol, style, of).unless(WishResults::unmeasured);
    }

    @Override
    public OptionalDouble estimate(WishModel model, String fact) {
        return fact.equals(MOVED.name()) ? WishResults.of(model).recentlyMoved() : OptionalDouble.empty();
    }

    @Override
    public Info info() {
        String title = "A wish: reward what it says, and nothing else";
        return new Info("wish", "FIG.26", "wish", title, "make a wish").comparing();
    }

    @Override
    public WishModel start() {
        return WishModel.start();
    }

    @Override
    public List<Knob<WishModel, ?>> knobs() {
        return List.of(
                of(KnobInfo.usual("wish", "wish", "what is rewarded: " + String.join(", ", WORDS))
                        .holding(Codec.named(WORDS, WISHES, WISHES), RewardRecipe::wish, RewardRecipe::withWish)
                        .reading(recipe -> List.of(recipe.wish().words()))),
                of(KnobInfo.usual("beta", "β", "how strongly it is pulled back to the first model, like 0.1; 0 for not")
                        .labelled("β pull back", "β pull", "β")
                        .real(
                                new Range(0, 1, 0.05),
                                Bounds.atLeast(0.0).atMost(RewardRecipe.MOST_BETA),
                                RewardRecipe::beta,
                                RewardRecipe::withBeta)),
                of(KnobInfo.usual("group", "group", "names that are compared in a step, like 16")
                        .<RewardRecipe>whole(
                                2,
                                MOST_GROUP,
                                RewardRecipe::group,
                                (recipe, group) -> recipe.withGroup(group.intValue()))
                        .reading(recipe -> List.of(recipe.group() + " names", "" + recipe.group()))),
                of(KnobInfo.usual("eta", "η", "learning rate of all steps, like 0.003")
                        .labelled("η")
                        .real(
                                new Range(0.001, 0.02, 0.001),
                                Bounds.above(0.0).atMost(WishModel.MOST_ETA),
                                RewardRecipe::eta,
                                RewardRecipe::withEta)),
                of(KnobInfo.usual("seed", "seed", "of the names to learn from, a whole number like 1")
                        .whole(1, MOST_SEED, RewardRecipe::seed, RewardRecipe::withSeed)),
                of(KnobInfo.usual("first", "first", "training steps of the model to begin with, like 1000")
                        .<RewardRecipe>whole(
                                1,
                                Recipe.STANDARD_STEPS,
                                RewardRecipe::first,
                                (recipe, first) -> recipe.withFirst(first.intValue()))
                        .when(recipe -> false)),
                steps());
    }

    private static <V> Knob<WishModel, V> of(Knob<RewardRecipe, V> knob) {
        return knob.within(WishModel::recipe, WishModel::withRecipe);
    }

    private static Knob<WishModel, Long> steps() {
        int most = RewardRecipe.standard().of();
        return KnobInfo.usual("steps", "steps", "steps taken, like 60")
                .<WishModel>whole(0, most, WishModel::step, WishModel::withSteps)
                .reading(model -> List.of(model.step() + " of " + most, model.step() + "/" + most));
    }

    /** Estimates the time of the training and that of its first model. */
    @Override
    public Optional<String> caveat(WishModel model) {
        return model.step() == 0
                ? Optional.of(TrainedFigure.untrained(model.recipe().of()))
                : Optional.empty();
    }

    @Override
    public double effort(WishModel model) {
        RewardRecipe recipe = model.recipe();
        double first = recipe.first() * (double) recipe.base().flops();
        return (first + model.step() * (double) recipe.flops()) / TrainedFigure.FLOPS_PER_MICROSECOND;
    }

    @Override
    public boolean isSameRun(WishModel model, WishModel other) {
        return model.recipe().equals(other.recipe());
    }

    @Override
    public Optional<Stepper<WishModel>> stepper() {
        Pace pace = new Pace(BURST, 1, PACE_MILLIS);
        return Optional.of(new Stepper<>(
                steps(),
                "step",
                "steps",
                model -> pace,
                model -> model.step() == model.recipe().of(),
                model -> true,
                Optional.of(WishModel::shown)));
    }

    @Override
    public List<FigureAction<WishModel>> commands() {
        String help = "show the slopes of one name, letter by letter, or the names";
        return List.of(
                new FigureAction<>("letters", 'w', "one name", help, model -> model.withLetters(!model.letters())));
    }

    /** The first run of several is kept beside the last one. */
    @Override
    public boolean comparesPlays(WishModel model) {
        return true;
    }

    @Override
    public String linkedFigure(WishModel model, String knob) {
        return knob.equals("eta") ? "descent" : "train";
    }

    @Override
    public Quantities<WishModel, WishResults> quantities() {
        return QUANTITIES;
    }

    @Override
    public List<String> steps(WishModel model) {
        return WishSteps.of(WishResults.of(model));
    }

    @Override
    public Python python(WishModel model) {
        return WishProgram.of(model);
    }

    @Override
    public List<Line> sentence(WishModel model, ViewState<WishModel> cursor) {
        return WishSentence.of(drawn(model, cursor), kept(cursor), cursor);
    }

    @Override
    public void draw(WishModel model, ViewState<WishModel> cursor, Canvas body) {
        WishResults results = drawn(model, cursor);
        new WishPicture(Picture.of(this, model, results, cursor), kept(cursor), body).draw();
    }

    private static WishResults drawn(WishModel model, ViewState<WishModel> cursor) {
        return WishResults.of(model, cursor.shown().isEmpty());
    }

    private static Optional<WishResults> kept(ViewState<WishModel> cursor) {
        return cursor.pinned().map(model -> drawn(model, cursor));
    }
}
