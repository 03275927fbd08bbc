package dev.nabla.closing;

import dev.nabla.figure.FigureState;
import dev.nabla.lesson.Block;
import dev.nabla.lesson.Goal;
import dev.nabla.lesson.Lesson;
import dev.nabla.lesson.Section;
import dev.nabla.math.BadInput;
import dev.nabla.progress.Entry.Stood;
import dev.nabla.progress.Progress;
import dev.nabla.progress.Traces.Mistake;
import dev.nabla.tutor.Road;
import dev.nabla.tutor.Tutor;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The record of a course: what is read, the formulas that were met, the mistakes that were made, and what is open.
 *
 * @param end the sections, and what is open
 * @param formulas the formulas of the sections that are read
 * @param mistakes the named mistakes at questions that the course still has
 * @param goals the goals that are not reached, of the sections that are read
 * @param figures the commands that show the figures as they were left, the latest last
 * @param model the learner's own model, if there is one
 */
public record CourseRecord(
        CourseEnd end,
        List<Formulas> formulas,
        List<MadeMistake> mistakes,
        List<OpenGoal> goals,
        List<String> figures,
        Optional<CourseModel> model) {
    /**
     * Formulas under a heading.
     *
     * @param heading the heading; empty for those above the first
     */
    public record Formulas(Section section, String heading, List<String> lines) {}

    /**
     * A mistake at a question.
     *
     * @param times number of answers that show it
     * @param rightSince whether the last answer to the question is right
     */
    public record MadeMistake(Section section, String question, String name, int times, boolean rightSince) {}

    /** A goal that is not reached. */
    public record OpenGoal(Section section, Goal goal) {}

    /** Returns the record of a learner. Reads the lessons of the sections that are read or have a figure. */
    public static CourseRecord of(Tutor tutor) {
        Progress progress = tutor.progress();
        List<Formulas> formulas = new ArrayList<>();
        List<OpenGoal> goals = new ArrayList<>();
        for (Section section : tutor.course().sections()) {
            if (section.isWritten() && progress.isRead(section.id())) {
                Lesson lesson = section.lesson().orElseThrow();
                addFormulas(section, lesson, formulas);
                for (Goal goal : lesson.goals()) {
                    if (!progress.goals().contains(goal.id())) {
                        goals.add(new OpenGoal(section, goal));
                    }
                }
            }
        }
        return new CourseRecord(
                new CourseEnd(tutor.course(), progress),
                formulas,
                mistakes(tutor),
                goals,
                figures(tutor),
                tutor.course().closing().map(last -> CourseModel.of(tutor)).filter(CourseModel::isOwn));
    }

    private static void addFormulas(Section section, Lesson lesson, List<Formulas> formulas) {
        String heading = "";
        for (Block block : lesson.blocks()) {
            if (block instanceof Block.Heading above) {
                heading = above.text();
            } else if (block instanceof Block.FormulaBlock formula) {
                formulas.add(new Formulas(section, heading, formula.lines()));
            }
        }
    }

    private static List<MadeMistake> mistakes(Tutor tutor) {
        List<MadeMistake> made = new ArrayList<>();
        tutor.progress().traces().mistakes().forEach((mistake, times) -> home(mistake, tutor)
                .ifPresent(section -> made.add(new MadeMistake(
                        section,
                        mistake.question(),
                        mistake.name(),
                        times,
                        tutor.progress().isRight(mistake.question())))));
        return made;
    }

    private static Optional<Section> home(Mistake mistake, Tutor tutor) {
        return tutor.course().sections().stream()
                .filter(section -> section.names(mistake.question()))
                .findFirst();
    }

    private static List<String> figures(Tutor tutor) {
        Set<String> commands = new LinkedHashSet<>();
        for (Stood left : tutor.progress().traces().figures()) {
            restored(left, tutor).ifPresent(live -> {
                String command = live.commands().get(live.commands().size() - 1);
                commands.remove(command);
                commands.add(command);
            });
        }
        return List.copyOf(commands);
    }

    /** Returns a figure as it was left; empty if the course no longer shows it so. */
    static Optional<FigureState<?>> restored(Stood left, Tutor tutor) {
        Optional<Section> section = tutor.course().find(left.section()).filter(Section::isWritten);
        if (section.isEmpty()) {
            return Optional.empty();
        }
        try {
            List<FigureState<?>> figures = section.get().lesson().orElseThrow().figures();
            int shown = Road.of(section.get(), tutor).figure(left);
            if (shown >= figures.size()) {
                return Optional.empty();
            }
            FigureState<?> live = left.restore(figures.get(shown));
            return live.settings().isEmpty() ? Optional.empty() : Optional.of(live);
        } catch (BadInput unreadable) {
            return Optional.empty();
        }
    }
}
