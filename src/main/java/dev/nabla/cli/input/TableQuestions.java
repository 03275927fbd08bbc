package dev.nabla.cli.input;

import dev.nabla.cli.input.QuestionRows.QuestionRow;
import dev.nabla.cli.input.TableInputs.TableInput;
import dev.nabla.figure.KnobInfo.RowUse;
import dev.nabla.figure.Value;
import dev.nabla.math.BadInput;
import dev.nabla.math.Vector;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The questions of a table with a header. {@link TableColumns} says which columns are the numbers of the input that it
 * is given for. A column named after another input supplies that input.
 *
 * <p>If a row is a value of the input, like the logits of softmax, each row asks a question. Otherwise all rows
 * together ask one, a {@link ColumnQuestion}; so do those of a table that names the input itself and another vector,
 * like p and q.
 */
final class TableQuestions {
    private static final String EMPTY = "0 rows answered: there is only a header";

    private final HeadedTable table;
    private final TableInput input;
    private final TableInputs around;

    private TableQuestions(HeadedTable table, TableInput input, TableInputs around) {
        this.table = table;
        this.input = input;
        this.around = around;
    }

    /**
     * Returns the questions of a table; empty if the first row is no header, but numbers.
     *
     * @param input the name of the input that the table is given for
     * @throws BadInput if the table cannot be read, or its columns are not clear
     */
    static Optional<QuestionRows> read(String text, String input, TableInputs around) {
        return HeadedTable.read(text)
                .map(table -> new TableQuestions(table, around.input(input), around))
                .map(TableQuestions::questions);
    }

    private QuestionRows questions() {
        if (table.rows().isEmpty()) {
            return new QuestionRows(true, true, List.of(), List.of(), List.of(EMPTY));
        }
        if (isByColumn()) {
            return ColumnQuestion.of(table, input, around);
        }
        TableColumns columns = TableColumns.of(table, this::isOther, around);
        List<QuestionRow> rows =
                table.rows().stream().map(row -> question(row, columns)).toList();
        return new QuestionRows(true, true, columns.names(columns.carried()), rows, columns.notes(input, around));
    }

    private boolean isByColumn() {
        boolean vectors = table.header().contains(input.name())
                && around.inputs().stream()
                        .anyMatch(other -> other != input
                                && other.dimensions() == 1
                                && table.header().contains(other.name()));
        return input.rows() == RowUse.WHOLE
                || input.rows() == RowUse.QUESTIONS
                        && (vectors || table.header().size() == 1);
    }

    private boolean isOther(String name) {
        return input.rows() == RowUse.QUESTIONS
                && around.inputs().stream()
                        .anyMatch(other -> other != input && other.name().equals(name));
    }

    private QuestionRow question(List<TableCell> row, TableColumns columns) {
        Map<String, String> carried = new LinkedHashMap<>();
        for (int column : columns.carried()) {
            if (column < row.size()) {
                carried.put(columns.name(column), row.get(column).text());
            }
        }
        try {
            table.requireFull(row);
            Map<String, Value> given = new LinkedHashMap<>();
            for (int i = 0; i < row.size(); i++) {
                if (!columns.taken().contains(i) && !columns.carried().contains(i)) {
                    given.put(columns.name(i), new Value.Word(row.get(i).given(columns.name(i))));
                }
            }
            given.put(input.name(), numbers(row, columns));
            return new QuestionRow(given, carried, Optional.empty());
        } catch (BadInput bad) {
            return new QuestionRow(Map.of(), carried, Optional.of(bad));
        }
    }

    private Value numbers(List<TableCell> row, TableColumns columns) {
        List<Double> numbers = new ArrayList<>();
        List<String> named = new ArrayList<>();
        for (int column : columns.taken()) {
            String name = columns.name(column);
            numbers.add(row.get(column).number(name));
            named.add(name + "=" + row.get(column).given(name));
        }
        return input.rows() == RowUse.NAMED_QUESTIONS
                ? new Value.Word(String.join(",", named))
                : new Value.Reals(Vector.of(numbers.size(), numbers::get));
    }
}
