/**
 * The text mode of the tutor, for a screen reader, a terminal that cannot draw, or a pipe.
 *
 * <p>A {@link dev.nabla.line.LineTutor} looks a typed line up as an action of the screen that would be shown, and
 * {@link dev.nabla.line.BlockInWords} prints what is new on it. A {@link dev.nabla.line.LineSession} holds the state of
 * that screen and saves entries before anything more is printed to a {@link dev.nabla.line.LineConsole}. Start reading
 * at {@link dev.nabla.line.LineTutor}.
 */
package dev.nabla.line;
