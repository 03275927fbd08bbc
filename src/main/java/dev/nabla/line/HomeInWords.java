package dev.nabla.line;

import dev.nabla.figure.WorkedSteps;
import dev.nabla.lesson.Course;
import dev.nabla.lesson.Section;
import dev.nabla.lesson.Workload;
import dev.nabla.progress.SectionProgress;
import dev.nabla.tutor.Tutor;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/** The list of sections in text mode: a sentence per rung and per section, with its size and the learner's progress. */
record HomeInWords(Tutor tutor) {
    /** Returns the list. Reads no lesson; a section whose outline is not known has its reading time only. */
    List<String> lines() {
        return lines(rung -> true);
    }

    /** Returns the list with the sections of the first rung only, so that 24 rows of a terminal show all of it. */
    List<String> beginning() {
        List<Integer> rungs = tutor.course().rungs();
        List<String> lines = lines(rung -> rung == rungs.get(0));
        if (rungs.size() > 1) {
            lines.add("'sections' lists those of the other parts, too.");
        }
        return lines;
    }

    private List<String> lines(IntPredicate opened) {
        Course course = tutor.course();
        List<String> lines = new ArrayList<>();
        boolean spaced = true;
        for (int rung : course.rungs()) {
            List<Section> sections = course.sectionsOf(rung);
            String time = Course.workload(sections, tutor.progress()::pace)
                    .map(size -> ", about " + size.time() + " in all")
                    .orElse("");
            lines.add((lines.isEmpty() || !spaced ? "" : "\n") + course.ladder().get(rung) + ", "
                    + WorkedSteps.count(sections.size(), "section") + time + ".");
            spaced = opened.test(rung);
            if (spaced) {
                sections.forEach(section -> lines.add(section(section)));
            }
        }
        if (Course.workload(course.sections()).isPresent() && tutor.progress().hasOwnPace(course.sections())) {
            lines.add("\nThe minutes to do are at your pace.");
        }
        lines.add("\nWhat comes back: " + tutor.progress().agenda() + ".");
        return lines;
    }

    private String section(Section section) {
        String name = section.id() + " " + section.title();
        if (!section.isWritten()) {
            return name + ": not written yet.";
        }
        String reading = WorkedSteps.count(section.draft().orElseThrow().minutes(), "minute") + " to read";
        return name + ": "
                + section.workload(tutor.progress().pace(section))
                        .map(size -> reading + practice(size))
                        .orElse(reading)
                + standing(section) + ".";
    }

    private static String practice(Workload size) {
        return ", " + size.practice() + " to do, " + WorkedSteps.count(size.questions(), "question");
    }

    /** Returns what was done in a section: whether it is read or mastered, left here, and what is due. */
    private String standing(Section section) {
        SectionProgress done = tutor.progress().sectionProgress(section.id());
        String state = done.isMastered() ? "; mastered" : done.isRead() ? "; read" : "";
        boolean here = tutor.leftOff().filter(section::equals).isPresent();
        return state
                + (here ? "; you left here" : "")
                + (done.due() > 0 ? "; " + WorkedSteps.count(done.due(), "question") + " due" : "");
    }
}
