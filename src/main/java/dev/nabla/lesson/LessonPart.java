package dev.nabla.lesson;

import dev.nabla.lesson.question.Question;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A stretch of a lesson that lies at one place of its road. */
sealed interface LessonPart {
    /** Blocks to read up to a figure, a page break, or an exercise. Headings at the end are left out. */
    record Page(List<Block> blocks) implements LessonPart {}

    record Shown(Block.FigureBlock figure) implements LessonPart {}

    /** Questions that are not guesses, with no page, figure or goal between them; the deeper ones come last. */
    record Asked(List<Question> questions) implements LessonPart {
        List<Question> onRoad() {
            return questions.stream().filter(Question::onRoad).toList();
        }
    }

    /** The number of goals with no page, figure or question between them. */
    record Aimed(int goals) implements LessonPart {}

    /** Returns the parts of a lesson, from top to bottom. */
    static List<LessonPart> of(List<Block> blocks) {
        List<LessonPart> parts = new ArrayList<>();
        List<Block> page = new ArrayList<>();
        for (Block block : blocks) {
            if (block instanceof Block.FigureBlock figure) {
                turn(page, parts);
                parts.add(new Shown(figure));
            } else if (block instanceof Block.QuestionBlock asked) {
                if (!asked.question().predicts()) {
                    turn(page, parts);
                    ask(asked.question(), parts);
                }
            } else if (block instanceof Block.Aim) {
                turn(page, parts);
                aim(parts);
            } else if (block instanceof Block.Break) {
                turn(page, parts);
            } else {
                page.add(block);
            }
        }
        turn(page, parts);
        return List.copyOf(parts);
    }

    private static void turn(List<Block> page, List<LessonPart> parts) {
        int end = page.size();
        while (end > 0 && page.get(end - 1) instanceof Block.Heading) {
            end--;
        }
        if (end > 0) {
            parts.add(new Page(List.copyOf(page.subList(0, end))));
        }
        page.clear();
    }

    private static void ask(Question question, List<LessonPart> parts) {
        if (!parts.isEmpty() && parts.get(parts.size() - 1) instanceof Asked before) {
            List<Question> more = Stream.concat(before.questions().stream(), Stream.of(question))
                    .sorted(Comparator.comparing(Question::deeper))
                    .toList();
            parts.set(parts.size() - 1, new Asked(more));
        } else {
            parts.add(new Asked(List.of(question)));
        }
    }

    private static void aim(List<LessonPart> parts) {
        if (!parts.isEmpty() && parts.get(parts.size() - 1) instanceof Aimed before) {
            parts.set(parts.size() - 1, new Aimed(before.goals() + 1));
        } else {
            parts.add(new Aimed(1));
        }
    }
}
