/**
 * Expressions in x and y: the parser, its trees, their values and slopes, and results computed from a typed function.
 *
 * <p>Sees {@code math} alone, which does not see it. {@link dev.nabla.math.expression.Parser} defines the grammar and
 * {@link dev.nabla.math.expression.Dual} carries a value with its slope. {@link dev.nabla.math.expression.Numerals}
 * parses numbers, vectors and matrices; {@link dev.nabla.math.expression.InputSuggestion} suggests what to type
 * instead. Start reading at {@link dev.nabla.math.expression.Expression}.
 */
package dev.nabla.math.expression;
