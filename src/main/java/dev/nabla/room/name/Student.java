package dev.nabla.room.name;

/**
 * A student of a class.
 *
 * @param id number drawn at random by the store; it never changes, and reveals nothing about the name
 */
public record Student(String id, StudentName name) {
    private static final int ALIAS = 5;

    /**
     * Returns the first five characters of the id, which are displayed in place of the name on a screen that others
     * see.
     */
    public String alias() {
        return id.substring(0, Math.min(id.length(), ALIAS));
    }
}
