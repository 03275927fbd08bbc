package dev.nabla.tui.screen;

import dev.nabla.frame.Canvas;
import dev.nabla.frame.Line;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import dev.nabla.lesson.Section;
import dev.nabla.progress.SectionProgress;
import dev.nabla.tui.screen.HomeList.HomeEntry;
import java.util.List;
import java.util.function.Function;

/**
 * Draws a line of the home screen.
 *
 * @param row the row to draw on
 * @param chosen whether the line is selected, so that Enter opens it
 */
record HomeRow(HomeList list, ScreenState state, Canvas row, boolean chosen) {
    private static final int TITLE = 7;
    private static final int DOTS = 42;

    void draw(HomeEntry item, int position) {
        ListPosition.mark(chosen, position, row);
        switch (item.door()) {
            case GO_ON -> {
                Section section = item.section().orElseThrow();
                String at = SectionWords.place(section, list, state)
                        .map(words -> ": " + words)
                        .orElse("");
                door("Go on", Line.EMPTY.dim(section.id() + " ").text(section.title() + at));
            }
            case REVIEW -> door("Review", Line.of(state.progress().agenda()));
            case RUNG -> rung(item.rung());
            case OPEN -> section(item.section().orElseThrow());
        }
    }

    private void door(String name, Line beside) {
        row.put(3, 0, name, chosen ? Tone.SECOND : Tone.TEXT, chosen ? Weight.REVERSE : Weight.PLAIN);
        row.put(TITLE + 4, 0, Clip.to(beside, row.width() - TITLE - 6, row.glyphs()));
    }

    /**
     * Draws the name of a rung and how many of its sections are read. A folded rung also tells what is due or was left
     * there.
     */
    void rung(int rung) {
        List<Section> sections = state.course().sectionsOf(rung);
        long read = sections.stream()
                .filter(section -> state.progress().isRead(section.id()))
                .count();
        String calls = list.isOpen(rung, state) ? "" : calls(sections);
        String count = HomeList.hasRungs(state) && read == 0 && calls.isEmpty()
                ? sections.size() + (sections.size() == 1 ? " section" : " sections")
                : read + " of " + sections.size() + " read";
        row.put(
                3,
                0,
                state.course().ladder().get(rung),
                chosen ? Tone.SECOND : Tone.TEXT,
                chosen ? Weight.REVERSE : Weight.BOLD);
        Line standing = calls.isEmpty()
                ? Line.EMPTY.dim(count)
                : Line.EMPTY.dim(count + ", ").second(calls);
        row.put(row.width() - 2 - row.glyphs().width(standing), 0, standing);
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

    private void section(Section section) {
        boolean done = state.progress().isRead(section.id());
        Tone tone = chosen ? Tone.SECOND : section.isWritten() && !done ? Tone.TEXT : Tone.DIM;
        row.put(3, 0, section.id(), Tone.DIM);
        row.put(TITLE, 0, section.title(), tone, chosen ? Weight.REVERSE : Weight.PLAIN);
        int station = list.station(section, state);
        SectionProgress standing = state.progress().sectionProgress(section.id());
        boolean calls = standing.due() > 0 || station >= 0;
        if (!calls && !standing.isMastered() && !standing.isRead() && section.isWritten()) {
            fresh(section);
            return;
        }
        Line dots = SectionWords.road(section, state)
                .map(road -> RoadLine.dots(road, station, done))
                .orElse(Line.EMPTY);
        String word = word(standing, station);
        row.right(row.width() - 2, 0, word, calls ? Tone.SECOND : Tone.DIM);
        int room = row.width() - 4 - DOTS - row.glyphs().width(dots);
        row.put(DOTS, 0, row.width(word) <= room ? dots : Line.EMPTY);
    }

    private static String word(SectionProgress standing, int station) {
        if (standing.due() > 0) {
            return standing.due() + " due";
        }
        if (station >= 0) {
            return "left here";
        }
        if (standing.isMastered()) {
            return "mastered";
        }
        return standing.isRead() ? "read" : "to come";
    }

    /** Draws a section that has not been started: its gist, reading time and number of questions. */
    private void fresh(Section section) {
        int at = TITLE + longest(section.rung(), Section::title) + 2;
        int room = row.width() - 4 - at - longest(section.rung(), Section::gist);
        String minutes = SectionWords.minutes(section) + " min";
        String asks = section.knownOutline()
                .map(outline -> ", " + outline.roadQuestions().size() + " questions")
                .orElse("");
        String word = row.fitting(room, minutes + asks, minutes);
        row.right(row.width() - 2, 0, word, Tone.DIM);
        row.put(at, 0, row.width(word) <= room ? Line.EMPTY.dim(section.gist()) : Line.EMPTY);
    }

    /** Returns the width in cells of the longest title or gist on a rung. */
    private int longest(int rung, Function<Section, String> text) {
        return state.course().sectionsOf(rung).stream()
                .mapToInt(section -> row.width(text.apply(section)))
                .max()
                .orElse(0);
    }
}
