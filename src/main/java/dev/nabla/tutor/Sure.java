package dev.nabla.tutor;

import java.util.Locale;

/** How sure somebody is of an answer, before the verdict. */
public enum Sure {
    GUESSING,
    FAIRLY,
    SURE;

    /** From 1 to 3. */
    public int level() {
        return ordinal() + 1;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
