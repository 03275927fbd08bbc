package dev.nabla.serve.login;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;

/** A step of a login: a question to a user who has not joined yet, or the outcome. */
public sealed interface JoinStep {
    /** Message that ends the session of a new key after too many wrong answers. */
    String TOO_OFTEN = "That was wrong too often.";

    /** Shows this step to a client, and returns the result of the client's method for it. */
    <T> T show(JoinView<T> view);

    /**
     * Shows steps to a user: as prompts of the login, on a page or in text mode.
     *
     * @param <T> result of showing a step
     */
    interface JoinView<T> {
        T ask(FieldPrompt question);

        T identified(Identity identity);

        /**
         * Shows that an answer was wrong; the user may try again.
         *
         * @param why message about the answer; may be empty
         */
        T wrong(String why);

        /** Shows that too many answers were wrong; the session ends. */
        T tooOften();

        /**
         * Shows why the login is refused.
         *
         * @param logged the reason for the log, without a name
         */
        T refuse(String why, String logged);

        /**
         * Shows why the name cannot join; the session ends, so that the user can log in with another name.
         *
         * @param logged the reason for the log, without a name
         */
        T turnAway(String why, String logged);
    }

    /** Returns whether an answer was wrong, so that it counts as a wrong try. */
    default boolean isWrong() {
        return false;
    }

    /** Returns the id of the student for whose account the answer was wrong; empty if there is none. */
    default Optional<String> wronglyAnsweredFor() {
        return Optional.empty();
    }

    /** Returns the step that follows after the delay of {@link LoginAttempts}; a right answer takes effect only now. */
    default CompletionStage<JoinStep> released() {
        return completed(this);
    }

    static CompletionStage<JoinStep> completed(JoinStep step) {
        return CompletableFuture.completedFuture(step);
    }

    /** A field of a form. */
    interface Field {
        String prompt();

        /** Returns whether the client shows what is typed. */
        boolean isShown();

        /** Returns whether a secret is typed here that a stranger might guess. */
        boolean isSecret();
    }

    /**
     * A form with one or more fields.
     *
     * @param words text before the fields; may be empty
     * @param complaint message about the previous answers; may be empty
     * @param next evaluates the answers; a client may send any number of them
     */
    record FieldPrompt(
            String words, String complaint, List<Field> fields, Function<List<String>, CompletionStage<JoinStep>> next)
            implements JoinStep {
        /** Returns the prompt of the first field. */
        public String prompt() {
            return fields.get(0).prompt();
        }

        /** Returns whether an answer is checked against a secret. */
        boolean asksSecret() {
            return fields.stream().anyMatch(Field::isSecret);
        }

        /** Returns the same form with a message about the previous answers. */
        public FieldPrompt rejected(String why) {
            return new FieldPrompt(words, why, fields, next);
        }

        @Override
        public <T> T show(JoinView<T> view) {
            return view.ask(this);
        }
    }

    /**
     * A right answer. Its effect waits until the delay is over, so that a client cannot save time by hanging up early.
     */
    record Right(Supplier<CompletionStage<JoinStep>> next) implements JoinStep {
        @Override
        public CompletionStage<JoinStep> released() {
            return next.get();
        }

        @Override
        public <T> T show(JoinView<T> view) {
            throw new IllegalStateException("held back");
        }
    }

    /** A completed login. */
    record LoggedIn(Identity identity) implements JoinStep {
        @Override
        public <T> T show(JoinView<T> view) {
            return view.identified(identity);
        }
    }

    /**
     * A wrong code, PIN or word.
     *
     * @param why message for the user; may be empty. It says something of an account only after the right code.
     * @param wronglyAnsweredFor id of the student whose account was tried; empty if there is none
     */
    record WrongEntry(String why, Optional<String> wronglyAnsweredFor) implements JoinStep {
        /** Returns the step after a wrong answer in a field that belongs to no account. */
        static WrongEntry in(JoinField field) {
            return new WrongEntry(field.complaint(), Optional.empty());
        }

        @Override
        public boolean isWrong() {
            return true;
        }

        @Override
        public <T> T show(JoinView<T> view) {
            return view.wrong(why);
        }
    }

    /** The outcome after one wrong answer too many. */
    record TooOften() implements JoinStep {
        @Override
        public <T> T show(JoinView<T> view) {
            return view.tooOften();
        }
    }

    /**
     * The refusal of a name that may not join. It counts as a wrong try, so that a script cannot try many names at
     * once.
     *
     * @param why reason for the user
     * @param logged the same reason for the log, without a name
     */
    record NotAdmitted(String why, String logged) implements JoinStep {
        @Override
        public boolean isWrong() {
            return true;
        }

        @Override
        public <T> T show(JoinView<T> view) {
            return view.turnAway(why, logged);
        }
    }

    /**
     * A refused login.
     *
     * @param why reason for the user
     * @param logged the same reason for the log, without a name
     */
    record JoinRefused(String why, String logged) implements JoinStep {
        @Override
        public <T> T show(JoinView<T> view) {
            return view.refuse(why, logged);
        }
    }
}
