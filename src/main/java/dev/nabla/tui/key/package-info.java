/**
 * One table of keys, from which they are looked up, and the key line, the help screen and the README are printed.
 *
 * <p>A key is looked up in the contexts that hold on a screen, in their order, and is then an {@link
 * dev.nabla.tui.key.Effect}. Sees {@code tui.input}, {@code figure}, {@code frame}, {@code tutor} and {@code output}.
 * Start reading at {@link dev.nabla.tui.key.KeyContext}.
 */
package dev.nabla.tui.key;
