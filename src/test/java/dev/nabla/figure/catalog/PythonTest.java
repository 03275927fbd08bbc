package dev.nabla.figure.catalog;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.nabla.Draws;
import dev.nabla.Programs;
import dev.nabla.Slow;
import dev.nabla.TestsFigures;
import dev.nabla.figure.CodeLine;
import dev.nabla.figure.Fact;
import dev.nabla.figure.Figure;
import dev.nabla.figure.FigureState;
import dev.nabla.figure.Samples;
import dev.nabla.figure.Settings;
import dev.nabla.figure.Stride;
import dev.nabla.figure.Value;
import dev.nabla.figure.ViewState.Focus;
import dev.nabla.figure.graph.GraphFigure;
import dev.nabla.figure.graph.GraphModel;
import dev.nabla.math.Vector;
import dev.nabla.math.expression.Expression;
import dev.nabla.math.expression.Numerals;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The Python of every figure runs and prints its main number last, in its first state and in others. */
@TestsFigures
@Slow
@ExtendWith(Draws.class)
class PythonTest {
    private static final int STATES = 20;
    /** How many of them a run tries. */
    private static final int DRAWN = 3;
    /** Most lines of the program that a figure begins with. A large matrix takes more. */
    private static final int LONGEST = 12;

    /** Most lines of the program of a graph, which has a class of its own. */
    private static final int LONGEST_CLASS = 80;

    private static final int NUDGES = 6;

    /** Half of the last decimal that a figure shows, for a program whose numbers are rounded. */
    private static final double LAST_DIGIT = 5e-4;

    /** The fact that is printed, and from where the place in it is read, if it has places. */
    private static final Map<String, String> PRINTED = Map.ofEntries(
            entry("chain", "product"),
            entry("layer", "loss_nats"),
            entry("dot", "dot"),
            entry("matmul", "c"),
            entry("derivative", "slope"),
            entry("descent", "loss"),
            entry("softmax", "p"),
            entry("loss", "loss_nats"),
            entry("sample", "counts"),
            entry("bigram", "p"),
            entry("babble", "p"),
            entry("heads", "share"),
            entry("embedding", "cosine"),
            entry("block", "p"),
            entry("backprop", "gradient"),
            entry("nudge", "forward"),
            entry("scale", "parameters"),
            entry("law", "forecast"),
            entry("norm", "y"),
            entry("cross_entropy", "loss_nats"),
            entry("kl", "kl_nats"),
            entry("softmax_backward", "gradient"),
            entry("optimizer_step", "weights"));

    /** Runs each file, and prints what it printed last, or why it failed. */
    private static final String DRIVER =
            """
            import contextlib, io, sys
            for name in sys.argv[1:]:
                out = io.StringIO()
                try:
                    with contextlib.redirect_stdout(out):
                        exec(compile(open(name, encoding="utf-8").read(), name, "exec"), {})
                    print((out.getvalue().split() or ["nothing"])[-1])
                except Exception as why:
                    print(repr(why))
            """;

    @TempDir
    Path folder;

    /** All but those whose program is a whole GPT, which the tests of these figures run. */
    static Stream<Figure<?>> figures() {
        return Samples.figures().stream().filter(figure -> !List.of("train", "file", "machine", "induce", "wish")
                .contains(figure.id()));
    }

    @ParameterizedTest(allowZeroInvocations = true) // with -Dfigure=train, for one
    @MethodSource("figures")
    void printsTheMainNumberLast(Figure<?> figure) throws IOException, InterruptedException {
        List<FigureState<?>> states = states(figure);
        for (FigureState<?> state : states) {
            List<String> lines = CodeLine.program(state.code()).lines().toList();
            assertThat(lines).isNotEmpty().allMatch(line -> line.length() <= 78);
        }
        boolean isGraph = figure instanceof GraphFigure;
        assertThat(isGraph ? states : states.subList(0, 1))
                .allSatisfy(state -> assertThat(CodeLine.program(state.code()).lines())
                        .hasSizeLessThanOrEqualTo(isGraph ? LONGEST_CLASS : LONGEST));
        runs(states);
    }

    /** Some of them Python has, or has under another name; the others are defined. */
    @Test
    void knowsEveryFunction() throws IOException, InterruptedException {
        List<FigureState<?>> states = new ArrayList<>();
        for (String name : Expression.functions()) {
            String f = name + "(x)";
            states.add(state(Figures.named("derivative"), Map.of("f", f, "x", "0.3", "eps", "0.1")));
            states.add(state(Figures.named("descent"), Map.of("f", f, "start", "0.3", "eta", "0.1", "steps", "2")));
        }
        runs(states);
    }

