/** Room of FIG.10, counting which letter follows which; sees {@code figure}, {@code figure.part}, {@code gpt}, {@code math} and {@code frame}. Start reading at {@link dev.nabla.figure.bigram.BigramFigure}. */
package dev.nabla.figure.bigram;
