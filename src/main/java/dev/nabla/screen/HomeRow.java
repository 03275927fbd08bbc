package dev.nabla.screen;

import dev.nabla.frame.Canvas;
import dev.nabla.frame.Line;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import dev.nabla.lesson.Course;
import dev.nabla.lesson.Section;
import dev.nabla.lesson.Workload;
import dev.nabla.screen.HomeList.HomeEntry;
import dev.nabla.screen.part.Clip;
import java.util.List;
import java.util.Optional;

/**
 * Draws a line of the home screen.
 *
 * @param row the row to draw on
 * @param chosen whether the line is selected, so that Enter opens it
 */
record HomeRow(HomeList list, ScreenState state, HomeColumns columns, Canvas row, boolean chosen) {
    /** The column where the titles of sections begin. */
    static final int TITLE = 7;

    /** Columns from the titles to the words beside the name of a line: usually, and once the course is read. */
    private static final int NAME = 4;

    private static final int LONG_NAME = 8;

    private static final String OWN = "Train on your own names";
    private static final int SAID = 3;

    /**
     * Draws the line of an entry.
     *
     * @param position index of the entry, from 0
     * @param named index of the rung whose line names the columns; −1 for none
     */
    void draw(HomeEntry item, int position, int named) {
        ListPosition.mark(chosen, position, row);
        switch (item.door()) {
            case GO_ON -> {
                Section section = item.section().orElseThrow();
                String at = SectionWords.place(section, list, state)
                        .map(words -> ": " + words)
                        .orElse("");
                door("Go on", Line.EMPTY.dim(section.id() + " ").text(section.title() + at));
            }
            case REVIEW -> door("Review", Line.of(review()));
            case RUNG -> rung(item.rung(), named);
            case OWN -> own();
            case GOALS ->
                door(
                        "Open goals",
                        Line.of(FinishedHome.end(state).openGoals() + ", "
                                + FinishedHome.end(state).goalPlaces()));
            case OPENING -> door("The opening, and your closing page", Line.EMPTY);
            case OPEN -> section(item.section().orElseThrow());
        }
    }

    /**
     * Draws the line of the learner's own names. A kept model says some names, but not where it greets above the list
     * already.
     */
    private void own() {
        row.put(3, 0, OWN, chosen ? Tone.SECOND : Tone.TEXT, chosen ? Weight.REVERSE : Weight.PLAIN);
        int at = 3 + OWN.length() + 2;
        String beside = state.own()
                .kept()
                .filter(model -> !FinishedHome.isFinished(state))
                .map(model -> "'" + model.title() + "' says " + String.join(", ", model.says(0, SAID)))
                .orElse("a list of yours, ten seconds");
        row.put(at, 0, Clip.to(Line.EMPTY.dim(beside), row.width() - at - 1, row.glyphs()));
    }

    /** Returns what is due; after the course also what comes back later. */
    private String review() {
        boolean due = !state.progress().due().isEmpty();
        String agenda = state.progress().agenda();
        return due ? agenda : FinishedHome.end(state).questions().orElse(agenda);
    }

    private void door(String name, Line beside) {
        row.put(3, 0, name, chosen ? Tone.SECOND : Tone.TEXT, chosen ? Weight.REVERSE : Weight.PLAIN);
        int x = TITLE + (FinishedHome.isFinished(state) ? LONG_NAME : NAME);
        row.put(x, 0, Clip.to(beside, row.width() - x - 2, row.glyphs()));
    }

    /**
     * Draws the name of a rung and its size. The line of the first open rung names the columns instead. A folded rung
     * tells what is due or was left there.
     */
    void rung(int rung, int named) {
        List<Section> sections = state.course().sectionsOf(rung);
        row.put(
                3,
                0,
                state.course().ladder().get(rung),
                chosen ? Tone.SECOND : Tone.TEXT,
                chosen ? Weight.REVERSE : Weight.BOLD);
        if (FinishedHome.isFinished(state) && rung != named) {
            word(FinishedHome.end(state).standing(sections).toString(), false);
            return;
        }
        Optional<Workload> size = Course.workload(sections, state.progress()::pace);
        if (rung == named) {
            columns.names(row);
        } else {
            size.ifPresent(sum -> columns.put(sum, Tone.DIM, row));
        }
        String calls = list.isOpen(rung, state) ? "" : calls(sections);
        word(calls.isEmpty() ? size.map(Workload::time).orElse("") : calls, !calls.isEmpty());
    }

    private String calls(List<Section> sections) {
        int due = sections.stream()
                .mapToInt(section ->
                        state.progress().sectionProgress(section.id()).due())
                .sum();
        if (due > 0) {
            return due + " due";
        }
        return list.leftOff(state).filter(sections::contains).isPresent() ? "left here" : "";
    }

    /** Draws what the line says last. */
    private void word(String word, boolean calls) {
        row.right(row.width() - 1, 0, word, calls ? Tone.SECOND : Tone.DIM);
    }

    private void section(Section section) {
        boolean done = state.progress().isRead(section.id());
        Tone tone = chosen ? Tone.SECOND : section.isWritten() && !done ? Tone.TEXT : Tone.DIM;
        row.put(3, 0, section.id(), Tone.DIM);
        row.put(TITLE, 0, section.title(), tone, chosen ? Weight.REVERSE : Weight.PLAIN);
        ViewBlock.SectionRow told = list.row(section, state);
        told.size().ifPresentOrElse(size -> columns.put(size, Tone.DIM, row), () -> section.draft()
                .ifPresent(draft -> columns.putReading(draft.minutes(), Tone.DIM, row)));
        word(told.word(), told.done().due() > 0 || told.here());
    }
}
