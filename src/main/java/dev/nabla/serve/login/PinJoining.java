package dev.nabla.serve.login;

import dev.nabla.frame.Glyphs;
import dev.nabla.math.BadInput;
import dev.nabla.room.ClassStore;
import dev.nabla.room.account.Account;
import dev.nabla.room.account.Account.AccountPlace;
import dev.nabla.room.account.Pin;
import dev.nabla.room.account.ResetWord;
import dev.nabla.room.account.SaltedHash;
import dev.nabla.room.account.ThreeWords;
import dev.nabla.room.account.WrongPins;
import dev.nabla.room.name.Role;
import dev.nabla.room.name.Student;
import dev.nabla.room.name.StudentName;
import dev.nabla.serve.log.AuditLog;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Login of a student without a key, by the class code, or the word of the roster, and a PIN or three words. A student
 * with a new name makes a {@link PinChoice}. A student who has forgotten PIN or words types the word of a {@link
 * ResetWord} in their place, and then makes another choice. A student who has joined on another machine may type the
 * word that it shows instead.
 */
final class PinJoining {
    /** Pause after an attempt at an account that was stored with the account, in seconds. */
    private static final int STORED_PAUSE_SECONDS = 1;
    /** Pause after an attempt at an account that could not be stored, as on a full disk, in seconds. */
    private static final int UNSTORED_PAUSE_SECONDS = 60;

    /** A client shows the prompts of a login by itself, so names stand whole in them. */
    private static final Glyphs WHOLE = Glyphs.BRAILLE;

    private static final String WRONG = "that is neither its PIN nor its three words";
    private static final String TO_TYPE = "type its PIN, its three words or a one-time word";

    private final ClassStore store;
    private final JoinPolicy policy;
    private final RecentJoins joins;
    private final OneTimeWords words;
    private final PausedLogins paused;
    private final AuditLog log;
    private final InstantSource clock;
    private final IntFunction<Executor> executorAfter;
    /**
     * The end of the last attempt at each account, until its pause is over, by student id. Attempts at the same account
     * run one after another, so that each wrong PIN is counted.
     */
    private final Map<String, CompletableFuture<?>> attempts = new ConcurrentHashMap<>();

    /**
     * The result of an attempt at an account.
     *
     * @param pauseSeconds seconds until the next attempt at the same account may begin
     */
    private record PinAttempt(JoinStep step, int pauseSeconds) {
        static CompletionStage<PinAttempt> withoutPause(JoinStep step) {
            return CompletableFuture.completedFuture(new PinAttempt(step, 0));
        }
    }

    /** The prompt for a PIN during a pause. It has the word, since not every client shows the sentence above it. */
    private record PausedPin(String word) implements JoinStep.Field {
        @Override
        public String prompt() {
            return "Tell your teacher the word " + word + ", then type your PIN:";
        }

        @Override
        public boolean isShown() {
            return false;
        }

        @Override
        public boolean isSecret() {
            return true;
        }
    }

    /** @param executorAfter returns an executor that runs tasks after a number of seconds */
    PinJoining(
            ClassStore store,
            JoinPolicy policy,
            RecentJoins joins,
            OneTimeWords words,
            PausedLogins paused,
            AuditLog log,
            InstantSource clock,
            IntFunction<Executor> executorAfter) {
        this.store = store;
        this.policy = policy;
        this.joins = joins;
        this.words = words;
        this.paused = paused;
        this.log = log;
        this.clock = clock;
        this.executorAfter = executorAfter;
    }

    /**
     * Returns the first question to a client; a refusal if the name is invalid or reserved for teachers.
     *
     * @param complaint message about the answers of the attempt before; may be empty
     */
    JoinStep first(String user, LoginClient client, String complaint) {
        if (user.equalsIgnoreCase(Role.TEACHER_NAME)) {
            return new JoinStep.JoinRefused(
                    "a teacher comes in with a key only; make one with ssh-keygen", "teacher without key");
        }
        try {
            StudentName name = new StudentName(user);
            return new JoinStep.FieldPrompt(
                    policy.advice(),
                    complaint,
                    Stream.<JoinStep.Field>concat(policy.fields().stream(), Stream.of(JoinField.PIN))
                            .toList(),
                    typed -> checkAnswers(name, client, typed));
        } catch (BadInput bad) {
            return new JoinStep.JoinRefused(bad.getMessage(), "name");
        }
    }

