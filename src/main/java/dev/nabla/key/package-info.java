/**
 * The table of keys. Key lookup, the key line, the help screen and the README all use it.
 *
 * <p>A key is looked up in the contexts of a screen, in their order, and yields an {@link dev.nabla.key.Effect}.
 * Sees {@code key.press}, {@code figure}, {@code frame}, {@code tutor} and {@code output}. Start reading at
 * {@link dev.nabla.key.KeyContext}.
 */
package dev.nabla.key;
