/** Room of FIG.14, what a name costs a model; sees {@code figure}, {@code figure.part}, {@code gpt}, {@code math} and {@code frame}. Start reading at {@link dev.nabla.figure.nll.NllFigure}. */
package dev.nabla.figure.nll;
