package dev.nabla.lesson.lint;

import dev.nabla.lesson.Draft;
import dev.nabla.lesson.Lesson;
import dev.nabla.lesson.Section;
import dev.nabla.lesson.read.CourseReader;
import dev.nabla.math.BadInput;
import java.nio.file.Path;
import java.util.List;

/**
 * The mistakes of a course, a line each with file and line in front: everything that reading it complains of, and
 * what would disappoint a learner later.
 */
public final class Lint {
    private final Mistakes mistakes = new Mistakes();
    private final QuestionLint questions = new QuestionLint(mistakes);

    private Lint() {}

    /** The mistakes in a folder of lessons; none is good. */
    public static List<String> of(Path folder) {
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
        mistakes.at(draft.place() + ":")
                .require(
                        draft.title().equals(title),
                        "title '" + draft.title() + "' is '" + title
                                + "' in index.yaml, and that is what readers see; write the same in both");
        Lesson lesson = draft.lesson();
        questions.lesson(lesson);
        ProseLint.read(draft.place(), draft.text(), lesson, mistakes);
        new PageLint(draft.place(), lesson, mistakes).read();
    }
}
