package dev.nabla.figure.chain;

import static dev.nabla.figure.WorkedSteps.orNone;

import dev.nabla.figure.Bounds;
import dev.nabla.figure.Fact;
import dev.nabla.figure.Figure;
import dev.nabla.figure.Figure.Info;
import dev.nabla.figure.Figure.Stepper;
import dev.nabla.figure.Knob;
import dev.nabla.figure.KnobInfo;
import dev.nabla.figure.Quantities;
import dev.nabla.figure.Quantity;
import dev.nabla.figure.Range;
import dev.nabla.figure.Style;
import dev.nabla.figure.Subscript;
import dev.nabla.figure.TextCodec;
import dev.nabla.figure.Value;
import dev.nabla.figure.VectorCodec.NudgeMode;
import dev.nabla.figure.ViewState;
import dev.nabla.figure.ViewState.Focus;
import dev.nabla.figure.WorkedSteps;
import dev.nabla.figure.part.Picture;
import dev.nabla.figure.part.Wording;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Line;
import dev.nabla.math.Chain;
import dev.nabla.math.Decimal;
import dev.nabla.math.Vector;
import dev.nabla.math.expression.Composition;
import dev.nabla.math.expression.Expression;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Figure FIG.00: the gradient of the loss travels down a tree to one leaf. Every edge multiplies it by a local slope.
 */
public final class ChainFigure implements Figure<ChainModel> {
    /** Number of functions, and of edges, that the worked steps show. */
    private static final int MOST = 12;

    static final ChainModel START = new ChainModel(Vector.filled(6, 0.8), List.of(), 1, 22, 0, Wording.SYMBOLS);

    /** Significant digits of a number in the sentence, which may be as small as 1e-12. */
    private static final int SAID = 3;

    /** Examples of function chains; a class of its own, so that they are parsed only when the knobs are needed. */
    private static final class Presets {
        static final List<List<Expression>> ALL = List.of(
                List.of(),
                Expression.list("x^2,sin(x),e^x"),
                Expression.list("2x,relu(x),2x,relu(x),2x"),
                Expression.list("sigmoid(x),".repeat(9) + "sigmoid(x)"));
    }

    /**
     * A path with its signals.
     *
     * @param partials signal after each edge, that of the leaf first
     */
    record ChainResults(ChainModel model, Chain chain, Vector partials) {
        static ChainResults of(ChainModel model) {
            Chain chain = model.chain();
            Vector fromTheLoss = chain.partials();
            int n = fromTheLoss.size();
            return new ChainResults(model, chain, Vector.of(n, i -> fromTheLoss.get(n - 1 - i)));
        }

        /** Returns what of a nudge of 1 at w arrives after each edge, the one at w first. */
        Vector arrivals() {
            Vector slopes = chain.slopes();
            int n = slopes.size();
            return new Chain(Vector.of(n, i -> slopes.get(n - 1 - i))).partials();
        }

        /** Returns the signal after {@code edge} edges from the loss; 1 at the loss itself. */
        double signalAfter(int edge) {
            return edge == 0 ? 1 : partials.get(partials.size() - edge);
        }

        private Vector values() {
            return model.composition().orElseThrow().values();
        }

        private Optional<String> noValues() {
            return model.f().isEmpty() ? Optional.of("slopes have none; give f and x") : Optional.empty();
        }

        private Optional<String> noProduct() {
            return chain.status() == Chain.ChainStatus.UNDEFINED ? Optional.of(model.trouble()) : Optional.empty();
        }

        /**
         * Returns the error bound of the slopes: 0 for typed slopes, which are only multiplied. Slopes of functions may
         * be rounding errors of 0.
         */
        private double rounding() {
            return model.f().isEmpty() ? 0 : Fact.ROUNDING;
        }
    }

    private static final Quantity<ChainResults, Vector> SLOPES = Quantity.reals(
                    "slopes", Style.number(3), (ChainResults path) -> path.chain()
                            .slopes())
            .rounded(ChainResults::rounding);

    /** The slopes with two decimals, for the picture. */
    static final Quantity<ChainResults, Vector> FACTORS = SLOPES.places(2);

    static final Quantity<ChainResults, Vector> PARTIALS =
            Quantity.reals("partials", Style.number(3), ChainResults::partials).rounded(ChainResults::rounding);

