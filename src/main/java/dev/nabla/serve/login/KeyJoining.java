package dev.nabla.serve.login;

import dev.nabla.frame.Glyphs;
import dev.nabla.room.ClassStore;
import dev.nabla.room.account.Account;
import dev.nabla.room.name.Role;
import dev.nabla.room.name.Student;
import dev.nabla.room.name.StudentName;
import dev.nabla.serve.log.AuditLog;
import dev.nabla.serve.log.LogEvent;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/**
 * Login with a key that belongs to no user yet. A student types the class code and, if the name is taken, the word of
 * its owner. A teacher types the word that the server printed.
 */
final class KeyJoining {
    private final ClassStore store;
    private final TeacherKeys teachers;
    private final JoinPolicy policy;
    private final RecentJoins joins;
    private final OneTimeWords words;
    private final AuditLog log;
    private final InstantSource clock;

    KeyJoining(
            ClassStore store,
            JoinPolicy policy,
            RecentJoins joins,
            TeacherKeys teachers,
            OneTimeWords words,
            AuditLog log,
            InstantSource clock) {
        this.store = store;
        this.policy = policy;
        this.joins = joins;
        this.teachers = teachers;
        this.words = words;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Returns the first question to a user with a new key; if the class asks for no code or word, the result of
     * joining.
     *
     * @param address network address of the client
     * @param glyphs glyphs of the client's terminal
     */
    CompletionStage<JoinStep> first(String user, String address, Glyphs glyphs, Identity.Keyholder holder) {
        if (user.equalsIgnoreCase(Role.TEACHER_NAME)) {
            return JoinStep.completed(teachersWordPrompt(holder));
        }
        Newcomer newcomer = new Newcomer(new StudentName(user), address, glyphs, holder);
        return policy.field()
                .map(field -> JoinStep.completed(newcomer.firstPrompt(field)))
                .orElseGet(newcomer::join);
    }

    private static JoinStep.FieldPrompt prompt(String words, JoinField field, Function<String, JoinStep> next) {
        return new JoinStep.FieldPrompt(
                words, "", List.of(field), typed -> JoinStep.completed(next.apply(typed.get(0))));
    }

    private JoinStep.FieldPrompt teachersWordPrompt(Identity.Keyholder holder) {
        return prompt(
                "This key is not registered for a teacher.",
                JoinField.TEACHERS_WORD,
                typed -> words.redeem(typed, Role.TEACHER_NAME)
                        ? new JoinStep.Right(() -> JoinStep.completed(registerTeacher(holder)))
                        : JoinStep.WrongEntry.in(JoinField.TEACHERS_WORD));
    }

    private JoinStep registerTeacher(Identity.Keyholder holder) {
        try {
            teachers.add(holder.key());
            log.note(new LogEvent.Teacher(holder.fingerprint().text()));
            return new JoinStep.LoggedIn(holder);
        } catch (IOException unwritable) {
            return teachersWordPrompt(holder).rejected("Your key cannot be kept: " + unwritable.getMessage());
        }
    }

    /** A student with a new key. */
    private final class Newcomer {
        private final StudentName name;
        private final String address;
        private final Glyphs glyphs;
        private final Identity.Keyholder holder;

        Newcomer(StudentName name, String address, Glyphs glyphs, Identity.Keyholder holder) {
            this.name = name;
            this.address = address;
            this.glyphs = glyphs;
            this.holder = holder;
        }

        JoinStep.FieldPrompt firstPrompt(JoinField field) {
            return prompt(policy.promise(name, glyphs, holder.fingerprint()), field, typed -> policy.obstacle(
                            name, glyphs, typed)
                    .orElseGet(() -> new JoinStep.Right(this::join)));
        }

        private JoinStep.FieldPrompt ownersWordPrompt() {
            return prompt(
                    "The name " + name.written(glyphs)
                            + " is taken. If it is yours, type your word: K on your other machine shows one, and"
                            + " your teacher can make one. If not, log in with another name.",
                    JoinField.OWNERS_WORD,
                    this::checkWord);
        }

        /** Checks a word for a name that was taken. If the name has become free meanwhile, the student joins. */
        private JoinStep checkWord(String typed) {
            return store.named(name)
                    .map(owner -> checkWord(owner, typed))
                    .orElseGet(() -> new JoinStep.Right(this::join));
        }

        /**
         * Checks a word for an account: the one-time word that its owner requested, or the word after a reset. Either
         * adds the key to the account.
         */
        private JoinStep checkWord(Account owner, String typed) {
            Student student = owner.student();
            if (words.redeem(typed, student.id())) {
                return new JoinStep.Right(
                        () -> stepAfter(store.change(student, this::withKey), LogEvent.Add::new, ownersWordPrompt()));
            }
            return owner.word()
                    .filter(kept -> kept.matches(typed, clock.instant()))
                    .<JoinStep>map(kept -> new JoinStep.Right(() -> stepAfter(
                            store.redeem(student, kept, this::withKey), LogEvent.Add::new, ownersWordPrompt())))
                    .orElseGet(() ->
                            new JoinStep.WrongEntry(JoinField.OWNERS_WORD.complaint(), Optional.of(student.id())));
        }

        /** Adds a new student with this key; asks for the owner's word if the name is taken. */
        CompletionStage<JoinStep> join() {
            Optional<JoinStep> refusal = policy.refusal(name, glyphs);
            if (refusal.isPresent()) {
                return JoinStep.completed(refusal.get());
            }
            CompletionStage<Optional<Student>> joined =
                    store.join(policy.spelled(name), this::withKey, clock.instant());
            joined.thenAccept(student -> student.ifPresent(fresh -> joins.add(address, fresh, clock.instant())));
            return stepAfter(
                    joined,
                    LogEvent.Join::new,
                    policy.field().map(this::firstPrompt).orElseGet(this::retryPrompt));
        }

        /** Returns the step if the name was taken, or one that looks like it, while this student joined. */
        private JoinStep stepIfTaken() {
            return policy.refusal(name, glyphs).orElseGet(this::ownersWordPrompt);
        }

        /** Asks whether to try again in a class that asks newcomers for nothing else. */
        private JoinStep.FieldPrompt retryPrompt() {
            return prompt(
                    policy.promise(name, glyphs, holder.fingerprint()),
                    JoinField.RETRY,
                    typed -> typed.strip().equalsIgnoreCase("y")
                            ? new JoinStep.Right(this::join)
                            : retryPrompt().rejected(JoinField.RETRY.complaint()));
        }

        private Account withKey(Account account) {
            return account.and(Set.of(holder.fingerprint()));
        }

        /**
         * Converts the result of the store to a step: the completed login, or the question for the owner's word.
         *
         * @param retry asks again if the store fails
         */
        private CompletionStage<JoinStep> stepAfter(
                CompletionStage<Optional<Student>> stored,
                Function<String, LogEvent> event,
                JoinStep.FieldPrompt retry) {
            return stored.handle((student, fault) -> {
                if (fault != null) {
                    return retry.rejected("You cannot join now; try again in a minute.");
                }
                student.ifPresent(joined -> log.note(event.apply(joined.id())));
                return student.isPresent() ? new JoinStep.LoggedIn(holder) : stepIfTaken();
            });
        }
    }
}
