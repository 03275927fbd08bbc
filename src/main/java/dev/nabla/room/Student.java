package dev.nabla.room;

/**
 * Somebody of a class.
 *
 * @param id drawn by the store, the same for ever; it tells nothing of the name
 */
public record Student(String id, Name name) {}
