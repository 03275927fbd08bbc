package dev.nabla.figure.attention;

import static dev.nabla.figure.WorkedSteps.bracketed;
import static dev.nabla.figure.WorkedSteps.number;

import dev.nabla.figure.Bounds;
import dev.nabla.figure.Codec;
import dev.nabla.figure.Fact;
import dev.nabla.figure.Figure;
import dev.nabla.figure.Figure.Info;
import dev.nabla.figure.Figure.Stepper;
import dev.nabla.figure.Knob;
import dev.nabla.figure.KnobInfo;
import dev.nabla.figure.PositionCodec;
import dev.nabla.figure.PositionCodec.MatrixIndex;
import dev.nabla.figure.Quantities;
import dev.nabla.figure.Quantity;
import dev.nabla.figure.Range;
import dev.nabla.figure.Style;
import dev.nabla.figure.Subscript;
import dev.nabla.figure.ViewState;
import dev.nabla.figure.ViewState.Focus;
import dev.nabla.figure.WorkedSteps;
import dev.nabla.figure.part.Picture;
import dev.nabla.figure.part.Wording;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Line;
import dev.nabla.math.Attention;
import dev.nabla.math.Matrix;
import dev.nabla.math.Softmax;
import dev.nabla.math.Vector;
import dev.nabla.math.expression.Numerals;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Predicate;

/**
 * Figure FIG.08: a table of attention shares. Queries stand at its left, keys above, values below, and the outputs at
 * its right.
 */
public final class AttentionFigure implements Figure<AttentionModel> {
    /** Number of keys, and of entries, that the worked steps show. */
    private static final int MOST = 5;

    private static final String MASK =
            "true is the causal mask: what comes later is hidden; the queries are then the last of the positions";
    private static final String UPSTREAM =
            "how a loss changes with out, for grad_q, grad_k and grad_v: a number for each entry, or one for all, like 1";
    private static final Knob<AttentionModel, Long> STAGE = KnobInfo.picture(
                    "stage",
                    "stage",
                    "stages of the row and then other rows worked out so far, 0 for all at once, like 5")
            .whole(
                    Bounds.atLeast(0L).called("0 to the stages of the row and one for each other row"),
                    0,
                    AttentionModel::stages,
                    AttentionModel::stage,
                    AttentionModel::withStage)
            .when(model -> false);

    /** A model whose shapes fit, with its attention. */
    record AttentionResults(AttentionModel model, Attention attention, Attention.Stages stages) {
        static AttentionResults of(AttentionModel model) {
            Attention attention = model.attention();
            return new AttentionResults(model, attention, attention.stages());
        }

        private Attention.Gradient gradient() {
            return attention.gradient(model.upstream());
        }
    }

    static final Quantity<AttentionResults, List<Vector>> SCORES = Quantity.rows(
                    "scores",
                    Style.number(2),
                    (AttentionResults answer) -> answer.stages().scores().vectors())
            .withoutWarning();

    static final Quantity<AttentionResults, List<Vector>> WEIGHTS = Quantity.rows(
                    "weights",
                    Style.SHARE.places(2),
                    (AttentionResults answer) -> answer.stages().weights().vectors())
            .exact()
            .called("attention shares");

    static final Quantity<AttentionResults, List<Vector>> OUT =
            Quantity.rows("out", Style.number(2), (AttentionResults answer) -> answer.stages()
                    .out()
                    .vectors());

    private static final Quantities<AttentionModel, AttentionResults> QUANTITIES = new Quantities<>(
            AttentionResults::of,
            List.of(
                    SCORES,
                    WEIGHTS,
                    OUT,
                    slopes("grad_q", AttentionModel::q, Attention.Gradient::q),
                    slopes("grad_k", AttentionModel::k, Attention.Gradient::k),
                    slopes("grad_v", AttentionModel::v, Attention.Gradient::v)));

    private static Quantity<AttentionResults, List<Vector>> slopes(
            String name, Function<AttentionModel, Matrix> by, Function<Attention.Gradient, Matrix> of) {
        return Quantity.table(
                name,
                Style.number(3),
                answer -> by.apply(answer.model()).rows(),
                answer -> of.apply(answer.gradient()));
    }

