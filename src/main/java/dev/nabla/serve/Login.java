package dev.nabla.serve;

import dev.nabla.room.Account.Fingerprint;
import dev.nabla.room.ClassStore;
import dev.nabla.room.Student;
import java.io.IOException;
import java.security.PublicKey;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.apache.sshd.common.AttributeRepository.AttributeKey;
import org.apache.sshd.common.SshConstants;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.common.session.Session;
import org.apache.sshd.common.session.SessionContext;
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
 * Who somebody is. A key counts only once it has signed: it is noted by the method that has checked its signature, and every
 * method forgets what another has noted, so that a key that was only offered before a login by code is nobody's.
 */
final class Login {
    private static final AttributeKey<Who> WHO = new AttributeKey<>();
    private static final AttributeKey<AtomicInteger> WRONG = new AttributeKey<>();
    /** The try that is being answered; another one meanwhile takes its place, and ends the connection. */
    private static final AttributeKey<Object> TRY = new AttributeKey<>();

    private static final AttributeKey<Boolean> TOLD_SHORT = new AttributeKey<>();
    private static final int LEAST_RSA_BITS = 2048;

    private static final int MOST_ANSWERS = 2;

    private final Keyless keyless;
    private final Limits limits;
    private final AuditLog log;
    private final IntFunction<Executor> later;
    private final Consumer<Session> asks;

    /** Somebody who has shown who they are. */
    sealed interface Who {
        /** Whoever holds this key; whose it is, is asked at each turn. */
        record Keyholder(PublicKey key, Fingerprint fingerprint) implements Who {}

        /**
         * By name, code and PIN.
         *
         * @param pin salted hash of the PIN; one that was forgotten meanwhile is nobody's
         */
        record Pinned(Student student, String pin) implements Who {}
    }

    /**
     * @param later where to work, after that many seconds
     * @param asks is told of each session whose client is asked for a code or a PIN
     */
    Login(
            ClassStore store,
            Limits limits,
            AuditLog log,
            InstantSource clock,
            IntFunction<Executor> later,
            Consumer<Session> asks) {
        this.keyless = new Keyless(store, log, clock, later);
        this.limits = limits;
        this.log = log;
        this.later = later;
        this.asks = asks;
    }

    /** Who is at the other end; empty before a login. */
    static Optional<Who> who(Session session) {
        return Optional.ofNullable(session.getAttribute(WHO));
    }

