package dev.nabla.tui.screen;

import dev.nabla.lesson.Section;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The lines of home that can be opened.
 *
 * @param left the screen that led home
 * @param turned the rungs that were folded or unfolded; else only the one is open where the learner is
 */
record HomeList(Optional<View> left, Set<Integer> turned) {
    /** What a line opens; a rung, where there are several, folds its sections away. */
    enum HomeTarget {
        GO_ON,
        REVIEW,
        RUNG,
        OPEN
    }

    /** A line that can be opened; one of no rung has -1. */
    record HomeEntry(HomeTarget door, int rung, Optional<Section> section) {
        static HomeEntry of(HomeTarget door, Section section) {
            return new HomeEntry(door, section.rung(), Optional.of(section));
        }
    }

    /** The lines, from top to bottom. */
    List<HomeEntry> items(ScreenState state) {
        List<HomeEntry> items = new ArrayList<>();
        leftOff(state).ifPresent(section -> items.add(HomeEntry.of(HomeTarget.GO_ON, section)));
        if (!state.progress().due().isEmpty()) {
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
        return items;
    }

    /** True if sections stand below the names of several rungs. */
    static boolean hasRungs(ScreenState state) {
        return state.course().rungs().size() > 1;
    }

    /** True if the sections of a rung are listed. */
    boolean isOpen(int rung, ScreenState state) {
        Stream<Section> fresh = state.course().sections().stream().filter(state::isNew);
        int here = leftOff(state).or(fresh::findFirst).map(Section::rung).orElse(rung);
        return turned.contains(rung) == (rung != here);
    }

    /** The section that was left: a moment ago, else the one that the journal knows, if the course still has it. */
    Optional<Section> leftOff(ScreenState state) {
        return left.flatMap(View::reading).map(Reading::section).or(() -> state.tutor()
                .leftOff());
    }

    /** The station where a section was left; -1 if another one was. */
    int station(Section section, ScreenState state) {
        if (!leftOff(state).equals(Optional.of(section))) {
            return -1;
        }
        return left.map(view -> view.beat(state))
                .orElseGet(() -> state.progress().leftOff().orElseThrow().parts());
    }

    /** With a rung folded that was open, or unfolded. */
    HomeList turning(int rung) {
        Set<Integer> other = new HashSet<>(turned);
        if (!other.remove(rung)) {
            other.add(rung);
        }
        return new HomeList(left, Set.copyOf(other));
    }
}
