/**
 * Texts and bar charts of polls, shared by the screen, text mode and reports.
 *
 * <p>Imports {@code room}, {@code lesson.question} and {@code frame}. Start reading at {@link
 * dev.nabla.room.display.PollWords}.
 */
package dev.nabla.room.display;