    /** By key, or by code and PIN; there is no other way in. */
    void guard(SshServer server) {
        server.setPublickeyAuthenticator((user, key, session) -> isLong(key, session));
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
                        return new Typed();
                    }
                }));
    }

    /** A short RSA key is passed over, so that ssh goes on to the next one; ssh shows why, once per connection. */
    private boolean isLong(PublicKey key, ServerSession session) {
        int bits = KeyUtils.getKeySize(key);
        if (!KeyUtils.getKeyType(key).equals(KeyPairProvider.SSH_RSA) || bits >= LEAST_RSA_BITS) {
            return true;
        }
        if (session.getAttribute(TOLD_SHORT) == null) {
            session.setAttribute(TOLD_SHORT, true);
            log.refused(session.getRemoteAddress(), "short RSA key");
            tell(
                    session,
                    "nabla: an RSA key needs at least " + LEAST_RSA_BITS + " bits here, and this one has " + bits
                            + "; type ssh-keygen -t ed25519 and come with that key");
        }
        return false;
    }

    /** A line that ssh shows before the login ends. */
    private static void tell(Session session, String line) {
        try {
            Buffer banner = session.createBuffer(SshConstants.SSH_MSG_USERAUTH_BANNER);
            banner.putString(line + "\n");
            banner.putString("en");
            session.writePacket(banner);
        } catch (IOException gone) {
            session.close(true);
        }
    }

    /** Notes the key that has signed, in the step in which the login succeeds. */
    private final class SignedKey extends UserAuthPublicKey {
        private PublicKey signed;

        @Override
        public Boolean doAuth(Buffer buffer, boolean init) throws Exception {
            if (isInterrupting(getServerSession())) {
                return false;
            }
            getServerSession().removeAttribute(WHO);
            signed = null;
            Boolean done = super.doAuth(buffer, init);
            if (Boolean.TRUE.equals(done) && signed != null) {
                Fingerprint fingerprint = new Fingerprint(KeyUtils.getFingerPrint(signed));
                getServerSession().setAttribute(WHO, new Who.Keyholder(signed, fingerprint));
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

    /** Asks what {@link Keyless} asks, in as many rounds. */
    private final class Typed extends UserAuthKeyboardInteractive {
        private volatile Keyless.Step.Ask asked;

        @Override
        protected Boolean doAuth(Buffer buffer, boolean init) throws Exception {
            ServerSession session = getServerSession();
            if (isInterrupting(session) || !init && asked == null) {
                return false;
            }
            session.removeAttribute(WHO);
            AsyncAuthException outcome = new AsyncAuthException();
            session.setAttribute(TRY, outcome);
            if (init) {
                take(keyless.first(getUsername(), ClientAddress.network(session.getRemoteAddress())), outcome);
            } else {
                asked.next()
                        .apply(answers(buffer))
                        .thenCompose(step -> held(session, step))
                        .whenComplete((step, fault) -> take(
                                fault == null ? step : new Keyless.Step.Refused("try again in a minute", "fault"),
                                outcome));
            }
            throw outcome;
        }

        private List<String> answers(Buffer buffer) {
            buffer.getUByte(); // the kind of message, of which only one comes here
            int count = buffer.getInt();
            List<String> answers = new ArrayList<>();
            for (int i = 0; i < count && i <= MOST_ANSWERS; i++) {
                answers.add(buffer.getString());
            }
            return answers;
        }

        /** Goes on to a step. A client that has begun another try meanwhile is not let in by this one. */
        private void take(Keyless.Step step, AsyncAuthException outcome) {
            ServerSession session = getServerSession();
            boolean interrupted = session.getAttribute(TRY) != outcome;
            session.removeAttribute(TRY);
            try {
                (interrupted ? new Keyless.Step.Wrong(Optional.empty()) : step).tell(new Told(session, outcome));
            } catch (IOException gone) {
                outcome.setAuthed(false);
            }
        }

        /** What the client is told. */
        private final class Told implements Keyless.Client {
            private final ServerSession session;
            private final AsyncAuthException outcome;

            Told(ServerSession session, AsyncAuthException outcome) {
                this.session = session;
                this.outcome = outcome;
            }

            @Override
            public void ask(Keyless.Step.Ask ask) throws IOException {
                InteractiveChallenge challenge = new InteractiveChallenge();
                challenge.setInteractionInstruction(ask.instruction());
                ask.prompts().forEach(prompt -> challenge.addPrompt(prompt.text(), prompt.shown()));
                Buffer request = session.createBuffer(SshConstants.SSH_MSG_USERAUTH_INFO_REQUEST);
                challenge.append(request);
                asked = ask;
                asks.accept(session);
                session.writePacket(request);
            }

            @Override
            public void letIn(Student student, String pin) {
                session.setAttribute(WHO, new Who.Pinned(student, pin));
                outcome.setAuthed(true);
            }

            @Override
            public void fail() {
                outcome.setAuthed(false);
            }

            @Override
            public void end(String why, String logged) throws IOException {
                refuse(session, why, logged);
            }
        }
    }

    /** True if another try is being answered on this connection: that would be a way around {@link Limits}. */
    private boolean isInterrupting(ServerSession session) throws IOException {
        if (session.getAttribute(TRY) == null) {
            return false;
        }
        session.setAttribute(TRY, new Object());
        refuse(session, "one try at a time", "one try at a time");
        return true;
    }

    /**
     * Ends a connection with a sentence that ssh shows.
     *
     * @param logged the same without anybody's name
     */
    void refuse(Session session, String why, String logged) throws IOException {
        log.refused(session.getRemoteAddress(), logged);
        session.disconnect(SshConstants.SSH2_DISCONNECT_BY_APPLICATION, why);
    }

    private CompletionStage<Keyless.Step> held(ServerSession session, Keyless.Step step) {
        return step.isWrong()
                ? wrong(session, step.whose())
                        .thenApply(last -> last
                                ? new Keyless.Step.Refused(
                                        "that was wrong " + Limits.TRIES_A_CONNECTION + " times", "wrong")
                                : step)
                : right(session).thenApply(any -> step);
    }

    /** Completes when the answer to a right try may be given. */
    CompletionStage<Void> right(SessionContext session) {
        return after(limits.delay(ClientAddress.network(session.getRemoteAddress())));
    }

    /**
     * Counts a wrong try of whatever kind. Completes when the answer may be given, with true if the connection has had
     * enough.
     *
     * @param id of the student for whom it was
     */
    CompletionStage<Boolean> wrong(SessionContext session, Optional<String> id) {
        log.count(new LogEvent.Wrong(Optional.of(log.address(session.getRemoteAddress())), id));
        int tries = session.computeAttributeIfAbsent(WRONG, key -> new AtomicInteger())
                .incrementAndGet();
        return after(limits.wrong(ClientAddress.network(session.getRemoteAddress())))
                .thenApply(any -> tries >= Limits.TRIES_A_CONNECTION);
    }

    private CompletableFuture<Void> after(int seconds) {
        return seconds == 0
                ? CompletableFuture.completedFuture(null)
                : CompletableFuture.runAsync(() -> {}, later.apply(seconds));
    }
}
