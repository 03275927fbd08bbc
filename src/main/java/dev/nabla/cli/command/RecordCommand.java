package dev.nabla.cli.command;

import dev.nabla.cli.Arguments;
import dev.nabla.cli.Command;
import dev.nabla.cli.CommandResult;
import dev.nabla.cli.Options;
import dev.nabla.cli.Screens;
import dev.nabla.cli.input.FileAccess;
import dev.nabla.cli.input.Inputs;
import dev.nabla.figure.ShellCommand;
import dev.nabla.file.WholeFile;
import dev.nabla.frame.Size;
import dev.nabla.math.Decimal;
import dev.nabla.output.Asciicast;
import dev.nabla.output.DisplayProfile;
import dev.nabla.output.PlainText;
import java.util.List;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code nabla record OUT.cast -- KEYS}: records the tutor for asciinema while these keys are pressed. */
record RecordCommand(Screens screens) implements Command {
    private static final Size USUAL = new Size(80, 24);

    @Override
    public void declare(Options options) {
        options.summary("press keys in the tutor and record it for asciinema")
                .operand("OUT", "the file, like tour.cast; - for standard output")
                .operand(PositionalParamSpec.builder()
                        .paramLabel("KEYS")
                        .index("1..*")
                        .arity("0..*")
                        .type(List.class)
                        .auxiliaryTypes(String.class)
                        .description(
                                "after --: keys as the tutor's list of keys (?) names them, like Right, Shift+Right, Space"
                                        + " or e, or by the words below; wait:1.5 for a pause in seconds; type:0.29 to"
                                        + " type"))
                .size("in cells (default: 80x24)")
                .lessons()
                .displayOptions(DisplayProfile.PICTURE)
                .notes(
                        "Words for keys that a shell would take for itself:",
                        "",
                        "  TenLeft <, TenRight >, Less <, Greater >, Question ?, Exclamation !, Equals =, Ampersand &,",
                        "  LeftBracket [, RightBracket ], LeftBrace {, RightBrace }, LeftParenthesis (,",
                        "  RightParenthesis ), Bar |, Semicolon ;, Hash #, Dollar $, Asterisk *, Caret ^, Tilde ~,",
                        "  Quote \", Apostrophe ', Backquote `, Backslash \\",
                        "",
                        "Example: nabla record - --size 80x24 -- Enter wait:2 v Right TenRight");
    }

    @Override
    public CommandResult run(Arguments given) {
        Arguments.require(
                !given.words().get(0).equals("--"), "OUT is missing: the file, like nabla record tour.cast -- Enter");
        String out = given.operand(0).orElse("");
        List<String> keys = given.parsed().matchedPositionalValue(1, List.of());
        Size size = given.size().orElse(USUAL);
        DisplayProfile look = DisplayProfile.browser(given.asked());
        if (out.equals(Inputs.STREAM)) {
            return CommandResult.ok(
                    screens.film(given.course(), look, size, keys).text());
        }
        WholeFile file =
                given.console().disk().replaceable(out, "recording like tour.cast", Asciicast.BEGINNING, "type -");
        Asciicast cast = screens.film(given.course(), look, size, keys);
        FileAccess.write(file, out, cast.text());
        return CommandResult.ok(PlainText.harmless(out) + ": " + Decimal.fixed(cast.seconds(), 1)
                + " s; asciinema play " + PlainText.harmless(ShellCommand.quoted(out)) + "\n");
    }
}
