package dev.nabla.serve.login;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.frame.Size;
import dev.nabla.key.press.KeyPress;
import dev.nabla.output.DisplayProfile;
import dev.nabla.room.account.Account.Fingerprint;
import dev.nabla.tui.term.Input;
import dev.nabla.tui.term.Program;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

class JoinPageTest {
    private static final DisplayProfile LOOK = DisplayProfile.detect(
            new DisplayProfile.Surroundings(Map.of("TERM", "xterm-256color"), true, "UTF-8"), Map.of());
    private static final Size SIZE = new Size(80, 24);

    private final List<String> answers = new ArrayList<>();
    private final Deque<CompletableFuture<JoinStep>> steps = new ArrayDeque<>();
    private final List<String> ended = new ArrayList<>();
    private final CompletableFuture<JoinStep> first = new CompletableFuture<>();
    private final Program tutor = JoinPage.empty(LOOK);
    private final JoinPage form = new JoinPage(
            "Maths 10b", first, (prompt, typed) -> answer(typed), () -> tutor, (why, logged) -> ended.add(why), LOOK);

    private CompletionStage<JoinStep> answer(String typed) {
        answers.add(typed);
        steps.add(new CompletableFuture<>());
        return steps.getLast();
    }

    private static JoinStep.FieldPrompt ask(String words, JoinField field) {
        return new JoinStep.FieldPrompt(words, "", List.of(field), typed -> new CompletableFuture<>());
    }

    private String seen() {
        form.now();
        return String.join("\n", form.view(SIZE).rows());
    }

    private void type(String text) {
        text.chars().forEach(key -> form.handle(new Input.Key(KeyPress.named(Character.toString(key)))));
        form.handle(new Input.Key(KeyPress.named("Enter")));
    }

    @Test
    void whatComesLateIsShownWithoutAKey() {
        assertThat(seen()).contains("Enter goes on").doesNotContain("Maths 10b");
        assertThat(form.tickMillis()).isEqualTo(200);
        first.complete(ask("Welcome.", JoinField.CLASS_CODE).rejected("try again in a minute"));
        assertThat(seen()).contains("Maths 10b", "Welcome.", "Class code:", "try again in a minute");
        assertThat(form.tickMillis()).isZero();
    }

    @Test
    void aWrongAnswerIsAskedAgainAndTheLastOneEndsTheSession() {
        first.complete(ask("", JoinField.OWNERS_WORD));
        seen();
        type("abc");
        assertThat(answers).containsExactly("abc");
        type("while this waits");
        assertThat(answers).hasSize(1);
        steps.getLast().complete(JoinStep.WrongEntry.in(JoinField.OWNERS_WORD));
        assertThat(seen()).contains("Its word:", "That is not the word.").doesNotContain("abc");
        type("def");
        steps.getLast().complete(new JoinStep.TooOften());
        assertThat(seen()).contains("That is not the word.");
        assertThat(ended).containsExactly(JoinStep.TOO_OFTEN);
        assertThat(form.now()).isSameAs(form);
    }

    @Test
    void afterJoiningTheTutorBegins() {
        first.complete(ask("", JoinField.CLASS_CODE));
        seen();
        type("code");
        steps.getLast().complete(new JoinStep.LoggedIn(new Identity.Keyholder(null, new Fingerprint("SHA256:x"))));
        assertThat(form.now()).isSameAs(tutor);
        assertThat(ended).isEmpty();
    }
}
