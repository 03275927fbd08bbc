/**
 * The state of a learner in the course: questions, answers and feedback, figures, and the learner's position.
 *
 * <p>{@link dev.nabla.tutor.Tutor} holds all of it as one immutable value. An input produces a
 * {@link dev.nabla.tutor.Tutor.Update}: the next value, and the entries that the journal must save. Screens and the
 * text mode apply it, save the entries, and only then show the result. This package uses no terminal, file, clock or
 * thread; the time is passed in. {@link dev.nabla.tutor.Road} lists the stations of a section and what is left to do
 * there. A {@link dev.nabla.tutor.Walk} is a position on it and decides what comes next. Sees {@code math},
 * {@code figure}, {@code lesson} and {@code progress}. Start reading at {@link dev.nabla.tutor.Tutor}.
 */
package dev.nabla.tutor;
