package dev.nabla.screen;

import dev.nabla.closing.CourseEnd;
import dev.nabla.closing.Greeting;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import java.util.List;
import java.util.Optional;

/**
 * What home has for a learner who has read the whole course: the learner's model greets.
 *
 * @param greeting the names of the day; empty before the first work
 */
record FinishedHome(Optional<Greeting> greeting) {
    /** The rows of the greeting, with the blank row above. */
    private static final int ROWS = 2;

    /** Rows of the list below which the greeting gives way. */
    private static final int LEAST_LIST = 6;

    private static final int TICK_MILLIS = 50;
    private static final int GAP = 3;

    /** Returns whether every section of nabla's own course up to the closing page is read. */
    static boolean isFinished(ScreenState state) {
        return state.course().isOwn() && end(state).isFinished();
    }

    static CourseEnd end(ScreenState state) {
        return new CourseEnd(state.course(), state.progress());
    }

    private Optional<List<String>> names() {
        return greeting.flatMap(Greeting::names);
    }

    int tickMillis() {
        return names().isPresent() ? 0 : TICK_MILLIS;
    }

    /** Draws the greeting, if there is room. Returns the area below it. */
    Canvas draw(Canvas body) {
        if (body.height() < ROWS + LEAST_LIST) {
            return body;
        }
        String who = greeting.map(today -> today.model().owner()).orElse("The model of the opening") + " says";
        body.put(GAP, 1, who, Tone.DIM);
        int x = GAP + body.width(who) + GAP;
        for (String name : names().orElse(List.of("·"))) {
            if (x + body.width(name) < body.width()) {
                body.put(x, 1, name, Tone.TEXT, Weight.BOLD);
                x += body.width(name) + GAP;
            }
        }
        return body.part(body.area().afterRows(ROWS));
    }
}
