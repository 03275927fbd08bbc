/**
 * The SSH server of a class. Login and admission: {@link dev.nabla.serve.LoginQueue}, {@link dev.nabla.serve.Login},
 * {@link dev.nabla.serve.PinJoining}, {@link dev.nabla.serve.KeyJoining} with the steps of
 * {@link dev.nabla.serve.JoinStep}, {@link dev.nabla.serve.LoginAttempts}, {@link dev.nabla.serve.UserLookup},
 * {@link dev.nabla.serve.SessionAdmission}. Services shared by all sessions: {@link dev.nabla.serve.Hub},
 * {@link dev.nabla.serve.Journals}, {@link dev.nabla.serve.SessionTutors}, {@link dev.nabla.serve.StepScheduler}. Start
 * reading at {@link dev.nabla.serve.ClassServer}, which creates all of them.
 *
 * <p>The only package that sees Apache MINA's sshd, Bouncy Castle and slf4j; their jars are on the class path of {@code
 * nabla serve} alone. The data of a class is behind {@link dev.nabla.room.ClassStore}. Screens are drawn in {@code
 * tui}, except for the page of {@link dev.nabla.serve.JoinPage}.
 */
package dev.nabla.serve;
