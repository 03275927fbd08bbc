/**
 * Questions: what is asked, an instance with drawn numbers, what counts as an answer, and the verdict on one.
 *
 * <p>Sees {@code lesson.formula}, {@code figure} and {@code math}, no file. Worked examples belong here, since their gaps are
 * graded like answers. Start reading at {@link dev.nabla.lesson.question.Question}, then {@link
 * dev.nabla.lesson.question.QuestionInstance} and {@link dev.nabla.lesson.question.Verdict}.
 */
package dev.nabla.lesson.question;
