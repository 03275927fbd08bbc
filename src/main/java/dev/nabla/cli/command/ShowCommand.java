package dev.nabla.cli.command;

import dev.nabla.cli.Environment;
import dev.nabla.cli.FigureArgument;
import dev.nabla.cli.KnobOptions;
import dev.nabla.cli.LookOptions;
import dev.nabla.cli.Options;
import dev.nabla.cli.Reply;
import dev.nabla.figure.Figure;
import dev.nabla.figure.FigureState;
import dev.nabla.figure.catalog.Figures;
import dev.nabla.frame.Frame;
import dev.nabla.frame.Size;
import dev.nabla.output.Ansi;
import dev.nabla.output.DisplayProfile;
import dev.nabla.output.Palette;
import dev.nabla.output.Setting;
import dev.nabla.output.Svg;
import dev.nabla.output.Text;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code nabla show FIGURE [inputs]}: the figure as text, ANSI or SVG. */
final class ShowCommand implements Command {
    private enum Format {
        TEXT,
        ANSI,
        SVG
    }

    private static final Setting<Format> FORMAT = Setting.of("format", "text, ansi or svg", Format.values());

    private final Environment console;

    ShowCommand(Environment console) {
        this.console = console;
    }

    @Override
    public String summary() {
        return "print a figure as text, ANSI or SVG";
    }

    @Override
    public CommandSpec spec(List<String> arguments) {
        CommandSpec spec = FigureArgument.spec("show", "FIGURE", Figures.ids());
        FigureArgument.in(arguments).map(Figures::named).ifPresent(figure -> addKnobs(spec, figure));
        LookOptions.addSize(spec, "in cells, like 120x36 (default: the terminal's, else 80x23)");
        Options.add(spec, "--format", FORMAT.words(), FORMAT.help() + " (default: ansi on a terminal, else text)");
        LookOptions.add(spec, DisplayProfile.PICTURE);
        spec.usageMessage()
                .footer(
                        "",
                        "Example: nabla show descent --eta 1.08 --steps 9 --size 80x24",
                        "Example: nabla show softmax --format svg",
                        "",
                        "A picture is kept with > softmax.svg behind it.");
        return spec;
    }

    private static <M extends Record> void addKnobs(CommandSpec spec, Figure<M> figure) {
        KnobOptions.add(spec, figure, figure.knobs());
    }

    @Override
    public Map<String, String> operands() {
        return FigureArgument.titles(Figures.ids());
    }

    @Override
    public Reply run(ParseResult parsed) {
        return show(Figures.named(parsed.matchedPositionalValue(0, "")), parsed);
    }

    private <M extends Record> Reply show(Figure<M> figure, ParseResult parsed) {
        Format format = format(parsed);
        DisplayProfile look = format == Format.SVG
                ? DisplayProfile.browser(LookOptions.asked(parsed, console))
                : LookOptions.look(parsed, console);
        Size size = LookOptions.size(parsed).orElseGet(() -> LookOptions.room(console));
        M model = KnobOptions.model(figure, parsed, console);
        Frame frame = FigureState.of(figure, model).view(size, look.font());
        Palette palette = look.palette();
        return Reply.ok(
                switch (format) {
                    case TEXT -> Text.of(frame);
                    case ANSI -> Ansi.of(frame, palette);
                    case SVG ->
                        LookOptions.asked(parsed, console).containsKey("theme")
                                ? Svg.of(frame, palette)
                                : Svg.of(frame, palette.colors());
                });
    }

    private Format format(ParseResult parsed) {
        return FORMAT.read(
                "--format", parsed.matchedOptionValue("--format", console.outIsTerminal() ? "ansi" : "text"));
    }
}