    static final Quantity<ChainResults, Double> PRODUCT = Quantity.real(
                    "product", Style.number(3), (ChainResults path) -> path.chain()
                            .product())
            .called("signal")
            .unless(ChainResults::noProduct)
            .rounded(ChainResults::rounding);

    static final Quantity<ChainResults, String> STATUS =
            Quantity.word("status", path -> path.chain().status().word());

    /** What arrives in the picture in plain words; the guess about it begins with the picture as it opens. */
    static final Quantity<ChainResults, Vector> ARRIVES = Quantity.reals(
                    "arrives", Style.number(3), ChainResults::arrivals)
            .rounded(ChainResults::rounding)
            .inWords("what arrives after each edge")
            .untilTouched();

    static final Quantity<ChainResults, Double> MOVES =
            PRODUCT.called("L moves by").inWords("how far L moves").untilTouched();

    private static final Quantities<ChainModel, ChainResults> PLAIN =
            new Quantities<>(ChainResults::of, List.of(SLOPES, ARRIVES, MOVES, STATUS.untilTouched()));

    private static final Quantities<ChainModel, ChainResults> QUANTITIES = new Quantities<>(
            ChainResults::of,
            List.of(
                    Quantity.reals("values", Style.number(3), ChainResults::values)
                            .unless(ChainResults::noValues)
                            .withoutWarningWhere(path -> path.model().f().isEmpty()),
                    SLOPES,
                    PARTIALS,
                    PRODUCT,
                    STATUS));

    private static final Knob<ChainModel, Long> SENT = KnobInfo.picture(
                    "sent", "sent", "edges that the signal has travelled, 0 for all of them at once, like 2")
            .whole(
                    Bounds.atLeast(0L).called("0 to the edges of the path"),
                    0,
                    ChainModel::edges,
                    ChainModel::sent,
                    ChainModel::withSent)
            .when(model -> false);

    @Override
    public Info info() {
        String title = "The chain rule: slopes multiply along a path";
        return new Info("chain", "FIG.00", "tree", title, "send 1 down to a leaf").comparing();
    }

    @Override
    public Info info(ChainModel model) {
        Info info = info();
        return model.isPlain()
                ? new Info(info.id(), info.number(), info.noun(), "Slopes multiply along a path", "nudge w, watch L")
                : info;
    }

    @Override
    public ChainModel start() {
        return START;
    }

    @Override
    public List<Knob<ChainModel, ?>> knobs() {
        return List.of(
                KnobInfo.question("slopes", "slope", "local slopes, the innermost first, like 0.8,0.8,0.8")
                        .vector(new Range(-2, 2, 0.05), NudgeMode.LIST, ChainModel::slopes, ChainModel::withSlopes)
                        .either(model -> model.f().isEmpty(), "f and x give the slopes; leave one of them out"),
                KnobInfo.usual("f", "f", "functions of x instead, the innermost first, like 'x^2,sin(x)'")
                        .labelled("functions f")
                        .holding(
                                new TextCodec<>(Presets.ALL, ChainFigure::read, ChainFigure::value),
                                ChainModel::f,
                                ChainModel::withF),
                KnobInfo.question("x", "x", "what the innermost f is applied to, like 0.7")
                        .real(new Range(-4, 4, 0.1), ChainModel::x, ChainModel::withX)
                        .either(
                                model -> !model.f().isEmpty(),
                                "there is no f to apply to it; give one, like x^2,sin(x)"),
                KnobInfo.picture("leaf", "leaf", "where the path ends, from the left, like 22")
                        .whole(
                                Bounds.atLeast(1L).called("1 to the leaves of the tree"),
                                1,
                                ChainModel::leaves,
                                ChainModel::leaf,
                                ChainModel::withLeaf),
                SENT,
                KnobInfo.picture("words", "words", "what the picture speaks in: symbols or plain words, like plain")
                        .word(Wording.class, ChainModel::words, ChainModel::withWords)
                        .either(model -> model.f().isEmpty(), "with f the picture has symbols; leave one of them out"));
    }

    /** Returns the knobs of the picture; in plain words these are the slopes alone. */
    @Override
    public List<Knob<ChainModel, ?>> knobs(ChainModel model) {
        List<Knob<ChainModel, ?>> knobs = knobs();
        return model.isPlain() ? knobs.subList(0, 1) : knobs.subList(0, knobs.size() - 1);
    }

    private static List<Expression> read(String text) {
        return text.strip().equals(Value.Absent.TEXT) ? List.of() : Expression.list(text);
    }

