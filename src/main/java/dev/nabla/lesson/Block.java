package dev.nabla.lesson;

import dev.nabla.figure.FigureState;
import dev.nabla.frame.Line;
import dev.nabla.lesson.question.Question;
import dev.nabla.lesson.question.WorkedExample;
import java.util.List;

/** A block of a lesson; a lesson is a list of blocks from top to bottom. */
public sealed interface Block {
    /** Returns its text in one line; empty for a block that is no prose. */
    default String prose() {
        return "";
    }

    /** A heading. */
    record Heading(String text) implements Block {
        @Override
        public String prose() {
            return text;
        }
    }

    /** A paragraph of prose. */
    record Paragraph(Line text) implements Block {
        @Override
        public String prose() {
            return text.plain();
        }
    }

    /** An item of a list. */
    record BulletItem(Line text) implements Block {
        @Override
        public String prose() {
            return text.plain();
        }
    }

    /** Lines that are shown as they were written. */
    public record FormulaBlock(List<String> lines) implements Block {
        @Override
        public String prose() {
            return String.join(" ", lines).replaceAll("\\s+", " ");
        }
    }

    /** A page break; a figure ends a page too. */
    record Break() implements Block {}

    /** A figure with the lesson's settings. */
    record FigureBlock(FigureState<?> live) implements Block {}

    /** A worked example, solved line by line. */
    record Steps(WorkedExample example) implements Block {}

    record QuestionBlock(Question question) implements Block {}

    /** A goal: a state that the learner brings a figure to. */
    record Aim(Goal goal) implements Block {}
}
