/** Room of FIG.11, the numbers that each letter becomes; sees {@code figure}, {@code figure.part}, {@code gpt}, {@code math} and {@code frame}. Start reading at {@link dev.nabla.figure.embedding.EmbeddingFigure}. */
package dev.nabla.figure.embedding;
