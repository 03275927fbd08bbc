/**
 * The tutor in a terminal: bytes become keys, keys become effects on the screens, frames become bytes.
 *
 * <p>{@link dev.nabla.tui.LocalTutor} runs the screens on this process's terminal,
 * {@link dev.nabla.tui.RemoteTutorFactory} makes programs for the sessions of a class.
 * {@link dev.nabla.tui.term.LocalSession} runs a program on a local terminal and restores the terminal however it ends;
 * {@link dev.nabla.tui.term.RemoteSession} does so over a connection.
 *
 * <p>Sees {@code math}, {@code frame}, {@code figure}, {@code lesson}, {@code progress}, {@code tutor}, {@code room}
 * and {@code output}, never {@code cli}. No state is static, so that many sessions can run in one JVM. Start reading at
 * {@link dev.nabla.tui.LocalTutor}.
 */
package dev.nabla.tui;
