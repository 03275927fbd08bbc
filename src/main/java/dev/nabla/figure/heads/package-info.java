/** Room of FIG.12, what the heads of a model that learns names look at; sees {@code figure}, {@code figure.part}, {@code gpt}, {@code math} and {@code frame}. Start reading at {@link dev.nabla.figure.heads.HeadsFigure}. */
package dev.nabla.figure.heads;
