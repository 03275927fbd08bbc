/**
 * The files of {@code nabla train} and {@code nabla generate}: checkpoints, and lists of names.
 *
 * <p>Sees {@code cli.input} and the packages that it sees, and {@code gpt}, whose values the files hold. Start reading
 * at {@link dev.nabla.cli.training.Checkpoint}.
 */
package dev.nabla.cli.training;
