package dev.nabla.serve;

import dev.nabla.math.BadInput;
import dev.nabla.room.Account;
import dev.nabla.room.Account.Fingerprint;
import dev.nabla.room.ClassCode;
import dev.nabla.room.ClassStore;
import dev.nabla.room.Name;
import dev.nabla.room.Role;
import dev.nabla.room.SaltedHash;
import dev.nabla.room.Student;
import java.io.IOException;
import java.security.PublicKey;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.apache.sshd.common.AttributeRepository.AttributeKey;
import org.apache.sshd.common.SshConstants;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.session.Session;
import org.apache.sshd.common.session.SessionContext;
import org.apache.sshd.common.signature.Signature;
import org.apache.sshd.common.util.buffer.Buffer;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.auth.AsyncAuthException;
import org.apache.sshd.server.auth.keyboard.InteractiveChallenge;
import org.apache.sshd.server.auth.keyboard.KeyboardInteractiveAuthenticator;
import org.apache.sshd.server.auth.keyboard.UserAuthKeyboardInteractive;
import org.apache.sshd.server.auth.keyboard.UserAuthKeyboardInteractiveFactory;
import org.apache.sshd.server.auth.pubkey.UserAuthPublicKey;
import org.apache.sshd.server.auth.pubkey.UserAuthPublicKeyFactory;
import org.apache.sshd.server.session.ServerSession;

/**
 * Who somebody is. A key counts only once it has signed: it is noted by the method that has checked its signature, and every
 * method forgets what another has noted, so that a key that was only offered before a login by code is nobody's.
 */
final class Login implements KeyboardInteractiveAuthenticator {
    private static final AttributeKey<Who> WHO = new AttributeKey<>();
    private static final AttributeKey<AtomicInteger> WRONG = new AttributeKey<>();

    private final ClassStore store;
    private final Limits limits;
    private final AuditLog log;
    private final InstantSource clock;

    /** Somebody who has shown who they are. */
    sealed interface Who {
        /** Whoever holds this key; whose it is, is asked at each turn. */
        record Keyholder(PublicKey key, Fingerprint fingerprint) implements Who {}

        /** By name, code and PIN. */
        record Pinned(Student student) implements Who {}
    }

    Login(ClassStore store, Limits limits, AuditLog log, InstantSource clock) {
        this.store = store;
        this.limits = limits;
        this.log = log;
        this.clock = clock;
    }

    /** Who is at the other end; empty before a login. */
    static Optional<Who> who(Session session) {
        return Optional.ofNullable(session.getAttribute(WHO));
    }

    /** By key, or by code and PIN; there is no other way in. */
    void guard(SshServer server) {
        server.setPublickeyAuthenticator((user, key, session) -> true);
        server.setKeyboardInteractiveAuthenticator(this);
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

    /** Notes the key that has signed, in the step in which the login succeeds. */
    private static final class SignedKey extends UserAuthPublicKey {
        private PublicKey signed;

        @Override
        public Boolean doAuth(Buffer buffer, boolean init) throws Exception {
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

    /** Forgets what another method has noted. */
    private static final class Typed extends UserAuthKeyboardInteractive {
        @Override
        protected Boolean doAuth(Buffer buffer, boolean init) throws Exception {
            getServerSession().removeAttribute(WHO);
            return super.doAuth(buffer, init);
        }
    }

    @Override
    public InteractiveChallenge generateChallenge(
            ServerSession session, String username, String language, String methods) throws IOException {
        int wait = limits.wait(Limits.address(session.getRemoteAddress()));
        if (wait > 0) {
            refuse(session, "too many wrong codes; try again in " + wait + " s");
            return null;
        }
        if (username.equalsIgnoreCase(Role.TEACHER_NAME)) {
            refuse(session, "a teacher comes in with a key only; make one with ssh-keygen");
            return null;
        }
        try {
            new Name(username);
        } catch (BadInput bad) {
            refuse(session, bad.getMessage());
            return null;
        }
        InteractiveChallenge asked = new InteractiveChallenge();
        if (store.info().code().isPresent()) {
            asked.addPrompt("Class code: ", true);
        }
        asked.addPrompt("Your PIN, 4 to 12 digits (new names choose one): ", false);
        return asked;
    }

    /** Ends a connection with a sentence that ssh shows. */
    void refuse(Session session, String why) throws IOException {
        log.refused(session, why);
        session.disconnect(SshConstants.SSH2_DISCONNECT_BY_APPLICATION, why);
    }

    @Override
    public boolean authenticate(ServerSession session, String username, List<String> typed) throws IOException {
        Optional<String> code = store.info().code();
        if (limits.wait(Limits.address(session.getRemoteAddress())) > 0) {
            refuse(session, "too many wrong codes; try again later");
            return false;
        }
        boolean whole = typed.size() == (code.isPresent() ? 2 : 1);
        String pin = whole ? typed.get(typed.size() - 1).strip() : "";
        if (code.isPresent() && !(whole && ClassCode.is(code.get(), typed.get(0))) || !SaltedHash.isPin(pin)) {
            return wrong(session);
        }
        Name name = new Name(username);
        Optional<Account> known = store.named(name);
        if (known.filter(account -> !isForgotten(account)).isPresent()) {
            boolean right = known.get()
                    .pin()
                    .filter(kept -> SaltedHash.matches(pin, kept))
                    .isPresent();
            return right ? is(session, known.get().student()) : wrong(session);
        }
        String hash = SaltedHash.of(pin);
        AsyncAuthException joining = new AsyncAuthException();
        join(name, account -> account.pinned(Optional.of(hash)))
                .whenComplete((joined, fault) ->
                        joining.setAuthed(fault == null && joined.isPresent() && is(session, joined.get())));
        throw joining;
    }

    /** A new student, or one who is left without key and PIN; empty if the name is somebody else's. */
    CompletionStage<Optional<Student>> join(Name name, UnaryOperator<Account> proof) {
        return store.named(name)
                .filter(Login::isForgotten)
                .map(account -> store.change(account.student(), proof))
                .orElseGet(() -> store.join(name, proof, clock.instant()));
    }

    /** True if somebody is left without key and PIN, as by {@code nabla class pin NAME --forget}: whoever knows the code is it again. */
    private static boolean isForgotten(Account account) {
        return account.keys().isEmpty() && account.pin().isEmpty();
    }

    private boolean is(ServerSession session, Student student) {
        session.setAttribute(WHO, new Who.Pinned(student));
        return true;
    }

    private boolean wrong(ServerSession session) throws IOException {
        if (isLastTry(session)) {
            refuse(session, "that was wrong " + Limits.TRIES_A_CONNECTION + " times");
        }
        return false;
    }

    /** Counts a wrong try of whatever kind; true if the connection has had enough. */
    boolean isLastTry(SessionContext session) {
        limits.wrong(Limits.address(session.getRemoteAddress()));
        log.note("wrong", "from", log.address(session.getRemoteAddress()));
        return session.computeAttributeIfAbsent(WRONG, key -> new AtomicInteger())
                        .incrementAndGet()
                >= Limits.TRIES_A_CONNECTION;
    }
}
