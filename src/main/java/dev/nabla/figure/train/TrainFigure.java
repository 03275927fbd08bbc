package dev.nabla.figure.train;

import static dev.nabla.figure.WorkedSteps.number;

import dev.nabla.figure.Figure;
import dev.nabla.figure.Figure.Info;
import dev.nabla.figure.FigureState;
import dev.nabla.figure.Guess.Ghost;
import dev.nabla.figure.Knob;
import dev.nabla.figure.Quantities;
import dev.nabla.figure.Quantity;
import dev.nabla.figure.Style;
import dev.nabla.figure.Value;
import dev.nabla.figure.ViewState;
import dev.nabla.figure.ViewState.Focus;
import dev.nabla.figure.part.GptProgram;
import dev.nabla.figure.part.Picture;
import dev.nabla.figure.part.TrainedFigure;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Line;
import dev.nabla.gpt.Corpus;
import dev.nabla.gpt.Recipe;
import dev.nabla.math.Decimal;
import dev.nabla.math.Vector;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Figure FIG.16: a GPT learns names while the learner watches. The loss falls, sampled names improve, and attention
 * heads develop patterns.
 */
public final class TrainFigure
        implements Figure.Diverging<TrainModel>, Figure.Guessable<TrainModel>, TrainedFigure<TrainModel> {
    private static final int SAMPLES = 5;

    static final Quantity<TrainNumbers, Double> LOSS = Quantity.real("loss", Style.NATS, TrainNumbers::loss);

    static final Quantity<TrainNumbers, Double> SMOOTHED =
            Quantity.real("smoothed", Style.NATS, TrainNumbers::lastSmoothed).unless(TrainNumbers::noStep);

    static final Quantity<TrainNumbers, Double> HELD_OUT = Quantity.real(
                    "held_out", Style.NATS, (TrainNumbers numbers) -> numbers.model()
                            .heldOut())
            .called("held out")
            .unless(numbers -> numbers.model().unread());

    static final Quantity<TrainNumbers, Double> GAP = Quantity.real("gap", Style.NATS, TrainNumbers::gap)
            .unless(TrainNumbers::noGap)
            .onRequest();

    static final Quantity<TrainNumbers, Double> BEST_HELD_OUT = Quantity.real(
                    "best_held_out",
                    Style.NATS,
                    (TrainNumbers numbers) -> numbers.model().best().loss())
            .called("best held out")
            .unless(numbers -> numbers.model().unread())
            .onRequest();

    static final Quantity<TrainNumbers, Long> BEST_STEP = Quantity.count(
                    "best_step",
                    (TrainNumbers numbers) -> numbers.model().best().step())
            .unless(numbers -> numbers.model().unread())
            .onRequest();

    static final Quantity<TrainNumbers, Double> PAIRS = Quantity.real(
                    "bigram", Style.NATS, (TrainNumbers numbers) -> numbers.model()
                            .pairs())
            .called("pairs")
            .inWords("loss of counting pairs");

    static final Quantity<TrainNumbers, Double> NORM = Quantity.real(
                    "gradient_norm", Style.number(3), (TrainNumbers numbers) -> numbers.slopes()
                            .norm())
            .called("|∇L|");

    static final Quantity<TrainNumbers, Double> ETA_NOW = Quantity.real(
                    "eta_now", Style.number(4), (TrainNumbers numbers) -> numbers.model()
                            .recipe()
                            .etaAt(numbers.model().step()))
            .called("η now");

    /** The knob {@code steps} once more, under the name that {@code nabla train} gives it. */
    private static final Quantity<TrainNumbers, Long> STEP =
            Quantity.count("step", (TrainNumbers numbers) -> numbers.model().step());

    static final Quantity<TrainNumbers, Long> PARAMETERS = Quantity.count(
                    "parameters",
                    (TrainNumbers numbers) -> numbers.model().recipe().shape().parameters())
            .inWords("number of parameters");

    private static final Quantity<TrainNumbers, Double> EPOCHS = Quantity.real(
                    "epochs", Style.number(3), (TrainNumbers numbers) -> numbers.model()
                            .epochs())
            .inWords("number of epochs");

    private static final Quantities<TrainModel, TrainNumbers> QUANTITIES = new Quantities<>(
            TrainNumbers::of,
            List.of(
                    LOSS,
                    SMOOTHED,
                    HELD_OUT,
                    PAIRS,
                    NORM,
                    ETA_NOW,
                    PARAMETERS,
                    EPOCHS,
                    GAP,
                    BEST_HELD_OUT,
                    BEST_STEP,
                    Quantity.whole("neurons_on", (TrainNumbers numbers) -> TrainWatch.neuronsOn(numbers.model()))
                            .called("neurons on")
                            .inWords("number of neurons on"),
                    Quantity.whole("by_heart", (TrainNumbers numbers) -> numbers.model()
                                    .byHeart())
                            .unless(numbers -> numbers.model().learnsAll())
                            .onRequest(),
                    Quantity.of(
                                    "samples",
                                    Style.WHOLE,
                                    (TrainNumbers numbers) -> (Value) new Value.Words(numbers.model()
                                            .samples(SAMPLES, numbers.model().step())))
                            .called("dice"),
                    Quantity.reals("losses", Style.number(3), (TrainNumbers numbers) -> Vector.of(numbers.losses()))
                            .unless(TrainNumbers::noStep)
                            .onRequest(),
                    STEP));

    @Override
    public Info info() {
        String title = "Training: forward, loss, back, step";
        return new Info("train", "FIG.16", "training", title, "a whole GPT, live").comparing();
    }

    @Override
    public TrainModel start() {
        return TrainModel.start();
    }

    /** Returns the figure at the beginning of a training on the names of a corpus. */
    public static FigureState<?> on(Corpus corpus) {
        return FigureState.of(new TrainFigure(), TrainModel.start(corpus));
    }

    @Override
    public List<Knob<TrainModel, ?>> knobs() {
        return TrainKnobs.all();
    }

    /** The knobs come in the order of the panel, then the steps, whose row is the topmost. */
    @Override
    public List<Focus> stops(TrainModel model, List<Focus> all) {
        return all.stream()
                .sorted(Comparator.comparingInt(spot -> TrainPanel.place(spot.knob())))
                .toList();
    }

    @Override
    public Optional<String> insteadOf(String knob) {
        return knob.equals("zoom")
                ? Optional.of("the losses stand in the panel, and nabla solve train --get held_out prints them exactly")
                : Optional.empty();
    }

    @Override
    public List<FigureAction<TrainModel>> commands() {
        String help = "watch something else beside the names: heads, embedding, slopes, step or neurons";
        return List.of(new FigureAction<>("watch", 'w', "watch", help, TrainModel::turned));
    }

    /**
     * Returns the figure that taught what a knob changes. Attention itself is taught in the section of the loss figure.
     */
    @Override
    public String linkedFigure(TrainModel model, String knob) {
        return switch (knob) {
            case "n_embd" -> "matmul";
            case "n_layer", "cut" -> "layer";
            case "name", "batch", "n_head" -> "loss";
            case "tau" -> "softmax";
            default -> "descent";
        };
    }

    /** Returns a ring at each of {@link TrainRings#STEPS} for the held-out loss there, all at blind guessing. */
    @Override
    public Ghost ghost(TrainModel model) {
        return TrainRings.start(model.recipe());
    }

    /** A change of eta goes on with the run that it changes. */
    @Override
    public boolean isSameRun(TrainModel model, TrainModel other) {
        return model.recipe().sharedSteps(other.recipe()) > 0;
    }

    @Override
    public Optional<String> divergence(TrainModel model) {
        return model.now().isFinite()
                ? Optional.empty()
                : Optional.of("eta " + Decimal.shortest(model.recipe().eta())
                        + ": the weights have become NaN; type a smaller one, or optimizer adam");
    }

    @Override
    public boolean shows(TrainModel model, String fact) {
        return !fact.equals(STEP.name());
    }

    @Override
    public Quantities<TrainModel, TrainNumbers> quantities() {
        return QUANTITIES;
    }

    @Override
    public List<String> steps(TrainModel model) {
        TrainNumbers numbers = TrainNumbers.of(model);
        Recipe recipe = model.recipe();
        List<String> steps = new ArrayList<>();
        int step = model.step();
        steps.add((step == 0 ? "before any step, " : "step " + step + ", forward: ") + numbers.learnt()
                + " = mean of −log p = " + number(numbers.loss()));
        steps.add("back: " + PARAMETERS.style().sentence(recipe.shape().parameters()) + " slopes, |∇L| = "
                + number(numbers.slopes().norm()));
        if (step > 0) {
            String eta = number(recipe.schedule().line(step - 1));
            steps.add("η of this step = " + eta + "·(1 − " + (step - 1) + "/" + recipe.of() + ") = "
                    + number(recipe.etaAt(step - 1)));
            double[] smoothed = numbers.smoothed();
            steps.add(
                    step == 1
                            ? "smoothed = the first loss = " + number(smoothed[0])
                            : "smoothed = 0.98·" + number(smoothed[step - 2]) + " + 0.02·" + number(numbers.loss())
                                    + " = " + number(smoothed[step - 1]));
            steps.add(seen(model));
        }
        if (model.examined() >= 0) {
            steps.add("held out after " + model.examined() + " steps: mean of −log p over all letters = "
                    + number(model.heldOut()));
        }
        return steps;
    }

    @Override
    public Python python(TrainModel model) {
        int step = Math.max(1, model.step());
        double loss = model.film().snapshot(step).losses().toArray()[step - 1];
        return GptProgram.of(model.recipe(), model.tau(), SAMPLES)
                .with("loss_now", "  #= " + read(model, step) + ": $loss_of_it")
                .with("slopes_now", "  # $parameters slopes, $length_of_them long")
                .with("rate_now", "  #2 $eta_now")
                .with("loss_of_it", LOSS.style().places(4).sentence(loss))
                .with("length_of_them", model.film().slopes(step).norm());
    }

    /** Returns what the program reads first, or what the figure has read last. */
    private static String read(TrainModel model, int step) {
        List<int[]> names = model.film().learnt(step);
        return model.step() > 0
                ? "step " + step
                : "step 1, "
                        + (names.size() > 1
                                ? names.size() + " names"
                                : model.recipe().corpus().text(names.get(0)));
    }

    @Override
    public List<Line> sentence(TrainModel model, ViewState<TrainModel> cursor) {
        return TrainSentence.of(model, cursor);
    }

    @Override
    public void draw(TrainModel model, ViewState<TrainModel> cursor, Canvas body) {
        new TrainPicture(Picture.of(this, QUANTITIES, model, cursor), body).draw();
    }

    private static String nats(double loss) {
        return LOSS.style().sentence(loss);
    }

    private static String seen(TrainModel model) {
        String training = Style.GROUPED.sentence(model.training());
        return model.learnt() <= model.training()
                ? Style.GROUPED.sentence(model.learnt()) + " of " + training + " names seen"
                : "each of " + training + " names seen "
                        + EPOCHS.style().places(1).sentence(model.epochs()) + " times";
    }
}
