/** Room of FIG.08, scores, weights and the weighted sum of attention; sees {@code figure}, {@code figure.part}, {@code math} and {@code frame}. Start reading at {@link dev.nabla.figure.attention.AttentionFigure}. */
package dev.nabla.figure.attention;
