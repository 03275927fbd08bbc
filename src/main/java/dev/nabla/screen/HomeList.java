package dev.nabla.screen;

import dev.nabla.lesson.Section;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The lines of the home screen that can be opened.
 *
 * @param left the screen from which the learner came home
 * @param turned rungs whose fold state the learner changed; by default only the current rung is unfolded
 */
record HomeList(Optional<View> left, Set<Integer> turned) {
    /** The target of a line. A rung, shown only if there are several, folds or unfolds its sections. */
    enum HomeTarget {
        GO_ON,
        REVIEW,
        RUNG,
        OPEN,
        /** The list of the learner's own names. */
        OWN,
        /** The goals that are not reached, once the course is read. */
        GOALS,
        /** The opening, and after it the closing page. */
        OPENING
    }

    /**
     * A line of the home screen.
     *
     * @param rung the rung of its section, from 0; -1 for a line without one
     * @param section the section it opens; empty if it opens none
     */
    record HomeEntry(HomeTarget door, int rung, Optional<Section> section) {
        private static final HomeEntry OWN = new HomeEntry(HomeTarget.OWN, -1, Optional.empty());
        private static final HomeEntry GOALS = new HomeEntry(HomeTarget.GOALS, -1, Optional.empty());
        private static final HomeEntry OPENING = new HomeEntry(HomeTarget.OPENING, -1, Optional.empty());

        static HomeEntry of(HomeTarget door, Section section) {
            return new HomeEntry(door, section.rung(), Optional.of(section));
        }
    }

    /** Returns the lines from top to bottom. */
    List<HomeEntry> items(ScreenState state) {
        List<HomeEntry> items = new ArrayList<>();
        boolean finished = FinishedHome.isFinished(state);
        Optional<Section> goOn = goOn(state);
        goOn.ifPresent(section -> items.add(HomeEntry.of(HomeTarget.GO_ON, section)));
        boolean ownFirst = finished || goOn.isPresent();
        if (state.course().isOwn() && ownFirst) {
            items.add(HomeEntry.OWN);
        }
        if (finished && FinishedHome.end(state).openGoals() > 0) {
            items.add(HomeEntry.GOALS);
        }
        boolean comesBack = finished && state.progress().next().isPresent();
        if (comesBack || !state.progress().due().isEmpty()) {
            items.add(new HomeEntry(HomeTarget.REVIEW, -1, Optional.empty()));
        }
        for (int rung : state.course().rungs()) {
            if (hasRungs(state)) {
                items.add(new HomeEntry(HomeTarget.RUNG, rung, Optional.empty()));
            }
            if (isOpen(rung, state)) {
                state.course().sectionsOf(rung).forEach(section -> items.add(HomeEntry.of(HomeTarget.OPEN, section)));
            }
        }
        if (finished) {
            items.add(HomeEntry.OPENING);
        } else if (state.course().isOwn() && !ownFirst) {
            items.add(HomeEntry.OWN);
        }
        return items;
    }

    /** Returns whether the course has several rungs, so that sections are listed below rung names. */
    static boolean hasRungs(ScreenState state) {
        return state.course().rungs().size() > 1;
    }

    /**
     * Returns whether a rung is unfolded: by default that where the learner left off, else that of the first unread
     * section. Once the course is finished only unread sections count.
     */
    boolean isOpen(int rung, ScreenState state) {
        boolean finished = FinishedHome.isFinished(state);
        Stream<Section> fresh = state.course().sections().stream().filter(state::isNew);
        int here = goOn(state).or(fresh::findFirst).map(Section::rung).orElse(finished ? -1 : rung);
        return turned.contains(rung) == (rung != here);
    }

    /**
     * Returns the section to go on with: where the learner left off or, if that is read or was left at its end, the
     * next one that is not read. Empty if nothing was begun, or nothing is left to read.
     */
    private Optional<Section> goOn(ScreenState state) {
        return leftOff(state).flatMap(left -> {
            List<Section> all = state.course().sections();
            int from = all.indexOf(left) + (isAtEnd(left, state) ? 1 : 0);
            return Stream.concat(all.subList(from, all.size()).stream(), all.subList(0, from).stream())
                    .filter(state::isNew)
                    .findFirst();
        });
    }

    private boolean isAtEnd(Section left, ScreenState state) {
        return SectionWords.road(left, state)
                .filter(road -> station(left, state) >= road.beats().size() - 1)
                .isPresent();
    }

    /** Returns the section the learner came from, else the last one in the journal; empty if the course has neither. */
    Optional<Section> leftOff(ScreenState state) {
        return left.flatMap(View::reading).map(Reading::section).or(() -> state.tutor()
                .leftOff());
    }

    /** Returns the station where the learner left a section, from 0; -1 if another section was left last. */
    int station(Section section, ScreenState state) {
        if (!leftOff(state).equals(Optional.of(section))) {
            return -1;
        }
        return left.map(view -> view.stationIndex(state))
                .orElseGet(() -> state.progress().leftOff().orElseThrow().parts());
    }

    /** Returns what the list says of a section. */
    ViewBlock.SectionRow row(Section section, ScreenState state) {
        return new ViewBlock.SectionRow(
                section,
                section.workload(state.progress().pace(section)),
                state.progress().sectionProgress(section.id()),
                station(section, state) >= 0);
    }

    /** Returns a copy with the fold state of a rung inverted. */
    HomeList turning(int rung) {
        Set<Integer> other = new HashSet<>(turned);
        if (!other.remove(rung)) {
            other.add(rung);
        }
        return new HomeList(left, Set.copyOf(other));
    }
}
