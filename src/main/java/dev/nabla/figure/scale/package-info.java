/** Room of FIG.18, what a model of any size weighs and costs; sees {@code figure}, {@code figure.part}, {@code gpt}, {@code math} and {@code frame}. Start reading at {@link dev.nabla.figure.scale.ScaleFigure}. */
package dev.nabla.figure.scale;