    private CompletionStage<JoinStep> checkAnswers(StudentName name, LoginClient client, List<String> typed) {
        if (typed.size() != policy.fields().size() + 1) {
            return JoinStep.completed(new JoinStep.WrongEntry("", Optional.empty()));
        }
        Optional<JoinStep> obstacle =
                typed.size() > 1 ? policy.obstacle(name, WHOLE, typed.get(0)) : policy.refusal(name, WHOLE);
        if (obstacle.isPresent()) {
            return JoinStep.completed(obstacle.get());
        }
        String secret = typed.get(typed.size() - 1).strip();
        Optional<Account> known = store.named(name);
        if (known.isPresent()) {
            return checkSecret(known.get(), client, secret);
        }
        PinChoice choice = choice(hash -> join(name, hash, client.address()));
        return JoinStep.completed(
                secret.isEmpty() ? choice.ask("The name " + name + " is free.") : choice.askToRepeat(secret));
    }

    /** Adds a new student. Returns empty if the name was taken meanwhile, or may not join any more. */
    private CompletionStage<Optional<Student>> join(StudentName name, String hash, String address) {
        if (policy.refusal(name, WHOLE).isPresent()) {
            return CompletableFuture.completedFuture(Optional.empty());
        }
        CompletionStage<Optional<Student>> joined =
                store.join(policy.spelled(name), account -> withPin(account, hash, address), clock.instant());
        joined.thenAccept(student -> student.ifPresent(fresh -> joins.add(address, fresh, clock.instant())));
        return joined;
    }

    private PinChoice choice(Function<String, CompletionStage<Optional<Student>>> storer) {
        return new PinChoice(storer, log, executorAfter.apply(0));
    }

    private CompletionStage<JoinStep> afterEarlierAttempts(String id, Supplier<CompletionStage<PinAttempt>> work) {
        CompletableFuture<?> ended = new CompletableFuture<>();
        CompletableFuture<?> before = attempts.put(id, ended);
        CompletionStage<PinAttempt> attempt = (before == null ? CompletableFuture.completedFuture(null) : before)
                .thenComposeAsync(any -> work.get(), executorAfter.apply(0));
        attempt.whenComplete(
                (done, fault) -> endAfter(id, ended, fault == null ? done.pauseSeconds() : UNSTORED_PAUSE_SECONDS));
        return attempt.thenApply(PinAttempt::step);
    }

    private void endAfter(String id, CompletableFuture<?> ended, int seconds) {
        Runnable next = () -> {
            attempts.remove(id, ended);
            ended.complete(null);
        };
        if (seconds == 0) {
            next.run();
        } else {
            executorAfter.apply(seconds).execute(next);
        }
    }

    /** Checks what was typed for an account. A word that the server has drawn is checked whatever PINs were wrong. */
    private CompletionStage<JoinStep> checkSecret(Account account, LoginClient client, String secret) {
        Student student = account.student();
        if (words.redeem(secret, student.id())) {
            PinChoice choice = choice(hash -> store.change(student, known -> withPin(known, hash, client.address())));
            return JoinStep.completed(choice.ask("That is the word. Choose a PIN for " + student.name() + "."));
        }
        Optional<ResetWord> word = account.word().filter(kept -> kept.matches(secret, clock.instant()));
        if (word.isPresent()) {
            PinChoice choice =
                    choice(hash -> store.redeem(student, word.get(), known -> withPin(known, hash, client.address())));
            return JoinStep.completed(choice.ask("That is the word. Choose another PIN now."));
        }
        if (account.pin().isEmpty()) {
            return JoinStep.completed(taken(student, "has no PIN", "type a one-time word in place of the PIN"));
        }
        Optional<String> threeWords = ThreeWords.plain(secret);
        if (threeWords.isPresent()) {
            return SaltedHash.matches(threeWords.get(), account.pin().get())
                    ? enter(account, account.pin().get(), client).thenApply(PinAttempt::step)
                    : JoinStep.completed(taken(student, WRONG, TO_TYPE));
        }
        return Pin.isPin(secret)
                ? tryPin(student, client, secret, TryQueue.TRIES_PER_CONNECTION)
                : JoinStep.completed(taken(
                        student,
                        "that is neither a PIN of 4 to 12 digits, nor three words, nor its one-time word",
                        TO_TYPE));
    }

