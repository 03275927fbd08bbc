/**
 * What happens between a learner and the course: what is asked, answered and heard, figures in hand, where the learner stands.
 *
 * <p>{@link dev.nabla.tutor.Tutor} is all of it as one value; what a learner does makes an {@link dev.nabla.tutor.Tutor.Update}, the
 * next value and the entries that the journal is to keep. Screens and the line voice are faces of it: they update, have the
 * entries written, and only then show what was said. No terminal, file, clock or thread is known here; the time comes in.
 * {@link dev.nabla.tutor.Road} lists the stations of a section and what is left to do there; a {@link dev.nabla.tutor.Walk} is a
 * position on it and decides what comes next, for every face. Imports {@code math}, {@code figure},
 * {@code lesson} and {@code progress}. Start reading at {@link dev.nabla.tutor.Tutor}.
 */
package dev.nabla.tutor;
