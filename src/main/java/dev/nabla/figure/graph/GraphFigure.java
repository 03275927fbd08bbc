package dev.nabla.figure.graph;

import static dev.nabla.figure.WorkedSteps.bracketed;
import static dev.nabla.figure.WorkedSteps.number;
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
import dev.nabla.figure.Value;
import dev.nabla.figure.ViewState;
import dev.nabla.figure.part.Knobs;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Line;
import dev.nabla.math.Decimal;
import dev.nabla.math.Graph;
import dev.nabla.math.Graph.GraphStatus;
import dev.nabla.math.Graph.Operation;
import dev.nabla.math.Vector;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** Figure FIG.04b: the number w feeds two others, and its slope is the sum of what comes back through both. */
public final class GraphFigure implements Figure<GraphModel> {
    /** Number of worked steps that compute forward. */
    static final int FORWARD = 3;

    /** Milliseconds in which a step can be followed. */
    private static final int STEP_MILLIS = 250;

    private static final Style PRINTED = Style.number(3);
    /** Half a unit of the last printed decimal. */
    private static final double HALF_DECIMAL = 0.5e-3;

    private static final Style DRAWN = PRINTED.places(2);

    static final String LOG_OF_NOTHING = "log needs w above 0";

    static final Quantity<Graph, Double> A = real("a", "a", Graph::a);

    static final Quantity<Graph, Double> B = real("b", "b", Graph::b);

    static final Quantity<Graph, Double> L = real("l", "L", Graph::l);

    /** The local slopes ∂L/∂a, ∂L/∂b, ∂a/∂w and ∂b/∂w. */
    static final Quantity<Graph, Vector> SLOPES = Quantity.reals("slopes", PRINTED, Graph::slopes);

    static final Quantity<Graph, Double> A_GRAD =
            real("a_grad", "a.grad", graph -> graph.others().get(0));

    static final Quantity<Graph, Double> B_GRAD =
            real("b_grad", "b.grad", graph -> graph.others().get(1));

    /** The slope of w through a, and through b; their sum is the slope of w. */
    static final Quantity<Graph, Vector> PATHS =
            Quantity.reals("paths", PRINTED, Graph::paths).inWords("w.grad by a", "w.grad by b");

    static final Quantity<Graph, Double> GRAD = real("grad", "w.grad", Graph::grad);

    static final Quantity<Graph, Double> NUMERIC_GRAD =
            real("numeric_grad", "by nudging w", Graph::numericGrad).withDoubt(graph -> graph.doubt(HALF_DECIMAL));

    private static final Quantities<GraphModel, Graph> QUANTITIES = new Quantities<>(
            GraphModel::graph,
            List.of(
                    A,
                    B,
                    L,
                    SLOPES,
                    A_GRAD,
                    B_GRAD,
                    real("c_grad", "c.grad", graph -> graph.others().get(2)),
                    real("x_grad", "x.grad", graph -> graph.others().get(3)),
                    PATHS,
                    GRAD,
                    NUMERIC_GRAD,
                    Quantity.word("status", graph -> graph.status().word())));

    private static Quantity<Graph, Double> real(String name, String symbol, Function<Graph, Double> of) {
        return Quantity.real(name, PRINTED, of).called(symbol).unless(graph -> {
            boolean exists = graph.status() != GraphStatus.UNDEFINED || Double.isFinite(of.apply(graph));
            return exists ? Optional.empty() : Optional.of(LOG_OF_NOTHING);
        });
    }

    private static final Knob<GraphModel, Long> WALK = KnobInfo.picture(
                    "steps", "steps", "steps of the backward pass that are done, like 4")
            .whole(
                    Bounds.atLeast(0L).called("0 to the wires of the graph and one"),
                    0,
                    GraphModel::lastStep,
                    GraphModel::steps,
                    GraphModel::at)
            .when(model -> false);

    @Override
    public Info info() {
        return new Info("graph", "FIG.04b", "paths", "Paths add: one number, used twice", "send 1 back from L")
                .comparing();
    }

    @Override
    public Info info(GraphModel model) {
        return model.own()
                .map(own -> {
                    String root = own.name(own.text().names().size() - 1);
                    String title = "A graph of your own, from " + root + " back to its inputs";
                    return new Info(info().id(), info().number(), "own graph", title, "send 1 back from " + root)
                            .comparing();
                })
                .orElseGet(this::info);
    }

    @Override
    public GraphModel start() {
        Graph graph = new Graph(4, -1, 0.5, Operation.PLUS, Operation.TIMES, Operation.TIMES);
        return new GraphModel(graph, Optional.empty(), 0);
    }

