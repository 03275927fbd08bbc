/**
 * The tutor in a terminal: bytes become keys, keys become effects on the screens, frames become bytes.
 *
 * <p>{@link dev.nabla.tui.LocalTutor} puts screens and this process's terminal together, {@link
 * dev.nabla.tui.RemoteTutorFactory} makes programs for the seats of a class; {@link dev.nabla.tui.term.LocalSession}
 * runs a program on a terminal and gives it back however it ends, {@link dev.nabla.tui.term.RemoteSession} does so for
 * a line. Imports {@code math}, {@code frame}, {@code figure}, {@code lesson}, {@code progress}, {@code tutor}, {@code
 * room} and {@code output}, never {@code cli}. No state is static, so that many sessions can live in one JVM. Start
 * reading at {@link dev.nabla.tui.LocalTutor}.
 */
package dev.nabla.tui;
