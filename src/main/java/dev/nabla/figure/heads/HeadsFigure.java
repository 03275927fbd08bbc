package dev.nabla.figure.heads;

import static dev.nabla.figure.WorkedSteps.bracketed;
import static dev.nabla.figure.WorkedSteps.listed;
import static dev.nabla.figure.WorkedSteps.number;

import dev.nabla.figure.Codec;
import dev.nabla.figure.Knob;
import dev.nabla.figure.KnobInfo;
import dev.nabla.figure.Quantities;
import dev.nabla.figure.Quantity;
import dev.nabla.figure.Style;
import dev.nabla.figure.ViewState;
import dev.nabla.figure.ViewState.Focus;
import dev.nabla.figure.part.Knobs;
import dev.nabla.figure.part.NameKnobs;
import dev.nabla.figure.part.Trained;
import dev.nabla.figure.part.TrainedFigure;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Line;
import dev.nabla.gpt.Recipe.Ablation;
import dev.nabla.math.Attention;
import dev.nabla.math.Softmax;
import dev.nabla.math.Vector;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Figure FIG.12: which letters of a name the attention heads look at, and how that develops in training. */
public final class HeadsFigure implements TrainedFigure<HeadsModel> {
    private static final List<String> TABS = List.of("position", "head", "name", "steps");

    private static final Style SHARES = Style.SHARE.places(2);
    private static final Style NUMBERS = Style.number(2);

    /**
     * A model and the attention of the selected head.
     *
     * @param shares attention shares of the selected query
     */
    record HeadsResults(HeadsModel model, Attention attention, Vector shares) {
        static HeadsResults of(HeadsModel model) {
            Attention attention = model.attention();
            return new HeadsResults(model, attention, attention.weights(model.query()));
        }

        double largest() {
            return shares.max();
        }

        Vector scores() {
            return Vector.of(model.seen(), attention.scores(model.query())::get);
        }

        Vector out() {
            return attention.out(model.query());
        }

        double before() {
            return shares.get(model.query() - 1);
        }

        Optional<String> firstPlace() {
            return model.query() == 0 ? Optional.of("no letter stands before the first place") : Optional.empty();
        }

        double begin() {
            return model.begin(attention).getAsDouble();
        }

        Optional<String> oneLetter() {
            return model.begin(attention).isEmpty() ? Optional.of("the name has no second letter") : Optional.empty();
        }
    }

    static final Quantity<HeadsResults, Double> SHARE =
            Quantity.real("share", SHARES, HeadsResults::largest).exact().called("largest share");

    static final Quantity<HeadsResults, Vector> SCORES = Quantity.reals("scores", NUMBERS, HeadsResults::scores);

    static final Quantity<HeadsResults, Vector> WEIGHTS =
            Quantity.reals("weights", SHARES, HeadsResults::shares).exact().called("attention shares");

    static final Quantity<HeadsResults, Vector> OUT = Quantity.reals("out", NUMBERS, HeadsResults::out);

    private static final Quantities<HeadsModel, HeadsResults> QUANTITIES = new Quantities<>(
            HeadsResults::of,
            List.of(
                    SHARE,
                    Quantity.word("looks_at", (HeadsResults answer) -> answer.model()
                                    .letter(answer.shares().argmax()))
                            .inWords("letter it looks at"),
                    Quantity.real("before", SHARES, HeadsResults::before)
                            .inWords("share of the letter before")
                            .exact()
                            .unless(HeadsResults::firstPlace),
                    Quantity.real("begin", SHARES, HeadsResults::begin)
                            .inWords("share of the dot")
                            .exact()
                            .unless(HeadsResults::oneLetter),
                    SCORES,
                    WEIGHTS,
                    OUT));

    @Override
    public Info info() {
        return new Info("heads", "FIG.12", "heads", "Attention: who looks at whom", "type a name");
    }

    @Override
    public HeadsModel start() {
        return new HeadsModel("amelia", 4, 3, Ablation.NONE, HeadsModel.OF, 0);
    }