    /** @param left number of times that the client may still be told to wait for the teacher */
    private CompletionStage<JoinStep> tryPin(Student student, LoginClient client, String typed, int left) {
        return afterEarlierAttempts(student.id(), () -> store.account(student.id())
                .filter(account -> account.pin().isPresent())
                .map(account -> checkPin(account, client, typed, left))
                .orElseGet(() -> PinAttempt.withoutPause(new JoinStep.WrongEntry("", Optional.empty()))));
    }

    /**
     * Returns the step after a wrong PIN or word. The right code was typed before, so it may tell of the account.
     *
     * @param toType what the owner of the name types
     */
    private static JoinStep taken(Student student, String why, String toType) {
        return new JoinStep.WrongEntry(
                "The name " + student.name() + " is taken, and " + why + ". If the name is yours, " + toType
                        + ": K on your other machine shows one, and your teacher can make one. If not, log in with"
                        + " another name.",
                Optional.of(student.id()));
    }

    private static Account withPin(Account account, String hash, String address) {
        return account.pinned(Optional.of(hash)).cameFrom(AccountPlace.of(account.student(), address));
    }

    private CompletionStage<PinAttempt> checkPin(Account account, LoginClient client, String typed, int left) {
        Student student = account.student();
        WrongPins wrong = account.wrongPins();
        if (wrong.isBlocked()) {
            return PinAttempt.withoutPause(new JoinStep.JoinRefused(
                    "there were " + WrongPins.SLEEP_AFTER + " wrong PINs for " + student.name()
                            + ", so no PIN works; ask your teacher for a word that does",
                    "PIN asleep"));
        }
        Instant now = clock.instant();
        Duration pause = wrong.pause(account.places().contains(AccountPlace.of(student, client.address())), now);
        boolean exempt = paused.of(client, student)
                .filter(login -> wrong.exempts(login.word(), now))
                .isPresent();
        if (!pause.isZero() && !exempt) {
            return PinAttempt.withoutPause(askTeacher(account, pause, client, left));
        }
        String hash = account.pin().orElseThrow();
        if (SaltedHash.matches(typed, hash)) {
            return enter(account, hash, client);
        }
        return store.change(student, known -> known.guarded(known.wrongPins().another(now)))
                .handle((kept, fault) -> new PinAttempt(
                        taken(student, WRONG, TO_TYPE), fault == null ? STORED_PAUSE_SECONDS : UNSTORED_PAUSE_SECONDS));
    }

    /** Returns the prompt during a pause: a PIN is checked there once a teacher has let this login in. */
    private JoinStep askTeacher(Account account, Duration pause, LoginClient client, int left) {
        Student student = account.student();
        String why = "there were " + account.wrongPins().inARow() + " wrong PINs for " + student.name();
        String word = paused.word(client, student, clock.instant());
        return left == 0
                ? new JoinStep.JoinRefused(why + "; try again in " + WrongPins.inWords(pause), "PIN pause")
                : new JoinStep.FieldPrompt(
                        "Wait: " + why + ". Your teacher can let you in at once by the word " + word
                                + ". Else try again in " + WrongPins.inWords(pause) + ".",
                        "",
                        List.of(new PausedPin(word)),
                        typed -> typed.size() == 1
                                ? tryPin(student, client, typed.get(0).strip(), left - 1)
                                : JoinStep.completed(new JoinStep.WrongEntry("", Optional.empty())));
    }

    private CompletionStage<PinAttempt> enter(Account account, String hash, LoginClient client) {
        paused.remove(client);
        AccountPlace place = AccountPlace.of(account.student(), client.address());
        JoinStep in = new JoinStep.LoggedIn(new Identity.PinHolder(account.student(), hash));
        return account.cameFrom(place).equals(account)
                ? PinAttempt.withoutPause(in)
                : store.change(account.student(), known -> known.cameFrom(place))
                        .handle((kept, fault) -> new PinAttempt(in, STORED_PAUSE_SECONDS));
    }
}