    @Test
    void walksBackThroughEveryGraph() throws IOException, InterruptedException {
        Figure<GraphModel> figure = new GraphFigure();
        List<FigureState<?>> states = new ArrayList<>();
        for (GraphModel model : Samples.models(figure)) {
            states.add(FigureState.of(figure, model));
        }
        for (String function : Expression.functions()) {
            String text = "w=0.3;in=2;a=" + function + "(w/in)+2^w;L=" + function + "(0.1)*a-w^in/3+w^(1-a)";
            states.add(state(figure, Map.of("f", text, "node", "w")));
        }
        runs(states);
    }

    private static <M extends Record> FigureState<M> state(Figure<M> figure, Map<String, String> settings) {
        return FigureState.of(figure, Settings.apply(figure, figure.start(), settings));
    }

    private void runs(List<FigureState<?>> states) throws IOException, InterruptedException {
        Programs.require("python3");
        List<String> command = new ArrayList<>(List.of("python3", "-c", DRIVER));
        for (int i = 0; i < states.size(); i++) {
            String program = CodeLine.program(states.get(i).code());
            command.add(Files.writeString(folder.resolve(i + ".py"), program).toString());
        }
        Process python = new ProcessBuilder(command).redirectErrorStream(true).start();
        List<String> printed = new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
        for (int i = 0; i < states.size(); i++) {
            String program = CodeLine.program(states.get(i).code());
            OptionalDouble main = main(states.get(i));
            if (main.isPresent() && !program.startsWith("#") && !program.contains("so the numbers differ")) {
                double expected = main.getAsDouble();
                double off = program.contains("so the last digits differ") ? LAST_DIGIT : 1e-9;
                assertThat(printed.get(i)).as(program).matches("-?(\\d.*|inf)");
                assertThat(Numerals.number(printed.get(i)))
                        .as(program)
                        .isCloseTo(expected, within(off * Math.max(1, Math.abs(expected))));
            }
        }
    }

    /**
     * The first state, and others that so many changes lead to. Most changes of a law train for seconds, so a law has
     * its samples instead; {@code -Pall} changes it as well.
     */
    private static <M extends Record> List<FigureState<?>> states(Figure<M> figure) {
        if (figure.id().equals("law") && !Draws.areAll()) {
            return Samples.drawn(figure).stream()
                    .<FigureState<?>>map(model -> FigureState.of(figure, model))
                    .toList();
        }
        Random random = new Random(Draws.seed() + figure.id().hashCode());
        List<FigureState<?>> states = new ArrayList<>(List.of(FigureState.of(figure)));
        while (states.size() <= Draws.count(DRAWN, STATES)) {
            FigureState<M> state = FigureState.of(figure).step(random.nextInt(4));
            for (int i = 0; i < NUDGES; i++) {
                Focus spot = state.spots().get(random.nextInt(state.spots().size()));
                Stride stride = random.nextBoolean() ? Stride.STEP : Stride.COARSE;
                state = state.take(spot).nudge(random.nextBoolean() ? 1 : -1, 0, stride);
            }
            states.add(state);
        }
        return states;
    }

    /** The fact that the program of a figure prints last; the slope of the chosen name in a graph. */
    private static String printed(FigureState<?> state) {
        return state.model() instanceof GraphModel graph
                ? graph.name(graph.node()) + "_grad"
                : PRINTED.getOrDefault(state.figure().id(), "loss");
    }

    private static <M extends Record> OptionalDouble main(FigureState<M> state) {
        String cell = state.figure().knobs().stream()
                .filter(knob -> knob.name().equals("cell"))
                .map(knob -> knob.text(state.model()))
                .findFirst()
                .orElse("1,1");
        int row = Integer.parseInt(cell.substring(0, cell.indexOf(','))) - 1;
        int column = Integer.parseInt(cell.substring(cell.indexOf(',') + 1)) - 1;
        List<Fact> facts = state.figure().facts(state.model());
        String name = state.figure().id().equals("attention") ? "weights" : printed(state);
        Value value = facts.stream()
                .filter(fact -> fact.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("add to PRINTED in PythonTest which fact the Python of "
                        + state.figure().id() + " prints last; " + name + " is none of its facts"))
                .value();
        List<Vector> rows = value.rows();
        if (value.dimensions() < 2) {
            return rows.isEmpty()
                    ? OptionalDouble.empty()
                    : OptionalDouble.of(rows.get(0).get(0));
        }
        double entry = rows.get(row).get(column);
        return entry == 0 ? OptionalDouble.empty() : OptionalDouble.of(entry);
    }
}
