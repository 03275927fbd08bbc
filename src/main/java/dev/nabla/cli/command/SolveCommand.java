package dev.nabla.cli.command;

import dev.nabla.cli.Environment;
import dev.nabla.cli.FigureArgument;
import dev.nabla.cli.KnobOptions;
import dev.nabla.cli.LookOptions;
import dev.nabla.cli.Options;
import dev.nabla.cli.Reply;
import dev.nabla.figure.Fact;
import dev.nabla.figure.FactPath;
import dev.nabla.figure.Figure;
import dev.nabla.figure.FigureState;
import dev.nabla.figure.Knob;
import dev.nabla.figure.Value;
import dev.nabla.figure.catalog.Figures;
import dev.nabla.frame.Frame;
import dev.nabla.frame.Glyphs;
import dev.nabla.frame.Size;
import dev.nabla.math.BadInput;
import dev.nabla.output.Ansi;
import dev.nabla.output.DisplayProfile;
import dev.nabla.output.Json;
import dev.nabla.output.Readable;
import dev.nabla.output.Text;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** {@code nabla solve OP [inputs]}: the answer, readable or as JSON, worked out or drawn if asked. */
final class SolveCommand implements Command {
    static final String GET = "--get";
    private static final String DIGITS = "--digits";
    private static final String EXPLAIN = "--explain";
    private static final String PLOT = "--plot";
    private static final String FAIL = "--fail-on-divergence";
    private static final int MOST_DIGITS = 17;

    private final Environment console;

    SolveCommand(Environment console) {
        this.console = console;
    }

    @Override
    public String summary() {
        return "compute " + String.join(", ", Figures.operations()) + "; --json for scripts";
    }

    @Override
    public CommandSpec spec(List<String> arguments) {
        if (BatchCommand.isAskedFor(arguments)) {
            return BatchCommand.spec();
        }
        CommandSpec spec = FigureArgument.spec("solve", "OP", Figures.operations());
        Optional<String> op = FigureArgument.in(arguments);
        if (op.isPresent()) {
            addOwn(spec, Figures.operation(op.get()), arguments);
        }
        if (FigureArgument.idIn(arguments).isEmpty()) {
            spec.addOption(BatchCommand.option());
            spec.usageMessage().footer(SolveHelp.ofAll());
        }
        addForms(spec);
        return spec;
    }

    /** What only this operation has: its knobs, the facts that are left out unless asked for, its help. */
    private static <M extends Record> void addOwn(CommandSpec spec, Figure<M> figure, List<String> arguments) {
        KnobOptions.add(spec, figure, Knob.asked(figure));
        for (Fact fact : figure.facts(figure.start())) {
            if (fact.onRequest()) {
                Options.addFlag(spec, "--" + fact.name(), "print the " + fact.name() + ", row by row");
            }
        }
        if (figure instanceof Figure.Diverging<M>) {
            Options.addFlag(
                    spec, FAIL, "exit with " + Reply.NO_ANSWER + " if it diverges; the answer is printed all the same");
        }
        if (Cli.asksForHelp(arguments)) {
            spec.usageMessage().footer(SolveHelp.of(figure));
        }
    }

    /** The forms an answer can have. */
    private static void addForms(CommandSpec spec) {
        Options.addFlag(spec, Options.JSON, "one JSON object, schema 1; with --get only its value");
        spec.addOption(OptionSpec.builder(GET, "--quiet")
                .type(String.class)
                .arity("1")
                .paramLabel("KEY")
                .description("print one value and nothing else, like p or p[1]")
                .build());
        Options.add(spec, DIGITS, "significant digits, 1 to " + MOST_DIGITS + " (default: " + Readable.DIGITS + ")");
        Options.addFlag(spec, EXPLAIN, "the worked steps with these numbers");
        Options.addFlag(spec, PLOT, "the figure; --size for other than the terminal's");
        LookOptions.addSize(spec, "of the plot, like 80x24");
        LookOptions.add(spec, DisplayProfile.PICTURE);
    }

    @Override
    public Map<String, String> operands() {
        return FigureArgument.titles(Figures.operations());
    }

