package dev.nabla.figure.wish;

import static dev.nabla.figure.wish.WishFigure.DIFFERENT;
import static dev.nabla.figure.wish.WishFigure.HELD_OUT;
import static dev.nabla.figure.wish.WishFigure.LEAST;
import static dev.nabla.figure.wish.WishFigure.MOVED;
import static dev.nabla.figure.wish.WishFigure.REWARD;
import static dev.nabla.figure.wish.WishFigure.SAMPLES;

import dev.nabla.figure.Quantity;
import dev.nabla.figure.Value;
import dev.nabla.figure.ViewState;
import dev.nabla.figure.part.Picture;
import dev.nabla.figure.part.Readout;
import dev.nabla.frame.Area;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Glyphs;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Track;
import dev.nabla.frame.TrackPart;
import dev.nabla.frame.Weight;
import dev.nabla.math.Decimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Draws FIG.26: at the top the plane of reward and nats moved beside the numbers, below names that several models say
 * with the same dice.
 *
 * @param kept the run to compare with
 */
record WishPicture(Picture<WishModel, WishResults> all, Optional<WishResults> kept, Canvas body) {
    static final int MOST_NAMES = 8;

    private static final List<String> KNOBS = List.of("wish", "beta", "group", "eta", "seed", "steps");
    /** A number as wide as a run may show, so that labels stay as they are while it runs. */
    private static final String WIDEST = "≈ 0.000";
    /** Cells of a number in the panel. */
    private static final int CELLS = 9;
    /** Cells of the column with the numbers of the dice. */
    private static final int DICE = 6;

    private static final int PLANE = 12;
    /** Rows with which names and letters both stand in full below the plane. */
    private static final int TALL = PLANE + 1 + 1 + MOST_NAMES + 1 + WishLetters.ROWS;

    private static final int LEAST_PITCH = 11;
    private static final int MOST_PITCH = 18;

    void draw() {
        TrackPart.rows(body.part(new Area(1, 0, body.width() - 2, body.height())), rows());
    }

    /** Returns the plane, and below it names and letters: both if there is room for all, else those asked for. */
    private TrackPart[] rows() {
        boolean hidden = all.hides(SAMPLES);
        boolean both = body.height() >= TALL;
        List<TrackPart> rows =
                new ArrayList<>(List.of(new TrackPart(Track.free(PLANE), this::planeAndPanel), TrackPart.blank(2)));
        if (both || hidden || !results().model().letters()) {
            rows.add(new TrackPart(below(1 + MOST_NAMES), this::names));
        }
        if (both && !hidden) {
            rows.add(TrackPart.blank(1));
        }
        if (!hidden && (both || results().model().letters())) {
            rows.add(new TrackPart(below(both ? WishLetters.ROWS : 1 + MOST_NAMES), this::letters));
        }
        return rows.toArray(TrackPart[]::new);
    }

    private static Track below(int most) {
        return Track.free(3).sharing(4).atMost(most).goesAt(1);
    }

    private void planeAndPanel(Canvas rows) {
        TrackPart.columns(
                rows,
                2,
                new TrackPart(Track.free(26).sharing(2), this::plane),
                new TrackPart(Track.free(22).atMost(32), this::panel));
    }

    private void plane(Canvas canvas) {
        new WishPlane(results(), kept, cursor(), canvas).draw();
    }

    private void letters(Canvas canvas) {
        new WishLetters(results(), cursor(), canvas).draw();
    }

    private WishResults results() {
        return all.results();
    }

    private ViewState<WishModel> cursor() {
        return all.cursor();
    }

    private void panel(Canvas canvas) {
        Readout out = new Readout(canvas);
        KNOBS.forEach(name -> out.knob(all.knob(name)));
        int numbers = results().model().isYesOrNo() ? 5 : 4;
        out.gap(canvas.height() > KNOBS.size() + numbers ? 1 : 0);
        number(out, REWARD, results().place().map(place -> place.reward()), Weight.BOLD);
        number(out, MOVED, results().place().map(place -> place.moved()), Weight.PLAIN);
        if (results().model().isYesOrNo()) {
            number(out, LEAST, measured(results(), LEAST), Weight.PLAIN);
        }
        number(out, HELD_OUT, measured(results(), HELD_OUT), Weight.PLAIN);
        String counted = results()
                .tally()
                .map(tally -> cursor().number(DIFFERENT, tally.different(), CELLS))
                .orElse(ViewState.HIDDEN);
        out.row("different of 1,000", counted, Tone.TEXT);
    }

