package dev.nabla.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nabla.math.BadInput;
import dev.nabla.room.Account;
import dev.nabla.room.Account.Fingerprint;
import dev.nabla.room.ClassInfo;
import dev.nabla.room.ClassStore;
import dev.nabla.room.Role;
import dev.nabla.room.Student;
import dev.nabla.room.StudentName;
import dev.nabla.serve.options.ServeOptions;
import dev.nabla.store.StoreFactory;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The steps by which a new key joins. */
class KeyJoiningTest {
    private static final String CODE = "fern-otter-42";
    private static final Instant NOW = Instant.parse("2026-03-05T12:00:00Z");

    private final OneTimeWords words = new OneTimeWords();
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
        joining = new KeyJoining(store, teachers, words, log, () -> NOW);
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
        return (JoinStep.FieldPrompt) soon(joining.first(user, key));
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
    void aWrongCodeIsNobodysTry() throws Exception {
        assertThat(answer(first("ada", key()), "fern-otter-43")).isEqualTo(new JoinStep.WrongEntry(Optional.empty()));
        assertThat(store.accounts()).isEmpty();
    }

    @Test
    void withoutACodeAKeyJoinsAtOnce() throws Exception {
        soon(store.change(info -> info.coded(Optional.empty())));
        Identity.Keyholder key = key();
        assertThat(soon(joining.first("ada", key))).isEqualTo(new JoinStep.LoggedIn(key));
    }

    @Test
    void forATakenNameTheCodeIsNotEnoughButTheOwnersWordIsOnce() throws Exception {
        Student ada = joined("ada", key());
        Identity.Keyholder other = key();
        JoinStep.FieldPrompt word = (JoinStep.FieldPrompt) released(first("Ada", other), CODE);
        assertThat(word.fields()).containsExactly(JoinField.OWNERS_WORD);
        assertThat(answer(word, CODE)).isEqualTo(new JoinStep.WrongEntry(Optional.of(ada.id())));
        String another = words.issue("somebody", OneTimeWords.LINK_MINUTES);
        assertThat(answer(word, another)).isEqualTo(new JoinStep.WrongEntry(Optional.of(ada.id())));
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
        assertThat(answer(prompt, CODE)).isEqualTo(new JoinStep.WrongEntry(Optional.empty()));
        assertThat(teachers.count()).isZero();
        assertThat(released(prompt, start)).isEqualTo(new JoinStep.LoggedIn(key));
        assertThat(teachers.count()).isOne();
        assertThat(answer(prompt, start).isWrong()).as("used up").isTrue();
    }

    @Test
    void aNameThatIsNoneIsAskedNothing() throws Exception {
        Identity.Keyholder key = key();
        assertThatThrownBy(() -> joining.first("a/b", key)).isInstanceOf(BadInput.class);
    }
}
