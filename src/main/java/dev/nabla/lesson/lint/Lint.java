package dev.nabla.lesson.lint;

import dev.nabla.frame.ControlCharacters;
import dev.nabla.frame.Glyphs;
import dev.nabla.lesson.Draft;
import dev.nabla.lesson.Lesson;
import dev.nabla.lesson.Section;
import dev.nabla.lesson.read.CourseReader;
import dev.nabla.math.BadInput;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The mistakes of a course, a line each with file and line in front: everything that reading it complains of, and
 * what would disappoint a learner later.
 */
public final class Lint {
    private final Mistakes mistakes = new Mistakes();
    private final QuestionLint questions = new QuestionLint(mistakes);

    private Lint() {}

    /** The mistakes in a folder of lessons, which has to be there; none is good. */
    public static List<String> of(Path folder) {
        CourseReader.requireFolder(folder);
        Lint lint = new Lint();
        try {
            CourseReader.load(folder).sections().forEach(lint::section);
        } catch (BadInput bad) {
            lint.mistakes.lines().add(bad.getMessage());
        }
        return List.copyOf(lint.mistakes.lines());
    }

    private void section(Section section) {
        try {
            section.draft().ifPresent(draft -> draft(section.title(), draft));
        } catch (BadInput bad) {
            mistakes.lines().add(bad.getMessage());
        }
    }

    private void draft(String title, Draft draft) {
        Lesson lesson = draft.lesson();
        mistakes.at(draft.place() + ":")
                .require(
                        lesson.title().equals(title),
                        "title '" + lesson.title() + "' is '" + title
                                + "' in index.yaml, and that is what readers see; write the same in both");
        questions.lesson(lesson);
        ProseLint.read(draft.place(), draft.text(), lesson, mistakes);
        new PageLint(draft.place(), lesson, mistakes).read();
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
