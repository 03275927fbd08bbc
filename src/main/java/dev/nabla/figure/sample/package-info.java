/**
 * Figure FIG.09: sampling the next token with top_k and top_p.
 *
 * <p>Depends only on {@code figure}, {@code figure.part}, {@code math} and {@code frame}. Start reading at
 * {@link dev.nabla.figure.sample.SampleFigure}.
 */
package dev.nabla.figure.sample;
