package dev.nabla.figure.babble;

import static dev.nabla.figure.babble.BabbleFigure.DARTS;
import static dev.nabla.figure.babble.BabbleFigure.DIFFERENT;
import static dev.nabla.figure.babble.BabbleFigure.KNOWN;
import static dev.nabla.figure.babble.BabbleFigure.P;

import dev.nabla.figure.ViewState;
import dev.nabla.figure.WorkedSteps;
import dev.nabla.figure.part.MatrixGrid;
import dev.nabla.figure.part.NameKnobs;
import dev.nabla.figure.part.Picture;
import dev.nabla.figure.part.Readout;
import dev.nabla.frame.Area;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Glyphs;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Track;
import dev.nabla.frame.TrackPart;
import dev.nabla.frame.Weight;
import dev.nabla.frame.Wrap;
import dev.nabla.gpt.NameSampler;
import dev.nabla.gpt.NameStats;
import dev.nabla.math.Decimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Draws FIG.17: one row per dart with the letters that it was thrown at. Below stand all probabilities of one dart on a
 * line, and further names.
 */
record BabblePicture(Picture<BabbleModel, List<NameSampler.GeneratedName>> all, Canvas body) {
    /**
     * Width of the text before a letter; the next constants are where the dart ends and where the list of letters
     * begins.
     */
    private static final int BEFORE = 8;

    private static final int DART = 15;
    private static final int HIT = 21;
    /** Width of a letter and its probability, in cells. */
    private static final int SHARE = 6;

    static final int NEXT = 12;
    private static final int TABLE = 9;
    private static final int WIDE = 24;
    private static final int COUNT = 6;

    private BabbleModel model() {
        return all.model();
    }

    void draw() {
        Area inside = new Area(1, 0, body.width() - 2, body.height());
        TrackPart.columns(
                body.part(inside),
                2,
                new TrackPart(Track.free(34), this::parts),
                new TrackPart(Track.free(21).atMost(28), this::panel));
    }

    private void parts(Canvas left) {
        int count = name().darts().size();
        TrackPart.rows(
                left,
                new TrackPart(Track.free(1 + Math.min(6, count)).sharing(9).atMost(1 + count), this::darts),
                TrackPart.blank(3),
                new TrackPart(Track.fixed(3), this::line),
                TrackPart.blank(2),
                new TrackPart(Track.fixed(3).goesAt(1), this::next),
                TrackPart.blank(4),
                all.workedOut(6, 3, 0));
    }

    private NameSampler.GeneratedName name() {
        return all.results().get(0);
    }

    private int looked() {
        return model().looked(name());
    }

    private void darts(Canvas canvas) {
        canvas.right(DART, 0, "dart", Tone.DIM);
        canvas.put(HIT, 0, canvas.fitting(canvas.width() - HIT, "letters by share", "by share"), Tone.DIM);
        int count = name().darts().size();
        MatrixGrid.VisibleRange shown = MatrixGrid.window(looked(), Math.min(count, canvas.height() - 1), count);
        for (int t = shown.from(); t < shown.to(); t++) {
            dart(canvas, t, 1 + t - shown.from());
        }
    }

    private void dart(Canvas canvas, int t, int y) {
        NameSampler.Throw dart = name().darts().get(t);
        boolean here = t == looked();
        Weight weight = here ? Weight.BOLD : Weight.PLAIN;
        String before = model().before(name(), t);
        String end = before.length() <= BEFORE ? before : before.substring(before.length() - BEFORE);
        all.knob("place").entry(here).mark(canvas, 0, y);
        canvas.right(1 + BEFORE, y, end, here ? Tone.TEXT : Tone.DIM, weight);
        canvas.right(DART, y, all.number(DARTS, dart.dart(), DART), Tone.SECOND, weight);
        canvas.put(DART + 1, y, canvas.glyphs() == Glyphs.ASCII ? ">" : "→", Tone.GRID);
        canvas.put(HIT - 3, y, NameKnobs.text(dart.token()), Tone.RESULT, Weight.BOLD);
        int x = HIT;
        for (int token : NameKnobs.largest(dart.shares(), dart.shares().size(), 0)) {
            double share = dart.shares().get(token);
            if (x + SHARE - 1 > canvas.width() || share < 0.005) {
                return;
            }
            boolean hit = token == dart.token();
            canvas.put(x, y, NameKnobs.text(token), hit ? Tone.RESULT : Tone.FIRST, hit ? Weight.BOLD : Weight.PLAIN);
            canvas.put(x + 2, y, squeezed(share), hit ? Tone.RESULT : Tone.DIM);
            x += SHARE + 1;
        }
    }

    /**
     * Formats a probability without the leading 0, like {@code .11}, so that two blanks separate it from the next
     * letter.
     */
    private static String squeezed(double share) {
        return share >= 0.995 ? "1.0" : Decimal.fixed(share, 2).substring(1);
    }

