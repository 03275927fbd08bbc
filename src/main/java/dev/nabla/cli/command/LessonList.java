package dev.nabla.cli.command;

import dev.nabla.cli.Arguments;
import dev.nabla.cli.Command;
import dev.nabla.cli.CommandResult;
import dev.nabla.cli.Listing;
import dev.nabla.cli.Options;
import dev.nabla.lesson.Course;
import dev.nabla.lesson.LazyLesson;
import dev.nabla.lesson.Section;
import dev.nabla.lesson.Workload;
import java.util.List;
import java.util.Optional;

/** {@code nabla lesson list}: prints the sections of a course, or its questions. */
record LessonList() implements Command {
    private static final String QUESTIONS = "--questions";

    @Override
    public void declare(Options options) {
        options.summary("the sections, or every question")
                .flag(QUESTIONS, "the id and the words of every question")
                .lessons()
                .notes("Example: nabla lesson list --questions", "Example: nabla lesson list --lessons my-course");
    }

    @Override
    public Optional<String> insteadOf(String word) {
        return Optional.of("name the course with " + Options.LESSONS + " " + word);
    }

    @Override
    public CommandResult run(Arguments given) {
        return CommandResult.ok(
                given.forDisplay(list(given.course(), given.has(QUESTIONS)).text()));
    }

    /** Returns one row per section or question. Rows are not wrapped, so that grep prints a question as a whole. */
    private static Listing list(Course course, boolean questions) {
        Listing listing = new Listing();
        if (questions) {
            course.drafts().forEach(lesson -> addQuestions(listing, lesson));
        } else {
            course.sections().forEach(section -> listing.add(section.id(), section.title(), held(section)));
        }
        return listing;
    }

    private static void addQuestions(Listing listing, LazyLesson lesson) {
        List<String> prompts = lesson.prompts();
        List<String> ids =
                lesson.outline().orElseGet(() -> lesson.lesson().outline()).questions();
        for (int i = 0; i < ids.size(); i++) {
            listing.add(ids.get(i), prompts.get(i).replace('\n', ' '));
        }
    }

    /** Returns the time and the exercises of a section, like {@code 2 min to read, 12 to do, 1 guess, 2 questions}. */
    private static String held(Section section) {
        return section.outline()
                .map(outline -> {
                    Workload size = section.workload().orElseThrow();
                    return size.times() + ", "
                            + count(
                                    outline.questions().size()
                                            - outline.plainQuestions().size(),
                                    "guess",
                                    "es") + ", "
                            + count(size.questions(), "question", "s") + ", "
                            + count(outline.goals().size(), "goal", "s");
                })
                .orElse("not written yet");
    }

    private static String count(int many, String what, String plural) {
        return many + " " + what + (many == 1 ? "" : plural);
    }
}
