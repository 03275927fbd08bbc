package dev.nabla.room;

/**
 * Somebody of a class.
 *
 * @param id drawn by the store, the same for ever; it tells nothing of the name
 */
public record Student(String id, StudentName name) {
    private static final int ALIAS = 5;

    /** What stands for the name where others look on: the beginning of the id. */
    public String alias() {
        return id.substring(0, Math.min(id.length(), ALIAS));
    }
}
