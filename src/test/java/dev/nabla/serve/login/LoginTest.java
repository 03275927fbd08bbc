package dev.nabla.serve.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.nabla.Slow;
import dev.nabla.room.ClassInfo;
import dev.nabla.room.ClassStore;
import dev.nabla.room.Roster;
import dev.nabla.room.RosterRow;
import dev.nabla.room.account.Account;
import dev.nabla.room.account.Account.Fingerprint;
import dev.nabla.room.account.JoinWord;
import dev.nabla.room.account.OneTimeWord;
import dev.nabla.room.account.ResetWord;
import dev.nabla.room.account.SaltedHash;
import dev.nabla.room.account.WrongPins;
import dev.nabla.room.name.Student;
import dev.nabla.room.name.StudentName;
import dev.nabla.serve.LoopbackClient;
import dev.nabla.serve.log.AuditLog;
import dev.nabla.serve.options.ServeOptions;
import dev.nabla.store.StoreFactory;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.apache.sshd.client.ClientFactoryManager;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.auth.UserAuthFactory;
import org.apache.sshd.client.auth.keyboard.UserAuthKeyboardInteractive;
import org.apache.sshd.client.auth.keyboard.UserAuthKeyboardInteractiveFactory;
import org.apache.sshd.client.auth.keyboard.UserInteraction;
import org.apache.sshd.client.auth.pubkey.UserAuthPublicKey;
import org.apache.sshd.client.auth.pubkey.UserAuthPublicKeyFactory;
import org.apache.sshd.client.future.AuthFuture;
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
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who is somebody, at a server on loopback. */
@Slow
@Order(1)
class LoginTest {
    private static final String CODE = "fern-otter-42";
    private static final Instant NOW = Instant.parse("2026-03-05T12:00:00Z");
    private static final KeyPair VICTIM = pair();
    private static final KeyPair SECOND = pair();

    private final BlockingQueue<Identity> came = new LinkedBlockingQueue<>();
    private final SshClient client = LoopbackClient.create();
    private final AtomicReference<Instant> now = new AtomicReference<>(NOW);
    private final AtomicLong nanos = new AtomicLong();
    private final ExecutorService logins = Executors.newSingleThreadExecutor();
    /** Seconds for which answers were held back, where they were. */
    private final List<Integer> held = new CopyOnWriteArrayList<>();

    private final OneTimeWords words = new OneTimeWords();
    private final PausedLogins paused = new PausedLogins();
    private SshServer server;
    private ClassStore store;
    private AuditLog log;

    @TempDir
    private Path folder;

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
    void serve() throws Exception {
        store = new StoreFactory(folder.resolve("class"), Optional.empty())
                .serve(new ClassInfo("T", Optional.empty(), ZoneOffset.UTC, Optional.of(CODE), List.of()));
        log = new AuditLog(
                folder.resolve("log"),
                new ServeOptions.Log(14, ServeOptions.Addresses.NONE),
                now::get,
                ZoneOffset.UTC,
                complaint -> {});
        if (store.accounts().isEmpty()) {
            join("ada", account -> account.and(Set.of(fingerprint(VICTIM))));
        }
        server = SshServer.setUpDefaultServer();
        server.setHost("127.0.0.1");
        server.setKeyPairProvider(KeyPairProvider.wrap(pair()));
        RecentJoins joins = new RecentJoins(store);
        JoinPolicy policy = new JoinPolicy(store, new WordGuesses(), now::get);
        new Login(
                        new PinJoining(store, policy, joins, words, paused, log, now::get, this::later),
                        new LoginAttempts(
                                new TryQueue(nanos::get, (task, ns) -> logins.execute(task)), log, this::later),
                        log,
                        session -> {})
                .configure(server);
        server.addSessionListener(new SessionListener() {
            @Override
            public void sessionEvent(Session session, Event event) {
                if (event == Event.Authenticated) {
                    came.add(Login.identity(session).orElseThrow());
                }
            }
        });
        server.start();
    }

