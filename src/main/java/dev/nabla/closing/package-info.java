/**
 * The closing page at the end of the course, and the record of what a learner has done.
 *
 * <p>{@link dev.nabla.closing.Closing} is the page at one moment, {@link dev.nabla.closing.ClosingPicture} draws it,
 * {@link dev.nabla.closing.ClosingWords} says it. {@link dev.nabla.closing.CourseRecord} is the record as Markdown.
 */
package dev.nabla.closing;
