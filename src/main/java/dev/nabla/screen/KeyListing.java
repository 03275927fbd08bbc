package dev.nabla.screen;

import dev.nabla.frame.Glyphs;
import dev.nabla.frame.Line;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import dev.nabla.key.Binding;
import dev.nabla.key.KeyContext;
import dev.nabla.key.KeyPlace;
import dev.nabla.screen.part.WrappedLines;
import java.util.ArrayList;
import java.util.List;

/** Lists the keys that work on a screen, printed from the table of keys. */
final class KeyListing {
    private static final int CAPS = 15;

    private KeyListing() {}

    /** Returns the rows of each context, a row per binding. */
    static List<ViewBlock> blocks(View view, ScreenState state) {
        KeyPlace place = state.withView(view).keys();
        List<ViewBlock> blocks = new ArrayList<>();
        for (KeyContext context : place.contexts()) {
            List<ViewBlock.BlockRow> rows = place.bindings(context).stream()
                    .map(binding -> ViewBlock.BlockRow.of(place.cap(binding, true), Line.of(binding.help())))
                    .toList();
            blocks.add(new ViewBlock.RowsBlock(context.heading(), ViewBlock.RowForm.SUMMARY, rows));
        }
        return blocks;
    }

    /** Returns a heading per context and a line per binding, wrapped to a width. */
    static List<Line> lines(View view, int width, ScreenState state) {
        Glyphs glyphs = state.font().glyphs();
        KeyPlace place = state.withView(view).keys();
        WrappedLines column = new WrappedLines(width, glyphs);
        for (KeyContext context : place.contexts()) {
            List<Binding> bindings = place.bindings(context);
            if (!bindings.isEmpty()) {
                column.lines().add(Line.EMPTY.dim(context.heading()));
            }
            for (Binding binding : bindings) {
                String cap = place.cap(binding, glyphs == Glyphs.ASCII);
                String gap = " ".repeat(Math.max(1, CAPS - glyphs.width(cap)));
                Line mark = Line.of("  ").span(cap, Tone.TEXT, Weight.BOLD).text(gap);
                column.hang(mark, Line.of(binding.help()));
            }
        }
        return column.lines();
    }
}