    @Override
    public List<Knob<GraphModel, ?>> knobs() {
        Range wide = new Range(-6, 6, 0.5);
        return List.of(
                of(KnobInfo.picture("w", "w", "a number, used twice, like 4").real(wide, Graph::w, Graph::withW)),
                of(KnobInfo.picture("c", "c", "the number that a adds to w, like -1")
                                .real(wide, Graph::c, (g, c) -> new Graph(g.w(), c, g.x(), g.aIs(), g.bIs(), g.lIs())))
                        .when(model -> model.graph().aIs() == Operation.PLUS),
                of(KnobInfo.picture("x", "x", "the number by which b multiplies w, like 0.5")
                                .real(
                                        new Range(-3, 3, 0.5),
                                        Graph::x,
                                        (g, x) -> new Graph(g.w(), g.c(), x, g.aIs(), g.bIs(), g.lIs())))
                        .when(model -> model.graph().bIs() == Operation.TIMES),
                of(KnobInfo.picture("a_is", "a is", "the rule for a: w plus c, log of w or relu of w")
                        .labelled("a =")
                        .word(
                                List.of(Operation.PLUS, Operation.LOG, Operation.RELU),
                                Graph::aIs,
                                (g, is) -> new Graph(g.w(), g.c(), g.x(), is, g.bIs(), g.lIs()))
                        .reading(graph -> List.of(made(graph.aIs(), "w", "c")))),
                of(KnobInfo.picture("b_is", "b is", "the rule for b: w times x, log of w or relu of w")
                        .labelled("b =")
                        .word(
                                List.of(Operation.TIMES, Operation.LOG, Operation.RELU),
                                Graph::bIs,
                                (g, is) -> new Graph(g.w(), g.c(), g.x(), g.aIs(), is, g.lIs()))
                        .reading(graph -> List.of(made(graph.bIs(), "w", "x")))),
                of(KnobInfo.picture("l_is", "L is", "the rule for L: a times b, or a plus b")
                        .labelled("L =")
                        .word(
                                List.of(Operation.TIMES, Operation.PLUS),
                                Graph::lIs,
                                (g, is) -> new Graph(g.w(), g.c(), g.x(), g.aIs(), g.bIs(), is))
                        .reading(graph -> List.of(made(graph.lIs(), "a", "b")))),
                OwnKnobs.TEXT,
                OwnKnobs.INPUTS,
                OwnKnobs.NODE,
                WALK);
    }

    @Override
    public List<Knob<GraphModel, ?>> inputs() {
        return List.of(OwnKnobs.ASKED_TEXT, OwnKnobs.ASKED_INPUTS);
    }

    @Override
    public Optional<String> insteadOf(String knob) {
        return switch (knob) {
            case "w", "c", "x" -> Optional.of("give numbers by name in inputs, like " + knob + "=2");
            case "a_is", "b_is", "l_is" -> Optional.of("say it in f, like 'a = log(w); b = w*x; L = a + b'");
            default -> Optional.empty();
        };
    }

    /** Turns a knob of the graph into a knob of the figure. */
    private static <V> Knob<GraphModel, V> of(Knob<Graph, V> knob) {
        return knob.within(GraphModel::graph, GraphModel::with)
                .either(
                        model -> model.own().isEmpty(),
                        "f gives the graph; give its numbers by name in inputs, like w=2,c=1");
    }

    /** Returns the knobs of the picture: those of the figure's own graph, or those of the typed one. */
    @Override
    public List<Knob<GraphModel, ?>> knobs(GraphModel model) {
        return model.own().isPresent() ? List.of(OwnKnobs.INPUTS, OwnKnobs.NODE, OwnKnobs.TEXT, WALK) : knobs();
    }

    @Override
    public Optional<Stepper<GraphModel>> stepper() {
        return Optional.of(new Stepper<>(
                WALK,
                "send 1 back",
                "steps",
                model -> new Pace((int) model.lastStep(), 1, STEP_MILLIS),
                model -> model.steps() >= model.lastStep(),
                model -> true,
                Optional.empty()));
    }

    @Override
    public Quantities<GraphModel, Graph> quantities() {
        return QUANTITIES;
    }

    @Override
    public List<String> aboutResults() {
        return OwnQuantities.ABOUT;
    }

    @Override
    public List<Fact> facts(GraphModel model, Predicate<String> wanted) {
        return OwnQuantities.facts(model.typed(), wanted);
    }

