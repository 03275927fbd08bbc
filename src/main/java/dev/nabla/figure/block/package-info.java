/**
 * Figure FIG.13: the transformer block of a model that learns names, and what each part adds to the logits.
 *
 * <p>Depends only on {@code figure}, {@code figure.part}, {@code gpt}, {@code math} and {@code frame}. Start reading at
 * {@link dev.nabla.figure.block.BlockFigure}.
 */
package dev.nabla.figure.block;
