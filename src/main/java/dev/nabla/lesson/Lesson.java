package dev.nabla.lesson;

import dev.nabla.figure.FigureState;
import dev.nabla.lesson.question.Question;
import dev.nabla.lesson.question.WorkedExample;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * A section's text and figures.
 *
 * @param title its name
 * @param minutes how long reading takes
 * @param blocks what it is made of, from top to bottom
 * @param lines where in its file each block begins, from 1
 */
public record Lesson(String title, int minutes, List<Block> blocks, List<Integer> lines) {
    public Lesson {
        blocks = List.copyOf(blocks);
        lines = List.copyOf(lines);
    }

    /** The first figure, as the lesson sets it; the section's predictions are about this one. */
    public Optional<FigureState<?>> figure() {
        return figures().stream().findFirst();
    }

    /** Its figures, from top to bottom, as the lesson sets them. */
    public List<FigureState<?>> figures() {
        return all(Block.Stage.class, Block.Stage::live);
    }

    /** Which of its figures has this id, from 0; the first of several, and the first of all if none has. */
    public int figure(String id) {
        List<FigureState<?>> figures = figures();
        return IntStream.range(0, figures.size())
                .filter(i -> figures.get(i).figure().id().equals(id))
                .findFirst()
                .orElse(0);
    }

    /** Its worked examples, from top to bottom. */
    public List<WorkedExample> examples() {
        return all(Block.Steps.class, Block.Steps::example);
    }

    /** Its questions, from top to bottom. */
    public List<Question> questions() {
        return all(Block.Ask.class, Block.Ask::question);
    }

    /** Its goals, from top to bottom. */
    public List<Goal> goals() {
        return all(Block.Aim.class, Block.Aim::goal);
    }

    private <B extends Block, T> List<T> all(Class<B> kind, Function<B, T> part) {
        return blocks.stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .map(part)
                .toList();
    }
}
