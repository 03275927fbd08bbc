/**
 * The log of a served class: its events, the files that hold them, and what a fault of nabla or of a library leaves
 * there.
 *
 * <p>Sees {@code file}, {@code math}, {@code output}, {@code serve.options} and slf4j, and no SSH library. Start
 * reading at {@link dev.nabla.serve.log.LogEvent}, then {@link dev.nabla.serve.log.AuditLog}.
 */
package dev.nabla.serve.log;
