package dev.nabla.serve.login;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.room.ClassInfo;
import dev.nabla.room.ClassStore;
import dev.nabla.room.account.Account;
import dev.nabla.room.account.ClassCode;
import dev.nabla.room.account.OneTimeWord;
import dev.nabla.room.account.Pin;
import dev.nabla.room.account.ResetWord;
import dev.nabla.room.account.SaltedHash;
import dev.nabla.room.account.ThreeWords;
import dev.nabla.room.account.WrongPins;
import dev.nabla.room.name.Student;
import dev.nabla.room.name.StudentName;
import dev.nabla.serve.log.AuditLog;
import dev.nabla.serve.options.ServeOptions;
import dev.nabla.store.StoreFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The steps by which a student without a key joins and logs in. */
class PinJoiningTest {
    private static final String CODE = "fern-otter-42";
    private static final Instant NOW = Instant.parse("2026-03-05T12:00:00Z");
    private static final LoginClient HERE = client();
    private static final Pattern SHOWN = Pattern.compile("Your three words are ([a-z]+-[a-z]+-[a-z]+) \\(write");

    private final PausedLogins paused = new PausedLogins();
    private final AtomicReference<Instant> now = new AtomicReference<>(NOW);
    private ClassStore store;
    private AuditLog log;
    private PinJoining joining;

    @TempDir
    private Path folder;

    @BeforeEach
    void open() throws Exception {
        store = new StoreFactory(folder.resolve("class"), Optional.empty())
                .serve(new ClassInfo("T", Optional.empty(), ZoneOffset.UTC, Optional.of(CODE), List.of()));
        log = new AuditLog(
                folder.resolve("log"),
                new ServeOptions.Log(14, ServeOptions.Addresses.NONE),
                () -> NOW,
                ZoneOffset.UTC,
                complaint -> {});
        JoinPolicy policy = new JoinPolicy(store, new WordGuesses(), () -> NOW);
        joining = new PinJoining(
                store,
                policy,
                new RecentJoins(store),
                new OneTimeWords(),
                paused,
                log,
                now::get,
                seconds -> Runnable::run);
    }

    @AfterEach
    void close() {
        log.close();
        store.close();
    }

    private static <T> T soon(CompletionStage<T> stage) throws Exception {
        return stage.toCompletableFuture().get(5, TimeUnit.SECONDS);
    }

    private static JoinStep answer(JoinStep step, String... typed) throws Exception {
        return soon(((JoinStep.FieldPrompt) step).next().apply(List.of(typed)));
    }

    /** Another connection from the same address. */
    private static LoginClient client() {
        return new LoginClient() {
            @Override
            public String address() {
                return "192.0.2.1";
            }

            @Override
            public boolean isConnected() {
                return true;
            }
        };
    }

    private JoinStep login(String name, String secret) throws Exception {
        return login(HERE, name, secret);
    }

    private JoinStep login(LoginClient from, String name, String secret) throws Exception {
        return answer(joining.first(name, from, ""), CODE, secret);
    }

    private Account account(String name) {
        return store.named(new StudentName(name)).orElseThrow();
    }

    /** The words of a prompt that shows some. */
    private static String words(JoinStep step) {
        return SHOWN.matcher(((JoinStep.FieldPrompt) step).prompt())
                .results()
                .map(MatchResult::group)
                .map(text -> text.split(" ")[4])
                .findFirst()
                .orElseThrow();
    }

    /** Joins without a PIN, and returns the three words. */
    private String joinByWords(String name) throws Exception {
        JoinStep shown = answer(login(name, ""), "");
        String words = words(shown);
        assertThat(answer(shown, "")).isInstanceOf(JoinStep.LoggedIn.class);
        return words;
    }

    @Test
    void enterInPlaceOfAPinSaysFirstWhetherTheNameIsFree() throws Exception {
        JoinStep.FieldPrompt choice = (JoinStep.FieldPrompt) login("bob", "");
        assertThat(choice.words()).isEqualTo("The name bob is free.");
        assertThat(choice.prompt()).isEqualTo("Choose a PIN, 4 to 12 digits, or press Enter for three words:");
        assertThat(store.accounts()).isEmpty();
    }

