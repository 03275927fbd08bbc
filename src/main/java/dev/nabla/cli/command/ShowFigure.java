package dev.nabla.cli.command;

import dev.nabla.cli.Arguments;
import dev.nabla.cli.Command;
import dev.nabla.cli.CommandResult;
import dev.nabla.cli.FigureArguments;
import dev.nabla.cli.Options;
import dev.nabla.figure.CodeLine;
import dev.nabla.figure.Figure;
import dev.nabla.figure.FigureState;
import dev.nabla.frame.Frame;
import dev.nabla.frame.Size;
import dev.nabla.line.FigureInWords;
import dev.nabla.output.Ansi;
import dev.nabla.output.DisplayProfile;
import dev.nabla.output.Palette;
import dev.nabla.output.PlainText;
import dev.nabla.output.Setting;
import dev.nabla.output.Svg;
import java.util.Optional;

/** {@code nabla show FIGURE [inputs]}: prints the figure as text, ANSI or SVG, or its Python code. */
record ShowFigure<M extends Record>(Figure<M> figure) implements Command {
    private enum Format {
        TEXT,
        ANSI,
        SVG,
        PYTHON
    }

    private static final Setting<Format> FORMAT = Setting.of("format", "text, ansi, svg or python", Format.values());

    @Override
    public void declare(Options options) {
        options.summary(figure.info().title());
        declareOutput(options.knobs(figure));
    }

    /** Declares the options for the form of the picture. */
    static void declareOutput(Options options) {
        options.size("in cells, like 120x36 (default: the terminal's, else 80x23)")
                .option(
                        "--format",
                        FORMAT.choices(),
                        FORMAT.help()
                                + " (default: ansi on a terminal, else text, which is sentences with --screen-reader)")
                .displayOptions(DisplayProfile.PICTURE)
                .notes(
                        "Example: nabla show descent --eta 1.08 --steps 9 --size 80x24",
                        "Example: nabla show softmax --format svg",
                        "Example: nabla show softmax --format python",
                        "",
                        "A picture is kept with > softmax.svg behind it.");
    }

    @Override
    public Optional<String> insteadOf(String word) {
        return figure.insteadOf(word);
    }

    @Override
    public CommandResult run(Arguments given) {
        DisplayProfile terminal = given.displayProfile();
        boolean inWords = terminal.screenReader().value();
        String usual = given.console().outIsTerminal() && !inWords ? "ansi" : "text";
        Format format = FORMAT.read("--format", given.value("--format").orElse(usual));
        DisplayProfile look = format == Format.SVG ? DisplayProfile.browser(given.asked()) : terminal;
        FigureArguments.ParsedModel<M> asked = new FigureArguments<>(figure, given).picture();
        M model = asked.model();
        String shown = inWords && format == Format.TEXT
                ? inWords(FigureState.of(figure, model), look)
                : format == Format.PYTHON
                        ? CodeLine.program(CodeLine.of(figure, model))
                        : drawn(model, format, look, given);
        return CommandResult.ok(shown).withWarnings(asked.cuts());
    }

    private String drawn(M model, Format format, DisplayProfile look, Arguments given) {
        Size size = given.size().orElseGet(given.console()::room);
        Frame frame = worked(FigureState.of(figure, model), given).view(size, look.font());
        Palette palette = look.palette();
        return switch (format) {
            case SVG -> given.asked().containsKey("theme") ? Svg.of(frame, palette) : Svg.of(frame, palette.colors());
            case ANSI -> Ansi.of(frame, palette);
            case TEXT, PYTHON -> PlainText.of(frame);
        };
    }

    /** Does the work of a picture in order; the picture itself would ask for the last step of a run first. */
    static FigureState<?> worked(FigureState<?> state, Arguments given) {
        return state.worked(given.console().share().budget(state.figure()));
    }

    /** Returns the figure in sentences, a line each. */
    static String inWords(FigureState<?> figure, DisplayProfile look) {
        String lines = String.join("\n", new FigureInWords<>(figure).shown());
        return PlainText.forDisplay(lines, look.glyphs().value());
    }
}
