package dev.nabla.cli;

import dev.nabla.figure.Figure;
import dev.nabla.figure.Figures;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.Model.CommandSpec;

/** The figure that a command is about, its first argument. */
final class Operand {
    private Operand() {}

    static CommandSpec spec(String command, String label, List<String> known) {
        CommandSpec spec = CommandSpec.create().name("nabla " + command);
        Options.addOperand(spec, label, Options.ONE, "one of " + String.join(", ", known));
        return spec;
    }

    /** What the first argument names, or behind options any; none if nothing names one. */
    static Optional<Figure<?>> named(List<String> arguments, Function<String, Figure<?>> named) {
        Optional<String> word = word(arguments);
        return word.isEmpty() ? Optional.empty() : Optional.of(named.apply(word.get()));
    }

    /** The figures' titles by their names. */
    static Map<String, String> titles(List<String> ids) {
        Map<String, String> titles = new LinkedHashMap<>();
        for (String id : ids) {
            titles.put(id, Figures.named(id).title());
        }
        return titles;
    }

    /** The name of the figure the arguments are about, if there is such a figure. */
    static Optional<String> idIn(List<String> arguments) {
        return word(arguments).filter(Figures.ids()::contains);
    }

    private static Optional<String> word(List<String> arguments) {
        if (!arguments.isEmpty() && !arguments.get(0).startsWith("-")) {
            return Optional.of(arguments.get(0));
        }
        List<String> ids = Figures.ids();
        return arguments.stream().filter(ids::contains).findFirst();
    }
}
