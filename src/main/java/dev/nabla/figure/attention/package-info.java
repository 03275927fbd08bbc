/**
 * Figure FIG.08: attention scores, shares and the weighted sum of values.
 *
 * <p>Depends only on {@code figure}, {@code figure.part}, {@code math} and {@code frame}. Start reading at
 * {@link dev.nabla.figure.attention.AttentionFigure}.
 */
package dev.nabla.figure.attention;
