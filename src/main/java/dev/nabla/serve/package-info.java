/**
 * The SSH server of a class. This package holds the server as a whole: its start and end, its host key, its threads and
 * what it reports to the operator. Its rooms are {@code login}, {@code session}, {@code hub}, {@code log} and {@code
 * options}. Start reading at {@link dev.nabla.serve.ClassServer}, which creates all parts.
 *
 * <p>Apache MINA's sshd, Bouncy Castle and slf4j are seen here and in the rooms alone; their jars are on the class path
 * of {@code nabla serve} alone. The data of a class is behind {@link dev.nabla.room.ClassStore}. Screens are drawn in
 * {@code tui}, except for the page for joining in {@code serve.login}.
 */
package dev.nabla.serve;
