/**
 * One connection of a student or a teacher, from its first byte to its last: the tutor as a picture, the tutor line by
 * line, and one command.
 *
 * <p>Sees the tutor's rooms, {@code serve.login} for who somebody is, {@code serve.hub} for what the class shares, and
 * sshd for the channel, but not the server that creates the parts. Start reading at {@link
 * dev.nabla.serve.session.UserSessionFactory}, which chooses the kind of session.
 */
package dev.nabla.serve.session;