    private Executor later(int seconds) {
        if (seconds > 0) {
            held.add(seconds);
        }
        return logins;
    }

    private static <T> T soon(CompletionStage<T> stage) throws Exception {
        return stage.toCompletableFuture().get(5, TimeUnit.SECONDS);
    }

    private Student join(String name, UnaryOperator<Account> proofs) throws Exception {
        return soon(store.join(new StudentName(name), proofs, NOW)).orElseThrow();
    }

    /** With a PIN that was chosen before today's rules. */
    private Student joinWithPin(String name, String pin) throws Exception {
        return join(name, account -> account.pinned(Optional.of(SaltedHash.of(pin))));
    }

    private Account account(Student student) {
        return store.account(student.id()).orElseThrow();
    }

    private void pass(Duration time) {
        now.updateAndGet(before -> before.plus(time));
    }

    @AfterEach
    void stop() throws IOException {
        client.stop();
        server.stop(true);
        logins.shutdownNow();
        log.close();
        store.close();
    }

    /** The server is stopped, and another one opens the class again. */
    private void restart() throws Exception {
        server.stop(true);
        log.close();
        store.close();
        serve();
    }

    /** Answers one round after another, and begins again after the last. */
    private static class Person implements UserInteraction {
        private final List<List<String>> rounds;
        private final List<String> instructions = new CopyOnWriteArrayList<>();
        private final List<List<String>> prompts = new CopyOnWriteArrayList<>();

        private int most;

        Person(List<List<String>> rounds) {
            this.rounds = rounds;
            this.most = rounds.size();
        }

        /** Answers so many rounds in all, if they are asked. */
        Person upTo(int rounds) {
            most = rounds;
            return this;
        }

        @Override
        public String[] interactive(
                ClientSession session, String name, String words, String lang, String[] asked, boolean[] echo) {
            List<String> answers = rounds.get(prompts.size() % rounds.size());
            instructions.add(words);
            prompts.add(List.of(asked));
            return answers.toArray(String[]::new);
        }

        @Override
        public String getUpdatedPassword(ClientSession session, String prompt, String lang) {
            return null;
        }
    }

    /** A client that asks nobody. */
    private static final Person NOBODY = new Person(List.of(List.of()));

    /** Somebody who types code and PIN. */
    private static Person types(String code, String pin) {
        return new Person(List.of(List.of(code, pin)));
    }

    /** Somebody new, who types the PIN twice. */
    private static Person chooses(String pin) {
        return new Person(List.of(List.of(CODE, pin), List.of(pin)));
    }

    private Identity comes(String name, Person person, KeyPair... keys) throws Exception {
        return comesFrom("127.0.0.1", name, person, keys);
    }

