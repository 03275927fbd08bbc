/**
 * The course: lessons are files, read into blocks of prose, formulas and figures; the journal keeps what was read.
 *
 * <p>Lessons are data by whoever wrote them: sizes are checked before parsing, YAML is read without types, and every
 * mistake is a {@link dev.nabla.math.BadInput} that names file and line. Imports {@code math}, {@code frame} and {@code
 * figure}. Start reading at {@link dev.nabla.lesson.Course}.
 */
package dev.nabla.lesson;
