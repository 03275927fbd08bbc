/**
 * How a connection becomes a user of the class: the queue and the limits of logins, keys, PINs and words, the keys of
 * teachers, and the questions to newcomers.
 *
 * <p>Sees the SSH library, {@code serve.log}, {@code serve.options}, {@code room}, and what draws the page of {@link
 * dev.nabla.serve.login.JoinPage}, but no session and no hub. Start reading at {@link
 * dev.nabla.serve.login.LoginServices}, which creates the others, then {@link dev.nabla.serve.login.Login} and
 * {@link dev.nabla.serve.login.JoinStep}.
 */
package dev.nabla.serve.login;
