package dev.nabla.cli.input;

import dev.nabla.cli.input.QuestionRows.QuestionRow;
import dev.nabla.cli.input.TableInputs.TableInput;
import dev.nabla.figure.Value;
import dev.nabla.math.BadInput;
import dev.nabla.math.Vector;
import dev.nabla.math.expression.Numerals;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The one question of a table with a header, whose rows belong together. A column called like another input, or like
 * its symbol, supplies that input. The other columns of numbers are the input that the table is given for: its matrix,
 * or its vector if there is only one column or one row.
 *
 * @param others the inputs that columns supply, by column from 0
 */
record ColumnQuestion(HeadedTable table, TableInput input, Map<Integer, TableInput> others, TableColumns columns) {

    /** @throws BadInput if a cell is no number, or the columns do not fit the inputs */
    static QuestionRows of(HeadedTable table, TableInput input, TableInputs around) {
        Map<Integer, TableInput> others = new LinkedHashMap<>();
        for (int i = 0; i < table.header().size(); i++) {
            String name = table.header().get(i);
            if (!input.isCalled(name) && !around.chosen().contains(name)) {
                Optional<TableInput> other = around.inputs().stream()
                        .filter(each -> each != input && each.dimensions() < 2 && each.isCalled(name))
                        .findFirst();
                if (other.isPresent()) {
                    others.put(i, other.get());
                }
            }
        }
        TableColumns columns = TableColumns.of(table, name -> others.containsKey(table.column(name)), around);
        Map<String, Value> given = new ColumnQuestion(table, input, others, columns).given();
        return new QuestionRows(false, true, List.of(), List.of(QuestionRow.of(given)), columns.notes(input, around));
    }

    private Map<String, Value> given() {
        for (int i = 0; i < table.rows().size(); i++) {
            List<TableCell> row = table.rows().get(i);
            inRow(i, () -> {
                table.requireFull(row);
                return row;
            });
        }
        Map<String, Value> given = new LinkedHashMap<>();
        given.put(input.name(), input.dimensions() == 2 ? matrix() : new Value.Reals(vector()));
        others.forEach((column, other) -> {
            Value value = other.dimensions() == 0 ? single(column, other) : new Value.Reals(column(column));
            if (given.put(other.name(), value) != null) {
                throw BadInput.usage("twice", "the table has two columns for " + other.name() + "; leave one out");
            }
        });
        return given;
    }

    private Value matrix() {
        requireColumns();
        List<Vector> all = columns.taken().stream().map(this::column).toList();
        return new Value.Rows(IntStream.range(0, table.rows().size())
                .mapToObj(row -> Vector.of(all.size(), column -> all.get(column).get(row)))
                .toList());
    }

    private Vector vector() {
        requireColumns();
        List<Integer> taken = columns.taken();
        if (taken.size() == 1) {
            return column(taken.get(0));
        }
        if (table.rows().size() > 1) {
            int likely = taken.stream()
                    .filter(column -> input.isCalled(columns.name(column)))
                    .findFirst()
                    .orElse(taken.get(0));
            throw BadInput.usage(
                    "not_a_vector",
                    input.name() + " is one column, and " + String.join(", ", columns.names(taken)) + " are "
                            + taken.size() + "; choose one, like " + columns.option(List.of(likely)));
        }
        List<Double> row = new ArrayList<>();
        taken.forEach(column -> row.add(column(column).get(0)));
        return Vector.of(row.size(), row::get);
    }

    private void requireColumns() {
        if (columns.taken().isEmpty()) {
            throw BadInput.usage("no_column", "no column has the numbers of " + input.name() + "; add one");
        }
    }

    private Vector column(int column) {
        return Vector.of(
                table.rows().size(),
                row -> inRow(row, () -> table.rows().get(row).get(column).number(columns.name(column))));
    }

    /** Returns the value of an input that is no list, which all rows must repeat. */
    private Value single(int column, TableInput other) {
        List<String> different = table.cells(column).stream()
                .map(cell -> cell.given(other.name()))
                .distinct()
                .toList();
        if (different.size() > 1) {
            throw BadInput.usage(
                    "not_one_value",
                    other.name() + " is one value, and its column has "
                            + different.stream().limit(2).map(Numerals::quoted).collect(Collectors.joining(" and "))
                            + "; repeat one, or type --" + other.name() + " instead");
        }
        return new Value.Word(different.get(0));
    }

    /** Returns what {@code read} returns. An error of it names the row, which counts from 0 here. */
    private static <T> T inRow(int row, Supplier<T> read) {
        return Inputs.named("row " + (row + 1) + ":", read);
    }
}
