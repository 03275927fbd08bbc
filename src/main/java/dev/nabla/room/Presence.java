package dev.nabla.room;

import dev.nabla.room.name.Student;
import java.time.Instant;

/**
 * A student who is connected.
 *
 * @param where position in the course
 * @param lastKey time of the last key press
 */
public record Presence(Student student, LearnerLocation where, Instant lastKey) {}
