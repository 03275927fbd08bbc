/**
 * The data of a class: its students, its board and polls, its events and requests, and how far its students are.
 *
 * <p>Records and pure functions; the time is passed in. {@link dev.nabla.room.ClassStore} stores a class, on a disk or
 * in a database. Who the people are is in {@code room.name}, what lets them in is in {@code room.account}. Sees also
 * {@code progress}, {@code lesson}, {@code figure}, {@code frame} and {@code math}. Start
 * reading at {@link dev.nabla.room.Board} and {@link dev.nabla.room.ClassActivity}.
 */
package dev.nabla.room;
