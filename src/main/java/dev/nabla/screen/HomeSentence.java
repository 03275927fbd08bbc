package dev.nabla.screen;

import dev.nabla.figure.WorkedSteps;
import dev.nabla.lesson.Course;
import dev.nabla.lesson.Section;
import dev.nabla.lesson.Workload;
import dev.nabla.screen.HomeList.HomeEntry;
import dev.nabla.tutor.Road;
import dev.nabla.tutor.RoadTime;
import java.util.List;
import java.util.Optional;

/** The sentence about the selected line of the home screen. */
record HomeSentence(HomeList list, ScreenState state) {
    /** Returns the sentence, with shorter versions for narrow screens. */
    String[] of(HomeEntry item) {
        return switch (item.door()) {
            case REVIEW ->
                new String[] {
                    "Questions you have answered come back after a day, then after more and more days",
                    "What you have answered comes back after some days"
                };
            case OWN ->
                new String[] {
                    "A list of yours, like bands or villages, and a small model that learns it",
                    "A small model learns a list of yours"
                };
            case GOALS -> new String[] {"Goals that you have not reached yet; this opens the first of them"};
            case OPENING ->
                new String[] {
                    "The training that the course began with, then the page that it ended with",
                    "How the course began and ended"
                };
            case RUNG -> rung(item.rung());
            case GO_ON, OPEN -> section(item.section().orElseThrow());
        };
    }

    private String[] rung(int rung) {
        List<Section> on = state.course().sectionsOf(rung);
        int read = 0;
        for (Section section : on) {
            read += state.progress().isRead(section.id()) ? 1 : 0;
        }
        String name = state.course().ladder().get(rung) + ": " + on.get(0).id() + " to "
                + on.get(on.size() - 1).id();
        String holds = name + ", " + read + " of " + WorkedSteps.count(on.size(), "section") + " read";
        String pace = atPace(on);
        return Course.workload(on, state.progress()::pace)
                .map(size -> new String[] {
                    holds + ". " + size.reading() + " minutes to read, " + size.practice() + " to do" + pace,
                    holds + ", " + size.time() + pace,
                    holds + ", " + size.time(),
                    holds
                })
                .orElse(new String[] {holds, name});
    }

    private String[] section(Section section) {
        String id = section.id() + ": ";
        Optional<String> place = SectionWords.place(section, list, state);
        if (place.isEmpty()) {
            String gist = id + section.gist();
            String size = gist + " · " + SectionWords.size(section, state);
            String paced = size + atPace(List.of(section));
            return new String[] {paced + SectionWords.open(section, state), paced, size, gist};
        }
        String at = id + "left at " + place.get();
        Workload left =
                new RoadTime(SectionWords.road(section, state).orElseThrow()).left(list.station(section, state));
        String here = left.minutes() == 0 ? at + ", all done" : at + ", " + SectionWords.minutes(left);
        String paced = left.practice() == 0 ? here : here + atPace(List.of(section));
        Optional<Workload> rest = rest(section, left);
        if (rest.isEmpty()) {
            return new String[] {paced, here, at};
        }
        String end = (HomeList.hasRungs(state) ? "this rung: " : "the course: ")
                + rest.get().time();
        String pace = atPace(from(section));
        return pace.isEmpty()
                ? new String[] {here + ". To the end of " + end, here, at}
                : new String[] {
                    here + ". To the end of " + end + pace, here + ". Rest of " + end + pace, paced, here, at
                };
    }

    /** Returns the sections of a rung from one of them on. */
    private List<Section> from(Section first) {
        List<Section> on = state.course().sectionsOf(first.rung());
        return on.subList(on.indexOf(first), on.size());
    }

    /** Returns the words after the time for some sections; empty if the usual pace holds for all of them. */
    private String atPace(List<Section> sections) {
        return state.progress().hasOwnPace(sections) ? " at your pace" : "";
    }

    /** Returns what is left of a rung from a section on, without what is finished; empty if that is not known yet. */
    private Optional<Workload> rest(Section from, Workload left) {
        List<Section> on = from(from);
        Workload rest = left;
        for (Section section : on.subList(1, on.size())) {
            Optional<Road> road = SectionWords.road(section, state);
            if (section.isWritten() && road.isEmpty()) {
                return Optional.empty();
            }
            if (road.isPresent() && !state.progress().isDone(section)) {
                boolean read = state.progress().isRead(section.id());
                int station = read ? road.get().beats().size() : 0;
                rest = rest.plus(new RoadTime(road.get()).left(station));
            }
        }
        return rest.minutes() == 0 ? Optional.empty() : Optional.of(rest);
    }
}
