/** Room of FIG.13, the block of a model that learns names and what its parts say; sees {@code figure}, {@code figure.part}, {@code gpt}, {@code math} and {@code frame}. Start reading at {@link dev.nabla.figure.block.BlockFigure}. */
package dev.nabla.figure.block;
