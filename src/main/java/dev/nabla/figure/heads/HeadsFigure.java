package dev.nabla.figure.heads;

import dev.nabla.figure.CodeLine;
import dev.nabla.figure.Codec;
import dev.nabla.figure.Fact;
import dev.nabla.figure.Figure;
import dev.nabla.figure.Knob;
import dev.nabla.figure.KnobInfo;
import dev.nabla.figure.ViewState;
import dev.nabla.figure.ViewState.Focus;
import dev.nabla.figure.part.Letters;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Line;
import dev.nabla.math.Attention;
import dev.nabla.math.Vector;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** FIG.12: which letters of a name the heads of a model look at, and how that comes about in training. */
public final class HeadsFigure implements Figure.Leading<HeadsModel> {
    private static final List<String> TABS = List.of("position", "head", "name", "steps");

    private static final Knob<HeadsModel, Long> STEPS =
            Letters.steps(HeadsModel::film, HeadsModel::steps, HeadsModel::withSteps);

    @Override
    public Info info() {
        return new Info("heads", "FIG.12", "heads", "Attention: who looks at whom", "type a name");
    }

    @Override
    public HeadsModel start() {
        return new HeadsModel("amelia", 4, 3, true, 0);
    }

    @Override
    public List<Knob<HeadsModel, ?>> knobs() {
        String mask = "true is the causal mask: a letter does not see those that come later";
        return List.of(
                Letters.name(HeadsModel::name, HeadsModel::withName),
                KnobInfo.question("head", "head", "which of the heads, 1 to 4")
                        .whole(1, 4, HeadsModel::head, HeadsModel::withHead),
                Letters.position(
                        KnobInfo.question(
                                "position", "query", "which place asks, 1 for the . that begins the name, like 4"),
                        true,
                        HeadsModel::name,
                        HeadsModel::position,
                        HeadsModel::withPosition),
                KnobInfo.usual("causal", "mask", mask)
                        .<HeadsModel, Boolean>holding(Codec.flag(), HeadsModel::causal, HeadsModel::withCausal)
                        .when(model -> false),
                STEPS);
    }

    @Override
    public List<Focus> stops(HeadsModel model, List<Focus> all) {
        return all.stream()
                .sorted(Comparator.comparing(spot -> TABS.indexOf(spot.knob())))
                .toList();
    }

    @Override
    public Optional<Stepper<HeadsModel>> stepper() {
        return Optional.of(Letters.stepper(HeadsModel::film, STEPS));
    }

    @Override
    public List<Command<HeadsModel>> commands() {
        String help = "causal mask: train a model whose letters see what comes later, or one whose letters do not";
        return List.of(new Command<>("mask", 'c', "mask", help, model -> model.withCausal(!model.causal())));
    }

    /** A query meets a key in a dot product, shares are softmax's, and attention is taught in the section of the loss. */
    @Override
    public Optional<String> opens(HeadsModel model, ViewState<HeadsModel> cursor) {
        return Optional.of(
                switch (cursor.spot().knob()) {
                    case "position" -> "dot";
                    case "name" -> "softmax";
                    case "steps" -> "train";
                    default -> "loss";
                });
    }

    @Override
    public List<Fact> facts(HeadsModel model) {
        Attention attention = model.attention();
        int t = model.query();
        Vector shares = attention.weights(t);
        return List.of(
                Fact.real("share", shares.max(), "", 2).rounded(0).called("largest share"),
                Fact.word("looks_at", model.letter(shares.argmax())),
                t == 0
                        ? Fact.absent("before", "no letter stands before the first place")
                        : Fact.real("before", shares.get(t - 1), "", 2).rounded(0),
                model.begin(attention).isEmpty()
                        ? Fact.absent("begin", "the name has no second letter")
                        : Fact.real("begin", model.begin(attention).getAsDouble(), "", 2)
                                .rounded(0),
                Fact.reals("scores", Vector.of(model.seen(), attention.scores(t)::get), 2),
                Fact.reals("weights", shares, 2).rounded(0).called("attention shares"),
                Fact.reals("out", attention.out(t), 2));
    }

    @Override
    public List<String> steps(HeadsModel model) {
        return HeadsWords.steps(model);
    }

    /** A query and its keys would be long; their dot products stand for them. */
    @Override
    public String python(HeadsModel model) {
        Attention attention = model.attention();
        int t = model.query();
        return """
                import math
                dots = $dots  #1 sum(a * b for a, b in zip(q, k)), the keys so far
                attn_logits = [d / $size**0.5 for d in dots]  # $scores
                max_val = max(attn_logits)
                exps = [math.exp(s - max_val) for s in attn_logits]
                attn_weights = [e / sum(exps) for e in exps]  #= $weights
                print(attn_weights[$at])  #= $share
                """
                .replace("$dots", CodeLine.list(Vector.of(model.seen(), j -> attention.dot(t, j))))
                .replace("$size", "" + attention.q().columns())
                .replace("$at", "" + attention.weights(t).argmax());
    }

    @Override
    public List<Line> sentence(HeadsModel model, ViewState<HeadsModel> cursor) {
        return HeadsWords.sentence(model);
    }

    @Override
    public void draw(HeadsModel model, ViewState<HeadsModel> cursor, Canvas body) {
        new HeadsPicture(model, cursor, body).draw();
    }
}
