package dev.nabla.figure.bigram;

import static dev.nabla.figure.bigram.BigramFigure.BIGRAM;
import static dev.nabla.figure.bigram.BigramFigure.LOSS;
import static dev.nabla.figure.bigram.BigramFigure.SHARES;
import static dev.nabla.figure.bigram.BigramFigure.UNIFORM;
import static dev.nabla.figure.bigram.BigramFigure.UNIGRAM;

import dev.nabla.figure.Quantity;
import dev.nabla.figure.bigram.BigramFigure.BigramResults;
import dev.nabla.figure.part.KnobTable;
import dev.nabla.figure.part.NameKnobs;
import dev.nabla.figure.part.Picture;
import dev.nabla.figure.part.Readout;
import dev.nabla.figure.part.WorkedOut;
import dev.nabla.frame.Area;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Track;
import dev.nabla.frame.TrackLayout;
import dev.nabla.frame.Weight;
import dev.nabla.math.Vector;
import java.util.Map;
import java.util.Optional;

/** Draws FIG.10 with the table of pairs. Beside it stand what follows the selected letter, and the losses. */
final class BigramPicture {
    private static final int WIDE = 110;
    /** Cells of the names in the panel: by letter. */
    private static final int NAME = 9;

    private static final Quantity<BigramResults, Vector> BRIEF_SHARES = SHARES.places(2);

    private final Picture<BigramModel, BigramResults> all;
    private final Canvas panel;
    private final BigramPanel numbers;
    private final KnobTable table;
    private final PairTable pairs;

    BigramPicture(Picture<BigramModel, BigramResults> all, Canvas body) {
        this.all = all;
        int pitch = body.width() >= WIDE ? 2 : 1;
        int left = PairTable.NAMES + PairTable.TOKENS * pitch + (body.width() < 70 ? 0 : 2);
        this.panel = body.part(body.area().afterColumns(left));
        this.numbers = BigramPanel.of(all, panel, NAME);
        this.table = numbers.table();
        this.pairs = new PairTable(all, body, pitch);
    }

    void draw() {
        pairs.draw();
        Map<String, Area> rows = TrackLayout.rows(
                panel.area(),
                Track.fixed("letter", 1),
                Track.fixed("next", 1),
                Track.free("list", 3).sharing(2).atMost(12),
                Track.fixed("others", 1).goesAt(1),
                Track.blank(3),
                Track.fixed("name", 1),
                Track.fixed("path", 2).goesAt(2),
                Track.fixed("alpha", 1),
                Track.fixed("back", 1).goesAt(3),
                Track.blank(4),
                Track.fixed("head", 1),
                Track.fixed("losses", 4),
                Track.blank(6),
                Track.free("worked", 11).goesAt(6));
        numbers.knob("letter", rows.get("letter"));
        numbers.knob("next", rows.get("next"));
        numbers.list(rows.get("list"), Weight.REVERSE);
        numbers.knob("name", rows.get("name"));
        numbers.knob("alpha", rows.get("alpha"));
        Optional.ofNullable(rows.get("back")).ifPresent(place -> numbers.knob("back", place));
        losses(rows.get("losses").y());
        Optional.ofNullable(rows.get("path")).ifPresent(place -> path(place.y()));
        Optional.ofNullable(rows.get("others")).ifPresent(place -> numbers.others(rows.get("list"), place));
        head(rows.get("head").y());
        WorkedOut.draw(panel, all.cursor(), rows, 3, all.steps());
    }

    /** Draws the probability of each letter of the name under the letter. */
    private void path(int y) {
        Vector shares = all.results().shares();
        int[] name = all.model().tokens();
        int x = table.column("name").x() + 2;
        int cells = Math.max(4, Math.min(6, (panel.width() - x) / shares.size()));
        panel.put(x - 2, y + 1, "p", Tone.DIM);
        for (int t = 0; t < shares.size() && x + (t + 1) * cells < panel.width(); t++) {
            int end = x + (t + 1) * cells;
            String share = all.number(cells == 6 ? SHARES : BRIEF_SHARES, shares.get(t), cells);
            panel.right(end, y, NameKnobs.text(name[t + 1]), Tone.FIRST);
            panel.right(end, y + 1, cells == 4 && share.startsWith("0.") ? share.substring(1) : share, Tone.TEXT);
        }
    }

    private void head(int y) {
        String names = all.model().heldOut().size() + " names";
        int room = panel.width() - 4;
        String head = panel.fitting(
                room, "mean −log p of " + names + " held out, and of one", "mean −log p of " + names, "mean −log p");
        panel.put(table.column("name").x(), y, head, Tone.DIM);
    }

    private void losses(int y) {
        loss(y, UNIFORM.symbol(), UNIFORM, Tone.DIM);
        loss(y + 1, UNIGRAM.symbol(), UNIGRAM, Tone.DIM);
        loss(y + 2, "by pair", BIGRAM, Tone.TEXT);
        loss(y + 3, all.model().name(), LOSS, Tone.FIRST);
    }

    private void loss(int y, String name, Quantity<BigramResults, Double> mean, Tone tone) {
        Area names = table.column("name");
        panel.put(names.x(), y, Readout.cut(name, names.width()), tone);
        double nats = mean.of(all.results());
        table.right("value", y, all.number(mean, nats, 6), tone == Tone.DIM ? Tone.DIM : Tone.TEXT);
        if (!all.hides(mean)) {
            Area bar = table.across("bar", table.column("count").width() > 0 ? "count" : "bar");
            int most = bar.width() - 1;
            int length = (int) Math.round(Math.min(1, nats / 4) * most);
            panel.put(bar.x(), y, "━".repeat(Math.max(0, length)), tone == Tone.TEXT ? Tone.RESULT : tone);
        }
    }
}
