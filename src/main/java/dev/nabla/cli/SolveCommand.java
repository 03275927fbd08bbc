package dev.nabla.cli;

import dev.nabla.cli.Cli.Command;
import dev.nabla.figure.Action;
import dev.nabla.figure.Cursor;
import dev.nabla.figure.Fact;
import dev.nabla.figure.Figure;
import dev.nabla.figure.Figures;
import dev.nabla.figure.Live;
import dev.nabla.figure.Stride;
import dev.nabla.frame.Frame;
import dev.nabla.frame.Size;
import dev.nabla.math.BadInput;
import dev.nabla.view.Ansi;
import dev.nabla.view.Json;
import dev.nabla.view.Look;
import dev.nabla.view.Readable;
import dev.nabla.view.Text;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code nabla solve OP [inputs]}: the answer, readable or as JSON, worked out or drawn if asked. */
final class SolveCommand implements Command {
    private static final String JSON = "--json";

    private final Console console;

    SolveCommand(Console console) {
        this.console = console;
    }

    @Override
    public String summary() {
        return "compute " + String.join(", ", Figures.ids()) + "; --json for scripts";
    }

    @Override
    public CommandSpec spec(List<String> arguments) {
        CommandSpec spec = Operand.spec("solve", "OP", arguments);
        Operand.named(arguments).ifPresent(figure -> {
            KnobOptions.add(spec, figure, KnobOptions.QUESTION);
            extras(figure)
                    .forEach(fact ->
                            Words.addFlag(spec, "--" + fact.name(), "print the " + fact.name() + ", row by row"));
            spec.usageMessage()
                    .footer("", "Example: " + example(figure), "A number: 0.5, -1e-3, 1/3, pi, sqrt(2), inf.");
        });
        Words.addFlag(spec, JSON, "one JSON object, schema 1");
        Words.addFlag(spec, "--explain", "the worked steps with these numbers");
        Words.addFlag(spec, "--plot", "the figure; --size for other than the terminal's");
        Words.add(spec, "--size", "width x height of the plot, like 80x24");
        Words.addLook(spec, Look.PICTURE);
        return spec;
    }

    /** The command for the start with its first knob nudged, so that the example has an option in it. */
    private static <M extends Record> String example(Figure<M> figure) {
        Action nudge = new Action.Nudge(1, 0, Stride.STEP);
        return figure.command(Live.of(figure).apply(nudge).model());
    }

    @Override
    public Reply run(ParseResult parsed) {
        Figure<?> figure = Figures.named(parsed.matchedPositionalValue(0, ""));
        return solve(figure, parsed);
    }

    private <M extends Record> Reply solve(Figure<M> figure, ParseResult parsed) {
        M model = KnobOptions.model(figure, parsed, console);
        figure.requireAnswer(model);
        Predicate<Fact> wanted = fact -> !fact.onRequest() || parsed.hasMatchedOption("--" + fact.name());
        Look look = Words.look(parsed, console);
        Optional<Size> size = Optional.ofNullable(parsed.<String>matchedOptionValue("--size", null))
                .map(Words::size);
        if (parsed.hasMatchedOption(JSON)) {
            return Reply.ok(Json.answer(figure, model, wanted));
        }
        if (parsed.hasMatchedOption("--plot")) {
            return Reply.ok(plot(figure, model, size.orElseGet(() -> Operand.plotSize(console)), look));
        }
        String steps = parsed.hasMatchedOption("--explain") ? String.join("\n", figure.steps(model)) + "\n\n" : "";
        return Reply.ok(Text.spelt(
                steps + Readable.facts(figure, model, wanted), look.glyphs().value()));
    }

    /** A script that asked for JSON gets its complaint as JSON too, on standard output. */
    @Override
    public Reply complaint(BadInput bad, List<String> arguments) {
        if (!arguments.contains(JSON)) {
            return Command.super.complaint(bad, arguments);
        }
        return new Reply(Reply.codeOf(bad), Json.error(Operand.idIn(arguments).orElse(null), bad), "");
    }

    private <M extends Record> String plot(Figure<M> figure, M model, Size size, Look look) {
        Frame frame = figure.view(model, Cursor.start(figure, model), size, look.font());
        return console.outIsTerminal() ? Ansi.of(frame, look.palette()) : Text.of(frame);
    }

    private static <M extends Record> List<Fact> extras(Figure<M> figure) {
        return figure.facts(figure.start()).stream().filter(Fact::onRequest).toList();
    }
}
