package dev.nabla.figure.graph;

import dev.nabla.figure.Bounds;
import dev.nabla.figure.Fact;
import dev.nabla.figure.Figure;
import dev.nabla.figure.Figure.Info;
import dev.nabla.figure.Figure.Stepper;
import dev.nabla.figure.Knob;
import dev.nabla.figure.KnobInfo;
import dev.nabla.figure.Quantities;
import dev.nabla.figure.ViewState;
import dev.nabla.figure.part.Knobs;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Line;
import dev.nabla.math.expression.GraphSlopes;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Figure FIG.04b: a graph of named numbers, and the walk back from its last one, which adds up the slope of each. */
public final class GraphFigure implements Figure<GraphModel> {
    /** Rows of the text, of a graph of three inputs, and of the knobs. */
    private static final int LEAST_ROWS = 9;
    /** Milliseconds in which a step can be followed. */
    private static final int STEP_MILLIS = 250;

    private static final Knob<GraphModel, Long> WALK = KnobInfo.picture(
                    "steps", "steps", "steps of the walk back that are done, like 4")
            .whole(
                    Bounds.atLeast(0L).called("0 to the wires of the graph and one"),
                    0,
                    GraphModel::lastStep,
                    GraphModel::steps,
                    GraphModel::at)
            .when(model -> false);

    @Override
    public Info info() {
        return new Info("graph", "FIG.04b", "paths", "Paths add, from L back to the inputs", "send 1 back from L")
                .comparing();
    }

    @Override
    public Info info(GraphModel model) {
        String noun = model.text().equals(start().text()) ? info().noun() : "graph";
        String title = "Paths add, from " + model.root() + " back to the inputs";
        return new Info(info().id(), info().number(), noun, title, "send 1 back from " + model.root()).comparing();
    }

    @Override
    public GraphModel start() {
        return GraphModel.start();
    }

    @Override
    public List<Knob<GraphModel, ?>> knobs() {
        return List.of(GraphKnobs.TEXT, GraphKnobs.INPUTS, GraphKnobs.NODE, WALK);
    }

    @Override
    public List<Knob<GraphModel, ?>> knobs(GraphModel model) {
        return List.of(GraphKnobs.INPUTS, GraphKnobs.NODE, GraphKnobs.TEXT, WALK);
    }

    @Override
    public List<Knob<GraphModel, ?>> inputs() {
        return List.of(GraphKnobs.ASKED_TEXT, GraphKnobs.ASKED_INPUTS);
    }

    @Override
    public Optional<String> insteadOf(String knob) {
        return switch (knob) {
            case "w", "c", "x" -> Optional.of("give numbers by name in inputs, like " + knob + "=2");
            case "a_is", "b_is", "l_is" -> Optional.of("say it in f, like 'a = log(w); b = w*x; L = a + b'");
            default -> Optional.empty();
        };
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

    /** Returns the quantities of the graph that the figure starts with; another one has others. */
    @Override
    public Quantities<GraphModel, GraphSlopes> quantities() {
        return GraphQuantities.of(start().text()).printed(0);
    }

    @Override
    public List<String> aboutResults() {
        return GraphQuantities.ABOUT;
    }

    @Override
    public List<Fact> facts(GraphModel model, Predicate<String> wanted) {
        return GraphQuantities.of(model.text()).printed(0).facts(model, wanted);
    }

    /** Computes the results without the values of the inputs, which the picture shows as knobs. */
    @Override
    public List<Fact> pictureFacts(GraphModel model, Predicate<String> wanted) {
        return GraphQuantities.of(model.text()).printed(model.text().inputs()).facts(model, wanted);
    }

    @Override
    public List<Line> sentence(GraphModel model, ViewState<GraphModel> cursor) {
        return GraphSentence.of(GraphRun.of(model, cursor));
    }

    @Override
    public List<String> steps(GraphModel model) {
        return new GraphSteps(model).all();
    }

    @Override
    public Python python(GraphModel model) {
        return GraphPython.of(model);
    }

    @Override
    public int leastRows(GraphModel model) {
        return LEAST_ROWS;
    }

    @Override
    public void draw(GraphModel model, ViewState<GraphModel> cursor, Canvas body) {
        GraphPicture.draw(model, cursor, new Knobs<>(knobs(), model, cursor), body);
    }
}
