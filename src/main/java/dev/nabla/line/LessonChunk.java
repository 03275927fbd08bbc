package dev.nabla.line;

import dev.nabla.lesson.Block;
import dev.nabla.lesson.Lesson;
import java.util.ArrayList;
import java.util.List;

/**
 * A piece of a lesson that is read at one go: what is below a heading, or one question, or one goal.
 *
 * @param blocks at least one; a question or a goal stands alone
 */
record LessonChunk(List<Block> blocks) {
    LessonChunk {
        blocks = List.copyOf(blocks);
    }

    static List<LessonChunk> of(Lesson lesson) {
        List<LessonChunk> chunks = new ArrayList<>();
        List<Block> below = new ArrayList<>();
        for (Block block : lesson.blocks()) {
            boolean alone = block instanceof Block.Ask || block instanceof Block.Aim;
            // Questions and goals keep the heading above them.
            boolean onlyHeading = below.size() == 1 && below.get(0) instanceof Block.Heading;
            if (block instanceof Block.Heading || alone && !onlyHeading) {
                add(below, chunks);
            }
            below.add(block);
            if (alone) {
                add(below, chunks);
            }
        }
        add(below, chunks);
        return chunks;
    }

    private static void add(List<Block> blocks, List<LessonChunk> chunks) {
        if (!blocks.isEmpty()) {
            chunks.add(new LessonChunk(blocks));
            blocks.clear();
        }
    }
}