    @Test
    void aNameThatIsNoNewOneIsRefusedUnlessItIsTaken() throws Exception {
        for (String name : List.of("аda", "-x", "ａｄａ", "name-3")) {
            assertThat(login(name, "2718")).isInstanceOf(JoinStep.NotAdmitted.class);
            soon(store.join(new StudentName(name), account -> account.pinned(Optional.of(SaltedHash.of("2718"))), NOW))
                    .orElseThrow();
            assertThat(login(name, "2718")).isInstanceOf(JoinStep.LoggedIn.class);
        }
        assertThat(joining.first("a\u202e", HERE, "")).isInstanceOf(JoinStep.JoinRefused.class);
    }

    @Test
    void wordsAreStoredBeforeTheyAreShown() throws Exception {
        JoinStep.FieldPrompt shown = (JoinStep.FieldPrompt) answer(login("bob", ""), "");
        String words = words(shown);
        assertThat(account("bob").pin()).hasValueSatisfying(hash -> assertThat(SaltedHash.matches(words, hash))
                .isTrue());
        String stored = Files.readString(folder.resolve("class/students.jsonl"));
        // As whole words: there is a field "places", and "lace" may be among the three.
        assertThat(stored.split("[^a-z]+")).contains("places").doesNotContain(words.split("-"));
        assertThat(shown.words())
                .isEqualTo("These words let you in from now on, in place of a PIN. They are shown only once.");
        assertThat(shown.fields().get(0).isShown()).isTrue();
        assertThat(answer(shown, ""))
                .isEqualTo(new JoinStep.LoggedIn(new Identity.PinHolder(
                        account("bob").student(), account("bob").pin().orElseThrow())));
    }

    @Test
    void noWordsAreShownIfTheyCannotBeStored() throws Exception {
        PinChoice full = new PinChoice(
                hash -> CompletableFuture.failedStage(new IOException("no space left on device")), log, Runnable::run);
        Assertions.assertThatThrownBy(() -> answer(full.ask("free"), ""))
                .isInstanceOf(ExecutionException.class)
                .hasRootCauseMessage("no space left on device");
        PinChoice late = new PinChoice(hash -> CompletableFuture.completedStage(Optional.empty()), log, Runnable::run);
        assertThat(answer(late.ask("free"), "")).isInstanceOf(JoinStep.JoinRefused.class);
    }

    @Test
    void wordsLetInInAnyCaseWithBlanksOrDashes() throws Exception {
        String words = joinByWords("bob");
        for (String typed : List.of(
                words,
                words.toUpperCase(Locale.ROOT),
                "  " + words.replace("-", "  ") + " ",
                words.replace("-", " - "),
                words.replaceFirst("-", " "))) {
            assertThat(login("BOB", typed)).as(typed).isInstanceOf(JoinStep.LoggedIn.class);
        }
        assertThat(account("bob").wrongPins().inARow()).isZero();
        assertThat(login("bob", words.replace("-", "")).isWrong()).isTrue();
        assertThat(login("bob", "").isWrong()).isTrue();
    }

    @Test
    void threeWordsAreCheckedHoweverManyWereWrong() throws Exception {
        String words = joinByWords("bob");
        String wrong = words.equals("acorn-acorn-acorn") ? "actor-actor-actor" : "acorn-acorn-acorn";
        assertThat(login("bob", wrong))
                .isEqualTo(new JoinStep.WrongEntry(
                        "The name bob is taken, and that is neither its PIN nor its three words. If the name is yours,"
                                + " type its PIN, its three words or a one-time word: K on your other machine shows"
                                + " one, and your teacher can make one. If not, log in with another name.",
                        Optional.of(account("bob").student().id())));
        for (int i = 0; i < 120; i++) {
            assertThat(login("bob", "ACORN acorn " + (i % 2 == 0 ? "actor" : "acorn"))
                            .isWrong())
                    .isTrue();
        }
        assertThat(account("bob").wrongPins().inARow()).isZero();
        wrongPins("bob", 5);
        assertThat(login("bob", words)).isInstanceOf(JoinStep.LoggedIn.class);
    }

