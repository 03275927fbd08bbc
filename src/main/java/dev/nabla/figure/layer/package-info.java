/**
 * Figure FIG.01: one small transformer layer, forward and backward.
 *
 * <p>Depends only on {@code figure}, {@code figure.part}, {@code math} and {@code frame}. Start reading at
 * {@link dev.nabla.figure.layer.LayerFigure}.
 */
package dev.nabla.figure.layer;
