package dev.nabla.lesson.lint;

import dev.nabla.frame.ControlCharacters;
import dev.nabla.frame.Glyphs;
import dev.nabla.lesson.Course;
import dev.nabla.lesson.LazyLesson;
import dev.nabla.lesson.Section;
import dev.nabla.lesson.formula.Deadline;
import dev.nabla.lesson.read.CourseReader;
import dev.nabla.math.BadInput;
import java.nio.file.Path;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ForkJoinTask;
import java.util.function.Function;

/**
 * Finds the mistakes of a course, as lines that begin with file and line. It reports every error of reading the course
 * and what only a learner would notice later.
 */
public final class Lint {
    private Lint() {}

    /**
     * Returns the mistakes in a folder of lessons; empty if there are none. Checks everything.
     *
     * @throws BadInput if it is not a folder
     */
    public static List<String> of(Path folder) {
        return of(folder, CourseReader::load);
    }

    /**
     * Returns the mistakes in a folder of lessons; empty if there are none. Of a lesson that the build has checked it
     * checks only how it fits the others.
     *
     * @param reader loads the course in the folder
     * @throws BadInput if it is not a folder
     */
    public static List<String> of(Path folder, Function<Path, Course> reader) {
        CourseReader.requireFolder(folder);
        try {
            return of(reader.apply(folder));
        } catch (BadInput bad) {
            return List.of(bad.getMessage());
        }
    }

    /** Reads and checks all sections on all cores, then compares their ids in order. */
    private static List<String> of(Course course) {
        Map<Section, Mistakes> checked = check(course.sections());
        Mistakes all = new Mistakes();
        UniqueIds ids = new UniqueIds();
        for (Section section : course.sections()) {
            section.known().ifPresent(lesson -> ids.add(lesson, all));
            all.lines().addAll(checked.get(section).lines());
            section.known().ifPresent(lesson -> ExplainedLint.check(lesson, course, all));
        }
        for (Section section : course.sections()) {
            section.draft().ifPresent(draft -> ids.addRetired(section, draft, course, all));
        }
        OptionsLint.check(course, all);
        GlossaryLint.check(course, all);
        return List.copyOf(all.lines());
    }

    /**
     * Checks each section on the next free core, the last section first. The sections that train models stand late in
     * a course and take longest; a long one that began last would keep a single core busy.
     */
    private static Map<Section, Mistakes> check(List<Section> sections) {
        Deadline patience = Deadline.of(Deadline.A_COURSE);
        Map<Section, Mistakes> checked = new ConcurrentHashMap<>();
        Deque<Section> waiting = new ConcurrentLinkedDeque<>(sections);
        ForkJoinTask.invokeAll(sections.stream()
                .map(each -> ForkJoinTask.adapt(() -> {
                    Section last = waiting.removeLast();
                    checked.put(last, check(last, patience));
                }))
                .toList());
        return checked;
    }

    private static Mistakes check(Section section, Deadline patience) {
        Mistakes mistakes = new Mistakes();
        try {
            section.draft().ifPresent(draft -> {
                title(section.title(), draft, mistakes);
                if (draft.isChecked()) {
                    return;
                }
                new QuestionLint(draft.lesson(), patience, mistakes).check();
                new PromptLint(draft.lesson(), mistakes).check();
                ProseLint.read(draft.place(), draft.text(), draft.lesson(), mistakes);
                new PageLint(draft.place(), draft.lesson(), mistakes).read();
                ToldLint.check(draft.lesson(), mistakes);
            });
        } catch (BadInput bad) {
            mistakes.lines().add(bad.getMessage());
        }
        return mistakes;
    }

    private static void title(String title, LazyLesson draft, Mistakes mistakes) {
        String inLesson = draft.lesson().title();
        mistakes.at(draft.place() + ":")
                .require(
                        inLesson.equals(title),
                        "title '" + inLesson + "' is '" + title
                                + "' in index.yaml, and that is what readers see; write the same in both");
    }

    /**
     * Collects mistakes.
     *
     * @param lines the mistakes found so far, each with its place in front
     * @param place place being checked, like {@code l.md:6: question 9.1} or {@code l.md:6:}
     */
    record Mistakes(Set<String> lines, String place) {
        Mistakes() {
            this(new LinkedHashSet<>(), "");
        }

        Mistakes at(String other) {
            return new Mistakes(lines, other);
        }

        void require(boolean holds, String mistake) {
            if (!holds) {
                lines.add(place + " " + mistake);
            }
        }

        /**
         * Requires that every terminal can show the text, and that no character can control a terminal. A placeholder
         * that is not closed is a mistake too.
         */
        void drawable(String text) {
            text.codePoints()
                    .filter(c -> c > Character.MAX_VALUE || !Glyphs.QUADRANT.allows((char) c))
                    .sorted()
                    .forEach(c -> require(
                            false,
                            "has " + ControlCharacters.code(c) + ", which not every terminal shows, in: "
                                    + text.replaceAll("\\p{C}", "?")));
            require(!text.contains("{{"), "has a placeholder that is not closed in: " + text);
        }
    }
}
