/**
 * The terminal: decodes bytes into keys, encodes frames into bytes, handles signals, and restores the terminal however
 * the program ends.
 *
 * <p>Start reading at {@link dev.nabla.tui.term.LocalSession}, which runs a program on this process's terminal, and at
 * {@link dev.nabla.tui.term.RemoteSession}, which runs it over a connection. Both step a {@link
 * dev.nabla.tui.term.ProgramRunner}.
 *
 * <p>Lanterna is the terminal: every byte to a local terminal or to an SSH channel goes through its {@code
 * ANSITerminal}, which {@link dev.nabla.tui.term.FrameTerminal} extends, and every key and every mouse report comes
 * from its {@code InputDecoder}. Raw mode, restoring after a kill, slow lines, pasted text and the bounds of the input
 * are ours, because Lanterna has none of them. Its {@code Screen} is not used: it holds {@code TextCharacter}s, each of
 * which runs a {@code BreakIterator} when it is made, and the first frame came 16 to 20 % later with it.
 *
 * <p>Sees {@code key.press}, {@code frame} and {@code output}, but no screen.
 */
package dev.nabla.tui.term;
