package dev.nabla.cli;

import dev.nabla.math.BadInput;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The questions of a command.
 *
 * @param isTable whether answers are numbered by row
 * @param carried names of the columns that are copied to the answers
 * @param notes what may be other than meant in a table
 */
public record AskedRows<M extends Record>(
        boolean isTable, List<String> carried, List<AskedRow<M>> rows, List<String> notes) {
    /**
     * A question, or what is wrong with its row of a table.
     *
     * @param carried the words of its row that are copied to the answer, by column
     * @param question the question; empty if the row has no answer
     * @param error why it has none
     */
    public record AskedRow<M extends Record>(
            Map<String, String> carried, Optional<FigureArguments.ParsedModel<M>> question, Optional<BadInput> error) {
        static <M extends Record> AskedRow<M> of(FigureArguments.ParsedModel<M> question) {
            return new AskedRow<>(Map.of(), Optional.of(question), Optional.empty());
        }
    }
}
