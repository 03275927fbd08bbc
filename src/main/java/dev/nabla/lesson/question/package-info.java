/**
 * Questions, their instances with drawn numbers, the types of answers, and the verdicts on typed answers.
 *
 * <p>Sees {@code lesson.formula}, {@code figure} and {@code math}, and opens no file. Worked examples are in this
 * package because their gaps are graded like answers. Start reading at {@link dev.nabla.lesson.question.Question}, then
 * {@link dev.nabla.lesson.question.QuestionInstance} and {@link dev.nabla.lesson.question.Verdict}.
 */
package dev.nabla.lesson.question;
