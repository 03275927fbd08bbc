package dev.nabla.lesson;

import dev.nabla.figure.FigureState;
import dev.nabla.frame.Line;
import dev.nabla.lesson.question.Question;
import dev.nabla.lesson.question.WorkedExample;
import java.util.List;

/** A piece of a lesson, from top to bottom. */
public sealed interface Block {
    /** The name of what follows. */
    record Heading(String text) implements Block {}

    /** Prose; emphasis is bold. */
    record Paragraph(Line text) implements Block {}

    /** One item of a list. */
    record BulletItem(Line text) implements Block {}

    /** Lines that stand as they were written. */
    public record FormulaBlock(List<String> lines) implements Block {}

    /** The end of a page; so is a figure. */
    record Break() implements Block {}

    /** A figure, opened with the lesson's settings. */
    record FigureBlock(FigureState<?> live) implements Block {}

    /** An example worked step by step. */
    record Steps(WorkedExample example) implements Block {}

    /** A question. */
    record QuestionBlock(Question question) implements Block {}

    /** A state to bring a figure to. */
    record Aim(Goal goal) implements Block {}
}
