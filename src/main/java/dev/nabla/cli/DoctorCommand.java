package dev.nabla.cli;

import dev.nabla.cli.Cli.Command;
import dev.nabla.view.Look;
import dev.nabla.view.Text;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code nabla doctor}: what was detected about this terminal, and why. */
final class DoctorCommand implements Command {
    private final Console console;

    DoctorCommand(Console console) {
        this.console = console;
    }

    @Override
    public String summary() {
        return "say what was detected about this terminal, and why";
    }

    @Override
    public CommandSpec spec(List<String> arguments) {
        CommandSpec spec = CommandSpec.create().name("nabla doctor");
        Words.addLook(spec);
        spec.usageMessage().footer("", "Example: nabla doctor");
        return spec;
    }

    @Override
    public Reply run(ParseResult parsed) {
        Look look = Words.look(parsed, Look.detect(console.here()));
        List<String> lines = new ArrayList<>();
        lines.add(line("glyphs", look.glyphs()));
        lines.add(line(
                "color",
                new Look.Choice<>(look.colors().value().word(), look.colors().reason())));
        lines.add(line("theme", look.theme()));
        lines.add(line(
                "pictures",
                new Look.Choice<>(
                        look.pictures().value() ? "yes" : "no", look.pictures().reason())));
        lines.add(console.size()
                .get()
                .map(size -> line("size", new Look.Choice<>(size, "asked the terminal")))
                .orElse(line("size", new Look.Choice<>("none", "no terminal answers"))));
        lines.add(line(
                "lessons",
                new Look.Choice<>(
                        Files.isDirectory(console.lessons()) ? "found" : "missing",
                        console.lessons().toString())));
        lines.add(line(
                "java", new Look.Choice<>(System.getProperty("java.version"), System.getProperty("java.vm.name"))));
        return Reply.ok(String.join("\n", lines) + "\n");
    }

    private static String line(String name, Look.Choice<?> choice) {
        String value = choice.value().toString().toLowerCase(Locale.ROOT);
        return name
                + " ".repeat(10 - name.length())
                + value
                + " ".repeat(Math.max(1, 10 - value.length()))
                + Text.harmless(choice.reason());
    }
}
