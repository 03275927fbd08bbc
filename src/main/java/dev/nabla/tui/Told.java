package dev.nabla.tui;

import dev.nabla.room.News;
import dev.nabla.tui.term.Input;

/** News of the class as a program hears them. */
public record Told(News news) implements Input.Heard {
    @Override
    public Object kind() {
        return news.getClass();
    }

    /** Words for the line of words; they stand there until something else does. */
    public record Words(String text) implements Input.Heard {
        @Override
        public Object kind() {
            return Words.class;
        }
    }
}