    private void wrongPins(String name, int times) throws Exception {
        for (int i = 0; i < times; i++) {
            assertThat(login(client(), name, "99" + (10 + i)).isWrong()).isTrue();
        }
    }

    private void joinByPin(String name) throws Exception {
        assertThat(answer(login(name, "2718"), "2718")).isInstanceOf(JoinStep.LoggedIn.class);
    }

    private String word(LoginClient from, String name) {
        return paused.of(from, account(name).student()).orElseThrow().word();
    }

    private void letIn(String name, String word) throws Exception {
        soon(store.change(
                account(name).student(),
                known -> known.guarded(known.wrongPins().lettingIn(word, now.get()))));
    }

    @Test
    void duringAPauseAPinIsCheckedOnceTheTeacherHasLetTheLoginIn() throws Exception {
        joinByPin("bob");
        wrongPins("bob", 5);
        LoginClient bob = client();
        JoinStep.FieldPrompt waiting = (JoinStep.FieldPrompt) login(bob, "bob", "2718");
        assertThat(waiting.words())
                .isEqualTo("Wait: there were 5 wrong PINs for bob. Your teacher can let you in at once by the word "
                        + word(bob, "bob")
                        + ". Else try again in 60 s.");
        assertThat(waiting.prompt())
                .isEqualTo("Tell your teacher the word " + word(bob, "bob") + ", then type your PIN:");
        assertThat(answer(waiting, "2718")).as("not yet").isInstanceOf(JoinStep.FieldPrompt.class);
        LoginClient mallory = client();
        JoinStep other = login(mallory, "bob", "9900");
        assertThat(word(mallory, "bob")).isNotEqualTo(word(bob, "bob"));
        letIn("bob", word(bob, "bob"));
        assertThat(answer(other, "2718")).as("another login").isInstanceOf(JoinStep.FieldPrompt.class);
        assertThat(answer(waiting, "2718")).isInstanceOf(JoinStep.LoggedIn.class);
        assertThat(paused.all()).hasSize(1);
        assertThat(account("bob").wrongPins().inARow()).isZero();
    }

    @Test
    void aLoginThatIsLetInMayTryTenPins() throws Exception {
        joinByPin("bob");
        wrongPins("bob", 5);
        LoginClient bob = client();
        login(bob, "bob", "1");
        login(bob, "bob", "9900");
        letIn("bob", word(bob, "bob"));
        for (int i = 0; i < 10; i++) {
            assertThat(login(bob, "bob", "98" + (10 + i)).isWrong()).isTrue();
        }
        assertThat(login(bob, "bob", "2718")).isInstanceOf(JoinStep.FieldPrompt.class);
        assertThat(account("bob").wrongPins().inARow()).isEqualTo(15);
    }

    @Test
    void aLoginThatIsLetInMayTryPinsForTwoMinutes() throws Exception {
        joinByPin("bob");
        WrongPins eight = new WrongPins(8, 8, NOW, NOW);
        soon(store.change(account("bob").student(), known -> known.guarded(eight)));
        LoginClient bob = client();
        login(bob, "bob", "9900");
        letIn("bob", word(bob, "bob"));
        now.set(NOW.plus(WrongPins.Exemption.GOOD_FOR).minusSeconds(1));
        assertThat(login(bob, "bob", "9800").isWrong()).isTrue();
        now.set(NOW.plus(WrongPins.Exemption.GOOD_FOR));
        assertThat(login(bob, "bob", "2718")).isInstanceOf(JoinStep.FieldPrompt.class);
    }

