/**
 * A pressed key as a value, from the decoder of a terminal to the table of keys, which do not see each other.
 *
 * <p>Sees the types of keys of Lanterna, and no other package.
 */
package dev.nabla.tui.input;
