/**
 * The table of keys. Key lookup, the key line, the help screen and the README all use it.
 *
 * <p>A key is looked up in the contexts of a screen, in their order, and yields an {@link dev.nabla.tui.key.Effect}.
 * Sees {@code tui.input}, {@code figure}, {@code frame}, {@code tutor} and {@code output}. Start reading at
 * {@link dev.nabla.tui.key.KeyContext}.
 */
package dev.nabla.tui.key;