    @Test
    void aLoginThatAsksAgainAndAgainIsEnded() throws Exception {
        joinByPin("bob");
        wrongPins("bob", 5);
        LoginClient bob = client();
        JoinStep step = login(bob, "bob", "2718");
        for (int i = 0; i < TryQueue.TRIES_PER_CONNECTION; i++) {
            step = answer(step, "2718");
        }
        assertThat(step)
                .isEqualTo(new JoinStep.JoinRefused("there were 5 wrong PINs for bob; try again in 60 s", "PIN pause"));
    }

    @Test
    void aWrongClassCodeSpendsNoTryOfThePin() throws Exception {
        joinByPin("bob");
        for (int i = 0; i < 10; i++) {
            assertThat(answer(joining.first("bob", client(), ""), "no-such-code", "9900")
                            .isWrong())
                    .isTrue();
        }
        assertThat(account("bob").wrongPins()).isEqualTo(WrongPins.NONE);
    }

    /** The second text has a word that is not on the list. */
    @Test
    void whatCannotBeWordsIsNotCounted() throws Exception {
        joinByWords("bob");
        for (String typed : List.of("acorn acorn", "acorn acorn acron", "acorn acorn acorn acorn", "27", "-")) {
            assertThat(login("bob", typed).isWrong()).as(typed).isTrue();
        }
        assertThat(account("bob").wrongPins().inARow()).isZero();
    }

    @Test
    void aPinOfOnesOwnCanStillBeChosen() throws Exception {
        JoinStep repeat = answer(login("bob", ""), "2718");
        assertThat(store.accounts()).isEmpty();
        assertThat(answer(repeat, "2718")).isInstanceOf(JoinStep.LoggedIn.class);
        assertThat(login("bob", "2718")).isInstanceOf(JoinStep.LoggedIn.class);
        assertThat(answer(login("cleo", "2718"), "2718")).isInstanceOf(JoinStep.LoggedIn.class);
        assertThat(login("cleo", "2718")).isInstanceOf(JoinStep.LoggedIn.class);
    }

    @Test
    void aWordOfTheTeacherReplacesTheThreeWords() throws Exception {
        String words = joinByWords("bob");
        Student bob = account("bob").student();
        String word = OneTimeWord.draw(new SecureRandom());
        ResetWord kept = ResetWord.of(word, NOW);
        soon(store.change(bob, account -> account.pinned(Optional.empty()).resetBy(Optional.of(kept))));
        assertThat(login("bob", words).isWrong()).isTrue();
        JoinStep shown = answer(login("bob", word), "");
        assertThat(answer(shown, "")).isInstanceOf(JoinStep.LoggedIn.class);
        assertThat(login("bob", words(shown))).isInstanceOf(JoinStep.LoggedIn.class);
        assertThat(login("bob", word).isWrong()).as("used up").isTrue();
    }

    @Test
    void sixPinsThatCannotBeChosenEndTheLogin() throws Exception {
        JoinStep step = login("bob", "1234");
        for (int i = 0; i < TryQueue.TRIES_PER_CONNECTION - 2; i++) {
            step = answer(step, "12");
        }
        assertThat(step).isInstanceOf(JoinStep.FieldPrompt.class);
        assertThat(answer(step, "12")).isEqualTo(new JoinStep.JoinRefused("no PIN was chosen; come again", "no PIN"));
        assertThat(store.accounts()).isEmpty();
    }

    @Test
    void aClientThatAnswersNothingOrTooMuchIsRefused() throws Exception {
        JoinStep choice = login("bob", "");
        assertThat(answer(choice).isWrong()).isTrue();
        assertThat(answer(choice, "", "").isWrong()).isTrue();
        assertThat(store.accounts()).isEmpty();
    }

    @Test
    void noWordsAreAPin() {
        assertThat(Pin.complaint("acorn-acorn-acorn")).isPresent();
        assertThat(ThreeWords.plain(ClassCode.draw(new SecureRandom()))).isEmpty();
    }
}
