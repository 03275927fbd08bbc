/**
 * How a poll is worded and drawn: the same for the screen, for the course line by line and for reports.
 *
 * <p>Imports {@code room}, {@code lesson.question} and {@code frame}. Start reading at {@link
 * dev.nabla.room.display.PollWords}.
 */
package dev.nabla.room.display;
