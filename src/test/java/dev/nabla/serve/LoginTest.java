package dev.nabla.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nabla.room.Account.Fingerprint;
import dev.nabla.room.ClassInfo;
import dev.nabla.room.ClassStore;
import dev.nabla.room.Hosting;
import dev.nabla.room.Name;
import dev.nabla.serve.Login.Who;
import dev.nabla.store.Stores;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.sshd.client.ClientFactoryManager;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.auth.UserAuthFactory;
import org.apache.sshd.client.auth.keyboard.UserAuthKeyboardInteractive;
import org.apache.sshd.client.auth.keyboard.UserAuthKeyboardInteractiveFactory;
import org.apache.sshd.client.auth.keyboard.UserInteraction;
import org.apache.sshd.client.auth.pubkey.UserAuthPublicKey;
import org.apache.sshd.client.auth.pubkey.UserAuthPublicKeyFactory;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.client.session.ClientSessionImpl;
import org.apache.sshd.client.session.SessionFactory;
import org.apache.sshd.common.SshConstants;
import org.apache.sshd.common.SshException;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.io.IoSession;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.common.session.Session;
import org.apache.sshd.common.session.SessionListener;
import org.apache.sshd.common.util.buffer.Buffer;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.server.SshServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who is somebody, at a server on loopback. */
class LoginTest {
    private static final String CODE = "fern-otter-42";
    private static final Instant NOW = Instant.parse("2026-03-05T12:00:00Z");
    private static final KeyPair VICTIM = pair();

    private final BlockingQueue<Who> came = new LinkedBlockingQueue<>();
    private final SshClient client = SshClient.setUpDefaultClient();
    private SshServer server;
    private ClassStore store;
    private AuditLog log;

    private static KeyPair pair() {
        try {
            return KeyUtils.generateKeyPair(KeyPairProvider.SSH_ED25519, 256);
        } catch (GeneralSecurityException never) {
            throw new IllegalStateException(never);
        }
    }

    private static Fingerprint fingerprint(KeyPair pair) {
        return new Fingerprint(KeyUtils.getFingerPrint(pair.getPublic()));
    }

    @BeforeEach
    void serve(@TempDir Path folder) throws Exception {
        InstantSource clock = InstantSource.fixed(NOW);
        store = new Stores(folder.resolve("class"), Optional.empty())
                .serve(new ClassInfo("T", Optional.empty(), ZoneOffset.UTC, Optional.of(CODE), List.of()));
        store.join(new Name("ada"), account -> account.and(Set.of(fingerprint(VICTIM))), NOW)
                .toCompletableFuture()
                .get(5, TimeUnit.SECONDS);
        log = new AuditLog(
                folder.resolve("log"),
                new Hosting.Log(14, Hosting.Addresses.NONE),
                clock,
                ZoneOffset.UTC,
                complaint -> {});
        server = SshServer.setUpDefaultServer();
        server.setHost("127.0.0.1");
        server.setKeyPairProvider(KeyPairProvider.wrap(pair()));
        new Login(store, new Limits(System::nanoTime, 10), log, clock).guard(server);
        server.addSessionListener(new SessionListener() {
            @Override
            public void sessionEvent(Session session, Event event) {
                if (event == Event.Authenticated) {
                    came.add(Login.who(session).orElseThrow());
                }
            }
        });
        server.start();
        client.setServerKeyVerifier((session, address, key) -> true);
        client.setKeyIdentityProvider(null);
    }

    @AfterEach
    void stop() throws IOException {
        client.stop();
        server.stop(true);
        log.close();
        store.close();
    }

    /** Answers code and PIN, and counts how often it is asked. */
    private static UserInteraction answering(String code, String pin, AtomicInteger asked) {
        return new UserInteraction() {
            @Override
            public String[] interactive(
                    ClientSession session, String name, String words, String lang, String[] prompts, boolean[] echo) {
                asked.incrementAndGet();
                assertThat(prompts)
                        .containsExactly("Class code: ", "Your PIN, 4 to 12 digits (new names choose one): ");
                assertThat(echo).containsExactly(true, false);
                return new String[] {code, pin};
            }

            @Override
            public String getUpdatedPassword(ClientSession session, String prompt, String lang) {
                return null;
            }
        };
    }

    private Who comes(String name, UserInteraction person, KeyPair... keys) throws Exception {
        client.setUserInteraction(person);
        client.start();
        try (ClientSession session = client.connect(name, "127.0.0.1", server.getPort())
                .verify(5, TimeUnit.SECONDS)
                .getSession()) {
            for (KeyPair key : keys) {
                session.addPublicKeyIdentity(key);
            }
            session.auth().verify(5, TimeUnit.SECONDS);
            return came.poll(5, TimeUnit.SECONDS);
        }
    }

    /** Offers its keys as any client does, but signs nothing. */
    private static final class Offering extends UserAuthPublicKey {
        private final AtomicInteger accepted;

        Offering(AtomicInteger accepted, UserAuthPublicKey like) {
            super(like.getSignatureFactories());
            this.accepted = accepted;
        }

        @Override
        protected boolean processAuthDataRequest(ClientSession session, String service, Buffer buffer) {
            accepted.incrementAndGet(); // the server would take the key, were it signed for
            return false;
        }
    }

