package dev.nabla.output;

import dev.nabla.figure.Fact;
import dev.nabla.figure.FactPath;
import dev.nabla.figure.Knob;
import dev.nabla.figure.Value;
import dev.nabla.math.BadInput;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes answers as a table, CSV (RFC 4180) or TSV: a line of names, then one line per answer. A list has one column
 * per number, {@code p[1]}, a matrix one per entry, {@code c[1,2]}. A missing value is left empty.
 *
 * <p>All answers have the columns of the first. {@link #add} throws {@link BadInput} for an answer with other columns.
 */
public final class TableAnswers implements AnswerWriter {
    private static final String ERROR = "error";

    private final char separator;
    private final List<String> lead;
    private final boolean failing;
    private final StringBuilder lines = new StringBuilder();
    /** The names of the columns of each fact; null before the first answer. */
    private Map<String, List<String>> columns;
    /** The lines of errors that came before the first answer. */
    private final List<List<String>> before = new ArrayList<>();

    private int begun;

    /**
     * Creates an empty table.
     *
     * @param separator separator of cells, a comma or a tab
     * @param lead names of the columns before the facts: {@code line}, or members copied from the input
     * @param failing whether there is a last column for errors
     */
    public TableAnswers(char separator, List<String> lead, boolean failing) {
        this.separator = separator;
        this.lead = lead;
        this.failing = failing;
    }

    @Override
    public <M extends Record> void add(
            Head head, List<Knob<M, ?>> in, M model, List<Fact> out, List<String> steps, List<String> notes) {
        if (columns == null) {
            begin(out);
        }
        List<String> cells = lead(head);
        List<String> facts = new ArrayList<>();
        for (Fact fact : out) {
            facts.add(fact.name());
            List<String> own = cells(fact.value());
            int wanted = columns.getOrDefault(fact.name(), List.of()).size();
            boolean absent = fact.value().isAbsent();
            for (int i = 0; absent && i < wanted - 1; i++) {
                own.add("");
            }
            require(own.size() == wanted);
            cells.addAll(own);
        }
        require(facts.equals(List.copyOf(columns.keySet())));
        if (failing) {
            cells.add("");
        }
        line(cells);
    }

    private static void require(boolean fits) {
        if (!fits) {
            throw BadInput.usage(
                    "other_columns",
                    "it has other columns than the first answer; give tables of one kind and size each");
        }
    }

    /** Returns the number of columns that facts need. */
    public static int width(List<Fact> facts) {
        return facts.stream().mapToInt(fact -> fact.value().cells().size()).sum();
    }

    /** Writes the line of names, then the errors that came before. */
    public void begin(List<Fact> facts) {
        columns = new LinkedHashMap<>();
        List<String> names = new ArrayList<>(lead);
        for (Fact fact : facts) {
            columns.put(fact.name(), names(fact));
            names.addAll(columns.get(fact.name()));
        }
        if (failing) {
            names.add(ERROR);
        }
        line(names);
        for (List<String> error : before) {
            error.addAll(error.size() - 1, empty());
            line(error);
        }
        before.clear();
    }

    private List<String> empty() {
        return columns.values().stream().flatMap(List::stream).map(name -> "").toList();
    }

    private static List<String> names(Fact fact) {
        return FactPath.cells(fact.name(), fact.value()).stream()
                .map(FactPath::toString)
                .toList();
    }

    private static List<String> cells(Value value) {
        List<String> cells = new ArrayList<>();
        for (Value cell : value.cells()) {
            cells.add(cell.isAbsent() ? "" : cell.text());
        }
        return cells;
    }

    /** Throws {@link IllegalStateException}, because such an answer has no columns. */
    @Override
    public void add(Head head, Map<String, ?> members) {
        throw new IllegalStateException();
    }

    @Override
    public void add(Head head, BadInput error) {
        List<String> cells = lead(head);
        if (columns != null) {
            cells.addAll(empty());
        }
        cells.add(error.getMessage());
        if (columns == null) {
            before.add(cells);
        } else {
            line(cells);
        }
    }

    private List<String> lead(Head head) {
        List<String> cells = new ArrayList<>();
        for (String name : lead) {
            String carried = head.carried().getOrDefault(name, "");
            cells.add(
                    head.line().isPresent() && name.equals("line")
                            ? Long.toString(head.line().getAsLong())
                            : Json.unquoted(carried));
        }
        return cells;
    }

    private void line(List<String> cells) {
        for (int i = 0; i < cells.size(); i++) {
            lines.append(i == 0 ? "" : String.valueOf(separator)).append(quoted(PlainText.harmless(cells.get(i))));
        }
        lines.append('\n');
        begun = lines.length();
    }

    private String quoted(String cell) {
        if (separator == '\t') {
            return cell.replace('\t', ' ').replace('\n', ' ');
        }
        return Csv.quoted(cell, ",");
    }

    @Override
    public void abandon() {
        lines.setLength(begun);
    }

    /** Writes the table of errors if no input had an answer. */
    @Override
    public void end() {
        if (columns == null && !before.isEmpty()) {
            begin(List.of());
        }
    }

    @Override
    public int size() {
        return lines.length();
    }

    @Override
    public void passTo(OutputStream out) throws IOException {
        out.write(lines.toString().getBytes(StandardCharsets.UTF_8));
        lines.setLength(0);
        begun = 0;
    }

    @Override
    public String toString() {
        return lines.toString();
    }
}
