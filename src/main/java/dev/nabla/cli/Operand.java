package dev.nabla.cli;

import dev.nabla.figure.Figure;
import dev.nabla.figure.Figures;
import dev.nabla.frame.Size;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The figure that a command is about, its first argument. */
final class Operand {
    private static final Size USUAL = new Size(80, 23);

    private Operand() {}

    static CommandSpec spec(String command, String label, List<String> known) {
        CommandSpec spec = CommandSpec.create().name("nabla " + command);
        spec.addPositional(PositionalParamSpec.builder()
                .paramLabel(label)
                .arity("1")
                .index("0")
                .required(true)
                .type(String.class)
                .description("one of " + String.join(", ", known))
                .build());
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

    /** The terminal's width and its height less the prompt; 80x23 where there is no terminal. */
    static Size plotSize(Console console) {
        if (!console.outIsTerminal()) {
            return USUAL;
        }
        return console.size()
                .get()
                .map(size -> new Size(size.width(), size.height() - 1))
                .orElse(USUAL);
    }
}