    private Identity comesFrom(String address, String name, Person person, KeyPair... keys) throws Exception {
        CoreModuleProperties.PASSWORD_PROMPTS.set(client, person.most);
        client.setUserInteraction(person);
        client.start();
        try (ClientSession session = client.connect(
                        name,
                        new InetSocketAddress("127.0.0.1", server.getPort()),
                        null,
                        new InetSocketAddress(address, 0))
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
        Identity who = comes("somebody", NOBODY, VICTIM);
        assertThat(who).isInstanceOfSatisfying(Identity.Keyholder.class, holder -> assertThat(holder.fingerprint())
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
        Identity who = comes("mallory", chooses("2718"), VICTIM);
        assertThat(offered).hasPositiveValue();
        assertThat(who).isInstanceOfSatisfying(Identity.PinHolder.class, pinned -> assertThat(
                        pinned.student().name().text())
                .isEqualTo("mallory"));
    }

    /** A student with a short key and a good one comes in by the good one. */
    @Test
    void anRsaKeyBelow2048BitsIsPassedOverAndSshShowsWhy() throws Exception {
        List<String> shown = new CopyOnWriteArrayList<>();
        Person reading = new Person(List.of(List.of())) {
            @Override
            public void welcome(ClientSession session, String banner, String lang) {
                shown.add(banner);
            }
        };
        KeyPair weak = KeyUtils.generateKeyPair(KeyPairProvider.SSH_RSA, 1024);
        KeyPair weaker = KeyUtils.generateKeyPair(KeyPairProvider.SSH_RSA, 1032);
        assertThat(catchThrowableOfType(SshException.class, () -> comes("ada", reading, weak, weaker)))
                .isNotNull();
        assertThat(shown)
                .containsExactly("nabla: an RSA key needs at least 2048 bits here, and this one has 1024;"
                        + " type ssh-keygen -t ed25519 and come with that key\n");
        assertThat(comes("ada", reading, weak, VICTIM))
                .isInstanceOfSatisfying(Identity.Keyholder.class, holder -> assertThat(holder.fingerprint())
                        .isEqualTo(fingerprint(VICTIM)));
        KeyPair strong = KeyUtils.generateKeyPair(KeyPairProvider.SSH_RSA, 2048);
        assertThat(comes("ada", reading, strong)).isInstanceOf(Identity.Keyholder.class);
        assertThat(shown).hasSize(2);
    }

    private void fails(String name, Person person) {
        failsFrom("127.0.0.1", name, person);
    }

    /** The message of the failure. */
    private String failsFrom(String address, String name, Person person) {
        SshException failure = catchThrowableOfType(SshException.class, () -> comesFrom(address, name, person));
        assertThat(failure).as("%s got in", name).isNotNull();
        assertThat(came).isEmpty();
        return String.valueOf(failure.getMessage());
    }

    @Test
    void aNameIsAnothersOnlyWithItsPin() throws Exception {
        assertThat(comes("bob", chooses("2718"))).isInstanceOf(Identity.PinHolder.class);
        assertThat(comes("BOB", types(CODE, "2718"))).isInstanceOf(Identity.PinHolder.class);
        fails("bob", types(CODE, "2719"));
        fails("ada", types(CODE, "2718"));
    }

    @Test
    void aNewNameIsAskedForItsPinTwice() throws Exception {
        Person slips = new Person(
                List.of(List.of(CODE, "2718"), List.of("2781"), List.of("31"), List.of("3141"), List.of("3141")));
        assertThat(comes("bob", slips)).isInstanceOf(Identity.PinHolder.class);
        assertThat(slips.prompts.subList(0, 3))
                .containsExactly(
                        List.of(
                                "Class code: ",
                                "Your PIN or three words (new: choose a PIN or press Enter; lost: your teacher's word): "),
                        List.of("The same PIN again: "),
                        List.of("Choose a PIN, 4 to 12 digits, or press Enter for three words: "));
        assertThat(slips.instructions.subList(2, 4))
                .containsExactly("The two differ.", "A PIN has 4 to 12 digits; choose one.");
        assertThat(held).as("a slip at choosing is no wrong try").isEmpty();
        assertThat(comes("bob", types(CODE, "3141"))).isInstanceOf(Identity.PinHolder.class);
    }

    @Test
    void aCommonPinIsNotChosenButWorksWhereItWasChosenBefore() throws Exception {
        joinWithPin("old", "1234");
        assertThat(comes("old", types(CODE, "1234"))).isInstanceOf(Identity.PinHolder.class);
        Person person = new Person(List.of(List.of(CODE, "1234"), List.of("0000"), List.of("7182"), List.of("7182")));
        assertThat(comes("bob", person)).isInstanceOf(Identity.PinHolder.class);
        assertThat(person.instructions.subList(1, 3)).containsOnly("Many people choose that PIN; choose another.");
    }

    /** As 0.2.0 left an account behind whose PIN was forgotten. */
    @Test
    void anAccountWithoutKeyAndPinIsTaken() throws Exception {
        Student bob = joinWithPin("bob", "2718");
        soon(store.change(bob, account -> account.pinned(Optional.empty())));
        fails("bob", types(CODE, "3141"));
        fails("bob", chooses("3141"));
        assertThat(account(bob).pin()).isEmpty();
    }

    private String reset(Student student) throws Exception {
        String word = OneTimeWord.draw(new SecureRandom());
        ResetWord kept = ResetWord.of(word, now.get());
        soon(store.change(student, account -> account.pinned(Optional.empty()).resetBy(Optional.of(kept))));
        return word;
    }

    private static Person resets(String word, String pin) {
        return new Person(List.of(List.of(CODE, word), List.of(pin), List.of(pin)));
    }

    @Test
    void aWordInPlaceOfThePinLetsInOnceAndAnotherPinIsChosen() throws Exception {
        Student bob = joinWithPin("bob", "2718");
        String word = reset(bob);
        fails("bob", new Person(List.of(List.of("no-such-code", word))));
        fails("bob", types(CODE, "2718"));
        fails("ada", resets(word, "3141"));
        assertThat(comes("bob", resets(word.toUpperCase(Locale.ROOT), "3141")))
                .isInstanceOfSatisfying(Identity.PinHolder.class, pinned -> assertThat(pinned.student())
                        .isEqualTo(bob));
        assertThat(comes("bob", types(CODE, "3141"))).isInstanceOf(Identity.PinHolder.class);
        fails("bob", resets(word, "1618"));
        fails("bob", types(CODE, word));
    }

    @Test
    void aWordThatIsADayOldLetsNobodyIn() throws Exception {
        Student bob = joinWithPin("bob", "2718");
        String word = reset(bob);
        pass(ResetWord.GOOD_FOR);
        fails("bob", resets(word, "3141"));
        assertThat(comes("bob", resets(reset(bob), "3141"))).isInstanceOf(Identity.PinHolder.class);
    }

    /** The first who has chosen a PIN has used the word. */
    @Test
    void ofTwoWhoTypeOneWordOneIsIn() throws Exception {
        Student bob = joinWithPin("bob", "2718");
        String word = reset(bob);
        Person first = new Person(List.of(List.of(CODE, word), List.of("3141"), List.of("3141"))) {
            @Override
            public String[] interactive(
                    ClientSession session, String name, String words, String lang, String[] asked, boolean[] echo) {
                if (asked[0].startsWith("Choose")) {
                    ResetWord kept = account(bob).word().orElseThrow();
                    assertThat(kept.matches(word, now.get())).isTrue();
                    store.redeem(bob, kept, account -> account.pinned(Optional.of(SaltedHash.of("1618"))))
                            .toCompletableFuture()
                            .join();
                }
                return super.interactive(session, name, words, lang, asked, echo);
            }
        };
        fails("bob", first);
        assertThat(comes("bob", types(CODE, "1618"))).isInstanceOf(Identity.PinHolder.class);
    }

    private void guess(String address, String name, int times) {
        for (int i = 0; i < times; i++) {
            failsFrom(address, name, types(CODE, "9" + (1000 + i)));
        }
    }

    /** The instruction of the prompt that the right PIN of bob leads to. */
    private String whilePaused(String address, String name) {
        Person person = types(CODE, "2718").upTo(2);
        failsFrom(address, name, person);
        return person.instructions.get(1);
    }

    @Test
    void afterFiveWrongPinsOfAnAccountThereArePausesThatDouble() throws Exception {
        Student bob = joinWithPin("bob", "2718");
        guess("127.0.0.2", "bob", 5);
        for (int minutes : new int[] {1, 2, 4, 8, 16, 32, 60, 60}) {
            assertThat(whilePaused("127.0.0.3", "bob")).contains("wrong PINs for bob. Your teacher can let you in");
            pass(Duration.ofMinutes(minutes).minusSeconds(1));
            assertThat(whilePaused("127.0.0.3", "bob")).contains("try again in 1 s");
            pass(Duration.ofSeconds(1));
            guess("127.0.0.3", "bob", 1);
        }
        assertThat(account(bob).wrongPins().inARow())
                .as("what is typed in a pause is not heard")
                .isEqualTo(13);
    }

    @Test
    void fromAnAddressOfTheOwnersAPauseIsAMinuteAtMost() throws Exception {
        Student bob = joinWithPin("bob", "2718");
        assertThat(comesFrom("127.0.0.7", "bob", types(CODE, "2718"))).isInstanceOf(Identity.PinHolder.class);
        soon(store.change(bob, account -> account.guarded(new WrongPins(40, 40, now.get(), now.get()))));
        restart();
        pass(Duration.ofMinutes(1));
        failsFrom("127.0.0.8", "bob", types(CODE, "2718"));
        assertThat(comesFrom("127.0.0.7", "bob", types(CODE, "2718"))).isInstanceOf(Identity.PinHolder.class);
        assertThat(account(bob).wrongPins().inARow()).isZero();
        assertThat(account(bob).wrongPins().untold()).isEqualTo(40);
        assertThat(Files.readString(folder.resolve("class/students.jsonl"))).doesNotContain("127.0.0");
    }

    @Test
    void aHundredWrongOnesInARowPutThePinToSleepUntilAWord() throws Exception {
        Student bob = joinWithPin("bob", "2718");
        soon(store.change(bob, account -> account.and(Set.of(fingerprint(SECOND)))
                .guarded(new WrongPins(99, 99, now.get(), now.get()))));
        pass(Duration.ofHours(1));
        guess("127.0.0.2", "bob", 1);
        pass(Duration.ofDays(400));
        assertThat(failsFrom("127.0.0.1", "bob", types(CODE, "2718"))).contains("ask your teacher for a word");
        assertThat(comes("bob", NOBODY, SECOND)).isInstanceOf(Identity.Keyholder.class);
        assertThat(comes("bob", resets(reset(bob), "3141"))).isInstanceOf(Identity.PinHolder.class);
        assertThat(account(bob).wrongPins()).isEqualTo(WrongPins.NONE);
    }

    /** All at once: each finds the account as the one before has left it. */
    @Test
    void fortyGuessesFromFortyAddressesAreFive() throws Exception {
        Student bob = joinWithPin("bob", "2718");
        client.setUserInteraction(types(CODE, "9999"));
        client.start();
        List<AuthFuture> tries = new ArrayList<>();
        for (int i = 2; i < 42; i++) {
            tries.add(client.connect(
                            "bob",
                            new InetSocketAddress("127.0.0.1", server.getPort()),
                            null,
                            new InetSocketAddress("127.0.0." + i, 0))
                    .verify(10, TimeUnit.SECONDS)
                    .getSession()
                    .auth());
        }
        for (AuthFuture each : tries) {
            each.await(20, TimeUnit.SECONDS);
            assertThat(each.isSuccess()).isFalse();
        }
        assertThat(account(bob).wrongPins().inARow()).isEqualTo(5);
    }

    @Test
    void wrongPinsAreLoggedWithTheAccountAndSurviveARestart() throws Exception {
        Student bob = joinWithPin("bob", "2718");
        guess("127.0.0.2", "bob", 5);
        restart();
        assertThat(whilePaused("127.0.0.3", "bob")).contains("try again in 60 s");
        log.close();
        assertThat(Files.readString(folder.resolve("log/2026-03-05.jsonl")))
                .contains("\"what\":\"wrong\"")
                .contains("\"id\":\"" + bob.id() + "\"")
                .doesNotContain("91000", "bob");
    }

    @Test
    void guessesForANameThatNobodyHasAreNotWritten() throws Exception {
        Path students = folder.resolve("class/students.jsonl");
        long before = Files.size(students);
        for (int i = 0; i < 10; i++) {
            fails("nobody", types("no-such-code", "2718"));
        }
        assertThat(Files.size(students)).isEqualTo(before);
    }

    /** However many were wrong at the address; those cost seconds. */
    @Test
    void aRightCodeIsNeverRefused() throws Exception {
        for (int i = 0; i < 65; i++) {
            fails("eve", types("no-such-code", "2718"));
        }
        assertThat(held).hasSize(65).containsOnly(1);
        held.clear();
        assertThat(comes("bob", chooses("2718"))).isInstanceOf(Identity.PinHolder.class);
        assertThat(held).containsOnly(1);
        held.clear();
        assertThat(comesFrom("127.0.0.9", "cleo", chooses("2718"))).isInstanceOf(Identity.PinHolder.class);
        assertThat(held).as("so many slow every address").containsOnly(1);
        nanos.addAndGet(TimeUnit.SECONDS.toNanos(61));
        held.clear();
        assertThat(comes("dan", chooses("2718"))).isInstanceOf(Identity.PinHolder.class);
        assertThat(held).isEmpty();
    }

    /** A client that does not wait for an answer would not be slowed. */
    @Test
    void whoTriesAgainBeforeTheAnswerIsCutOff() throws Exception {
        CountDownLatch answers = new CountDownLatch(1);
        logins.execute(() -> {
            try {
                answers.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        });
        client.setUserAuthFactories(List.of(new UserAuthKeyboardInteractiveFactory() {
            @Override
            public UserAuthKeyboardInteractive createUserAuth(ClientSession session) {
                return new UserAuthKeyboardInteractive() {
                    @Override
                    protected boolean processAuthDataRequest(ClientSession session, String service, Buffer buffer)
                            throws Exception {
                        boolean answered = super.processAuthDataRequest(session, service, buffer);
                        Buffer another = session.createBuffer(SshConstants.SSH_MSG_USERAUTH_REQUEST);
                        for (String text : List.of(session.getUsername(), service, getName(), "", "")) {
                            another.putString(text);
                        }
                        session.writePacket(another);
                        return answered;
                    }
                };
            }
        }));
        String failure = failsFrom("127.0.0.1", "bob", types("no-such-code", "2718"));
        answers.countDown();
        assertThat(failure).contains("one try at a time");
    }

    /** The instruction of the second round, after answers to the first. */
    private String instructionAfter(String name, String code, String pin) {
        Person person = types(code, pin).upTo(2);
        fails(name, person);
        assertThat(person.instructions).hasSize(2);
        return person.instructions.get(1);
    }

    @Test
    void theSecondRoundSaysWhatWasWrong() throws Exception {
        Student bob = joinWithPin("bob", "2718");
        String how = ": K on your other machine shows one, and your teacher can make one. If not, log in with another"
                + " name.";
        String both = ". If the name is yours, type its PIN, its three words or a one-time word" + how;
        assertThat(instructionAfter("bob", CODE, "3141"))
                .isEqualTo("The name bob is taken, and that is neither its PIN nor its three words" + both);
        assertThat(instructionAfter("BOB", CODE, "12"))
                .isEqualTo(
                        "The name bob is taken, and that is neither a PIN of 4 to 12 digits, nor three words, nor its"
                                + " one-time word" + both);
        assertThat(instructionAfter("ada", CODE, "2718"))
                .isEqualTo("The name ada is taken, and has no PIN. If the name is yours, type a one-time word in place"
                        + " of the PIN"
                        + how);
        assertThat(account(bob).wrongPins().inARow()).isEqualTo(2);
    }

    /** A client without the code learns nothing of a name. */
    @Test
    void beforeTheRightCodeEveryNameGetsTheSameReason() throws Exception {
        joinWithPin("bob", "2718");
        for (String name : List.of("bob", "ada", "nobody")) {
            for (String pin : List.of("2718", "3141", "12", words.issue("x", OneTimeWords.LINK_MINUTES))) {
                assertThat(instructionAfter(name, "no", pin)).isEqualTo("That is not the class code.");
            }
        }
        list(Optional.of("blue-fox-07"), "bob");
        for (String name : List.of("bob", "ada", "nobody")) {
            assertThat(instructionAfter(name, "blue-fox-08", "2718"))
                    .isEqualTo("That is not the word to join with this name. Check the spelling of both, or ask your"
                            + " teacher.");
        }
    }

    @Test
    void theWordOfTheOtherMachineLetsInWithoutAKeyOnceAndSetsAPin() throws Exception {
        Student ada = store.studentOf(fingerprint(VICTIM)).orElseThrow();
        Student bob = joinWithPin("bob", "2718");
        String word = words.issue(ada.id(), OneTimeWords.LINK_MINUTES);
        fails("bob", resets(word, "3141"));
        fails("ada", new Person(List.of(List.of("no", word))));
        assertThat(comes("ada", resets(word, "3141"))).isInstanceOf(Identity.PinHolder.class);
        fails("ada", resets(word, "1618"));
        assertThat(comes("ada", types(CODE, "3141"))).isInstanceOf(Identity.PinHolder.class);
        assertThat(account(ada).keys()).containsExactly(fingerprint(VICTIM));
        assertThat(comes("bob", types(CODE, "2718"))).as(bob.id()).isInstanceOf(Identity.PinHolder.class);
    }

    @Test
    void sixWrongOnesEndAConnection() {
        Person person = types("no", "2718").upTo(50);
        fails("bob", person);
        assertThat(person.prompts).hasSize(TryQueue.TRIES_PER_CONNECTION);
    }

    /** MINA counts anew with each request for its service; we do not. */
    @Test
    void soDoSixWrongOnesBetweenWhichTheServiceIsAskedForAgain() {
        Person person = types("no", "2718").upTo(60);
        AtomicInteger accepted = new AtomicInteger();
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
        fails("bob", person);
        assertThat(person.prompts).hasSize(TryQueue.TRIES_PER_CONNECTION);
        assertThat(accepted).hasValueGreaterThanOrEqualTo(TryQueue.TRIES_PER_CONNECTION);
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
        Person person = types(CODE, "2718");
        for (String name : List.of("teacher", "TEACHER", "root", ".ada", "a/b", "a\u001b[2J", "x".repeat(33))) {
            fails(name, person);
        }
        assertThat(person.prompts).isEmpty();
        assertThat(store.accounts()).hasSize(1);
    }

    private void list(Optional<String> word, String... names) throws Exception {
        Roster roster = Roster.of(Arrays.stream(names)
                .map(name -> new RosterRow(new StudentName(name), "", "", word.map(text -> JoinWord.of(text, NOW))))
                .toList());
        soon(store.changeRoster(any -> Optional.of(roster)));
    }

    @Test
    void withARosterOnlyItsNamesJoinByPin() throws Exception {
        joinWithPin("zoe", "2718");
        list(Optional.empty(), "Bob");
        fails("eve", chooses("2718"));
        assertThat(held).as("counted as a wrong try").containsExactly(1);
        assertThat(comes("bob", chooses("2718"))).isInstanceOfSatisfying(Identity.PinHolder.class, in -> assertThat(
                        in.student().name())
                .hasToString("Bob"));
        assertThat(comes("zoe", types(CODE, "2718"))).as("known").isInstanceOf(Identity.PinHolder.class);
        soon(store.change(info -> info.closed(true)));
        list(Optional.empty(), "Bob", "cleo");
        fails("cleo", chooses("2718"));
        assertThat(comes("bob", types(CODE, "2718"))).isInstanceOf(Identity.PinHolder.class);
        assertThat(store.named(new StudentName("cleo"))).isEmpty();
    }

    @Test
    void aWordStandsInPlaceOfTheCodeForANewName() throws Exception {
        joinWithPin("zoe", "2718");
        list(Optional.of("blue-fox-07"), "bob");
        fails("bob", chooses("2718"));
        fails("eve", new Person(List.of(List.of("blue-fox-07", "2718"), List.of("2718"))));
        Person bob = new Person(List.of(List.of("BLUE fox 07", "2718"), List.of("2718")));
        assertThat(comes("bob", bob)).isInstanceOf(Identity.PinHolder.class);
        assertThat(bob.prompts.get(0).get(0)).isEqualTo("Your word to join, as your teacher gave it: ");
        assertThat(bob.instructions.get(0))
                .isEqualTo("Type name and word as your teacher wrote them. Without a word, ask your teacher.");
        assertThat(comes("bob", types("blue-fox-07", "2718"))).isInstanceOf(Identity.PinHolder.class);
        assertThat(comes("bob", types(CODE, "2718"))).isInstanceOf(Identity.PinHolder.class);
        assertThat(comes("zoe", types(CODE, "2718")))
                .as("known, without a word")
                .isInstanceOf(Identity.PinHolder.class);
        fails("bob", types("blue-fox-07", "2719"));
        soon(store.change(info -> info.coded(Optional.empty())));
        assertThat(comes("zoe", types("", "2718")))
                .as("in a class without a code")
                .isInstanceOf(Identity.PinHolder.class);
        fails("eve", new Person(List.of(List.of("", "2718"), List.of("2718"))));
    }

    private static Person wordThenPin(String word) {
        return new Person(List.of(List.of(word, "2718"), List.of("2718")));
    }

    @Test
    void threeWordsOfTheRosterLetInHoweverManyWereWrong() throws Exception {
        list(Optional.of("fern-otter-opal"), "bob");
        for (int i = 0; i < 20; i++) {
            fails("bob", wordThenPin("acorn-acorn-acorn"));
            fails("bob", wordThenPin("blue-fox-07"));
        }
        assertThat(comes("bob", wordThenPin("Fern otter opal"))).isInstanceOf(Identity.PinHolder.class);
    }

    /** They have 24.6 bits. */
    @Test
    void wordsOfTheOlderFormHaveAPauseAfterFiveWrongOnes() throws Exception {
        list(Optional.of("blue-fox-07"), "bob");
        for (int i = 0; i < 5; i++) {
            fails("bob", wordThenPin("blue-fox-0" + i));
        }
        assertThat(failsFrom("127.0.0.1", "bob", wordThenPin("blue-fox-07")))
                .contains("too many wrong words for bob; try again in 60 s");
        pass(Duration.ofMinutes(1));
        assertThat(comes("bob", wordThenPin("blue-fox-07"))).isInstanceOf(Identity.PinHolder.class);
    }

    @Test
    void nobodyNewJoinsByAWordAfterThirtyDays() throws Exception {
        list(Optional.of("fern-otter-opal"), "bob", "cleo");
        assertThat(comes("bob", wordThenPin("fern-otter-opal"))).isInstanceOf(Identity.PinHolder.class);
        pass(Duration.ofDays(30));
        assertThat(failsFrom("127.0.0.1", "cleo", wordThenPin("fern-otter-opal")))
                .contains("your word to join has ended; ask your teacher for another one");
        assertThat(comes("bob", types("fern-otter-opal", "2718")))
                .as("has joined")
                .isInstanceOf(Identity.PinHolder.class);
    }

    @Test
    void aWrongWordSpendsNoTryOfThePin() throws Exception {
        Student bob = joinWithPin("bob", "2718");
        list(Optional.of("fern-otter-opal"), "bob");
        for (int i = 0; i < 7; i++) {
            fails("bob", types("acorn-acorn-acorn", "9999"));
        }
        assertThat(account(bob).wrongPins()).isEqualTo(WrongPins.NONE);
    }
}
