package dev.nabla.figure.wish;

import static dev.nabla.figure.wish.WishFigure.ADVANTAGE;
import static dev.nabla.figure.wish.WishFigure.MARK;
import static dev.nabla.figure.wish.WishFigure.SLOPE;

import dev.nabla.figure.Style;
import dev.nabla.figure.Value;
import dev.nabla.figure.ViewState;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import dev.nabla.gpt.NameSampler;
import dev.nabla.gpt.RewardGroup;
import java.util.List;

/** Draws how one name of the next group changes the model: the slope of the score of each of its letters. */
record WishLetters(WishResults results, ViewState<WishModel> cursor, Canvas body) {
    /** Rows of the table: what the name has got, its letters, and three rows of numbers. */
    static final int ROWS = 5;

    private static final String LETTER = "letter";
    private static final String SHARE = "p";
    private static final String DISTANCE = "p − y";
    private static final String SLOPE_OF_SCORE = "slope";

    private static final int LABEL = 7;
    private static final int PITCH = 7;

    void draw() {
        for (int i = 0; i < rows().size(); i++) {
            body.put(0, i + 1, rows().get(i), Tone.DIM);
        }
        if (results.now().isEmpty()) {
            body.put(0, 0, "the first name of the next group", Tone.DIM);
            return;
        }
        RewardGroup.Member member = results.member();
        String name = Value.Word.shown(member.name().text());
        String got = "mark " + cursor.sentence(MARK, results) + ", advantage " + cursor.sentence(ADVANTAGE, results);
        body.put(0, 0, name, Tone.FIRST, Weight.BOLD);
        int room = body.width() - name.length();
        String said = body.fitting(room, ", the first name of the next group: " + got, ": " + got);
        body.put(name.length(), 0, said, Tone.DIM);
        letters(member.name().darts(), results.advantage());
    }

    /** Returns the rows below the first one: all, or those that matter most. */
    private List<String> rows() {
        return body.height() < ROWS
                ? List.of(LETTER, SLOPE_OF_SCORE)
                : List.of(LETTER, SHARE, DISTANCE, SLOPE_OF_SCORE);
    }

    private void letters(List<NameSampler.Throw> darts, double advantage) {
        int most = (body.width() - LABEL) / PITCH;
        int shown = darts.size() > most ? most - 1 : darts.size();
        for (int i = 0; i < shown; i++) {
            NameSampler.Throw dart = darts.get(i);
            int end = LABEL + (i + 1) * PITCH;
            right(end, LETTER, results.model().recipe().corpus().text(dart.token()), Tone.FIRST, Weight.BOLD);
            right(end, SHARE, Style.SHARE.column(dart.p(), PITCH - 1), Tone.TEXT, Weight.PLAIN);
            right(end, DISTANCE, SLOPE.style().column(dart.p() - 1, PITCH - 1), Tone.TEXT, Weight.PLAIN);
            String slope = cursor.number(SLOPE, advantage * (dart.p() - 1), PITCH - 1);
            right(end, SLOPE_OF_SCORE, slope, Tone.TEXT, Weight.BOLD);
        }
        if (shown < darts.size()) {
            right(LABEL + (shown + 1) * PITCH, LETTER, "…", Tone.DIM, Weight.PLAIN);
        }
    }

    private void right(int end, String row, String text, Tone tone, Weight weight) {
        if (rows().contains(row)) {
            body.put(end - text.length(), 1 + rows().indexOf(row), text, tone, weight);
        }
    }
}
