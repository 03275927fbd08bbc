/**
 * Names of the people of a class: what a name may contain, which names look alike, and what a new name is refused for.
 *
 * <p>Sees {@code math} for refusals and {@code frame} for the widths of letters. Start reading at {@link
 * dev.nabla.room.name.StudentName}.
 */
package dev.nabla.room.name;
