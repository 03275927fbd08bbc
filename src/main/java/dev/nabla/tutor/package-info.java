/**
 * What happens between a learner and the course: questions, answers and feedback, figures, and the learner's position.
 *
 * <p>{@link dev.nabla.tutor.Tutor} is all of it as one value; what a learner does makes an {@link
 * dev.nabla.tutor.Tutor.Update}, the next value and the entries that the journal is to keep. Screens and the line voice
 * update it, have the entries written, and only then show the result. No terminal, file, clock or thread is known here;
 * the time comes in. {@link dev.nabla.tutor.Road} lists the stations of a section and what is left to do there; a
 * {@link dev.nabla.tutor.Walk} is a position on it and decides what comes next, for the screens and the line voice
 * alike. Imports {@code math}, {@code figure}, {@code lesson} and {@code progress}. Start reading at {@link
 * dev.nabla.tutor.Tutor}.
 */
package dev.nabla.tutor;
