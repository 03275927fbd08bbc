package dev.nabla.lesson;

import java.util.Optional;

/**
 * One of the course's sections.
 *
 * @param id its number as two digits, like {@code 06}
 * @param title its name
 * @param gist what it is about, in a few words
 * @param lesson its text, none while it is not written
 */
public record Section(String id, String title, String gist, Optional<Lesson> lesson) {}