    /** Draws all letters in order, each as wide as its probability, and where the dart has hit. */
    private void line(Canvas canvas) {
        NameSampler.Throw dart = name().darts().get(looked());
        int width = canvas.width();
        String hits = all.number(DARTS, dart.dart(), DART) + " hits " + NameKnobs.text(dart.token());
        String head = canvas.fitting(
                width, "after " + model().before(name(), looked()) + ", each as wide as its share: " + hits, hits);
        canvas.put(0, 0, head, Tone.DIM);
        int token = 0;
        double end = dart.shares().get(0);
        for (int x = 0; x < width; x++) {
            while ((x + 0.5) / width > end && token < dart.shares().size() - 1) {
                token++;
                end += dart.shares().get(token);
            }
            boolean hit = token == dart.token();
            Tone tone = hit ? Tone.RESULT : token % 2 == 0 ? Tone.FIRST : Tone.DIM;
            canvas.put(x, 1, NameKnobs.text(token), tone, hit ? Weight.BOLD : Weight.PLAIN);
        }
        int at = (int) Math.min(width - 1, dart.dart() * width);
        canvas.put(at, 2, "▲", Tone.SECOND, Weight.BOLD);
        canvas.put(0, 2, at > 1 ? "0" : "", Tone.GRID);
        canvas.right(width, 2, at < width - 2 ? "1" : "", Tone.GRID);
    }

    /** Draws the names of the next random sequences, known names and new ones separately. */
    private void next(Canvas canvas) {
        canvas.put(0, 0, "the next " + NEXT + " dice", Tone.DIM);
        next(canvas, 1, "known", BabbleModel::knows);
        next(canvas, 2, "new", other -> !BabbleModel.knows(other));
    }

    private void next(Canvas canvas, int y, String word, Predicate<NameSampler.GeneratedName> those) {
        String names = all.results().subList(1, all.results().size()).stream()
                .filter(those)
                .map(BabbleFigure::text)
                .collect(Collectors.joining(" "));
        canvas.put(0, y, word, Tone.DIM);
        List<String> lines = Wrap.lines(names.isEmpty() ? "none" : names, canvas.width() - 6, canvas.glyphs());
        canvas.put(6, y, lines.get(0), names.isEmpty() ? Tone.DIM : y == 1 ? Tone.FIRST : Tone.TEXT);
    }

    private void panel(Canvas canvas) {
        Readout out = new Readout(canvas);
        out.knob(all.knob("dice"));
        out.knob(all.knob("tau"));
        out.knob(
                all.knob("place").reading(looked() + 1 + " of " + name().darts().size()));
        out.knob(all.knob("begin"));
        out.knob(all.knob("top_k"));
        out.knob(all.knob("steps"));
        boolean roomy = canvas.height() >= 6 + TABLE + 6;
        out.gap(roomy ? 1 : 0);
        out.row("name", Readout.cut(BabbleFigure.text(name()), 13), Tone.RESULT, Weight.BOLD);
        out.row("p", all.hides(P) ? ViewState.HIDDEN : WorkedSteps.number(name().p(), 3), Tone.TEXT);
        out.gap(roomy ? 1 : 0);
        tallies(canvas, out.y());
    }

    /** Draws how many of a thousand names are known and how many are different, for each temperature. */
    private void tallies(Canvas canvas, int y) {
        int end = canvas.width() - 1;
        boolean wide = canvas.width() >= WIDE;
        canvas.put(2, y, wide ? "of 1,000" : "of 1000", Tone.DIM);
        canvas.right(end - (wide ? 10 : 6), y, "known", Tone.DIM);
        canvas.right(end, y, wide ? "different" : "diff", Tone.DIM);
        boolean listed = BabbleModel.TAUS.contains(model().tau());
        List<Double> taus = listed ? model().taus().stream().sorted().toList() : model().taus();
        for (int i = 0; i < taus.size(); i++) {
            boolean here = taus.get(i) == model().tau();
            Optional<NameStats> tally = model().tally(taus.get(i));
            Tone tone = here ? Tone.RESULT : Tone.TEXT;
            Weight weight = here ? Weight.BOLD : Weight.PLAIN;
            int row = y + 1 + i;
            canvas.put(2, row, "τ " + Decimal.drawn(taus.get(i), 2, 5), here ? tone : Tone.DIM, weight);
            String known = tally.map(counts -> all.number(KNOWN, counts.known(), COUNT))
                    .orElse(ViewState.HIDDEN);
            canvas.right(end - (wide ? 10 : 6), row, known, tone, weight);
            String different = tally.map(counts -> all.number(DIFFERENT, counts.different(), COUNT))
                    .orElse(ViewState.HIDDEN);
            canvas.right(end, row, different, here ? tone : Tone.DIM, weight);
        }
    }
}
