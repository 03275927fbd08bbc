/**
 * Reads arguments, files and standard input: numbers, tables, JSON, and the lines of a batch.
 *
 * <p>Sees {@code figure}, {@code math} and jackson-core. Start reading at {@link dev.nabla.cli.input.Inputs}.
 */
package dev.nabla.cli.input;
