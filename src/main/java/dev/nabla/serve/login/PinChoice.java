package dev.nabla.serve.login;

import dev.nabla.room.account.Pin;
import dev.nabla.room.account.SaltedHash;
import dev.nabla.room.account.ThreeWords;
import dev.nabla.room.name.Student;
import dev.nabla.serve.log.AuditLog;
import dev.nabla.serve.log.LogEvent;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * The prompts with which a student without a key chooses a PIN, or gets three words in its place. The words are shown
 * once, after their hash was stored, because words that were shown and then not stored would lock the student out.
 */
final class PinChoice {
    private final Function<String, CompletionStage<Optional<Student>>> storer;
    private final AuditLog log;
    private final Executor executor;

    /** The three words as part of a prompt: unlike an instruction, a prompt is shown by every client. */
    private record DrawnWords(String words) implements JoinStep.Field {
        @Override
        public String prompt() {
            return "Your three words are " + words + " (write them down, then press Enter):";
        }

        @Override
        public boolean isShown() {
            return true;
        }

        @Override
        public boolean isSecret() {
            return false;
        }
    }

    /**
     * @param storer stores the salted hash of a PIN or of words; returns empty if the name was taken, or the one-time
     *     word used, in the meantime
     * @param executor computes hashes
     */
    PinChoice(Function<String, CompletionStage<Optional<Student>>> storer, AuditLog log, Executor executor) {
        this.storer = storer;
        this.log = log;
        this.executor = executor;
    }

    /** Returns the first prompt for a PIN, with the reason for it. */
    JoinStep ask(String why) {
        return ask(TryQueue.TRIES_PER_CONNECTION, why);
    }

    /** Returns the prompt that follows a PIN that a new student has typed. */
    JoinStep askToRepeat(String pin) {
        return checkOrRepeat(
                TryQueue.TRIES_PER_CONNECTION,
                pin,
                "The name is free. This PIN will let you in from now on; do not take your phone's.");
    }

    /** @param left number of attempts that are left */
    private JoinStep ask(int left, String why) {
        if (left == 0) {
            return new JoinStep.JoinRefused("no PIN was chosen; come again", "no PIN");
        }
        return prompt(
                why,
                JoinField.NEW_PIN,
                pin -> pin.isEmpty() ? drawWords() : JoinStep.completed(checkOrRepeat(left, pin, "")));
    }

    private JoinStep checkOrRepeat(int left, String pin, String words) {
        return Pin.complaint(pin)
                .map(why -> ask(left - 1, why))
                .orElseGet(() -> prompt(
                        words,
                        JoinField.SAME_PIN,
                        again -> again.equals(pin)
                                ? store(pin, in -> in)
                                : JoinStep.completed(ask(left - 1, JoinField.SAME_PIN.complaint()))));
    }

    private CompletionStage<JoinStep> drawWords() {
        String words = ThreeWords.draw(new SecureRandom());
        return store(
                words,
                in -> prompt(
                        "These words let you in from now on, in place of a PIN. They are shown only once.",
                        new DrawnWords(words),
                        any -> JoinStep.completed(in)));
    }

    /** @param next returns the step to show once the hash is stored */
    private CompletionStage<JoinStep> store(String secret, UnaryOperator<JoinStep> next) {
        return CompletableFuture.supplyAsync(() -> SaltedHash.of(secret), executor)
                .thenCompose(hash -> storer.apply(hash)
                        .thenApply(kept -> kept.map(student -> next.apply(loggedIn(student, hash)))
                                .orElseGet(() -> new JoinStep.JoinRefused(
                                        "somebody else was faster: the name or one like it is taken, or the word was used",
                                        "too late"))));
    }

    private JoinStep loggedIn(Student student, String hash) {
        log.note(new LogEvent.Pin(student.id()));
        return new JoinStep.LoggedIn(new Identity.PinHolder(student, hash));
    }

    private static JoinStep prompt(
            String words, JoinStep.Field field, Function<String, CompletionStage<JoinStep>> next) {
        return new JoinStep.FieldPrompt(
                words,
                "",
                List.of(field),
                typed -> typed.size() == 1
                        ? next.apply(typed.get(0).strip())
                        : JoinStep.completed(new JoinStep.WrongEntry("", Optional.empty())));
    }
}
