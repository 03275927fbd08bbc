package dev.nabla.cli.command;

import dev.nabla.cli.input.BatchTask;
import dev.nabla.figure.Figure;
import dev.nabla.figure.Value;
import dev.nabla.figure.catalog.Figures;
import dev.nabla.math.BadInput;
import dev.nabla.math.Problem;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The operations that the lines of a batch can name. Each is created for the first line that names it, since some read
 * thousands of names first.
 */
final class LineOperations implements BatchTask.InputNames {
    static final String OP = "op";

    private final Set<String> others;
    private final Map<String, LineOperation<?>> made = new ConcurrentHashMap<>();
    /** Null until first used. Several threads may set it, since all compute the same names. */
    private volatile Set<String> inputs;

    /**
     * Creates the operations.
     *
     * @param others the members that a line may have besides its inputs
     */
    LineOperations(Set<String> others) {
        this.others = others;
    }

    /**
     * Returns the names of the inputs of all figures. Inputs that only pictures have are included; an operation rejects
     * them by name later.
     */
    @Override
    public Set<String> all() {
        if (inputs == null) {
            Set<String> names = new HashSet<>();
            for (Figure<?> figure : Figures.all()) {
                names.addAll(figure.factsOnRequest());
                figure.knobs().forEach(knob -> names.add(knob.name()));
            }
            inputs = names;
        }
        return inputs;
    }

    @Override
    public boolean contains(String name, Map<String, Value> before) {
        return inputs == null && isInputOf(before.get(OP), name) || all().contains(name);
    }

    private boolean isInputOf(Value op, String name) {
        Optional<String> known = Optional.ofNullable(op)
                .flatMap(Value::word)
                .map(Figures::spelled)
                .filter(this::isKnown);
        return known.isPresent() && made(known.get()).names().contains(name);
    }

    private boolean isKnown(String op) {
        return made.containsKey(op) || Figures.operations().contains(op);
    }

    /**
     * Returns the operation that a line names.
     *
     * @param op the value of the member {@code op}; null if the line has none
     * @throws BadInput if the name is missing or unknown
     */
    LineOperation<?> named(Value op) {
        String name = Optional.ofNullable(op)
                .flatMap(Value::word)
                .map(Figures::spelled)
                .orElseThrow(() ->
                        BadInput.usage("no_op", "op is missing: one of " + String.join(", ", Figures.operations())));
        if (!isKnown(name)) {
            Problem.Remedy known = new Problem.OneOf(name, Figures.operations());
            throw BadInput.usage("unknown_op", "unknown op '" + name + "'", known);
        }
        return made(name);
    }

    private LineOperation<?> made(String known) {
        return made.computeIfAbsent(known, missing -> new LineOperation<>(Figures.operation(missing), others));
    }
}
