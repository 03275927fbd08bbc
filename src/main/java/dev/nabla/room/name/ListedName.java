package dev.nabla.room.name;

/**
 * A name on the roster.
 *
 * @param number number of its row, from 1
 */
public record ListedName(int number, StudentName name) {}