    @Override
    public Info info() {
        return new Info("attention", "FIG.08", "attention", "Attention mixes values by agreement", "pick a share");
    }

    @Override
    public AttentionModel start() {
        Matrix q = Numerals.matrix("0,1;2,0;2,-0.5;0.5,-2");
        Matrix k = Numerals.matrix("2,0.5;0,2;0.5,-2;-1,0");
        Matrix v = Numerals.matrix("2,1;-1,2;0,-1;-2,0");
        return new AttentionModel(
                q, k, v, false, Attention.usualScale(2), Numerals.matrix("1"), 2, 0, 0, Wording.SYMBOLS);
    }

    @Override
    public List<Knob<AttentionModel, ?>> knobs() {
        Range entry = new Range(-4, 4, 0.1);
        Range scale = new Range(0, 4, 0.05).restingAt(Attention.usualScale(2));
        Function<AttentionModel, Codec<MatrixIndex>> cells = model ->
                new PositionCodec(new MatrixIndex(model.q().rows(), model.k().rows()));
        return List.of(
                KnobInfo.question("q", "q", "queries, one per row, like 1,0;0,1")
                        .matrix(entry, AttentionModel::q, AttentionModel::withQ),
                KnobInfo.question("k", "k", "keys, one per row, as long as a query, like 1,0;0,1")
                        .matrix(entry, AttentionModel::k, AttentionModel::withK),
                KnobInfo.question("v", "v", "values, one row per key, like 1,0;0,1")
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
                STAGE,
                KnobInfo.picture("words", "words", "what the picture shows: all, or plain without the mask")
                        .word(Wording.class, AttentionModel::words, AttentionModel::withWords)
                        .when(model -> false));
    }

    /** Returns the knobs of the picture, in plain words without the mask. */
    @Override
    public List<Knob<AttentionModel, ?>> knobs(AttentionModel model) {
        return knobs().stream()
                .filter(knob -> !model.isPlain() || !knob.name().equals("causal"))
                .toList();
    }

