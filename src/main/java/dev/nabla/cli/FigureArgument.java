package dev.nabla.cli;

import dev.nabla.figure.catalog.Figures;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The figure that a command is about, its first argument. */
public final class FigureArgument {
    /** What it is called in help. */
    public static final List<String> LABELS = List.of("OP", "FIGURE");

    private FigureArgument() {}

    public static Options options(String command, String label, List<String> known) {
        return Options.of(command).operand(label, "one of " + String.join(", ", known));
    }

    /** The figures' titles by their names. */
    public static Map<String, String> titles(List<String> ids) {
        Map<String, String> titles = new LinkedHashMap<>();
        for (String id : ids) {
            titles.put(id, Figures.named(id).info().title());
        }
        return titles;
    }

    /** The name of the figure the arguments are about, if there is such a figure. */
    public static Optional<String> idIn(List<String> arguments) {
        Optional<String> word = in(arguments);
        return word.isPresent() && Figures.ids().contains(word.get()) ? word : Optional.empty();
    }

    /** The first argument, whatever it names; behind options the first that names a figure. */
    public static Optional<String> in(List<String> arguments) {
        if (!arguments.isEmpty() && !arguments.get(0).startsWith("-")) {
            return Optional.of(arguments.get(0));
        }
        for (String argument : arguments) {
            if (Figures.ids().contains(argument)) {
                return Optional.of(argument);
            }
        }
        return Optional.empty();
    }
}
