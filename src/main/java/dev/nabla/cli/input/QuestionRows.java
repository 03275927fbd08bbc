package dev.nabla.cli.input;

import dev.nabla.figure.Value;
import dev.nabla.math.BadInput;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The questions that an option asks: one, or one per row of a table.
 *
 * @param isTable whether answers are numbered by row: there are several rows, or a header names the columns
 * @param carried names of the columns of words, which are copied to the answers
 */
public record QuestionRows(boolean isTable, List<String> carried, List<QuestionRow> rows) {
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
    static QuestionRows one(Map<String, Value> given) {
        return new QuestionRows(false, List.of(), List.of(QuestionRow.of(given)));
    }
}
