package dev.nabla.screen.part;

import dev.nabla.frame.Area;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Line;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import dev.nabla.tutor.Attempt.Confidence;

/**
 * The question how sure the learner is, on one line.
 *
 * @param gap blanks before each of the possible answers
 */
public record ConfidencePrompt(String gap) {
    private static final String QUESTION = "How sure are you?";

    public Line line() {
        Line line = Line.EMPTY.span(QUESTION, Tone.TEXT, Weight.BOLD);
        for (Confidence sure : Confidence.values()) {
            line = line.text(gap + words(sure));
        }
        return line;
    }

    private static String words(Confidence sure) {
        return sure.level() + " " + (sure == Confidence.FAIRLY ? "fairly" : sure.word());
    }

    /** Lets the mouse choose an answer of the line, which is drawn at a cell of the canvas. */
    public void letClick(int x, int y, Canvas canvas) {
        int from = x + QUESTION.length();
        for (Confidence sure : Confidence.values()) {
            int width = gap.length() + words(sure).length();
            if (from + width <= canvas.width()) {
                ClickTarget.CONFIDENCE.mark(
                        sure.ordinal(), new Area(from + gap.length(), y, width - gap.length(), 1), canvas);
            }
            from += width;
        }
    }
}
