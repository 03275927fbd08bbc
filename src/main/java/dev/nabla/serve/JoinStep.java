package dev.nabla.serve;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;

/** What a user who is not in yet is asked, or what the answers led to. */
sealed interface JoinStep {
    /** Ends the session of a new key after too many wrong answers. */
    String TOO_OFTEN = "That was wrong too often.";

    /** Shows this step. */
    <T> T show(Client<T> client);

    /** What a client is shown, as the login or the page can show it. */
    interface Client<T> {
        T ask(FieldPrompt question);

        T letIn(Identity identity);

        /** An answer was wrong; the user may try again. */
        T wrong();

        /** So many answers were wrong that the session ends. */
        T tooOften();

        /**
         * The session ends.
         *
         * @param logged the reason without a name
         */
        T refuse(String why, String logged);
    }

    /** True if an answer was wrong, so that the try counts. */
    default boolean isWrong() {
        return false;
    }

    /** The id of the student whose account was tried in vain. */
    default Optional<String> whose() {
        return Optional.empty();
    }

    /** What follows once the answer is no longer held back. */
    default CompletionStage<JoinStep> released() {
        return completed(this);
    }

    static CompletionStage<JoinStep> completed(JoinStep step) {
        return CompletableFuture.completedFuture(step);
    }

    /**
     * Fields to fill in.
     *
     * @param words before the fields; may be empty
     * @param complaint about the answers before; may be empty
     * @param next decides on the answers, of which a client may send any number
     */
    record FieldPrompt(
            String words,
            String complaint,
            List<JoinField> fields,
            Function<List<String>, CompletionStage<JoinStep>> next)
            implements JoinStep {
        /** The prompt of the first field. */
        String prompt() {
            return fields.get(0).prompt();
        }

        /** The same fields with a complaint. */
        FieldPrompt again(String why) {
            return new FieldPrompt(words, why, fields, next);
        }

        /** The same fields after a wrong answer. */
        FieldPrompt rejected() {
            return again(fields.get(0).complaint());
        }

        @Override
        public <T> T show(Client<T> client) {
            return client.ask(this);
        }
    }

    /** The answer is right. What it changes waits until the answer may be given, so that a hang-up saves no time. */
    record Right(Supplier<CompletionStage<JoinStep>> next) implements JoinStep {
        @Override
        public CompletionStage<JoinStep> released() {
            return next.get();
        }

        @Override
        public <T> T show(Client<T> client) {
            throw new IllegalStateException("held back");
        }
    }

    record In(Identity identity) implements JoinStep {
        @Override
        public <T> T show(Client<T> client) {
            return client.letIn(identity);
        }
    }

    /** The code, the PIN or the word is wrong. */
    record WrongEntry(Optional<String> whose) implements JoinStep {
        @Override
        public boolean isWrong() {
            return true;
        }

        @Override
        public <T> T show(Client<T> client) {
            return client.wrong();
        }
    }

    /** One wrong answer too many. */
    record TooOften() implements JoinStep {
        @Override
        public <T> T show(Client<T> client) {
            return client.tooOften();
        }
    }

    /** @param logged the same as {@code why} without a name */
    record JoinRefused(String why, String logged) implements JoinStep {
        @Override
        public <T> T show(Client<T> client) {
            return client.refuse(why, logged);
        }
    }
}
