/**
 * The options of {@code nabla serve}, and the reason why a class cannot be served.
 *
 * <p>The command line fills {@link dev.nabla.serve.options.ServeOptions} and {@code serve} obeys it. Sees {@code
 * output} for the exit codes, and no library, so that the command line does not need those of {@code serve}.
 */
package dev.nabla.serve.options;
