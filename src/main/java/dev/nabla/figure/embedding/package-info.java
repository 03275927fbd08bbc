/**
 * Figure FIG.11: the embedding, a row of numbers for each letter.
 *
 * <p>Depends only on {@code figure}, {@code figure.part}, {@code gpt}, {@code math} and {@code frame}. Start reading at
 * {@link dev.nabla.figure.embedding.EmbeddingFigure}.
 */
package dev.nabla.figure.embedding;
