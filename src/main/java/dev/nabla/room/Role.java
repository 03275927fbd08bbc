package dev.nabla.room;

/** What somebody may do in a class; it follows from the key alone. */
public enum Role {
    STUDENT,
    TEACHER;

    /** What a teacher types before the @. */
    public static final String TEACHER_NAME = "teacher";
}
