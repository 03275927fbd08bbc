package dev.nabla.cli;

import dev.nabla.view.Look;
import dev.nabla.view.Look.Choice;
import dev.nabla.view.Text;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code nabla doctor}: what was detected about this terminal, and why. */
final class DoctorCommand implements Command {
    private static final int COLUMN = 10;

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
        LookOptions.add(spec, Look.SETTINGS);
        spec.usageMessage().footer("", "Example: nabla doctor");
        return spec;
    }

    @Override
    public Reply run(ParseResult parsed) {
        Look look = LookOptions.look(parsed, console);
        Map<String, Choice<?>> rows = new LinkedHashMap<>(look.settings());
        rows.put(
                "pictures",
                new Choice<>(
                        look.pictures().value() ? "yes" : "no", look.pictures().reason()));
        rows.put(
                "size",
                console.size()
                        .get()
                        .map(size -> new Choice<>(size.toString(), "asked the terminal"))
                        .orElse(new Choice<>("none", "no terminal answers")));
        rows.put(
                "config",
                found(Files.exists(console.configFile()), console.configFile().toString()));
        rows.put(
                "lessons",
                found(Files.isDirectory(console.lessons()), console.lessons().toString()));
        rows.put(
                "journal",
                found(
                        Files.exists(console.learner().journal()),
                        console.learner().journal().toString()));
        rows.put("java", new Choice<>(System.getProperty("java.version"), System.getProperty("java.vm.name")));
        String lines = rows.entrySet().stream()
                .map(row -> padded(row.getKey())
                        + padded(row.getValue().value().toString())
                        + row.getValue().reason())
                .collect(Collectors.joining("\n"));
        return new Reply(Reply.OK, Text.spelt(lines, look.glyphs().value()), LookOptions.complaints(console));
    }

    private static Choice<String> found(boolean there, String where) {
        return new Choice<>(there ? "found" : "none", where);
    }

    private static String padded(String word) {
        return word + " ".repeat(Math.max(1, COLUMN - word.length()));
    }
}
