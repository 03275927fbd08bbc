/**
 * The terminal: decodes bytes into keys, encodes frames into bytes, handles signals, and restores the terminal however
 * the program ends.
 *
 * <p>Start reading at {@link dev.nabla.tui.term.LocalSession}, which runs a program on this process's terminal, and at
 * {@link dev.nabla.tui.term.RemoteSession}, which runs it over a connection. Both step a {@link
 * dev.nabla.tui.term.ProgramRunner}.
 *
 * <p>These parts of Lanterna are used:
 *
 * <ul>
 *   <li>{@code TextColor} holds a colour and its escape sequence;
 *   <li>{@code EscapeSequenceCharacterPattern} decodes the escape sequences of keys, {@code KeyStroke} and {@code
 *       KeyType} are its result.
 * </ul>
 *
 * <p>These parts are not used, for these reasons:
 *
 * <ul>
 *   <li>{@code Terminal}: it belongs to the process, finds its size by asking the terminal and waits for the reply.
 *       Here a process has many terminals, some behind SSH, and asks none of them anything.
 *   <li>{@code Screen}: {@code TerminalScreen} writes a character at a time through a {@code Terminal}, and {@code
 *       AbstractScreen} also reads the keys. {@link dev.nabla.tui.term.FrameScreen} writes a frame at once.
 *   <li>{@code InputDecoder}: it blocks, its time is quadratic in the length of a sequence, and the mouse pattern keeps
 *       the pressed button in a static field. {@link dev.nabla.tui.term.InputTokenizer} splits the bytes in bounded
 *       time instead.
 *   <li>{@code ScreenBuffer} and {@code TextCharacter}: what is longer than one {@code char} counts as two cells wide
 *       there, and letters lose vowel signs that take a cell.
 *   <li>{@code TextGraphics} and {@code gui2}: screens are drawn as frames, which know no terminal and are tested as
 *       text.
 * </ul>
 *
 * <p>Sees {@code key.press}, {@code frame} and {@code output}, but no screen.
 */
package dev.nabla.tui.term;
