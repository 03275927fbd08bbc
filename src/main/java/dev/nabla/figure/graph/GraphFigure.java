package dev.nabla.figure.graph;

import dev.nabla.figure.Fact;
import dev.nabla.figure.Figure;
import dev.nabla.figure.Figure.Info;
import dev.nabla.figure.Figure.Stepper;
import dev.nabla.figure.Knob;
import dev.nabla.figure.KnobInfo;
import dev.nabla.figure.Range;
import dev.nabla.figure.ViewState;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Line;
import dev.nabla.math.Graph;
import dev.nabla.math.Graph.Operation;
import dev.nabla.math.Graph.Status;
import dev.nabla.math.Vector;
import java.util.List;
import java.util.Optional;

/** FIG.04b: a number feeds two others, and what comes back by both is added up in its slope. */
public final class GraphFigure implements Figure<GraphFigure.Model> {
    static final int STEPS = 5;
    static final String LOG_OF_NOTHING = "log needs w above 0";

    /**
     * What the figure shows.
     *
     * @param graph the question
     * @param steps how far the walk back has come: 1 is at L, 3 at a and b, 4 has come to w by b, 5 also by a
     */
    public record Model(Graph graph, long steps) {
        /** Another question shows all that comes back at once. */
        Model with(Graph other) {
            return other.equals(graph) ? this : new Model(other, STEPS);
        }

        Model at(long step) {
            return new Model(graph, step);
        }

        boolean isDefined() {
            return graph.status() != Status.UNDEFINED;
        }

        /** What w has collected so far; NaN where there is nothing to collect. */
        double collected() {
            double came = steps < STEPS - 1 ? 0 : steps < STEPS ? graph.paths().get(1) : graph.grad();
            return isDefined() ? came : Double.NaN;
        }
    }

    private static final Knob<Model, Long> WALK = KnobInfo.picture(
                    "steps", "steps", "how far 1 has come back from L, 0 to " + STEPS + ", like 4")
            .whole(0, STEPS, Model::steps, Model::at)
            .when(model -> false);

    @Override
    public Info info() {
        return new Info("graph", "FIG.04b", "paths", "Paths add: one number, used twice", "send 1 back from L")
                .comparing();
    }

    @Override
    public Model start() {
        return new Model(new Graph(4, -1, 0.5, Operation.PLUS, Operation.TIMES, Operation.TIMES), 0);
    }

    @Override
    public List<Knob<Model, ?>> knobs() {
        Range wide = new Range(-6, 6, 0.5);
        return List.of(
                of(KnobInfo.question("w", "w", "a number, used twice, like 4").real(wide, Graph::w, Graph::withW)),
                of(KnobInfo.question("c", "c", "what a adds to w, like -1")
                                .real(wide, Graph::c, (g, c) -> new Graph(g.w(), c, g.x(), g.aIs(), g.bIs(), g.lIs())))
                        .when(model -> model.graph().aIs() == Operation.PLUS),
                of(KnobInfo.question("x", "x", "what b multiplies w with, like 0.5")
                                .real(
                                        new Range(-3, 3, 0.5),
                                        Graph::x,
                                        (g, x) -> new Graph(g.w(), g.c(), x, g.aIs(), g.bIs(), g.lIs())))
                        .when(model -> model.graph().bIs() == Operation.TIMES),
                of(KnobInfo.usual("a_is", "a is", "how a is made: w plus c, log of w or relu of w")
                        .word(
                                List.of(Operation.PLUS, Operation.LOG, Operation.RELU),
                                Graph::aIs,
                                (g, is) -> new Graph(g.w(), g.c(), g.x(), is, g.bIs(), g.lIs()))),
                of(KnobInfo.usual("b_is", "b is", "how b is made: w times x, log of w or relu of w")
                        .word(
                                List.of(Operation.TIMES, Operation.LOG, Operation.RELU),
                                Graph::bIs,
                                (g, is) -> new Graph(g.w(), g.c(), g.x(), g.aIs(), is, g.lIs()))),
                of(KnobInfo.usual("l_is", "L is", "how L is made: a times b, or a plus b")
                        .word(
                                List.of(Operation.TIMES, Operation.PLUS),
                                Graph::lIs,
                                (g, is) -> new Graph(g.w(), g.c(), g.x(), g.aIs(), g.bIs(), is))),
                WALK);
    }

    /** A knob of the question as one of the figure. */
    private static <V> Knob<Model, V> of(Knob<Graph, V> knob) {
        return knob.within(Model::graph, Model::with);
    }

    @Override
    public Optional<Stepper<Model>> stepper() {
        return Optional.of(new Stepper<>(WALK, "send 1 back", STEPS, 1, model -> model.steps() >= STEPS));
    }

    @Override
    public List<Fact> facts(Model model) {
        Graph graph = model.graph();
        Vector others = graph.others();
        return List.of(
                real("a", "a", graph.a(), graph),
                real("b", "b", graph.b(), graph),
                real("l", "L", graph.l(), graph),
                Fact.reals("slopes", graph.slopes(), 3),
                real("a_grad", "a.grad", others.get(0), graph),
                real("b_grad", "b.grad", others.get(1), graph),
                real("c_grad", "c.grad", others.get(2), graph),
                real("x_grad", "x.grad", others.get(3), graph),
                Fact.reals("paths", graph.paths(), 3),
                real("grad", "w.grad", graph.grad(), graph),
                real("numeric_grad", "nudging w says", graph.numericGrad(), graph),
                Fact.word("status", graph.status().word()));
    }

    private static Fact real(String name, String symbol, double value, Graph graph) {
        boolean exists = Double.isFinite(value) || graph.status() != Status.UNDEFINED;
        return (exists ? Fact.real(name, value, "", 3) : Fact.absent(name, LOG_OF_NOTHING)).called(symbol);
    }

    @Override
    public List<String> steps(Model model) {
        return GraphWords.steps(model.graph());
    }

    @Override
    public String python(Model model) {
        return GraphWords.python(model.graph());
    }

    @Override
    public List<Line> sentence(Model model, ViewState<Model> cursor) {
        return GraphSentence.of(model);
    }

    @Override
    public void draw(Model model, ViewState<Model> cursor, Canvas body) {
        new GraphPicture(cursor.hides("grad") ? model.at(0) : model, cursor, body).draw();
    }
}