    /** Computes the results of the picture; that of the figure's own graph has other names for some of them. */
    @Override
    public List<Fact> pictureFacts(GraphModel model, Predicate<String> wanted) {
        return model.own()
                .map(own -> OwnQuantities.pictureFacts(own, wanted))
                .orElseGet(() -> QUANTITIES.facts(model, wanted));
    }

    @Override
    public List<Line> sentence(GraphModel model, ViewState<GraphModel> cursor) {
        return model.own()
                .map(own -> OwnSentence.of(OwnRun.of(model, own, cursor)))
                .orElseGet(() -> GraphSentence.of(model));
    }

    @Override
    public List<String> steps(GraphModel model) {
        return model.own().map(own -> new OwnWords(own).steps()).orElseGet(() -> worked(model));
    }

    static List<String> worked(GraphModel model) {
        Graph graph = model.graph();
        String w = number(graph.w());
        String a = orNone(graph.a());
        String b = orNone(graph.b());
        List<String> steps = new ArrayList<>(List.of(
                "a = " + made(graph.aIs(), "w", "c") + " = " + made(graph.aIs(), w, number(graph.c())) + " = " + a,
                "b = " + made(graph.bIs(), "w", "x") + " = " + made(graph.bIs(), w, number(graph.x())) + " = " + b));
        if (graph.status() == GraphStatus.UNDEFINED) {
            steps.add(LOG_OF_NOTHING + ", so L has no value");
            return steps;
        }
        Vector slopes = graph.slopes();
        String byB = number(graph.paths().get(1));
        steps.add("L = " + made(graph.lIs(), "a", "b") + " = " + made(graph.lIs(), a, b) + " = " + number(graph.l()));
        steps.add("L.grad = 1");
        steps.add("a.grad = " + localSlope(graph.lIs(), "b", slopes.get(0)) + "·1 = " + number(slopes.get(0)));
        steps.add("b.grad = " + localSlope(graph.lIs(), "a", slopes.get(1)) + "·1 = " + number(slopes.get(1)));
        steps.add("by b: w.grad = 0 + " + localSlope(graph.bIs(), "x", slopes.get(3)) + "·b.grad = 0 + "
                + number(slopes.get(3)) + "·" + bracketed(slopes.get(1)) + " = " + byB);
        steps.add("by a: w.grad = " + byB + " + " + localSlope(graph.aIs(), "c", slopes.get(2)) + "·a.grad = " + byB
                + " + " + bracketed(slopes.get(2)) + "·" + bracketed(slopes.get(0)) + " = " + number(graph.grad()));
        steps.add("check: (L(w+h) − L(w−h))/2h = " + number(graph.numericGrad())
                + graph.doubt(HALF_DECIMAL)
                        .map(why -> "; " + Decimal.typeset(why))
                        .orElse(""));
        return steps;
    }

    /** Returns an operation applied to names or numbers, like {@code w + c} or {@code log w}. */
    static String made(Operation is, String u, String v) {
        return switch (is) {
            case PLUS -> v.startsWith("−") ? u + " − " + v.substring(1) : u + " + " + v;
            case TIMES -> u + "·" + bracketed(v);
            case LOG -> "log " + bracketed(u);
            case RELU -> "relu " + bracketed(u);
        };
    }

    /** Returns the local slope of an operation: by name for a product or a log, else as a number. */
    static String localSlope(Operation is, String other, double slope) {
        return is == Operation.TIMES ? other : is == Operation.LOG ? "1/w" : number(slope);
    }

    /** Formats a number for the picture. */
    static String drawn(double x) {
        return drawn(x, 6);
    }

    static String drawn(double x, int field) {
        return Double.isNaN(x) ? Value.Absent.TEXT : DRAWN.formula(x, field);
    }

    @Override
    public Python python(GraphModel model) {
        return model.own().map(OwnPython::of).orElseGet(() -> PathsPython.of(model.graph()));
    }

    @Override
    public int leastRows(GraphModel model) {
        return model.own().isPresent() ? Figure.super.leastRows(model) : GraphPicture.LEAST_ROWS;
    }

    @Override
    public void draw(GraphModel model, ViewState<GraphModel> cursor, Canvas body) {
        if (model.own().isPresent()) {
            OwnPicture.draw(model, model.own().get(), cursor, new Knobs<>(knobs(), model, cursor), body);
            return;
        }
        GraphModel shown = cursor.hides(GRAD) ? model.at(0) : model;
        new GraphPicture(shown, cursor, new Knobs<>(knobs(), shown, cursor), body).draw();
    }
}
