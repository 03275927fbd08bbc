/** Room of FIG.01, one transformer layer forward and back; sees {@code figure}, {@code figure.part}, {@code math} and {@code frame}. Start reading at {@link dev.nabla.figure.layer.LayerFigure}. */
package dev.nabla.figure.layer;
