/**
 * A pressed key as a value. The terminal's decoder produces it and the table of keys uses it; neither sees the other.
 *
 * <p>Sees no other package.
 */
package dev.nabla.key.press;
