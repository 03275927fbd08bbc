/**
 * The tutor in a terminal: bytes become keys, keys become actions, frames become bytes.
 *
 * <p>The only package that sees Lanterna. {@link dev.nabla.tui.TutorState} is everything on the screen as one value,
 * {@link dev.nabla.tui.Keymap} the one table of keys; {@link dev.nabla.tui.Session} runs them on a terminal and gives it
 * back however it ends. Imports {@code math}, {@code frame}, {@code figure}, {@code lesson} and {@code view}, never {@code
 * cli}. No state is static, so that many sessions can live in one JVM. Start reading at {@link dev.nabla.tui.TutorState}.
 */
package dev.nabla.tui;
