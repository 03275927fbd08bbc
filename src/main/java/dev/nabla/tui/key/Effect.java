package dev.nabla.tui.key;

import dev.nabla.figure.Action;
import dev.nabla.output.Text;
import dev.nabla.tutor.Editor;
import dev.nabla.tutor.Sure;

/** What a key does: it moves about in the tutor, acts on the figure, changes the line that is typed, or rates an answer. */
public sealed interface Effect permits Go, Effect.Act, Effect.Open, Effect.Typing, Effect.Rate {
    /** Acts on the figure. */
    record Act(Action action) implements Effect {}

    /** Opens a section, by its position; only the pointer does that. */
    record Open(int section) implements Effect {}

    /** Says how sure somebody is. */
    record Rate(Sure sure) implements Effect {}

    /** Changes the line that is typed. */
    sealed interface Typing extends Effect permits Edit, Type {
        Editor on(Editor editor);
    }

    /** Puts characters into it, ends of lines as blanks and whatever could steer a terminal as question marks. */
    record Type(String characters) implements Typing {
        @Override
        public Editor on(Editor editor) {
            return editor.type(Text.harmless(characters.replaceAll("[\\n\\t]", " ")));
        }
    }
}