    @Test
    void aKeyThatHasSignedIsItsOwners() throws Exception {
        Who who = comes("somebody", null, VICTIM);
        assertThat(who).isInstanceOfSatisfying(Who.Keyholder.class, holder -> assertThat(holder.fingerprint())
                .isEqualTo(fingerprint(VICTIM)));
    }

    @Test
    void aKeyThatWasOnlyOfferedBeforeALoginByCodeIsNobodys() throws Exception {
        AtomicInteger offered = new AtomicInteger();
        UserAuthFactory offering = new UserAuthPublicKeyFactory() {
            @Override
            public UserAuthPublicKey createUserAuth(ClientSession session) throws IOException {
                return new Offering(offered, super.createUserAuth(session));
            }
        };
        client.setUserAuthFactories(List.of(offering, UserAuthKeyboardInteractiveFactory.INSTANCE));
        Who who = comes("mallory", answering(CODE, "2718", new AtomicInteger()), VICTIM);
        assertThat(offered).hasPositiveValue();
        assertThat(who).isInstanceOfSatisfying(Who.Pinned.class, pinned -> assertThat(
                        pinned.student().name().text())
                .isEqualTo("mallory"));
    }

    @Test
    void aNameIsAnothersOnlyWithItsPin() throws Exception {
        assertThat(comes("bob", answering(CODE, "2718", new AtomicInteger()))).isInstanceOf(Who.Pinned.class);
        assertThat(comes("BOB", answering(CODE, "2718", new AtomicInteger()))).isInstanceOf(Who.Pinned.class);
        assertThatThrownBy(() -> comes("bob", answering(CODE, "2719", new AtomicInteger())))
                .isInstanceOf(SshException.class);
        assertThatThrownBy(() -> comes("ada", answering(CODE, "2718", new AtomicInteger())))
                .isInstanceOf(SshException.class);
    }

    @Test
    void whoIsLeftWithoutKeyAndPinChoosesAnother() throws Exception {
        Who.Pinned bob = (Who.Pinned) comes("bob", answering(CODE, "2718", new AtomicInteger()));
        store.change(bob.student(), account -> account.pinned(Optional.empty()))
                .toCompletableFuture()
                .get(5, TimeUnit.SECONDS);
        assertThat(comes("bob", answering(CODE, "3141", new AtomicInteger()))).isEqualTo(bob);
        assertThatThrownBy(() -> comes("bob", answering(CODE, "2718", new AtomicInteger())))
                .isInstanceOf(SshException.class);
    }

    @Test
    void sixWrongOnesEndAConnection() {
        AtomicInteger asked = new AtomicInteger();
        CoreModuleProperties.PASSWORD_PROMPTS.set(client, 50);
        assertThatThrownBy(() -> comes("bob", answering("no", "2718", asked))).isInstanceOf(SshException.class);
        assertThat(asked).hasValue(Limits.TRIES_A_CONNECTION);
    }

    /** MINA counts anew with each request for its service; we do not. */
    @Test
    void soDoSixWrongOnesBetweenWhichTheServiceIsAskedForAgain() {
        AtomicInteger asked = new AtomicInteger();
        AtomicInteger accepted = new AtomicInteger();
        CoreModuleProperties.PASSWORD_PROMPTS.set(client, 60);
        client.setSessionFactory(new SessionFactory(client) {
            @Override
            protected ClientSessionImpl doCreateSession(IoSession connection) throws Exception {
                return new Repeating(client, connection, accepted);
            }
        });
        client.setUserAuthFactories(List.of(new UserAuthKeyboardInteractiveFactory() {
            @Override
            public UserAuthKeyboardInteractive createUserAuth(ClientSession session) {
                return new AskingAgain();
            }
        }));
        assertThatThrownBy(() -> comes("bob", answering("no", "2718", asked))).isInstanceOf(SshException.class);
        assertThat(asked).hasValue(Limits.TRIES_A_CONNECTION);
        assertThat(accepted).hasValueGreaterThanOrEqualTo(Limits.TRIES_A_CONNECTION);
    }

    /** Goes on with a login where another accepted request would begin it anew. */
    private static final class Repeating extends ClientSessionImpl {
        private final AtomicInteger accepted;

        Repeating(ClientFactoryManager manager, IoSession connection, AtomicInteger accepted) throws Exception {
            super(manager, connection);
            this.accepted = accepted;
        }

        @Override
        protected void handleServiceAccept(String service, Buffer buffer) throws Exception {
            if (accepted.getAndIncrement() == 0) {
                super.handleServiceAccept(service, buffer);
            }
        }
    }

    /** Asks for the service before each try. */
    private static final class AskingAgain extends UserAuthKeyboardInteractive {
        @Override
        protected boolean sendAuthDataRequest(ClientSession session, String service) throws Exception {
            Buffer request = session.createBuffer(SshConstants.SSH_MSG_SERVICE_REQUEST);
            request.putString("ssh-userauth");
            session.writePacket(request);
            return super.sendAuthDataRequest(session, service);
        }
    }

    @Test
    void namesThatAreNoneAndTheTeachersAreNotAskedForACode() {
        AtomicInteger asked = new AtomicInteger();
        for (String name : List.of("teacher", "TEACHER", "root", ".ada", "a/b", "a\u001b[2J", "x".repeat(33))) {
            assertThatThrownBy(() -> comes(name, answering(CODE, "2718", asked)))
                    .as(name)
                    .isInstanceOf(SshException.class);
        }
        assertThat(asked).hasValue(0);
        assertThat(store.accounts()).hasSize(1);
    }
}
