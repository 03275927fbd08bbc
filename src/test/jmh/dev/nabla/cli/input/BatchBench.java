package dev.nabla.cli.input;

import com.fasterxml.jackson.core.JsonParser;
import dev.nabla.cli.command.SolveLines;
import dev.nabla.figure.Fact;
import dev.nabla.figure.Knob;
import dev.nabla.figure.Value;
import dev.nabla.figure.softmax.SoftmaxFigure;
import dev.nabla.output.Answers;
import dev.nabla.output.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The way of a line of a batch, and its parts. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class BatchBench {
    private static final int LINES = 1000;

    private final byte[] logits = "[-2.991,-1.594,2.988,-0.666]".getBytes(StandardCharsets.UTF_8);
    private final byte[] lines = "{\"op\":\"softmax\",\"logits\":[-2.991,-1.594,2.988,-0.666],\"tau\":1}\n"
            .repeat(LINES)
            .getBytes(StandardCharsets.UTF_8);
    private final LineBlocks.Block block = new LineBlocks.Block(1, lines, lines.length);
    private final BatchWorker answers =
            new BatchWorker(new SolveLines(false, false, List.of(), ResourceLimit.WHOLE).task(), Json::new);
    private final SoftmaxFigure figure = new SoftmaxFigure();
    private final SoftmaxFigure.Model model = figure.start();
    private final List<Fact> facts = figure.facts(model);
    private final List<Knob<SoftmaxFigure.Model, ?>> asked = Knob.asked(figure);
    private final Json json = new Json(1 << 10);

    @Benchmark
    @OperationsPerInvocation(LINES)
    public Object line() throws IOException, InterruptedException {
        return answers.to(block, more -> {});
    }

    @Benchmark
    public Value lineReadFourNumbers() throws IOException {
        try (JsonParser reader = JsonValues.FACTORY.createParser(logits)) {
            reader.nextToken();
            return JsonValues.value(reader);
        }
    }

    @Benchmark
    public List<Fact> lineFacts() {
        return figure.facts(model);
    }

    @Benchmark
    public void lineWritten() throws IOException {
        json.add(
                new Answers.Head("softmax", OptionalLong.empty(), Map.of()), asked, model, facts, List.of(), List.of());
        json.passTo(OutputStream.nullOutputStream());
    }
}
