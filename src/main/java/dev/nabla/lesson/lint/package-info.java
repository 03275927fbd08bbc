/**
 * Finds mistakes in a course that reading it accepts but a learner would stumble over.
 *
 * <p>Sees {@code lesson} and its other rooms. Start reading at {@link dev.nabla.lesson.lint.Lint}.
 */
package dev.nabla.lesson.lint;
