package dev.nabla.serve.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nabla.frame.Glyphs;
import dev.nabla.math.BadInput;
import dev.nabla.room.ClassInfo;
import dev.nabla.room.ClassStore;
import dev.nabla.room.Roster;
import dev.nabla.room.RosterRow;
import dev.nabla.room.account.Account;
import dev.nabla.room.account.Account.Fingerprint;
import dev.nabla.room.account.JoinWord;
import dev.nabla.room.name.Role;
import dev.nabla.room.name.Student;
import dev.nabla.room.name.StudentName;
import dev.nabla.serve.log.AuditLog;
import dev.nabla.serve.options.ServeOptions;
import dev.nabla.store.StoreFactory;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The steps by which a new key joins. */
class KeyJoiningTest {
    private static final String CODE = "fern-otter-42";
    private static final String LATER = "You cannot join now; try again in a minute.";
    private static final Instant NOW = Instant.parse("2026-03-05T12:00:00Z");

    private final OneTimeWords words = new OneTimeWords();
    private Instant now = NOW;
    private ClassStore store;
    private AuditLog log;
    private TeacherKeys teachers;
    private KeyJoining joining;

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
        teachers = new TeacherKeys(folder.resolve("class/teachers"), () -> NOW, ZoneOffset.UTC, complaint -> {});
        JoinPolicy policy = new JoinPolicy(store, new WordGuesses(), () -> now);
        joining = new KeyJoining(store, policy, new RecentJoins(store), teachers, words, log, () -> NOW);
    }

    @AfterEach
    void close() {
        log.close();
        store.close();
    }

    private static Identity.Keyholder key() throws Exception {
        KeyPair pair = KeyUtils.generateKeyPair(KeyPairProvider.SSH_ED25519, 256);
        return new Identity.Keyholder(pair.getPublic(), new Fingerprint(KeyUtils.getFingerPrint(pair.getPublic())));
    }

    private static <T> T soon(CompletionStage<T> stage) throws Exception {
        return stage.toCompletableFuture().get(5, TimeUnit.SECONDS);
    }

    private JoinStep.FieldPrompt first(String user, Identity.Keyholder key) throws Exception {
        return (JoinStep.FieldPrompt) soon(joining.first(user, "", Glyphs.BRAILLE, key));
    }

    private static JoinStep answer(JoinStep.FieldPrompt prompt, String typed) throws Exception {
        return soon(prompt.next().apply(List.of(typed)));
    }

    private static JoinStep released(JoinStep.FieldPrompt prompt, String typed) throws Exception {
        return soon(answer(prompt, typed).released());
    }

    private Student joined(String name, Identity.Keyholder key) throws Exception {
        assertThat(released(first(name, key), CODE)).isEqualTo(new JoinStep.LoggedIn(key));
        return store.studentOf(key.fingerprint()).orElseThrow();
    }

    @Test
    void aRightCodeChangesNothingBeforeItsAnswerIsGiven() throws Exception {
        Identity.Keyholder key = key();
        JoinStep.FieldPrompt prompt = first("ada", key);
        assertThat(prompt.fields()).containsExactly(JoinField.CLASS_CODE);
        JoinStep right = answer(prompt, " Fern Otter 42 ");
        assertThat(right.isWrong()).isFalse();
        assertThat(store.accounts()).isEmpty();
        assertThat(soon(right.released())).isEqualTo(new JoinStep.LoggedIn(key));
        assertThat(store.named(new StudentName("ada"))).map(Account::keys).contains(Set.of(key.fingerprint()));
    }

    @Test
    void aNewKeyIsNamedAndPromisedNoNameBeforeTheNameIsFree() throws Exception {
        joined("ada", key());
        Identity.Keyholder key = key();
        assertThat(first("ada", key).words())
                .isEqualTo("Welcome. This key is new here. Enter the class code; if the name ada is free, it is yours."
                        + " Your ssh came with " + key.fingerprint().text()
                        + ". If you have joined with another key, leave and begin with ssh -o IdentitiesOnly=yes -i"
                        + " KEYFILE");
    }

    @Test
    void aTerminalThatLacksTheLettersOfANameShowsTheSameNumberInEverySentence() throws Exception {
        joined("ada", key());
        joined("李明", key());
        JoinStep.FieldPrompt prompt = (JoinStep.FieldPrompt) soon(joining.first("李明", "", Glyphs.ASCII, key()));
        String shown = new StudentName("李明").written(Glyphs.ASCII);
        assertThat(shown).matches("name-\\d{5}");
        assertThat(prompt.words()).contains("if the name " + shown + " is free");
        assertThat(((JoinStep.FieldPrompt) released(prompt, CODE)).words())
                .startsWith("The name " + shown + " is taken.");
        JoinStep.FieldPrompt cyrillic = (JoinStep.FieldPrompt) soon(joining.first("аdа", "", Glyphs.ASCII, key()));
        assertThat(((JoinStep.NotAdmitted) answer(cyrillic, CODE)).why())
                .startsWith(new StudentName("аdа").written(Glyphs.ASCII) + " cannot be a new name: it mixes scripts");
        JoinStep.FieldPrompt alike = (JoinStep.FieldPrompt) soon(joining.first("李眀", "", Glyphs.ASCII, key()));
        soon(store.change(info -> info.closed(true)));
        assertThat(((JoinStep.NotAdmitted) answer(alike, CODE)).why())
                .contains("nobody in it is called " + new StudentName("李眀").written(Glyphs.ASCII));
    }

    @Test
    void aNameThatIsNoNewOneIsRefusedAfterTheCode() throws Exception {
        joined("ada", key());
        for (String name : List.of("аda", "-x", "ａｄａ", "name-3", "tеacher", "\u3164", "аdа")) {
            JoinStep.FieldPrompt prompt = first(name, key());
            assertThat(answer(prompt, "fern-otter-43").isWrong()).isTrue();
            JoinStep refused = answer(prompt, CODE);
            assertThat(refused).isInstanceOf(JoinStep.NotAdmitted.class);
            assertThat(((JoinStep.NotAdmitted) refused).why())
                    .startsWith(new StudentName(name) + " cannot be a new name: it");
        }
        soon(store.change(info -> info.coded(Optional.empty())));
        assertThat(soon(joining.first("аda", "", Glyphs.BRAILLE, key()))).isInstanceOf(JoinStep.NotAdmitted.class);
        assertThat(store.accounts()).hasSize(1);
    }

    /** Both have typed the code, and neither name is taken when they do. */
    @Test
    void ofTwoNamesThatLookTheSameAndJoinTogetherOneIsToldWhy() throws Exception {
        for (List<String> names : List.of(List.of("maro", "rnaro"), List.of("burn", "bum"))) {
            List<JoinStep> right = new ArrayList<>();
            for (String name : names) {
                right.add(answer(first(name, key()), CODE));
            }
            List<CompletableFuture<JoinStep>> steps = right.parallelStream()
                    .map(step -> step.released().toCompletableFuture())
                    .toList();
            List<JoinStep> done = List.of(soon(steps.get(0)), soon(steps.get(1)));
            assertThat(done).filteredOn(JoinStep.LoggedIn.class::isInstance).hasSize(1);
            assertThat(done)
                    .filteredOn(JoinStep.NotAdmitted.class::isInstance)
                    .singleElement()
                    .extracting(step -> ((JoinStep.NotAdmitted) step).why())
                    .asString()
                    .contains(" cannot be a new name: it ");
        }
        assertThat(store.accounts()).hasSize(2);
    }

    /** Who joined before names were checked. */
    @Test
    void whoHasSuchANameKeepsIt() throws Exception {
        for (String name : List.of("аda", "-x", "ａｄａ", "name-3")) {
            Student owner = soon(store.join(new StudentName(name), account -> account, NOW))
                    .orElseThrow();
            Identity.Keyholder key = key();
            JoinStep.FieldPrompt word = (JoinStep.FieldPrompt) released(first(name, key), CODE);
            assertThat(word.fields()).containsExactly(JoinField.OWNERS_WORD);
            assertThat(released(word, words.issue(owner.id(), 10))).isEqualTo(new JoinStep.LoggedIn(key));
            assertThat(store.studentOf(key.fingerprint())).contains(owner);
        }
    }

    @Test
    void aWrongCodeIsNobodysTry() throws Exception {
        assertThat(answer(first("ada", key()), "fern-otter-43"))
                .isEqualTo(JoinStep.WrongEntry.in(JoinField.CLASS_CODE));
        assertThat(store.accounts()).isEmpty();
    }

    @Test
    void withoutACodeAKeyJoinsAtOnce() throws Exception {
        soon(store.change(info -> info.coded(Optional.empty())));
        Identity.Keyholder key = key();
        assertThat(soon(joining.first("ada", "", Glyphs.BRAILLE, key))).isEqualTo(new JoinStep.LoggedIn(key));
    }

    @Test
    void forATakenNameTheCodeIsNotEnoughButTheOwnersWordIsOnce() throws Exception {
        Student ada = joined("ada", key());
        Identity.Keyholder other = key();
        JoinStep.FieldPrompt word = (JoinStep.FieldPrompt) released(first("Ada", other), CODE);
        assertThat(word.fields()).containsExactly(JoinField.OWNERS_WORD);
        assertThat(answer(word, CODE))
                .isEqualTo(new JoinStep.WrongEntry("That is not the word.", Optional.of(ada.id())));
        String another = words.issue("somebody", OneTimeWords.LINK_MINUTES);
        assertThat(answer(word, another))
                .isEqualTo(new JoinStep.WrongEntry("That is not the word.", Optional.of(ada.id())));
        String own = words.issue(ada.id(), OneTimeWords.LINK_MINUTES);
        JoinStep right = answer(word, own);
        assertThat(store.studentOf(other.fingerprint())).isEmpty();
        assertThat(soon(right.released())).isEqualTo(new JoinStep.LoggedIn(other));
        assertThat(store.studentOf(other.fingerprint())).contains(ada);
        assertThat(answer(word, own).isWrong()).as("used up").isTrue();
    }

    @Test
    void aTeachersKeyIsAddedByTheWordOfTheStartAlone() throws Exception {
        Identity.Keyholder key = key();
        String start = words.issue(Role.TEACHER_NAME, OneTimeWords.TEACHER_MINUTES);
        JoinStep.FieldPrompt prompt = first("TEACHER", key);
        assertThat(prompt.fields()).containsExactly(JoinField.TEACHERS_WORD);
        assertThat(answer(prompt, CODE)).isEqualTo(JoinStep.WrongEntry.in(JoinField.TEACHERS_WORD));
        assertThat(teachers.count()).isZero();
        assertThat(released(prompt, start)).isEqualTo(new JoinStep.LoggedIn(key));
        assertThat(teachers.count()).isOne();
        assertThat(answer(prompt, start).isWrong()).as("used up").isTrue();
    }

    @Test
    void aNameThatIsNoneIsAskedNothing() throws Exception {
        Identity.Keyholder key = key();
        assertThatThrownBy(() -> joining.first("a/b", "", Glyphs.BRAILLE, key)).isInstanceOf(BadInput.class);
    }

    private void list(Optional<String> word, String... names) throws Exception {
        Roster roster = Roster.of(Arrays.stream(names)
                .map(name -> new RosterRow(new StudentName(name), "", "", word.map(text -> JoinWord.of(text, NOW))))
                .toList());
        soon(store.changeRoster(any -> Optional.of(roster)));
    }

    @Test
    void withARosterOnlyItsNamesJoinAsItSpellsThem() throws Exception {
        list(Optional.empty(), "Zoë");
        Identity.Keyholder key = key();
        assertThat(joined("ZOE\u0308", key).name()).hasToString("Zoë");
        Identity.Keyholder bobs = key();
        JoinStep.FieldPrompt prompt = first("bob", bobs);
        assertThat(prompt.words())
                .as("before the code every name is answered alike")
                .isEqualTo(first("zoë", bobs).words().replace("zoë", "bob"))
                .startsWith("Welcome. This key is new here. Enter the class code; if the name bob is on your teacher's"
                        + " list and free, it is yours.");
        assertThat(answer(prompt, "fern-otter-43")).isEqualTo(JoinStep.WrongEntry.in(JoinField.CLASS_CODE));
        assertThat(answer(prompt, CODE)).isInstanceOfSatisfying(JoinStep.NotAdmitted.class, step -> assertThat(
                        step.why())
                .isEqualTo("bob is not on the list of names of this class. Log in with your name as your teacher"
                        + " has written it, or ask your teacher to add it."));
        assertThat(answer(prompt, CODE).isWrong())
                .as("and so is delayed and counted")
                .isTrue();
        assertThat(store.accounts()).hasSize(1);
    }

    @Test
    void aNameThatWasTakenBeforeTheRosterKeepsItsStudent() throws Exception {
        Identity.Keyholder key = key();
        Student ada = joined("ada", key);
        list(Optional.empty(), "ADA");
        assertThat(store.studentOf(key.fingerprint())).contains(ada);
        JoinStep.FieldPrompt taken = (JoinStep.FieldPrompt) released(first("Ada", key()), CODE);
        assertThat(taken.fields()).containsExactly(JoinField.OWNERS_WORD);
    }

    @Test
    void withoutACodeARosterIsObeyedToo() throws Exception {
        list(Optional.empty(), "ada");
        soon(store.change(info -> info.coded(Optional.empty())));
        assertThat(soon(joining.first("eve", "", Glyphs.BRAILLE, key()))).isInstanceOf(JoinStep.NotAdmitted.class);
        Identity.Keyholder key = key();
        assertThat(soon(joining.first("ada", "", Glyphs.BRAILLE, key))).isEqualTo(new JoinStep.LoggedIn(key));
    }

    @Test
    void aNameWithAWordIsGivenForTheWordAlone() throws Exception {
        list(Optional.of("blue-fox-07"), "ada");
        Identity.Keyholder key = key();
        JoinStep.FieldPrompt prompt = first("ADA", key);
        assertThat(prompt.fields()).containsExactly(JoinField.ROSTER_WORD);
        JoinStep wrong = JoinStep.WrongEntry.in(JoinField.ROSTER_WORD);
        assertThat(answer(prompt, CODE)).isEqualTo(wrong);
        assertThat(answer(prompt, "")).isEqualTo(wrong);
        JoinStep.FieldPrompt stranger = first("eve", key());
        for (String typed : List.of(CODE, "", "blue-fox-07")) {
            assertThat(answer(stranger, typed))
                    .as("a name that is not listed is answered alike")
                    .isEqualTo(wrong);
        }
        assertThat(released(prompt, "Blue fox 07")).isEqualTo(new JoinStep.LoggedIn(key));
    }

    @Test
    void aFifthWrongWordMakesAPauseWhetherTheNameIsListedOrNot() throws Exception {
        list(Optional.of("blue-fox-07"), "ada", "bob");
        for (String name : List.of("ada", "eve")) {
            JoinStep.FieldPrompt prompt = first(name, key());
            for (int i = 0; i < 5; i++) {
                assertThat(answer(prompt, "blue-fox-0" + i).isWrong()).isTrue();
            }
            assertThat(answer(prompt, "blue-fox-07"))
                    .isEqualTo(new JoinStep.JoinRefused(
                            "there were too many wrong words for " + name + "; try again in 60 s", "word pause"));
        }
        now = NOW.plusSeconds(60);
        assertThat(answer(first("ada", key()), "blue-fox-07").isWrong()).isFalse();
        assertThat(answer(first("bob", key()), "blue-fox-07").isWrong()).isFalse();
    }

    @Test
    void aClosedClassTakesKnownStudentsOnly() throws Exception {
        Student ada = joined("ada", key());
        soon(store.change(info -> info.closed(true)));
        assertThat(answer(first("eve", key()), CODE))
                .isInstanceOfSatisfying(JoinStep.NotAdmitted.class, step -> assertThat(step.why())
                        .isEqualTo("This class takes in nobody new now, and nobody in it is called eve. Log in with the"
                                + " name that you have here, or ask your teacher to open the class."));
        Identity.Keyholder other = key();
        JoinStep.FieldPrompt word = (JoinStep.FieldPrompt) released(first("ada", other), CODE);
        assertThat(released(word, words.issue(ada.id(), OneTimeWords.LINK_MINUTES)))
                .isEqualTo(new JoinStep.LoggedIn(other));
        soon(store.change(info -> info.closed(false)));
        joined("eve", key());
    }

    @Test
    void aNameThatLeavesTheRosterWhileItsCodeIsDelayedDoesNotJoin() throws Exception {
        list(Optional.empty(), "ada");
        JoinStep right = answer(first("ada", key()), CODE);
        list(Optional.empty(), "bob");
        assertThat(soon(right.released())).isInstanceOf(JoinStep.NotAdmitted.class);
        assertThat(store.accounts()).isEmpty();
    }

    /** The store refuses the first students that are added, as with a database that is away. */
    private KeyJoining failing(int times) {
        AtomicInteger left = new AtomicInteger(times);
        ClassStore flaky = (ClassStore) Proxy.newProxyInstance(
                ClassStore.class.getClassLoader(), new Class<?>[] {ClassStore.class}, (self, method, given) -> {
                    if (method.getName().equals("join") && left.getAndDecrement() > 0) {
                        return CompletableFuture.failedStage(new IOException("away"));
                    }
                    return method.invoke(store, given);
                });
        JoinPolicy policy = new JoinPolicy(flaky, new WordGuesses(), () -> now);
        return new KeyJoining(flaky, policy, new RecentJoins(flaky), teachers, words, log, () -> NOW);
    }

    @Test
    void afterAFailureOfTheStoreTheCodeIsAskedAndCheckedAgain() throws Exception {
        Identity.Keyholder key = key();
        JoinStep.FieldPrompt first = (JoinStep.FieldPrompt) soon(failing(1).first("ada", "", Glyphs.BRAILLE, key));
        JoinStep.FieldPrompt again = (JoinStep.FieldPrompt) released(first, CODE);
        assertThat(again.complaint()).isEqualTo(LATER);
        assertThat(again.fields()).containsExactly(JoinField.CLASS_CODE);
        assertThat(answer(again, "no-such-code-00")).isEqualTo(JoinStep.WrongEntry.in(JoinField.CLASS_CODE));
        assertThat(store.accounts()).isEmpty();
        assertThat(released(again, CODE)).isEqualTo(new JoinStep.LoggedIn(key));
    }

    @Test
    void aNameThatWasTakenDuringAFailureOfTheStoreNeedsItsWord() throws Exception {
        JoinStep.FieldPrompt first = (JoinStep.FieldPrompt) soon(failing(1).first("ada", "", Glyphs.BRAILLE, key()));
        JoinStep.FieldPrompt again = (JoinStep.FieldPrompt) released(first, CODE);
        joined("ada", key());
        assertThat(((JoinStep.FieldPrompt) released(again, CODE)).fields()).containsExactly(JoinField.OWNERS_WORD);
        assertThat(store.accounts()).hasSize(1);
    }

    @Test
    void afterAFailureOfTheStoreAClassWithoutACodeAsksForNone() throws Exception {
        soon(store.change(info -> info.coded(Optional.empty())));
        Identity.Keyholder key = key();
        JoinStep.FieldPrompt again = (JoinStep.FieldPrompt) soon(failing(2).first("ada", "", Glyphs.BRAILLE, key));
        assertThat(again.complaint()).isEqualTo(LATER);
        assertThat(again.fields()).containsExactly(JoinField.RETRY);
        assertThat(answer(again, "fern-otter-42"))
                .isInstanceOfSatisfying(JoinStep.FieldPrompt.class, asked -> assertThat(asked.complaint())
                        .isEqualTo("That is not y."));
        assertThat(((JoinStep.FieldPrompt) released(again, "y")).complaint()).isEqualTo(LATER);
        assertThat(store.accounts()).isEmpty();
        assertThat(released(again, " Y ")).isEqualTo(new JoinStep.LoggedIn(key));
    }
}
