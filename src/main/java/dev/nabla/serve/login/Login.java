package dev.nabla.serve.login;

import dev.nabla.room.account.Account.Fingerprint;
import dev.nabla.serve.log.AuditLog;
import dev.nabla.serve.log.ClientAddress;
import java.io.IOException;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.sshd.common.AttributeRepository.AttributeKey;
import org.apache.sshd.common.SshConstants;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.common.session.Session;
import org.apache.sshd.common.signature.Signature;
import org.apache.sshd.common.util.buffer.Buffer;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.auth.AsyncAuthException;
import org.apache.sshd.server.auth.keyboard.InteractiveChallenge;
import org.apache.sshd.server.auth.keyboard.UserAuthKeyboardInteractive;
import org.apache.sshd.server.auth.keyboard.UserAuthKeyboardInteractiveFactory;
import org.apache.sshd.server.auth.pubkey.UserAuthPublicKey;
import org.apache.sshd.server.auth.pubkey.UserAuthPublicKeyFactory;
import org.apache.sshd.server.session.ServerSession;

/**
 * Identifies the user of a session. A key counts only after its signature was verified. Each authentication attempt
 * clears the result of an earlier one, so that a key that was only offered identifies nobody.
 */
final class Login {
    private static final AttributeKey<Identity> IDENTITY = new AttributeKey<>();
    /**
     * The attempt that waits for the answer to a prompt. If the client begins another attempt meanwhile, that one
     * replaces it and the connection is ended.
     */
    private static final AttributeKey<Object> ATTEMPT = new AttributeKey<>();

    /** Message about the wrong answers of the last attempt; the first prompt of the next attempt shows it. */
    private static final AttributeKey<String> COMPLAINT = new AttributeKey<>();

    private static final AttributeKey<Boolean> SHORT_KEY_REPORTED = new AttributeKey<>();
    private static final int LEAST_RSA_BITS = 2048;

    private static final int MOST_ANSWERS = 2;

    private final PinJoining pinJoining;
    private final LoginAttempts attempts;
    private final AuditLog log;
    private final Consumer<Session> onPrompt;

    /** @param onPrompt receives each session whose client is asked for a code or a PIN */
    Login(PinJoining pinJoining, LoginAttempts attempts, AuditLog log, Consumer<Session> onPrompt) {
        this.pinJoining = pinJoining;
        this.attempts = attempts;
        this.log = log;
        this.onPrompt = onPrompt;
    }

    /** Returns what the client of a session has proved; empty before its login. */
    static Optional<Identity> identity(Session session) {
        return Optional.ofNullable(session.getAttribute(IDENTITY));
    }

    /** Configures a server to accept logins by key, or without a key by class code and PIN, and no others. */
    void configure(SshServer server) {
        server.setPublickeyAuthenticator((user, key, session) -> isLongEnough(key, session));
        server.setUserAuthFactories(List.of(
                new UserAuthPublicKeyFactory() {
                    @Override
                    public UserAuthPublicKey createUserAuth(ServerSession session) {
                        SignedKey signed = new SignedKey();
                        signed.setSignatureFactories(server.getSignatureFactories());
                        return signed;
                    }
                },
                new UserAuthKeyboardInteractiveFactory() {
                    @Override
                    public UserAuthKeyboardInteractive createUserAuth(ServerSession session) {
                        return new InteractiveAuth();
                    }
                }));
    }

    /**
     * Returns false for an RSA key that is too short, so that ssh offers its next key. Sends the reason once per
     * connection.
     */
    private boolean isLongEnough(PublicKey key, ServerSession session) {
        int bits = KeyUtils.getKeySize(key);
        if (!KeyUtils.getKeyType(key).equals(KeyPairProvider.SSH_RSA) || bits >= LEAST_RSA_BITS) {
            return true;
        }
        if (session.getAttribute(SHORT_KEY_REPORTED) == null) {
            session.setAttribute(SHORT_KEY_REPORTED, true);
            log.countRefused(session.getRemoteAddress(), "short RSA key");
            sendBanner(
                    session,
                    "nabla: an RSA key needs at least " + LEAST_RSA_BITS + " bits here, and this one has " + bits
                            + "; type ssh-keygen -t ed25519 and come with that key");
        }
        return false;
    }

    /** Sends a line that ssh shows before the login ends. */
    private static void sendBanner(Session session, String line) {
        try {
            Buffer banner = session.createBuffer(SshConstants.SSH_MSG_USERAUTH_BANNER);
            banner.putString(line + "\n");
            banner.putString("en");
            session.writePacket(banner);
        } catch (IOException disconnected) {
            session.close(true);
        }
    }

    /**
     * Login by key. The key becomes the identity of the session only in the step that verifies its signature and
     * completes the login.
     */
    private final class SignedKey extends UserAuthPublicKey {
        private PublicKey signed;

        @Override
        public Boolean doAuth(Buffer buffer, boolean init) throws Exception {
            if (refuseParallelAttempt(getServerSession())) {
                return false;
            }
            getServerSession().removeAttribute(IDENTITY);
            signed = null;
            Boolean done = super.doAuth(buffer, init);
            if (Boolean.TRUE.equals(done) && signed != null) {
                Fingerprint fingerprint = new Fingerprint(KeyUtils.getFingerPrint(signed));
                getServerSession().setAttribute(IDENTITY, new Identity.Keyholder(signed, fingerprint));
            }
            return done;
        }

