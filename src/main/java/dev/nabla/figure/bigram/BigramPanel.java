package dev.nabla.figure.bigram;

import static dev.nabla.figure.bigram.BigramFigure.EACH_P;

import dev.nabla.figure.Style;
import dev.nabla.figure.bigram.BigramFigure.BigramResults;
import dev.nabla.figure.part.KnobTable;
import dev.nabla.figure.part.NameKnobs;
import dev.nabla.figure.part.Picture;
import dev.nabla.frame.Area;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Track;
import dev.nabla.frame.Weight;
import dev.nabla.math.Vector;
import java.util.List;

/** The column of knobs and numbers beside either picture of FIG.10. */
record BigramPanel(Picture<BigramModel, BigramResults> all, Canvas canvas, KnobTable table) {
    /**
     * Returns the panel on a canvas.
     *
     * @param names cells of the names
     */
    static BigramPanel of(Picture<BigramModel, BigramResults> all, Canvas canvas, int names) {
        KnobTable table = new KnobTable(
                canvas,
                all.cursor(),
                Track.fixed("name", names),
                Track.free("bar", 3),
                Track.fixed("count", 6).goesAt(1),
                Track.fixed("value", 6));
        return new BigramPanel(all, canvas, table);
    }

    void knob(String name, Area place) {
        table.knob(place.y(), all.knob(name));
    }

    /**
     * Draws the tokens that follow most often, the selected one in any case.
     *
     * @param chosen weight of the probability of the selected token
     */
    void list(Area place, Weight chosen) {
        BigramModel model = all.model();
        Vector p = all.results().after();
        List<Integer> shown = NameKnobs.largest(all.results().counts(), place.height(), model.next());
        for (int i = 0; i < shown.size(); i++) {
            int token = shown.get(i);
            int y = place.y() + i;
            boolean here = token == model.next();
            Tone tone = here ? Tone.RESULT : Tone.TEXT;
            canvas.put(table.column("name").x(), y, NameKnobs.text(token), tone, here ? Weight.BOLD : Weight.PLAIN);
            table.right("count", y, Style.GROUPED.column(all.results().counts().get(token), 6) + " ", Tone.DIM);
            if (!all.hides(EACH_P)) {
                Area bar = table.across("name", "bar");
                double share = p.get(token) / p.max();
                canvas.put(bar.x() + 2, y, canvas.glyphs().bar(share * (bar.width() - 3), bar.width() - 3), tone);
            }
            String number = all.cursor().sentence(EACH_P, all.results(), token);
            table.right("value", y, here ? " " + number : number, tone, here ? chosen : Weight.PLAIN);
        }
    }

    /** Draws the number of tokens that a list leaves out. */
    void others(Area list, Area place) {
        int shown = Math.min(list.height(), PairTable.TOKENS);
        table.label("name", place.y(), PairTable.TOKENS - shown + " more");
    }

    /** Draws a named number that ends with the last column. */
    void number(Area place, String name, String number, Tone tone, Weight weight) {
        canvas.put(table.column("name").x(), place.y(), name, Tone.DIM);
        table.right("value", place.y(), number, tone, weight);
    }
}
