/** Room of FIG.04, a slope as the limit of secants; sees {@code figure}, {@code figure.part}, {@code math} and {@code frame}. Start reading at {@link dev.nabla.figure.derivative.DerivativeFigure}. */
package dev.nabla.figure.derivative;
