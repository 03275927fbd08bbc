/**
 * A class as values: who is in it, what it is asked, what its teacher shows, how far everybody is and where they err.
 *
 * <p>Records and pure functions; the time is handed in. {@link dev.nabla.room.ClassStore} is what a class remembers, on a disk
 * or in a database. Imports {@code progress}, {@code lesson}, {@code figure}, {@code frame} and {@code math}. Start reading at
 * {@link dev.nabla.room.Board} and {@link dev.nabla.room.ClassActivity}.
 */
package dev.nabla.room;
