/**
 * A class over SSH: who may come in and as whom, the sessions and who turns them, the hub that carries deeds out and news around,
 * limits, the audit log.
 *
 * <p>The only package that sees Apache MINA's sshd, Bouncy Castle and slf4j; their jars are on the class path of {@code nabla
 * serve} alone. What a class remembers is behind {@link dev.nabla.room.ClassStore}; what stands on a screen is in {@code tui},
 * but for the questions of {@link dev.nabla.serve.Form}. Start reading at {@link dev.nabla.serve.ClassServer}; who somebody is,
 * is decided in {@link dev.nabla.serve.Login}.
 */
package dev.nabla.serve;