    /**
     * Returns the focus stops, the selected share first. Of the matrices it keeps only the entries of the selected
     * query, key and value, so that Tab stays short.
     */
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
        return Optional.of(new Stepper<>(
                STAGE,
                "stage",
                "stages",
                model -> Figure.Pace.byRow(model.stages()),
                model -> model.stage() >= model.stages(),
                model -> true,
                Optional.empty()));
    }

    @Override
    public List<Figure.FigureAction<AttentionModel>> commands() {
        String help = "causal mask: hide what comes later, or show it again";
        return List.of(
                new Figure.FigureAction<>("mask", 'c', "mask", help, model -> model.withCausal(!model.causal())));
    }

    @Override
    public List<Figure.FigureAction<AttentionModel>> commands(AttentionModel model) {
        return model.isPlain() ? List.of() : commands();
    }

    @Override
    public void requireAnswer(AttentionModel model) {
        model.attention();
        model.upstream().spread("upstream", "out", model.q().rows(), model.v().columns());
    }

    @Override
    public Quantities<AttentionModel, AttentionResults> quantities() {
        return QUANTITIES;
    }

    @Override
    public List<Fact> facts(AttentionModel model, Predicate<String> wanted) {
        if (model.problem().isEmpty()) {
            return Figure.super.facts(model, wanted);
        }
        String why = model.problem().get().getMessage();
        return List.of(SCORES.missing(why), WEIGHTS.missing(why), OUT.missing(why));
    }

    @Override
    public List<Line> sentence(AttentionModel model, ViewState<AttentionModel> cursor) {
        return AttentionSentence.of(model, cursor.before());
    }

    @Override
    public List<String> steps(AttentionModel model) {
        if (model.problem().isPresent()) {
            return List.of(model.problem().get().getMessage());
        }
        Attention attention = model.attention();
        int query = model.row();
        Softmax softmax = new Softmax(attention.scores(query), 1);
        Vector scores = softmax.logits();
        Vector exponentials = softmax.exponentials();
        Vector weights = softmax.p();
        int seen = attention.seen(query);
        int all = attention.k().rows();
        String scale = number(attention.scale());
        String max = bracketed(scores.max());
        String total = number(exponentials.sum());
        List<String> steps = new ArrayList<>(List.of("query " + (query + 1) + ", scale " + scale));
        lines(steps, seen, j -> {
            Vector q = attention.q().row(query);
            String terms = sum(q.size(), c -> product(q.get(c), attention.k().get(j, c)));
            return "s" + Subscript.of(j) + " = " + scale + "·(" + terms + ") = " + number(scores.get(j));
        });
        if (seen < all) {
            String later = seen + 1 == all ? "key " + all + " comes" : "keys " + (seen + 1) + " to " + all + " come";
            steps.add(later + " later: score −∞, share 0");
        }
        lines(steps, seen, j -> {
            String exponent = number(scores.get(j)) + " − " + max;
            String exponential = WorkedSteps.exponential(scores.get(j), exponentials.get(j));
            return "e" + Subscript.of(j) + " = exp(" + exponent + ")" + exponential;
        });
        steps.add("Σ = " + sum(seen, j -> number(exponentials.get(j))) + " = " + total);
        lines(steps, seen, j -> {
            String share = number(exponentials.get(j)) + "/" + total;
            return "share" + Subscript.of(j) + " = " + share + " = " + number(weights.get(j));
        });
        Vector out = attention.out(query);
        lines(steps, out.size(), c -> {
            String terms = sum(seen, j -> product(weights.get(j), attention.v().get(j, c)));
            return "out" + Subscript.of(c) + " = " + terms + " = " + number(out.get(c));
        });
        return steps;
    }

    /** Adds one line for each of the first {@value #MOST} indices. */
    private static void lines(List<String> steps, int n, IntFunction<String> line) {
        for (int j = 0; j < Math.min(n, MOST); j++) {
            steps.add(line.apply(j));
        }
    }

    private static String sum(int n, IntFunction<String> term) {
        return WorkedSteps.listed(n, MOST, " + ", term);
    }

    private static String product(double a, double b) {
        return bracketed(a) + "·" + bracketed(b);
    }

    @Override
    public Python python(AttentionModel model) {
        if (model.problem().isPresent()) {
            return new Python("# " + model.problem().get().getMessage());
        }
        Attention attention = model.attention();
        int i = model.row();
        int seen = attention.seen(i);
        int column = Math.min(model.column(), seen - 1);
        boolean usual = model.scale() == Attention.usualScale(model.q().columns());
        return new Python(
                        """
                import math
                q = $asks  #1 $token asks
                keys = $keys$so_far
                values = $values
                dots = [sum(a * b for a, b in zip(q, k)) for k in keys]  # $dots
                attn_logits = [d $scaled for d in dots]  #1 $scores[$i]
                exps = [math.exp(s - max(attn_logits)) for s in attn_logits]
                attn_weights = [e / sum(exps) for e in exps]  #= $weights[$i]
                head_out = [0.0] * len(values[0])
                for w, v in zip(attn_weights, values):
                    head_out = [o + w * vj for o, vj in zip(head_out, v)]  #= $out[$i]
                print(attn_weights[$j])  #= $weights[$i,$place]
                """)
                .with("asks", model.q().row(i))
                .with("token", model.token("q", i))
                .with("keys", Matrix.of(seen, model.k()::row))
                .with("so_far", model.causal() ? "  #2 causal: only what has been read" : "")
                .with("values", Matrix.of(seen, model.v()::row))
                .with("dots", Vector.of(seen, j -> attention.dot(i, j)))
                .with("scaled", usual ? "/ len(q)**0.5" : "* $scale")
                .with("i", i + 1)
                .with("j", column)
                .with("place", column + 1);
    }

    @Override
    public void draw(AttentionModel model, ViewState<AttentionModel> cursor, Canvas body) {
        AttentionLayout layout = AttentionLayout.of(model, cursor, body.area());
        new AttentionPicture(Picture.of(this, model, model.result(), cursor), layout, body).draw();
    }
}
