package dev.nabla.tui;

import java.util.Locale;

/** How sure somebody is of an answer, before the verdict. */
enum Sure implements Effect {
    GUESSING,
    FAIRLY,
    SURE;

    @Override
    public TutorState on(TutorState state) {
        return state.rate(this);
    }

    /** From 1 to 3. */
    int level() {
        return ordinal() + 1;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
