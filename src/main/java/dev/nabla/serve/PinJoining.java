package dev.nabla.serve;

import dev.nabla.math.BadInput;
import dev.nabla.room.Account;
import dev.nabla.room.Account.AccountPlace;
import dev.nabla.room.ClassStore;
import dev.nabla.room.Pin;
import dev.nabla.room.ResetWord;
import dev.nabla.room.Role;
import dev.nabla.room.SaltedHash;
import dev.nabla.room.Student;
import dev.nabla.room.StudentName;
import dev.nabla.room.WrongPins;
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
 * Login of a student without a key, by the class code, or the word of the roster, and a PIN. A student with a new name
 * chooses a PIN. A student who has forgotten the PIN types the word of a {@link ResetWord} in its place, and then
 * chooses another PIN. A student who has joined on another machine may type the word that it shows instead.
 */
final class PinJoining {
    /** Pause after an attempt at an account that was stored with the account, in seconds. */
    private static final int STORED_PAUSE_SECONDS = 1;
    /** Pause after an attempt at an account that could not be stored, as on a full disk, in seconds. */
    private static final int UNSTORED_PAUSE_SECONDS = 60;

    private static final String PIN_OR_WORD = "type its PIN, or its word";

    private final ClassStore store;
    private final JoinPolicy policy;
    private final RecentJoins joins;
    private final OneTimeWords words;
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

    /**
     * Stores the salted hash of a chosen PIN. Returns empty if the name was taken, or the word used, in the meantime.
     */
    private interface PinStorer extends Function<String, CompletionStage<Optional<Student>>> {}

    /** @param executorAfter returns an executor that runs tasks after a number of seconds */
    PinJoining(
            ClassStore store,
            JoinPolicy policy,
            RecentJoins joins,
            OneTimeWords words,
            AuditLog log,
            InstantSource clock,
            IntFunction<Executor> executorAfter) {
        this.store = store;
        this.policy = policy;
        this.joins = joins;
        this.words = words;
        this.log = log;
        this.clock = clock;
        this.executorAfter = executorAfter;
    }

    /**
     * Returns the first question to a client; a refusal if the name is invalid or reserved for teachers.
     *
     * @param address network address of the client
     * @param complaint message about the answers of the attempt before; may be empty
     */
    JoinStep first(String user, String address, String complaint) {
        if (user.equalsIgnoreCase(Role.TEACHER_NAME)) {
            return new JoinStep.JoinRefused(
                    "a teacher comes in with a key only; make one with ssh-keygen", "teacher without key");
        }
        try {
            StudentName name = new StudentName(user);
            return new JoinStep.FieldPrompt(
                    policy.advice(),
                    complaint,
                    Stream.concat(policy.fields().stream(), Stream.of(JoinField.PIN))
                            .toList(),
                    typed -> checkAnswers(name, address, typed));
        } catch (BadInput bad) {
            return new JoinStep.JoinRefused(bad.getMessage(), "name");
        }
    }

    private CompletionStage<JoinStep> checkAnswers(StudentName name, String address, List<String> typed) {
        if (typed.size() != policy.fields().size() + 1) {
            return JoinStep.completed(new JoinStep.WrongEntry("", Optional.empty()));
        }
        Optional<JoinStep> obstacle = typed.size() > 1 ? policy.obstacle(name, typed.get(0)) : policy.refusal(name);
        if (obstacle.isPresent()) {
            return JoinStep.completed(obstacle.get());
        }
        String secret = typed.get(typed.size() - 1).strip();
        Optional<Account> known = store.named(name);
        if (known.isPresent()) {
            String id = known.get().student().id();
            return afterEarlierAttempts(id, () -> store.account(id)
                    .map(account -> checkAccount(account, address, secret))
                    .orElseGet(() -> PinAttempt.withoutPause(new JoinStep.WrongEntry("", Optional.empty()))));
        }
        PinStorer join = hash -> join(name, hash, address);
        return JoinStep.completed(Pin.complaint(secret)
                .map(why -> choosePrompt(join, LoginDelay.TRIES_PER_CONNECTION, why))
                .orElseGet(() -> repeatPrompt(join, LoginDelay.TRIES_PER_CONNECTION, secret)));
    }