    private static Optional<Double> measured(WishResults results, Quantity<WishResults, Double> quantity) {
        return quantity.absent().apply(results).isEmpty() ? Optional.of(quantity.of(results)) : Optional.empty();
    }

    /** Writes a number; one that only the last groups tell is marked as about right. */
    private void number(Readout out, Quantity<WishResults, Double> quantity, Optional<Double> x, Weight weight) {
        String text = x.map(value -> cursor().number(quantity, value, CELLS)).orElse(ViewState.HIDDEN);
        boolean estimated = results().now().isEmpty() && x.isPresent() && !all.hides(quantity);
        String about = body.glyphs() == Glyphs.ASCII ? "~ " : "≈ ";
        String unit = quantity.style().unit();
        String withUnit = unit.isEmpty() ? quantity.symbol() : quantity.symbol() + ", " + unit;
        out.row(
                out.fitting(WIDEST, withUnit, quantity.symbol()),
                (estimated ? about : "") + text,
                quantity == REWARD ? Tone.RESULT : Tone.TEXT,
                weight);
    }

    /**
     * A model whose names are shown.
     *
     * @param heads what stands above them, the longest first
     */
    private record Speaker(List<String> heads, WishModel model, Tone tone, Weight weight) {}

    private void names(Canvas canvas) {
        List<Speaker> speakers = speakers();
        int room = canvas.width() - DICE;
        while (speakers.size() > 1 && room / speakers.size() < LEAST_PITCH) {
            speakers.remove(speakers.size() > 2 ? 1 : 0);
        }
        int pitch = Math.min(MOST_PITCH, room / speakers.size());
        int rows = Math.min(MOST_NAMES, canvas.height() - 1);
        canvas.put(0, 0, "dice", Tone.DIM);
        for (int row = 0; row < rows; row++) {
            canvas.put(1, row + 1, String.valueOf(row + 1), Tone.DIM);
        }
        for (int i = 0; i < speakers.size(); i++) {
            Speaker speaker = speakers.get(i);
            int x = DICE + i * pitch;
            String head = canvas.fitting(pitch - 1, speaker.heads().toArray(String[]::new));
            canvas.put(x, 0, head, speaker.weight() == Weight.BOLD ? Tone.TEXT : Tone.DIM, speaker.weight());
            List<String> said = said(speaker.model());
            for (int row = 0; row < rows; row++) {
                String name = said.isEmpty() ? ViewState.HIDDEN : said.get(row);
                String shown = name.isEmpty() ? Value.Word.shown("") : Readout.cut(name, pitch - 1);
                canvas.put(x, row + 1, shown, speaker.tone(), speaker.weight());
            }
        }
    }

    /** Returns the models from left to right. What a guess hides is not shown. */
    private List<Speaker> speakers() {
        WishModel model = results().model();
        List<Speaker> speakers = new ArrayList<>();
        speakers.add(new Speaker(List.of("before"), model.withSteps(0), Tone.DIM, Weight.PLAIN));
        boolean hidden = all.hides(SAMPLES);
        if (model.step() > WishModel.EARLY && !hidden) {
            speakers.add(new Speaker(
                    List.of("step " + WishModel.EARLY), model.withSteps(WishModel.EARLY), Tone.PATH1, Weight.PLAIN));
        }
        if (model.step() > 0 && !hidden) {
            speakers.add(new Speaker(withBeta("now", model), model, Tone.TEXT, Weight.BOLD));
        }
        kept.map(WishResults::model)
                .filter(run -> !hidden)
                .ifPresent(run -> speakers.add(new Speaker(withBeta("kept ■", run), run, Tone.FIRST, Weight.PLAIN)));
        return speakers;
    }

    /** Returns a head with the model's pull back, and the head alone. */
    private static List<String> withBeta(String head, WishModel model) {
        return List.of(head + ", β " + Decimal.shortest(model.recipe().beta()), head);
    }

    private List<String> said(WishModel model) {
        long flops = cursor().shown().isEmpty() ? Long.MAX_VALUE : 0;
        return model.run().said(model.step(), flops).orElse(List.of());
    }
}
