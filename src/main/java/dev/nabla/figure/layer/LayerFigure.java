package dev.nabla.figure.layer;

import dev.nabla.figure.Bounds;
import dev.nabla.figure.Figure;
import dev.nabla.figure.Figure.Info;
import dev.nabla.figure.Knob;
import dev.nabla.figure.KnobInfo;
import dev.nabla.figure.Quantities;
import dev.nabla.figure.Quantity;
import dev.nabla.figure.Range;
import dev.nabla.figure.Style;
import dev.nabla.figure.ViewState;
import dev.nabla.figure.layer.LayerModel.Branch;
import dev.nabla.figure.part.Picture;
import dev.nabla.figure.part.Wording;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Line;
import dev.nabla.math.Layer;
import dev.nabla.math.Loss;
import dev.nabla.math.Matrix;
import dev.nabla.math.Vector;
import dev.nabla.math.expression.Numerals;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Figure FIG.01: one transformer layer in numbers. Each stage is a row, with the gradient from the chain rule beside
 * it. A run fills the rows forward and then back. Each branch can be cut.
 */
public final class LayerFigure implements Figure.LinkedFigure<LayerModel> {
    /** Python code of the forward pass, in parts, because a cut branch leaves some of them out. */
    private static final String TIMES =
            """
            import math
            def times(x, W): return [sum(a * b for a, b in zip(x, c)) for c in zip(*W)]
            """;

    private static final String SOFTMAX = "def softmax(z): return [math.exp(v) / sum(map(math.exp, z)) for v in z]\n";
    private static final String SCORES =
            """
            x = $x  # $heard
            q = times(x[-1], $wq)
            keys = [times(t, $wk) for t in x]
            """;
    private static final String MOVE =
            """
            values = [times(t, $wv) for t in x]
            w = softmax([s / $d**0.5 for s in times(q, zip(*keys))])  #= $weights
            h = times(w, values)  #= $mixed
            """;
    private static final String SCORE =
            """
            r = [max(0, v) for v in times(h, $w1)]
            W2 = $w2
            print(-math.log(softmax(times(r, W2))[$truth_id]))  #= $loss_nats: $came has $p[$position]
            """;

    /** The layer without the branch that is cut, with its loss and gradient. */
    record LayerResults(LayerModel model, Layer layer, Loss loss, Layer.Gradient slopes) {
        static LayerResults of(LayerModel model) {
            Layer layer = model.layer();
            return new LayerResults(model, layer, layer.loss(), layer.gradient());
        }

        Optional<String> noLoss() {
            return model.whyNoNumbers(LayerModel.STAGES);
        }

        Optional<String> noSlope() {
            return model.whyNoGradient(LayerModel.STAGES);
        }
    }

    static final Quantity<LayerResults, Double> LOSS = Quantity.real(
                    "loss_nats", Style.NATS, (LayerResults flow) -> flow.loss().nats())
            .called("L")
            .exact()
            .unless(LayerResults::noLoss);

    static final Quantity<LayerResults, Vector> GRADIENT =
            LayerStage.of(LayerModel.LOGITS).slopes().called("∂L/∂z").inWords("slope of L per score");

    /** Loss after one gradient step of all weights. */
    static final Quantity<LayerResults, Double> AFTER = Quantity.real(
                    "loss_after_step", Style.NATS, (LayerResults flow) -> after(flow.layer()))
            .exact()
            .unless(LayerResults::noSlope);

    private static final Quantities<LayerModel, LayerResults> QUANTITIES = new Quantities<>(
            LayerResults::of,
            List.of(
                    LayerStage.of(1).numbers(),
                    LayerStage.of(2).numbers(),
                    LayerStage.of(3).numbers(),
                    LayerStage.of(4).numbers(),
                    LayerStage.of(5).numbers(),
                    LayerStage.of(6).numbers(),
                    LayerStage.of(7).numbers(),
                    LOSS,
                    GRADIENT,
                    AFTER));

    static final Knob<LayerModel, Branch> CUT = KnobInfo.usual(
                    "cut", "cut", "which branch is missing: none, move, fix or score")
            .word(Branch.class, LayerModel::cut, LayerModel::withCut)
            .when(model -> model.part().isAll());

    private static final Knob<LayerModel, Long> FILLED = KnobInfo.picture(
                    "filled", "filled", "steps of the run that are shown: forward, the loss, and back, like 5")
            .whole(0, LayerRun.STEPS, LayerModel::filled, LayerModel::withFilled)
            .when(model -> false);

    private static final Knob<LayerModel, LayerPart> PART = KnobInfo.picture(
                    "part", "part", "what runs: all of the layer, or only what moves, scores or fixes, like move")
            .word(LayerPart.class, LayerModel::part, LayerModel::withPart)
            .when(model -> false);

    private static final Knob<LayerModel, Wording> WORDS = KnobInfo.picture(
                    "words", "words", "what the whole layer speaks in: symbols or plain words, like plain")
            .word(Wording.class, LayerModel::words, LayerModel::withWords)
            .when(model -> false);

    /** Milliseconds for which the run rests at the loss before it goes back. */
    private static final int REST = 500;

    @Override
    public Info info() {
        return new Info("layer", "FIG.01", "layer", "One layer of a model", "Enter runs it row by row");
    }

    /** Returns the description; a part is named on the road by what it does. */
    @Override
    public Info info(LayerModel model) {
        if (model.part().isAll()) {
            return info();
        }
        String noun = model.part().name().toLowerCase(Locale.ROOT);
        return new Info("layer", "FIG.01", noun, "One layer of a model: " + noun, info().invitation());
    }

