package dev.nabla.room;

import java.time.Instant;

/**
 * A student who is here.
 *
 * @param lastKey when a key was pressed last
 */
public record Presence(Student student, LearnerLocation where, Instant lastKey) {}
