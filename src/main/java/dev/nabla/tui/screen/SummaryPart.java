package dev.nabla.tui.screen;

import dev.nabla.frame.Line;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import java.util.List;

/** A part of a summary: rows below a heading. A part without rows is not shown. */
record SummaryPart(String heading, List<SummaryRow> rows) {
    private static final int NAMES = 15;

    /**
     * A row of a summary.
     *
     * @param name the label in the left column
     * @param mark what stands before the text
     * @param words the text beside it
     */
    record SummaryRow(String name, Line mark, Line words) {
        SummaryRow(String name, Line words) {
            this(name, Line.EMPTY, words);
        }
    }

    void add(WrappedLines column) {
        if (rows.isEmpty()) {
            return;
        }
        column.blank();
        column.lines().add(Line.EMPTY.span(heading, Tone.TEXT, Weight.BOLD));
        column.blank();
        for (SummaryRow row : rows) {
            String gap = " ".repeat(Math.max(1, NAMES - row.name().length()));
            column.hang(Line.join(List.of(Line.EMPTY.dim("  " + row.name() + gap), row.mark()), ""), row.words());
        }
    }
}