    @Override
    public LayerModel start() {
        Matrix x = Numerals.matrix("1,0.5;-0.5,1;1,-0.5");
        Matrix wq = Numerals.matrix("1.5,0;-0.5,1");
        Matrix wk = Numerals.matrix("1,-0.5;0.5,1");
        Matrix wv = Numerals.matrix("1,0.5;-0.5,1");
        Matrix w1 = Numerals.matrix("1,-1,0.5;0.5,0.5,0.8");
        Matrix w2 = Numerals.matrix("1.2,0.4,-0.8,-0.2;-0.5,0.3,0.6,0.2;0.8,0.1,-0.2,-0.3");
        return new LayerModel(
                new Layer(x, wq, wk, wv, w1, w2, 1, true),
                Branch.NONE,
                1,
                LayerPart.ALL,
                Wording.SYMBOLS,
                LayerRun.STEPS);
    }

    @Override
    public List<Knob<LayerModel, ?>> knobs() {
        return List.of(
                KnobInfo.picture("stage", "stage", "stage to look at, like 2")
                        .row(LayerModel.STAGES, LayerModel::stage, LayerModel::withStage)
                        .when(model -> model.part().isAll()),
                CUT,
                KnobInfo.usual("truth", "y", "position of the token that came, like 2")
                        .whole(
                                Bounds.atLeast(1L).called("1 to the number of tokens"),
                                1,
                                LayerModel::tokens,
                                LayerModel::truth,
                                LayerModel::withTruth)
                        .when(model -> model.part() != LayerPart.MOVE),
                KnobInfo.usual("x", "x", "tokens, a row of two numbers each, like 1,0.5;-0.5,1;1,-0.5")
                        .matrix(new Range(-2, 2, 0.1), model -> model.uncut().x(), LayerModel::withX),
                PART,
                WORDS,
                FILLED);
    }

    /** Returns all knobs for the whole layer; for a part of it not the inputs that the part does not use. */
    @Override
    public List<Knob<LayerModel, ?>> knobs(LayerModel model) {
        List<Knob<LayerModel, ?>> shown = new ArrayList<>(knobs());
        shown.removeIf(knob -> knob.info().isInput() && knob.stops(model) == 0);
        return shown;
    }

    @Override
    public Optional<Stepper<LayerModel>> stepper() {
        return Optional.of(new Stepper<>(
                FILLED,
                "one row",
                "rows",
                LayerFigure::pace,
                model -> model.run().isDone(),
                model -> true,
                Optional.empty()));
    }

    private static Pace pace(LayerModel model) {
        int rows = model.part().length();
        return model.run().isAtTurn() ? new Pace(rows, 1, REST) : Pace.byRow(rows);
    }

    @Override
    public String linkedFigure(LayerModel model, String knob) {
        boolean linked = knob.equals("stage") || !model.part().isAll();
        return linked ? LayerStage.of(model.taughtStage()).lead() : "";
    }

    @Override
    public Quantities<LayerModel, LayerResults> quantities() {
        return QUANTITIES;
    }

    @Override
    public boolean shows(LayerModel model, String fact) {
        LayerRun run = model.run();
        for (int stage = 1; stage <= LayerModel.STAGES; stage++) {
            if (LayerStage.of(stage).numbers().name().equals(fact)) {
                return run.hasForward(stage);
            }
        }
        if (fact.equals(LOSS.name())) {
            return run.hasLoss();
        }
        return fact.equals(GRADIENT.name()) ? run.hasBackward(LayerModel.LOGITS) : run.hasWeights();
    }

    static double after(Layer layer) {
        return layer.stepped(LayerModel.ETA).loss().nats();
    }

    @Override
    public int leastRows(LayerModel model) {
        return model.part().isAll() ? LayerPicture.NEEDED : LinkedFigure.super.leastRows(model);
    }

    @Override
    public List<String> steps(LayerModel model) {
        return LayerSteps.of(model);
    }

    @Override
    public List<Line> sentence(LayerModel model, ViewState<LayerModel> cursor) {
        return LayerSentence.of(model, cursor);
    }

    @Override
    public Python python(LayerModel model) {
        Layer layer = model.layer();
        String forward = TIMES + SOFTMAX + SCORES + MOVE + SCORE;
        String code =
                switch (model.cut()) {
                    case NONE -> forward;
                    case FIX -> "# without FIX: no slopes, which the forward pass does not need\n" + forward;
                    case MOVE ->
                        TIMES + SOFTMAX + "x = $x  # $heard\nh = x[-1]  # MOVE is cut: tokens do not meet\n" + SCORE;
                    case SCORE ->
                        "# without SCORE: nothing turns scores into shares\n" + TIMES + SCORES
                                + "scores = [s / $d**0.5 for s in times(q, zip(*keys))]\nprint(scores[0])  #= $scores[1]\n";
                };
        return new Python(code)
                .with("heard", String.join(", ", model.tokenNames()))
                .with("wq", layer.wq())
                .with("wk", layer.wk())
                .with("wv", layer.wv())
                .with("w1", layer.w1())
                .with("w2", layer.w2())
                .with("d", layer.wq().columns())
                .with("truth_id", model.truth() - 1)
                .with("position", model.truth())
                .with("came", model.came());
    }

    @Override
    public void draw(LayerModel model, ViewState<LayerModel> cursor, Canvas body) {
        LayerPicture.of(Picture.of(this, QUANTITIES, model, cursor), body).draw();
    }
}
