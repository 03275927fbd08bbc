/**
 * The opening: a new student watches the GPT of the course train for ten seconds, before a word of the course.
 *
 * <p>{@link dev.nabla.opening.Opening} is its state and its words, {@link dev.nabla.opening.OpeningPicture} draws it.
 * Nobody needs to know anything before: it shows no axis, no symbol and no knob.
 */
package dev.nabla.opening;
