package dev.nabla.cli.input;

import dev.nabla.figure.Figure;
import dev.nabla.figure.Knob;
import dev.nabla.figure.KnobInfo.RowUse;
import dev.nabla.math.BadInput;
import dev.nabla.output.Csv;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the columns of a table with a header can supply.
 *
 * @param inputs the inputs of the operation
 * @param reserved names that answers have themselves, which a copied column must not have
 * @param chosen the columns whose numbers are asked for; empty if the table decides
 */
public record TableInputs(List<TableInput> inputs, Set<String> reserved, List<String> chosen) {
    /** The option that chooses columns. */
    public static final String COLUMNS = "--columns";

    /**
     * An input.
     *
     * @param dimensions 0 for one value, 1 for a list of numbers, 2 for rows of numbers
     */
    public record TableInput(String name, String symbol, int dimensions, RowUse rows) {
        /** Returns whether a column with this header is meant for it. */
        boolean isCalled(String header) {
            return name.equals(header) || symbol.equals(header);
        }
    }

    /**
     * Returns the inputs of an operation.
     *
     * @param columns the value of {@code --columns}: names between commas, in quotation marks where a name has a comma
     * @throws BadInput if a column is chosen twice
     */
    public static <M extends Record> TableInputs of(Figure<M> figure, Set<String> reserved, Optional<String> columns) {
        List<TableInput> inputs = new ArrayList<>();
        for (Knob<M, ?> knob : figure.inputs()) {
            inputs.add(new TableInput(
                    knob.name(),
                    knob.info().symbol(),
                    knob.held(figure.start()).dimensions(),
                    knob.info().rows()));
        }
        List<String> chosen = columns.stream()
                .flatMap(names -> Csv.read(names, ',').stream())
                .flatMap(row -> row.cells().stream())
                .map(String::strip)
                .toList();
        Set<String> different = new HashSet<>();
        for (String name : chosen) {
            if (!different.add(name)) {
                throw BadInput.usage("twice", "'" + name + "' is named twice; name each column once")
                        .forInput(COLUMNS);
            }
        }
        return new TableInputs(inputs, reserved, chosen);
    }

    /** Returns whether an input of a figure is a list, for which a table can have a header. */
    public static <M extends Record> boolean canHaveColumns(Figure<M> figure) {
        return figure.inputs().stream()
                .anyMatch(knob -> knob.held(figure.start()).dimensions() > 0);
    }

    /** Returns whether a table for this input can have a header. */
    public boolean hasColumns(String name) {
        return input(name).dimensions > 0;
    }

    TableInput input(String name) {
        return inputs.stream()
                .filter(input -> input.name.equals(name))
                .findFirst()
                .orElseThrow();
    }
}