    private static Value value(List<Expression> f) {
        return f.isEmpty()
                ? new Value.Absent("the slopes are given; leave one of them out")
                : new Value.Words(f.stream().map(Expression::toString).toList());
    }

    /**
     * Returns the focus stops: the slopes in the order in which the signal passes them, or x before the functions,
     * since one key at f replaces the whole tree.
     */
    @Override
    public List<Focus> stops(ChainModel model, List<Focus> all) {
        Comparator<Focus> fromTheLoss = Comparator.comparingInt(spot -> switch (spot.knob()) {
            case "slopes" -> -spot.part();
            case "x" -> 1;
            default -> 2;
        });
        return all.stream().sorted(fromTheLoss).toList();
    }

    @Override
    public Optional<Stepper<ChainModel>> stepper() {
        return Optional.of(new Stepper<>(SENT, "send 1", "edges", 3, 1, model -> model.sent() >= model.edges()));
    }

    @Override
    public Optional<Stepper<ChainModel>> stepper(ChainModel model) {
        return model.isPlain() ? Optional.empty() : stepper();
    }

    /** In plain words it is w that is nudged, and the arrows change the slopes of the edges. */
    @Override
    public List<String> arrows(ChainModel model) {
        return model.isPlain() ? List.of("slope", "edge") : List.of();
    }

    @Override
    public boolean comparesPlays(ChainModel model) {
        return model.isPlain();
    }

    @Override
    public Quantities<ChainModel, ChainResults> quantities() {
        return QUANTITIES;
    }

    @Override
    public List<Fact> pictureFacts(ChainModel model, Predicate<String> wanted) {
        return model.isPlain() ? PLAIN.facts(model, wanted) : facts(model, wanted);
    }

    /**
     * Formats a signal for a column with three decimals. A size from 10,000, or one that three decimals would show as
     * 0, gets a power of ten.
     */
    static String signal(double x) {
        double size = Math.abs(x);
        boolean plain = size == 0 || size >= 0.0005 && size < 1e4;
        return Double.isNaN(x) ? Value.Absent.TEXT : plain ? Decimal.drawn(x, 3, 8) : Decimal.aligned(x, 9, 8);
    }

    @Override
    public Python python(ChainModel model) {
        if (model.isPlain()) {
            return new Python(
                    """
                    slopes = $slopes  # from w up to L
                    arrives = 1.0  # the nudge at w
                    for slope in slopes:  # from w up to L
                        arrives = slope * arrives  #2 from the first on: $arrives
                    print(arrives)  #= $product
                    """);
        }
        String without = model.f().isEmpty() ? "" : "# without f: its slopes at x, as numbers\n";
        return new Python(
                        without
                                + """
                slopes = $slopes  # from $w up to L
                grad = 1.0  # dL/dL
                for local_grad in reversed(slopes):  # from L back to $w
                    grad = local_grad * grad  #2 from the last on: $partials
                print(grad)  #= $product
                """)
                .with("w", model.leafName());
    }

    @Override
    public List<String> steps(ChainModel model) {
        return worked(model);
    }

    static List<String> worked(ChainModel model) {
        if (model.isPlain()) {
            return PlainWords.worked(ChainResults.of(model), MOST);
        }
        List<String> steps = new ArrayList<>();
        model.composition().ifPresent(f -> forward(model, f, steps));
        backward(model, steps);
        Chain chain = model.chain();
        switch (chain.status()) {
            case UNDEFINED -> steps.add(Decimal.typeset(model.trouble()));
            case VANISHED, OVERFLOWED ->
                steps.add("the product is about " + size(chain) + ", " + (chain.product() == 0 ? "smaller" : "larger")
                        + " than any double");
            case STOPPED -> steps.add("a slope of 0 lets nothing through");
            default -> {}
        }
        return steps;
    }

    private static void forward(ChainModel model, Composition composition, List<String> steps) {
        List<Composition.ChainStep> links = composition.links();
        for (int i = 0; i < Math.min(links.size(), MOST); i++) {
            Composition.ChainStep link = links.get(i);
            String name = model.name(links.size() - i - 1);
            String slope = link.f().derivative().map(Object::toString).orElse("its slope");
            steps.add(name + " = f" + Subscript.of(i) + "(" + orNone(link.input()) + ") = "
                    + orNone(link.value()) + " with f" + Subscript.of(i) + " = "
                    + Decimal.typeset(link.f().toString()) + "; slope " + Decimal.typeset(slope) + " = "
                    + orNone(link.slope()));
        }
        more(links.size(), "function", steps);
    }

