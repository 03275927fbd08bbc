package dev.nabla.room.name;

/** The rights of a user in a class, which depend on the user's key alone. */
public enum Role {
    STUDENT,
    TEACHER;

    /** User name with which teachers log in, before the {@code @} of the ssh command. */
    public static final String TEACHER_NAME = "teacher";
}