    /** Adds a new student. Returns empty if the name was taken meanwhile, or may not join any more. */
    private CompletionStage<Optional<Student>> join(StudentName name, String hash, String address) {
        if (policy.refusal(name).isPresent()) {
            return CompletableFuture.completedFuture(Optional.empty());
        }
        CompletionStage<Optional<Student>> joined =
                store.join(policy.spelled(name), account -> withPin(account, hash, address), clock.instant());
        joined.thenAccept(student -> student.ifPresent(fresh -> joins.add(address, fresh, clock.instant())));
        return joined;
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

    private CompletionStage<PinAttempt> checkAccount(Account account, String address, String secret) {
        Student student = account.student();
        if (words.redeem(secret, student.id())) {
            PinStorer chosen = hash -> store.change(student, known -> withPin(known, hash, address));
            return PinAttempt.withoutPause(choosePrompt(
                    chosen,
                    LoginDelay.TRIES_PER_CONNECTION,
                    "That is the word. Choose a PIN for " + student.name() + "."));
        }
        Optional<ResetWord> word = account.word().filter(kept -> kept.matches(secret, clock.instant()));
        if (word.isPresent()) {
            PinStorer reset = hash -> store.redeem(student, word.get(), known -> withPin(known, hash, address));
            return PinAttempt.withoutPause(
                    choosePrompt(reset, LoginDelay.TRIES_PER_CONNECTION, "That is the word. Choose another PIN now."));
        }
        return account.pin()
                .filter(hash -> Pin.isPin(secret))
                .map(hash -> checkPin(account, hash, AccountPlace.of(student, address), secret))
                .orElseGet(() -> PinAttempt.withoutPause(
                        account.pin().isPresent()
                                ? taken(
                                        student,
                                        "that is neither its PIN, which has 4 to 12 digits, nor its word",
                                        PIN_OR_WORD)
                                : taken(student, "has no PIN", "type its word in place of the PIN")));
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

    private CompletionStage<PinAttempt> checkPin(Account account, String hash, AccountPlace place, String typed) {
        Student student = account.student();
        WrongPins wrong = account.wrongPins();
        if (wrong.isBlocked()) {
            return PinAttempt.withoutPause(new JoinStep.JoinRefused(
                    "there were " + WrongPins.SLEEP_AFTER + " wrong PINs for " + student.name()
                            + ", so no PIN works; ask your teacher for a word that does",
                    "PIN asleep"));
        }
        Instant now = clock.instant();
        Duration pause = wrong.pause(account.places().contains(place), now);
        if (!pause.isZero()) {
            return PinAttempt.withoutPause(new JoinStep.JoinRefused(
                    "there were " + wrong.inARow() + " wrong PINs for " + student.name() + "; try again in "
                            + LoginDelay.inWords(pause),
                    "PIN pause"));
        }
        if (SaltedHash.matches(typed, hash)) {
            JoinStep in = new JoinStep.LoggedIn(new Identity.PinHolder(student, hash));
            Account after = account.cameFrom(place);
            return after.equals(account)
                    ? PinAttempt.withoutPause(in)
                    : store.change(student, known -> known.cameFrom(place))
                            .handle((kept, fault) -> new PinAttempt(in, STORED_PAUSE_SECONDS));
        }
        JoinStep refused = taken(student, "that is not its PIN", PIN_OR_WORD);
        return store.change(student, known -> known.guarded(known.wrongPins().another(now)))
                .handle((kept, fault) ->
                        new PinAttempt(refused, fault == null ? STORED_PAUSE_SECONDS : UNSTORED_PAUSE_SECONDS));
    }

    /**
     * Asks for a new PIN twice, because a PIN that is typed unseen may be mistyped.
     *
     * @param left number of attempts that are left
     */
    private JoinStep choosePrompt(PinStorer storer, int left, String why) {
        return new JoinStep.FieldPrompt(
                "",
                why,
                List.of(JoinField.NEW_PIN, JoinField.SAME_PIN),
                typed -> typed.size() == 2
                        ? storeOrAskAgain(
                                storer, left, typed.get(0).strip(), typed.get(1).strip())
                        : JoinStep.completed(new JoinStep.WrongEntry("", Optional.empty())));
    }

    /**
     * Asks a new student to type the chosen PIN once more.
     *
     * @param left number of attempts that are left
     */
    private JoinStep repeatPrompt(PinStorer storer, int left, String pin) {
        return new JoinStep.FieldPrompt(
                "The name is free. This PIN will let you in from now on; do not take your phone's.",
                "",
                List.of(JoinField.SAME_PIN),
                typed -> typed.size() == 1
                        ? storeOrAskAgain(storer, left, pin, typed.get(0).strip())
                        : JoinStep.completed(new JoinStep.WrongEntry("", Optional.empty())));
    }

    private CompletionStage<JoinStep> storeOrAskAgain(PinStorer storer, int left, String pin, String repeated) {
        Optional<String> complaint = Pin.complaint(pin)
                .or(() -> pin.equals(repeated) ? Optional.empty() : Optional.of(JoinField.SAME_PIN.complaint()));
        if (complaint.isPresent()) {
            return JoinStep.completed(
                    left > 1
                            ? choosePrompt(storer, left - 1, complaint.get())
                            : new JoinStep.JoinRefused("no PIN was chosen; come again", "no PIN"));
        }
        return CompletableFuture.supplyAsync(() -> SaltedHash.of(pin), executorAfter.apply(0))
                .thenCompose(hash -> storer.apply(hash).thenApply(kept -> kept.map(student -> loggedIn(student, hash))
                        .orElseGet(() -> new JoinStep.JoinRefused(
                                "somebody else was faster: the name is taken, or the word was used", "too late"))));
    }

    private JoinStep loggedIn(Student student, String hash) {
        log.note(new LogEvent.Pin(student.id()));
        return new JoinStep.LoggedIn(new Identity.PinHolder(student, hash));
    }
}