    private static void backward(ChainModel model, List<String> steps) {
        Chain chain = model.chain();
        Vector partials = chain.partials();
        steps.add("∂L/∂L = 1");
        for (int edge = 1; edge <= Math.min(partials.size(), MOST); edge++) {
            double before = edge == 1 ? 1 : partials.get(edge - 2);
            steps.add("∂L/∂" + model.name(edge) + " = " + orNone(before) + " · "
                    + WorkedSteps.bracketed(orNone(chain.slopes().get(partials.size() - edge))) + " = "
                    + orNone(partials.get(edge - 1)));
        }
        if (partials.size() > MOST) {
            more(partials.size(), "edge", steps);
            steps.add("∂L/∂" + model.leafName() + " = " + orNone(chain.product()));
        }
    }

    static void more(int n, String noun, List<String> steps) {
        if (n > MOST) {
            steps.add(WorkedSteps.leftOut(n - MOST, noun));
        }
    }

    /** Returns the size of a product that no double can hold, as a power of ten. */
    static String size(Chain chain) {
        return Decimal.typeset("1e" + Math.round(chain.decades()));
    }

    @Override
    public List<Line> sentence(ChainModel model, ViewState<ChainModel> cursor) {
        if (model.isPlain()) {
            return new PlainWords(ChainResults.of(model), cursor).sentence();
        }
        Chain chain = model.chain();
        if (chain.status() == Chain.ChainStatus.UNDEFINED) {
            return List.of(Line.EMPTY.warn("No product here"), Line.of(": " + Decimal.typeset(model.trouble())));
        }
        return model.sent() == 0 ? arrived(model, chain) : underWay(model, chain);
    }

    private static List<Line> underWay(ChainModel model, Chain chain) {
        int edge = model.edgesPassed();
        int left = model.edges() - edge;
        Line at = Line.of("The signal is at ").second(model.name(edge)).text(": times ");
        Line leaves =
                at.second(WorkedSteps.number(chain.slopes().get(left), SAID)).text(" leaves ");
        return List.of(
                leaves.result(WorkedSteps.number(chain.partials().get(edge - 1), SAID)),
                Line.of(left == 0 ? "; it has arrived" : "; " + WorkedSteps.count(left, "edge") + " to go"));
    }

    private static List<Line> arrived(ChainModel model, Chain chain) {
        Line product = Line.of("The product of " + WorkedSteps.count(model.edges(), "slope") + " is ")
                .result(WorkedSteps.number(chain.product(), SAID));
        Line way = Line.of(" on its way to the leaf");
        String size = ", about " + size(chain);
        return switch (chain.status()) {
            case STOPPED -> List.of(product, Line.of(": ").warn("a slope of 0 stops the signal"));
            case VANISHED -> List.of(product, Line.of(": ").warn("it VANISHED").text(size));
            case OVERFLOWED -> List.of(product, Line.of(": ").warn("OVERFLOW").text(size));
            case VANISHING -> List.of(product, Line.of(": ").warn("the signal vanishes"), way);
            case EXPLODING -> List.of(product, Line.of(": ").warn("the signal explodes"), way);
            default -> {
                boolean grows = chain.status() == Chain.ChainStatus.GROWING;
                Line much = Line.of(grows ? ": more than was sent reaches " : ": that much of the signal reaches ");
                yield List.of(product, much.first("the leaf"), Line.of(" " + model.leafName()));
            }
        };
    }

    /** In plain words the picture needs a row for its headings and one for every node. */
    @Override
    public int leastRows(ChainModel model) {
        int least = Figure.super.leastRows(model);
        return model.isPlain() ? Math.min(model.edges() + 2, least) : least;
    }

    @Override
    public List<Line> sentenceOfGuess(ChainModel model, ViewState<ChainModel> cursor) {
        return model.isPlain() ? sentence(model, cursor) : Figure.super.sentenceOfGuess(model, cursor);
    }

    @Override
    public void draw(ChainModel model, ViewState<ChainModel> cursor, Canvas body) {
        if (model.isPlain()) {
            new PlainPicture(Picture.of(this, QUANTITIES, model, cursor), body).draw();
            return;
        }
        ChainModel shown = cursor.hides(PARTIALS) ? model.withSent(-1) : model;
        new ChainPicture(Picture.of(this, QUANTITIES, shown, cursor), body).draw();
    }
}
