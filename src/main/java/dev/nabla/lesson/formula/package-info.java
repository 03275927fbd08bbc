/**
 * Numbers in lessons: formulas over drawn numbers and facts of figures, and text with such numbers filled in.
 *
 * <p>Sees {@code figure} and {@code math}, and opens no file. Start reading at {@link
 * dev.nabla.lesson.formula.NumberFormula}.
 */
package dev.nabla.lesson.formula;