    @Override
    public List<Knob<HeadsModel, ?>> knobs() {
        String mask = "true is the causal mask, without which later letters are seen; false is cut mask";
        return List.of(
                NameKnobs.name(HeadsModel::name, HeadsModel::withName),
                KnobInfo.question("head", "head", "which of the heads, like 3")
                        .whole(1, 4, HeadsModel::head, HeadsModel::withHead),
                NameKnobs.position(
                        KnobInfo.question(
                                "position", "query", "which place asks, 1 for the . that begins the name, like 4"),
                        true,
                        HeadsModel::name,
                        HeadsModel::position,
                        HeadsModel::withPosition),
                KnobInfo.usual("causal", "mask", mask)
                        .<HeadsModel, Boolean>holding(Codec.flag(), HeadsModel::causal, HeadsModel::withCausal)
                        .when(model -> false),
                Trained.cut(HeadsModel::cut, HeadsModel::withCut).when(model -> false),
                Trained.of("; 1000 makes the model of nll, block and train", HeadsModel::of, HeadsModel::withOf)
                        .when(model -> false),
                Trained.knobWithSchedule());
    }

    @Override
    public List<Focus> stops(HeadsModel model, List<Focus> all) {
        return all.stream()
                .sorted(Comparator.comparing(spot -> TABS.indexOf(spot.knob())))
                .toList();
    }

    @Override
    public List<FigureAction<HeadsModel>> commands() {
        String help = "causal mask: train a model whose letters see what comes later, or one whose letters do not";
        return List.of(new FigureAction<>("mask", 'c', "mask", help, model -> model.withCausal(!model.causal())));
    }

    @Override
    public Optional<String> insteadOf(String knob) {
        return knob.equals("strip")
                ? Optional.of("nabla show train --size 120x36 shows heads at several steps")
                : Optional.empty();
    }

    /**
     * Returns the figure that taught what a knob changes: dot products for the query, softmax for the shares. Attention
     * itself is taught in the section of the loss figure.
     */
    @Override
    public String linkedFigure(HeadsModel model, String knob) {
        return Map.of("position", "dot", "name", "softmax", "steps", "train").getOrDefault(knob, "loss");
    }

    @Override
    public Quantities<HeadsModel, HeadsResults> quantities() {
        return QUANTITIES;
    }

    @Override
    public List<String> steps(HeadsModel model) {
        Attention attention = model.attention();
        int t = model.query();
        int seen = model.seen();
        Softmax row = new Softmax(Vector.of(seen, attention.scores(t)::get), 1);
        int j = row.p().argmax();
        Vector q = attention.q().row(t);
        Vector k = attention.k().row(j);
        Vector v = attention.v().column(0);
        int size = q.size();
        return List.of(
                "q of " + model.letter(t) + " = (" + listed(size, size, ", ", i -> number(q.get(i), 4)) + ")",
                "k of " + model.letter(j) + " = (" + listed(size, size, ", ", i -> number(k.get(i), 4)) + ")",
                "q·k = " + product(q, k) + " = " + number(attention.dot(t, j)),
                "its score = q·k/√" + size + " = " + number(row.logits().get(j)),
                "all scores: "
                        + listed(seen, seen, ", ", i -> number(row.logits().get(i), 4)),
                "exp(score − largest): "
                        + listed(
                                seen, seen, ", ", i -> number(row.exponentials().get(i), 4)) + "; together "
                        + number(row.exponentials().sum()),
                "shares: " + listed(seen, seen, ", ", i -> number(row.p().get(i), 4)),
                "out₁ = Σ share·v₁ = " + product(row.p(), v) + " = "
                        + number(attention.out(t).get(0)));
    }

    /** Returns Python code. Queries and keys would be long, so their dot products stand for them. */
    @Override
    public Python python(HeadsModel model) {
        Attention attention = model.attention();
        int t = model.query();
        return new Python(
                        """
                import math
                dots = $dots  #1 sum(a * b for a, b in zip(q, k)), the keys so far
                attn_logits = [d / $size**0.5 for d in dots]  # $scores
                max_val = max(attn_logits)
                exps = [math.exp(s - max_val) for s in attn_logits]
                attn_weights = [e / sum(exps) for e in exps]  #= $weights
                print(attn_weights[$at])  #= $share
                """)
                .with("dots", Vector.of(model.seen(), j -> attention.dot(t, j)))
                .with("size", attention.q().columns())
                .with("at", attention.weights(t).argmax());
    }

    @Override
    public List<Line> sentence(HeadsModel model, ViewState<HeadsModel> cursor) {
        return HeadsSentence.of(model, cursor);
    }

    @Override
    public void draw(HeadsModel model, ViewState<HeadsModel> cursor, Canvas body) {
        new HeadsPicture(model, cursor, new Knobs<>(knobs(), model, cursor), body).draw();
    }

    private static String product(Vector a, Vector b) {
        return listed(a.size(), a.size(), " + ", i -> {
            String first = number(a.get(i), 4);
            return (i == 0 ? first : bracketed(first)) + "·" + bracketed(number(b.get(i), 4));
        });
    }
}
