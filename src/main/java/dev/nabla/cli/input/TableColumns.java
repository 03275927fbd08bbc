package dev.nabla.cli.input;

import dev.nabla.cli.input.TableCell.CellKind;
import dev.nabla.figure.ShellCommand;
import dev.nabla.math.BadInput;
import dev.nabla.math.Problem;
import dev.nabla.math.expression.Numerals;
import dev.nabla.output.Csv;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Which columns of a table are the numbers of an input, and which are copied to the answers.
 *
 * <p>A column is copied if it is called {@code id} or {@code data}, or has no name, like the row names of R and pandas.
 * Otherwise it is copied only if it has words, and no cell that looks like a number. {@code --columns} chooses instead.
 *
 * @param taken the columns of numbers, counted from 0
 * @param carried the columns that are copied, counted from 0
 */
record TableColumns(HeadedTable table, List<Integer> taken, List<Integer> carried) {
    /** Names of columns that count or identify the rows. */
    private static final Pattern IDENTIFIER =
            Pattern.compile("(?i)(?:.*[_ .-])?(?:id|row|index|idx|nr|no|number|key)|(?-i:.*[a-z]I[dD])");

    /**
     * Sorts the columns of a table.
     *
     * @param isInput whether a name is that of an input that its column supplies; it is neither taken nor copied
     * @param around the columns that are chosen, and the names that no copied one must have
     * @throws BadInput if a chosen column does not exist, a copied one has a reserved name, or a taken one has a cell
     *     with digits that cannot be read in one way only
     */
    static TableColumns of(HeadedTable table, Predicate<String> isInput, TableInputs around) {
        List<Integer> taken = new ArrayList<>();
        for (String name : around.chosen()) {
            if (table.column(name) < 0) {
                throw BadInput.usage(
                                "unknown_column",
                                Numerals.quoted(name) + " is no column",
                                new Problem.OneOf(name, table.header()))
                        .forInput(TableInputs.COLUMNS);
            }
            taken.add(table.column(name));
        }
        List<Integer> carried = new ArrayList<>();
        for (int i = 0; i < table.header().size(); i++) {
            boolean numbers = around.chosen().isEmpty() && !isCopied(table, i);
            if (!taken.contains(i) && !isInput.test(table.header().get(i))) {
                (numbers ? taken : carried).add(i);
            }
        }
        TableColumns columns = new TableColumns(table, List.copyOf(taken), List.copyOf(carried));
        columns.requireClear();
        columns.requireFree(around);
        return columns;
    }

    private static boolean isCopied(HeadedTable table, int column) {
        String name = table.header().get(column);
        if (name.equals(HeadedTable.UNNAMED) || BatchTask.CARRIED.contains(name)) {
            return true;
        }
        List<TableCell> cells = table.cells(column);
        return cells.stream().noneMatch(TableCell::isLikeNumber)
                && cells.stream().anyMatch(cell -> cell.kind() == CellKind.WORD);
    }

    private void requireClear() {
        Predicate<Integer> isClear = column -> unclear(column).isEmpty();
        for (int column : taken) {
            unclear(column).ifPresent(row -> {
                String cell = table.rows().get(row).get(column).text();
                List<Integer> clear = taken.stream().filter(isClear).toList();
                throw BadInput.usage(
                        "unclear_column",
                        "the column " + Numerals.quoted(name(column)) + " has " + Numerals.quoted(cell) + " in row "
                                + (row + 1) + ", which cannot be read as one number only",
                        new Problem.Suggestion("write numbers like 1234.5"
                                + (clear.isEmpty() ? "" : ", or leave the column out: " + option(clear))));
            });
        }
    }

    /** Returns the first row, from 0, whose cell of a column has digits but no clear number. */
    private Optional<Integer> unclear(int column) {
        return IntStream.range(0, table.rows().size())
                .filter(row -> column < table.rows().get(row).size()
                        && table.rows().get(row).get(column).kind() == CellKind.UNCLEAR)
                .boxed()
                .findFirst();
    }

    private void requireFree(TableInputs around) {
        for (String name : names(carried)) {
            if (around.reserved().contains(name)) {
                throw BadInput.usage(
                        "reserved",
                        "the column " + Numerals.quoted(name)
                                + " has a name that answers have themselves; give it another");
            }
        }
    }

    /**
     * Returns which columns the table itself has chosen, if others may be meant: a column of numbers was not taken, or
     * one that was seems to count the rows or has no number.
     *
     * @param input the input that the table is given for
     */
    List<String> notes(TableInputs.TableInput input, TableInputs around) {
        boolean left = carried.stream()
                .anyMatch(column -> table.cells(column).stream().anyMatch(cell -> cell.kind() == CellKind.NUMBER));
        List<Integer> others = taken.stream()
                .filter(column -> !IDENTIFIER.matcher(name(column)).matches())
                .filter(column -> table.cells(column).stream().anyMatch(cell -> cell.kind() != CellKind.MISSING))
                .toList();
        return around.chosen().isEmpty() && (left || others.size() < taken.size())
                ? List.of(input.name() + " is read from " + String.join(", ", names(taken)) + "; to choose, type "
                        + option(others.isEmpty() ? taken : others))
                : List.of();
    }

    String option(List<Integer> columns) {
        String names =
                names(columns).stream().map(name -> Csv.quoted(name, ",")).collect(Collectors.joining(","));
        return TableInputs.COLUMNS + " " + ShellCommand.quoted(names);
    }

    String name(int column) {
        return table.header().get(column);
    }

    List<String> names(List<Integer> columns) {
        return columns.stream().map(this::name).toList();
    }
}