    @Override
    public Reply run(ParseResult parsed) {
        if (parsed.hasMatchedOption(BatchCommand.BATCH)) {
            return new BatchCommand(console).run(parsed);
        }
        return solve(Figures.operation(parsed.matchedPositionalValue(0, "")), parsed);
    }

    private <M extends Record> Reply solve(Figure<M> figure, ParseResult parsed) {
        requireThatTheyGoTogether(parsed);
        DisplayProfile look = LookOptions.look(parsed, console);
        M model = KnobOptions.model(figure, parsed, console);
        figure.requireAnswer(model);
        String answer = answer(figure, model, parsed, look);
        Optional<String> diverges = parsed.hasMatchedOption(FAIL) && figure instanceof Figure.Diverging<M> diverging
                ? diverging.divergence(model)
                : Optional.empty();
        return diverges.isEmpty() ? Reply.ok(answer) : new Reply(Reply.NO_ANSWER, answer, Reply.said(diverges.get()));
    }

    private <M extends Record> String answer(Figure<M> figure, M model, ParseResult parsed, DisplayProfile look) {
        boolean json = parsed.hasMatchedOption(Options.JSON);
        String key = parsed.matchedOptionValue(GET, null);
        Optional<Size> size = LookOptions.size(parsed);
        int digits = digits(parsed);
        if (key != null) {
            return value(fact(key, figure.facts(model)), parsed);
        }
        Predicate<Fact> wanted = fact -> !fact.onRequest() || parsed.hasMatchedOption("--" + fact.name());
        if (json) {
            return Json.answer(figure, model, wanted);
        }
        Glyphs glyphs = look.glyphs().value();
        String steps = parsed.hasMatchedOption(EXPLAIN) ? String.join("\n", figure.steps(model)) + "\n\n" : "";
        if (parsed.hasMatchedOption(PLOT)) {
            Size room = size.orElseGet(() -> LookOptions.room(console));
            return (steps.isEmpty() ? "" : Text.spelt(steps, glyphs)) + plot(figure, model, room, look);
        }
        return Text.spelt(steps + Readable.facts(figure, model, wanted, digits), glyphs);
    }

    private static Fact fact(String key, List<Fact> facts) {
        try {
            return FactPath.parse(key).in(facts);
        } catch (BadInput bad) {
            throw bad.about(GET);
        }
    }

    /** One value alone; in full, unless digits are asked for, so that it can be an input again. */
    private static String value(Fact fact, ParseResult parsed) {
        if (fact.value() instanceof Value.Absent absent) {
            throw BadInput.maths("no_value", fact.name() + " does not exist here: " + absent.why());
        }
        if (parsed.hasMatchedOption(Options.JSON)) {
            return Json.value(fact);
        }
        return Text.harmless(
                        parsed.hasMatchedOption(DIGITS)
                                ? Readable.value(fact, digits(parsed))
                                : fact.value().text())
                + "\n";
    }

    private static int digits(ParseResult parsed) {
        Optional<Long> digits = Options.whole(parsed, DIGITS, 1, MOST_DIGITS);
        return digits.isPresent() ? digits.get().intValue() : Readable.DIGITS;
    }

    private static void requireThatTheyGoTogether(ParseResult parsed) {
        refuse(parsed, GET, List.of(PLOT, EXPLAIN), "prints one value");
        refuse(parsed, Options.JSON, List.of(PLOT, DIGITS), "prints exact numbers");
    }

    private static void refuse(ParseResult parsed, String option, List<String> others, String why) {
        for (String other : others) {
            if (parsed.hasMatchedOption(option) && parsed.hasMatchedOption(other)) {
                throw BadInput.usage("usage", option + " " + why + "; leave out " + other);
            }
        }
    }

    @Override
    public Reply complaint(BadInput bad, List<String> arguments) {
        return Reply.complaint(bad, arguments, FigureArgument.idIn(arguments));
    }

    private <M extends Record> String plot(Figure<M> figure, M model, Size size, DisplayProfile look) {
        Frame frame = FigureState.of(figure, model).view(size, look.font());
        return console.outIsTerminal() ? Ansi.of(frame, look.palette()) : Text.of(frame);
    }
}
