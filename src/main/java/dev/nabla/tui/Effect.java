package dev.nabla.tui;

import dev.nabla.figure.Action;

/** What a key does: it moves about in the tutor, acts on the figure, changes the line that is typed, or rates an answer. */
sealed interface Effect permits Go, Edit, Sure, Effect.Act, Effect.Type {
    TutorState on(TutorState state);

    /** Acts on the figure. */
    record Act(Action action) implements Effect {
        @Override
        public TutorState on(TutorState state) {
            return state.act(action);
        }
    }

    /** Puts signs into the line that is typed. */
    record Type(String signs) implements Effect {
        @Override
        public TutorState on(TutorState state) {
            return state.type(signs);
        }
    }
}
