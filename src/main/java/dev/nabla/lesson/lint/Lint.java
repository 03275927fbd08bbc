package dev.nabla.lesson.lint;

import dev.nabla.frame.ControlCharacters;
import dev.nabla.frame.Glyphs;
import dev.nabla.lesson.Draft;
import dev.nabla.lesson.Section;
import dev.nabla.lesson.formula.Deadline;
import dev.nabla.lesson.read.CourseReader;
import dev.nabla.math.BadInput;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The mistakes of a course, a line each with file and line in front: everything that reading it complains of, and
 * what would disappoint a learner later.
 */
public final class Lint {
    private Lint() {}

    /** The mistakes in a folder of lessons, which has to be there; none is good. */
    public static List<String> of(Path folder) {
        CourseReader.requireFolder(folder);
        try {
            return of(CourseReader.load(folder).sections());
        } catch (BadInput bad) {
            return List.of(bad.getMessage());
        }
    }

    /** Reads all sections, and then checks them, on all cores; in between it notes where each id stands first. */
    private static List<String> of(List<Section> sections) {
        List<Reading> readings = sections.parallelStream().map(Reading::of).toList();
        Map<String, QuestionLint.First> firsts = new HashMap<>();
        sections.forEach(section -> section.known().ifPresent(lesson -> QuestionLint.noteFirsts(lesson, firsts)));
        Deadline patience = Deadline.of(Deadline.A_COURSE);
        return readings.parallelStream()
                .flatMap(reading -> mistakes(reading, firsts, patience).stream())
                .distinct()
                .toList();
    }

    /**
     * A section whose lesson has been read.
     *
     * @param mistake why it could not be
     */
    private record Reading(Section section, Optional<BadInput> mistake) {
        static Reading of(Section section) {
            try {
                section.lesson();
                return new Reading(section, Optional.empty());
            } catch (BadInput bad) {
                return new Reading(section, Optional.of(bad));
            }
        }
    }

    private static Set<String> mistakes(Reading reading, Map<String, QuestionLint.First> firsts, Deadline patience) {
        if (reading.mistake().isPresent()) {
            return Set.of(reading.mistake().get().getMessage());
        }
        Mistakes mistakes = new Mistakes();
        Section section = reading.section();
        try {
            section.draft().ifPresent(draft -> {
                title(section.title(), draft, mistakes);
                new QuestionLint(draft.lesson(), firsts, patience, mistakes).check();
                ProseLint.read(draft.place(), draft.text(), draft.lesson(), mistakes);
                new PageLint(draft.place(), draft.lesson(), mistakes).read();
            });
        } catch (BadInput bad) {
            mistakes.lines().add(bad.getMessage());
        }
        return mistakes.lines();
    }

    private static void title(String title, Draft draft, Mistakes mistakes) {
        String inLesson = draft.lesson().title();
        mistakes.at(draft.place() + ":")
                .require(
                        inLesson.equals(title),
                        "title '" + inLesson + "' is '" + title
                                + "' in index.yaml, and that is what readers see; write the same in both");
    }

    /**
     * Mistakes as they are found.
     *
     * @param lines a mistake each, its place in front
     * @param place where is looked now, like {@code l.md:6: question 9.1} or {@code l.md:6:}
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

        /** No glyph that some terminal cannot show, and nothing that could steer one. */
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
