package dev.nabla.room;

import dev.nabla.frame.Glyphs;

/**
 * A student of a class.
 *
 * @param id number drawn at random by the store; it never changes, and reveals nothing about the name
 */
public record Student(String id, StudentName name) {
    /** Beginning of what an ASCII terminal shows for a name in other letters; the alias follows. */
    static final String NUMBERED = "name-";

    private static final int ALIAS = 5;

    /**
     * Returns the first five characters of the id, which are displayed in place of the name on a screen that others
     * see.
     */
    public String alias() {
        return id.substring(0, Math.min(id.length(), ALIAS));
    }

    /** Returns the name as an ASCII terminal can show it: itself, perhaps without accents, or {@code name-12345}. */
    public String asciiName() {
        return Glyphs.ASCII.spells(name.text()) ? name.text() : NUMBERED + alias();
    }
}
