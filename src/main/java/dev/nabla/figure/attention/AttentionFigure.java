package dev.nabla.figure.attention;

import dev.nabla.figure.Codec;
import dev.nabla.figure.Codec.Position.Cell;
import dev.nabla.figure.Fact;
import dev.nabla.figure.Figure;
import dev.nabla.figure.Figure.Info;
import dev.nabla.figure.Figure.Stepper;
import dev.nabla.figure.Knob;
import dev.nabla.figure.KnobInfo;
import dev.nabla.figure.Range;
import dev.nabla.figure.ViewState;
import dev.nabla.figure.ViewState.Focus;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Line;
import dev.nabla.math.Attention;
import dev.nabla.math.Matrix;
import dev.nabla.math.expression.Numerals;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** FIG.08: queries left of the attention shares, keys above, values below, and right of them what each query gets. */
public final class AttentionFigure implements Figure<AttentionModel> {
    private static final String MASK =
            "true is the causal mask: what comes later is hidden; the queries are then the last of the positions";
    private static final String UPSTREAM =
            "how a loss changes with out, for grad_q, grad_k and grad_v: a number for each entry, or one for all, like 1";
    private static final Knob<AttentionModel, Long> STAGE = KnobInfo.picture(
                    "stage", "stage", "stages of the row worked out so far, 0 for all of them at once, like 5")
            .whole(0, AttentionModel::stages, AttentionModel::stage, AttentionModel::withStage)
            .when(model -> false);

    @Override
    public Info info() {
        return new Info("attention", "FIG.08", "attention", "Attention mixes values by agreement", "pick a share");
    }

    @Override
    public AttentionModel start() {
        Matrix q = Numerals.matrix("0,1;2,0;2,-0.5;0.5,-2");
        Matrix k = Numerals.matrix("2,0.5;0,2;0.5,-2;-1,0");
        Matrix v = Numerals.matrix("2,1;-1,2;0,-1;-2,0");
        return new AttentionModel(q, k, v, false, Attention.usualScale(2), Numerals.matrix("1"), 2, 0, 0);
    }

    @Override
    public List<Knob<AttentionModel, ?>> knobs() {
        Range entry = new Range(-4, 4, 0.1);
        Range scale = new Range(0, 4, 0.05).restingAt(Attention.usualScale(2));
        Function<AttentionModel, Codec<Cell>> cells =
                model -> new Codec.Position(new Cell(model.q().rows(), model.k().rows()));
        return List.of(
                KnobInfo.question("q", "q", "queries, a row each, like 1,0;0,1")
                        .matrix(entry, AttentionModel::q, AttentionModel::withQ),
                KnobInfo.question("k", "k", "keys, a row each, as long as a query, like 1,0;0,1")
                        .matrix(entry, AttentionModel::k, AttentionModel::withK),
                KnobInfo.question("v", "v", "values, a row for every key, like 1,0;0,1")
                        .matrix(entry, AttentionModel::v, AttentionModel::withV),
                KnobInfo.usual("causal", "mask", MASK)
                        .holding(Codec.flag(), AttentionModel::causal, AttentionModel::withCausal),
                KnobInfo.usual("scale", "scale", "what q·k is multiplied by, 1/sqrt(d) unless given, like 1/sqrt(2)")
                        .real(scale, AttentionModel::scale, AttentionModel::withScale),
                KnobInfo.usual("upstream", "∂L/∂out", UPSTREAM)
                        .matrix(entry, AttentionModel::upstream, AttentionModel::withUpstream)
                        .when(model -> false),
                KnobInfo.picture("cell", "w", "row,column of the share to look at, like 3,1")
                        .bound(cells, AttentionModel::cell, AttentionModel::at),
                STAGE);
    }

    /** The share first, where there is one; of the entries only those that meet in it: Tab would take for ever otherwise. */
    @Override
    public List<Focus> stops(AttentionModel model, List<Focus> all) {
        return all.stream()
                .filter(spot -> meets(model, spot))
                .sorted(Comparator.comparing(spot -> !spot.knob().equals("cell")))
                .toList();
    }

    private static boolean meets(AttentionModel model, Focus spot) {
        return switch (spot.knob()) {
            case "q" -> spot.part() / model.q().columns() == model.row();
            case "k" -> spot.part() / model.k().columns() == model.column();
            case "v" -> spot.part() / model.v().columns() == model.column();
            case "cell" -> model.problem().isEmpty();
            default -> true;
        };
    }

    @Override
    public Optional<Stepper<AttentionModel>> stepper() {
        return Optional.of(new Stepper<>(STAGE, "stage", 8, 1, model -> model.stage() >= model.stages()));
    }

    @Override
    public List<Figure.Command<AttentionModel>> commands() {
        String help = "causal mask: hide what comes later, or show it again";
        return List.of(new Figure.Command<>("mask", 'c', "mask", help, model -> model.withCausal(!model.causal())));
    }

    @Override
    public void requireAnswer(AttentionModel model) {
        model.attention();
        model.upstream().spread("upstream", "out", model.q().rows(), model.v().columns());
    }

    @Override
    public List<Fact> facts(AttentionModel model) {
        if (model.problem().isPresent()) {
            String why = model.problem().get().getMessage();
            return List.of(Fact.absent("scores", why), Fact.absent("weights", why), Fact.absent("out", why));
        }
        Attention.Stages stages = model.attention().stages();
        return List.of(
                Fact.rows("scores", stages.scores().vectors(), 2).calmly(),
                Fact.rows("weights", stages.weights().vectors(), 2).rounded(0).called("attention shares"),
                Fact.rows("out", stages.out().vectors(), 2),
                Fact.later("grad_q", model.q().rows(), () -> gradient(model).q(), 3),
                Fact.later("grad_k", model.k().rows(), () -> gradient(model).k(), 3),
                Fact.later("grad_v", model.v().rows(), () -> gradient(model).v(), 3));
    }

    private static Attention.Gradient gradient(AttentionModel model) {
        return model.attention().gradient(model.upstream());
    }

    @Override
    public List<String> steps(AttentionModel model) {
        return AttentionWords.steps(model);
    }

    @Override
    public String python(AttentionModel model) {
        return AttentionWords.python(model);
    }

    @Override
    public List<Line> sentence(AttentionModel model, ViewState<AttentionModel> cursor) {
        return AttentionSentence.of(model, cursor.before());
    }

    @Override
    public void draw(AttentionModel model, ViewState<AttentionModel> cursor, Canvas body) {
        new AttentionPicture(model, cursor, AttentionLayout.of(model, cursor, body.area()), body).draw();
    }
}
