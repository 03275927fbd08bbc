/**
 * Writes a course as a question bank for Moodle, in the format that docs.moodle.org describes as "Moodle XML format".
 *
 * <p>Sees {@code lesson}, {@code lesson.question} and {@code math}, and the XML writer of the JDK. Start reading at
 * {@link dev.nabla.lesson.moodle.QuestionBank}, which chooses what is written.
 */
package dev.nabla.lesson.moodle;
