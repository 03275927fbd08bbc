package dev.nabla.cli.command;

import dev.nabla.cli.Arguments;
import dev.nabla.cli.Environment;
import dev.nabla.cli.Options;
import dev.nabla.cli.Reply;
import dev.nabla.frame.Size;
import dev.nabla.output.DisplayProfile;
import dev.nabla.output.DisplayProfile.Choice;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** {@code nabla doctor}: what was detected about this terminal, and why. */
record DoctorCommand() implements Command {
    private static final int COLUMN = 10;

    @Override
    public Options options(List<String> arguments) {
        return new Options().look(DisplayProfile.SETTINGS).footer("", "Example: nabla doctor");
    }

    @Override
    public Reply run(Arguments given) {
        Environment console = given.console();
        DisplayProfile look = given.look();
        Map<String, Choice<?>> rows = new LinkedHashMap<>(look.settings());
        Choice<Boolean> pictures = look.pictures();
        rows.put("pictures", new Choice<>(pictures.value() ? "yes" : "no", pictures.reason()));
        Optional<Size> size = console.size().get();
        String asked = size.isPresent() ? "asked the terminal" : "no terminal answers";
        rows.put("size", new Choice<>(size.map(Size::toString).orElse("none"), asked));
        Path journal = console.learner().journal();
        rows.put("config", found(Files.exists(console.configFile()), console.configFile()));
        rows.put("lessons", found(Files.isDirectory(console.lessons()), console.lessons()));
        rows.put("journal", found(Files.exists(journal), journal));
        rows.put("java", new Choice<>(System.getProperty("java.version"), System.getProperty("java.vm.name")));
        return new Reply(Reply.OK, given.spelt(lines(rows)), console.complaints());
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
