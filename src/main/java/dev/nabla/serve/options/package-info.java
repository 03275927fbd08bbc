/**
 * The options of {@code nabla serve}, and the exception for a class that cannot be served.
 *
 * <p>The command line fills {@link dev.nabla.serve.options.ServeOptions} and {@code serve} reads it. Sees {@code
 * output} for the exit codes, and no library, so that the command line does not need the libraries of {@code serve}.
 */
package dev.nabla.serve.options;
