package dev.nabla.key;

import dev.nabla.figure.FigureState;
import dev.nabla.figure.Stride;
import dev.nabla.figure.ViewState.Mode;
import dev.nabla.output.PlainText;
import dev.nabla.tutor.Attempt.Confidence;
import dev.nabla.tutor.LineEditor;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * The effect of a key: it navigates, acts on the figure, edits the typed line, chooses an option, or rates an answer.
 */
public sealed interface Effect
        permits Navigation,
                Effect.Act,
                Effect.OpenRow,
                Effect.OpenStation,
                Effect.Typing,
                Effect.Lines,
                Effect.Rate,
                Effect.Choose {
    /**
     * Acts on the figure.
     *
     * @param action returns the changed figure
     * @param serves whether the action does anything in a figure
     */
    record Act(UnaryOperator<FigureState<?>> action, Predicate<FigureState<?>> serves) implements Effect {
        static final Act STEP = stepping(FigureState::stepOrRun);
        static final Act MANY = stepping(FigureState::burst);
        static final Act DOWN = new Act(live -> live.nudge(0, -1, Stride.STEP));
        static final Act UP = new Act(live -> live.nudge(0, 1, Stride.STEP));
        static final Act NEXT = new Act(live -> live.focus(1));
        static final Act LEFT = new Act(live -> live.nudge(-1, 0, Stride.STEP));
        static final Act FAR_LEFT = new Act(live -> live.nudge(-1, 0, Stride.COARSE));
        static final Act STEP_BACK = stepping(live -> live.scrub(-1));
        static final Act FIRST_STEP = stepping(live -> live.scrub(-Integer.MAX_VALUE));
        static final Act CODE = new Act(live -> live.show(Mode.CODE));

        public Act(UnaryOperator<FigureState<?>> action) {
            this(action, live -> true);
        }

        static Act stepping(UnaryOperator<FigureState<?>> action) {
            return new Act(action, live -> live.stepper().isPresent() && !live.isHeld());
        }
    }

    /** Opens a row of a list, counted from 0; only a mouse click does this. */
    record OpenRow(int row) implements Effect {}

    /** Goes to a station of the section's road, from 0; only a mouse click does this. */
    record OpenStation(int station) implements Effect {}

    /** Rates how sure the student is of an answer. */
    record Rate(Confidence sure) implements Effect {}

    /** Chooses one of the options, from 0. */
    record Choose(int option) implements Effect {}

    /** Changes the line that is typed. */
    record Typing(UnaryOperator<LineEditor> change) implements Effect {}

    /**
     * Adds lines that were pasted or read from a file.
     *
     * @param lines the lines as they came, with characters that a terminal must not get
     * @param cut whether text was missing at their end
     */
    record Lines(List<String> lines, boolean cut) implements Effect {
        /** Returns the lines without the last one if that may be cut. */
        public List<String> whole() {
            return cut ? lines.subList(0, lines.size() - 1) : lines;
        }
    }

    /** Returns whether the effect may lead to a screen that was not shown before, and may take long to compute. */
    default boolean leads() {
        return this instanceof OpenRow || this instanceof OpenStation || this instanceof Rate;
    }

    /**
     * Types text into the line. Line ends and tabs become blanks, characters that could control a terminal question
     * marks.
     */
    static Typing type(String characters) {
        return new Typing(line ->
                line.type(PlainText.harmless(characters.replace('\n', ' ').replace('\t', ' '))));
    }
}