        @Override
        protected boolean verifySignature(
                ServerSession session,
                String username,
                String algorithm,
                PublicKey key,
                Buffer buffer,
                Signature verifier,
                byte[] signature)
                throws Exception {
            boolean good = super.verifySignature(session, username, algorithm, key, buffer, verifier, signature);
            signed = good ? key : null;
            return good;
        }
    }

    /** The client of an SSH connection. */
    record ConnectedClient(ServerSession session) implements LoginClient {
        @Override
        public String address() {
            return ClientAddress.network(session.getRemoteAddress());
        }

        @Override
        public boolean isConnected() {
            return session.isOpen();
        }
    }

    /** Login without a key. Shows each question of {@link PinJoining} in a round of its own. */
    private final class InteractiveAuth extends UserAuthKeyboardInteractive {
        private volatile JoinStep.FieldPrompt asked;

        @Override
        protected Boolean doAuth(Buffer buffer, boolean init) throws Exception {
            ServerSession session = getServerSession();
            if (refuseParallelAttempt(session) || !init && asked == null) {
                return false;
            }
            session.removeAttribute(IDENTITY);
            AsyncAuthException outcome = new AsyncAuthException();
            session.setAttribute(ATTEMPT, outcome);
            if (init) {
                String complaint = Objects.requireNonNullElse(session.removeAttribute(COMPLAINT), "");
                showStep(pinJoining.first(getUsername(), new ConnectedClient(session), complaint), outcome);
            } else {
                attempts.answer(session, getUsername(), asked, answers(buffer))
                        .whenComplete((step, fault) -> showStep(
                                fault == null ? step : new JoinStep.JoinRefused("try again in a minute", "fault"),
                                outcome));
            }
            throw outcome;
        }

        private List<String> answers(Buffer buffer) {
            buffer.getUByte(); // type of the message: always SSH_MSG_USERAUTH_INFO_RESPONSE here
            int count = buffer.getInt();
            List<String> answers = new ArrayList<>();
            for (int i = 0; i < count && i <= MOST_ANSWERS; i++) {
                answers.add(buffer.getString());
            }
            return answers;
        }

        /** Shows the next step. The attempt fails if the client has begun another one meanwhile. */
        private void showStep(JoinStep step, AsyncAuthException outcome) {
            ServerSession session = getServerSession();
            boolean interrupted = session.getAttribute(ATTEMPT) != outcome;
            session.removeAttribute(ATTEMPT);
            (interrupted ? new JoinStep.WrongEntry("", Optional.empty()) : step)
                    .show(new LoginPrompts(session))
                    .ifPresent(outcome::setAuthed);
        }

        /**
         * Shows steps as prompts of the login. Each method returns whether the attempt succeeded, or empty if that is
         * undecided or the connection was ended.
         */
        private final class LoginPrompts implements JoinStep.JoinView<Optional<Boolean>> {
            private final ServerSession session;

            LoginPrompts(ServerSession session) {
                this.session = session;
            }

            @Override
            public Optional<Boolean> ask(JoinStep.FieldPrompt question) {
                InteractiveChallenge challenge = new InteractiveChallenge();
                challenge.setInteractionInstruction(
                        question.complaint().isEmpty() ? question.words() : question.complaint());
                question.fields().forEach(field -> challenge.addPrompt(field.prompt() + " ", field.isShown()));
                try {
                    Buffer request = session.createBuffer(SshConstants.SSH_MSG_USERAUTH_INFO_REQUEST);
                    challenge.append(request);
                    asked = question;
                    onPrompt.accept(session);
                    session.writePacket(request);
                    return Optional.empty();
                } catch (IOException disconnected) {
                    return Optional.of(false);
                }
            }

            @Override
            public Optional<Boolean> identified(Identity identity) {
                session.setAttribute(IDENTITY, identity);
                return Optional.of(true);
            }

            @Override
            public Optional<Boolean> wrong(String why) {
                session.setAttribute(COMPLAINT, why);
                return Optional.of(false);
            }

            @Override
            public Optional<Boolean> tooOften() {
                return refuse("that was wrong " + TryQueue.TRIES_PER_CONNECTION + " times", "wrong");
            }

            @Override
            public Optional<Boolean> turnAway(String why, String logged) {
                return refuse(why, logged);
            }

            @Override
            public Optional<Boolean> refuse(String why, String logged) {
                try {
                    attempts.refuse(session, why, logged);
                    return Optional.empty();
                } catch (IOException disconnected) {
                    return Optional.of(false);
                }
            }
        }
    }

    /**
     * Ends the connection if another attempt still waits for the answer to a prompt, because attempts in parallel would
     * evade {@link TryQueue}.
     *
     * @return whether the connection was ended
     */
    private boolean refuseParallelAttempt(ServerSession session) throws IOException {
        if (session.getAttribute(ATTEMPT) == null) {
            return false;
        }
        session.setAttribute(ATTEMPT, new Object());
        attempts.refuse(session, "one try at a time", "one try at a time");
        return true;
    }
}
