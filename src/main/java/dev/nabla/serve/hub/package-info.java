/**
 * What the sessions of a class share: who is present, what the teacher shows and asks, and the journals of students
 * within their quotas.
 *
 * <p>Sees {@code room}, {@code progress}, {@code serve.login} for its users and words, and {@code serve.log}, but no
 * SSH library and no session beyond {@link dev.nabla.serve.hub.ActiveSession}. Start reading at {@link
 * dev.nabla.serve.hub.Hub}.
 */
package dev.nabla.serve.hub;
