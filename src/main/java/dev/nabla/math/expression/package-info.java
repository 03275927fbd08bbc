/**
 * Expressions in x and y: the one parser, its trees, their values and slopes, and what is computed from a typed function.
 *
 * <p>Sees {@code math} alone, which does not see it. {@link dev.nabla.math.expression.Parser} says the grammar; {@link
 * dev.nabla.math.expression.Dual} carries a value with its slope; {@link dev.nabla.math.expression.Numerals} reads
 * numbers, vectors and matrices, {@link dev.nabla.math.expression.InputSuggestion} says what to type instead. Start
 * reading at {@link dev.nabla.math.expression.Expression}.
 */
package dev.nabla.math.expression;
