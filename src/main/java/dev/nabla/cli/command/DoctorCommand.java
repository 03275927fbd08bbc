package dev.nabla.cli.command;

import dev.nabla.cli.Environment;
import dev.nabla.cli.LookOptions;
import dev.nabla.cli.Reply;
import dev.nabla.frame.Size;
import dev.nabla.output.DisplayProfile;
import dev.nabla.output.DisplayProfile.Choice;
import dev.nabla.output.Text;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code nabla doctor}: what was detected about this terminal, and why. */
final class DoctorCommand implements Command {
    private static final int COLUMN = 10;

    private final Environment console;

    DoctorCommand(Environment console) {
        this.console = console;
    }

    @Override
    public String summary() {
        return "say what was detected about this terminal, and why";
    }

    @Override
    public CommandSpec spec(List<String> arguments) {
        CommandSpec spec = CommandSpec.create().name("nabla doctor");
        LookOptions.add(spec, DisplayProfile.SETTINGS);
        spec.usageMessage().footer("", "Example: nabla doctor");
        return spec;
    }

    @Override
    public Reply run(ParseResult parsed) {
        DisplayProfile look = LookOptions.look(parsed, console);
        return new Reply(
                Reply.OK, Text.spelt(lines(rows(look)), look.glyphs().value()), LookOptions.complaints(console));
    }

    private Map<String, Choice<?>> rows(DisplayProfile look) {
        Map<String, Choice<?>> rows = new LinkedHashMap<>(look.settings());
        Choice<Boolean> pictures = look.pictures();
        rows.put("pictures", new Choice<>(pictures.value() ? "yes" : "no", pictures.reason()));
        Optional<Size> size = console.size().get();
        rows.put(
                "size",
                new Choice<>(
                        size.map(Size::toString).orElse("none"),
                        size.isPresent() ? "asked the terminal" : "no terminal answers"));
        Path journal = console.learner().journal();
        rows.put("config", found(Files.exists(console.configFile()), console.configFile()));
        rows.put("lessons", found(Files.isDirectory(console.lessons()), console.lessons()));
        rows.put("journal", found(Files.exists(journal), journal));
        rows.put("java", new Choice<>(System.getProperty("java.version"), System.getProperty("java.vm.name")));
        return rows;
    }

    private static Choice<String> found(boolean there, Path where) {
        return new Choice<>(there ? "found" : "none", where.toString());
    }

    private static String lines(Map<String, Choice<?>> rows) {
        return rows.entrySet().stream()
                .map(row -> padded(row.getKey())
                        + padded(row.getValue().value().toString())
                        + row.getValue().reason())
                .collect(Collectors.joining("\n"));
    }

    private static String padded(String word) {
        return word + " ".repeat(Math.max(1, COLUMN - word.length()));
    }
}
