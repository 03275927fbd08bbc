package dev.nabla.cli.input;

import dev.nabla.figure.Value;
import dev.nabla.math.BadInput;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The questions that an option asks: one, or one per row of a table.
 *
 * @param isTable whether answers are numbered by row: there are several rows, or a header names the columns of each
 * @param hasColumns whether a header names the columns
 * @param carried names of the columns that are copied to the answers
 * @param notes what may be other than meant
 */
public record QuestionRows(
        boolean isTable, boolean hasColumns, List<String> carried, List<QuestionRow> rows, List<String> notes) {
    /**
     * A row of a table.
     *
     * @param given the inputs that it supplies, by name
     * @param carried the words that are copied to its answer, by column
     * @param error why the row cannot be read, if it cannot
     */
    public record QuestionRow(Map<String, Value> given, Map<String, String> carried, Optional<BadInput> error) {
        static QuestionRow of(Map<String, Value> given) {
            return new QuestionRow(given, Map.of(), Optional.empty());
        }
    }

    /** Returns one question, which is no table. */
    public static QuestionRows one(Map<String, Value> given) {
        return new QuestionRows(false, false, List.of(), List.of(QuestionRow.of(given)), List.of());
    }
}
