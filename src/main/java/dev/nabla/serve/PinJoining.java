package dev.nabla.serve;

import dev.nabla.math.BadInput;
import dev.nabla.room.Account;
import dev.nabla.room.Account.AccountPlace;
import dev.nabla.room.ClassInfo;
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

/**
 * Login of a student without a key, by the class code and a PIN. A new name chooses a PIN. A student who has forgotten
 * the PIN types the word of a {@link ResetWord} in its place, and then chooses another PIN.
 */
final class PinJoining {
    /** Seconds between two tries at one account, if the first one was stored. */
    private static final int COUNTED_SECONDS = 1;
    /** Seconds between two tries at one account, if a wrong one could not be stored, as on a full disk. */
    private static final int UNCOUNTED_SECONDS = 60;

    private final ClassStore store;
    private final AuditLog log;
    private final InstantSource clock;
    private final IntFunction<Executor> later;
    /**
     * The last try at each account that is being tried, by student id. Parallel tries run one after another, so that
     * each is counted.
     */
    private final Map<String, CompletableFuture<?>> trying = new ConcurrentHashMap<>();

    /**
     * The result of a try at an account.
     *
     * @param rest seconds until the next try at the same account may begin
     */
    private record Tried(JoinStep step, int rest) {
        static CompletionStage<Tried> at(JoinStep step) {
            return CompletableFuture.completedFuture(new Tried(step, 0));
        }
    }

    /**
     * Stores the salted hash of a chosen PIN. Returns empty if the name was taken, or the word used, in the meantime.
     */
    private interface Keep extends Function<String, CompletionStage<Optional<Student>>> {}

    /** @param later returns an executor that runs tasks after a number of seconds */
    PinJoining(ClassStore store, AuditLog log, InstantSource clock, IntFunction<Executor> later) {
        this.store = store;
        this.log = log;
        this.clock = clock;
        this.later = later;
    }

    /**
     * Returns the first question to a client, or a refusal if the name is invalid or that of teachers.
     *
     * @param address network address of the client
     */
    JoinStep first(String user, String address) {
        if (user.equalsIgnoreCase(Role.TEACHER_NAME)) {
            return new JoinStep.JoinRefused(
                    "a teacher comes in with a key only; make one with ssh-keygen", "teacher without key");
        }
        try {
            StudentName name = new StudentName(user);
            return new JoinStep.FieldPrompt(
                    "",
                    "",
                    store.info().code().isPresent()
                            ? List.of(JoinField.CLASS_CODE, JoinField.PIN)
                            : List.of(JoinField.PIN),
                    typed -> answered(name, address, typed));
        } catch (BadInput bad) {
            return new JoinStep.JoinRefused(bad.getMessage(), "name");
        }
    }

    private CompletionStage<JoinStep> answered(StudentName name, String address, List<String> typed) {
        ClassInfo info = store.info();
        if (typed.size() != (info.code().isPresent() ? 2 : 1) || !info.hasCode(typed.get(0))) {
            return JoinStep.completed(new JoinStep.WrongEntry(Optional.empty()));
        }
        String secret = typed.get(typed.size() - 1).strip();
        Optional<Account> known = store.named(name);
        if (known.isPresent()) {
            String id = known.get().student().id();
            return inTurn(id, () -> store.account(id)
                    .map(account -> known(account, address, secret))
                    .orElseGet(() -> Tried.at(new JoinStep.WrongEntry(Optional.empty()))));
        }
        Keep join = hash -> store.join(name, account -> pinned(account, hash, address), clock.instant());
        return JoinStep.completed(Pin.complaint(secret)
                .map(why -> choose(join, LoginDelay.TRIES_PER_CONNECTION, why))
                .orElseGet(() -> repeat(join, LoginDelay.TRIES_PER_CONNECTION, secret)));
    }

    private CompletionStage<JoinStep> inTurn(String id, Supplier<CompletionStage<Tried>> work) {
        CompletableFuture<?> over = new CompletableFuture<>();
        CompletableFuture<?> before = trying.put(id, over);
        CompletionStage<Tried> tried = (before == null ? CompletableFuture.completedFuture(null) : before)
                .thenComposeAsync(any -> work.get(), later.apply(0));
        tried.whenComplete((done, fault) -> rest(id, over, fault == null ? done.rest() : UNCOUNTED_SECONDS));
        return tried.thenApply(Tried::step);
    }

    private void rest(String id, CompletableFuture<?> over, int seconds) {
        Runnable next = () -> {
            trying.remove(id, over);
            over.complete(null);
        };
        if (seconds == 0) {
            next.run();
        } else {
            later.apply(seconds).execute(next);
        }
    }

    private CompletionStage<Tried> known(Account account, String address, String secret) {
        Student student = account.student();
        Optional<ResetWord> word = account.word().filter(kept -> kept.matches(secret, clock.instant()));
        if (word.isPresent()) {
            Keep reset = hash -> store.redeem(student, word.get(), known -> pinned(known, hash, address));
            return Tried.at(
                    choose(reset, LoginDelay.TRIES_PER_CONNECTION, "That is the word. Choose another PIN now."));
        }
        return account.pin()
                .filter(hash -> Pin.isPin(secret))
                .map(hash -> pin(account, hash, AccountPlace.of(student, address), secret))
                .orElseGet(() -> Tried.at(new JoinStep.WrongEntry(Optional.of(student.id()))));
    }

    private static Account pinned(Account account, String hash, String address) {
        return account.pinned(Optional.of(hash)).cameFrom(AccountPlace.of(account.student(), address));
    }

    private CompletionStage<Tried> pin(Account account, String hash, AccountPlace place, String typed) {
        Student student = account.student();
        WrongPins wrong = account.wrongPins();
        if (wrong.isBlocked()) {
            return Tried.at(new JoinStep.JoinRefused(
                    "there were " + WrongPins.SLEEP_AFTER + " wrong PINs for " + student.name()
                            + ", so no PIN works; ask your teacher for a word that does",
                    "PIN asleep"));
        }
        Instant now = clock.instant();
        Duration pause = wrong.pause(account.places().contains(place), now);
        if (!pause.isZero()) {
            return Tried.at(new JoinStep.JoinRefused(
                    "there were " + wrong.inARow() + " wrong PINs for " + student.name() + "; try again in "
                            + spoken(pause),
                    "PIN pause"));
        }
        if (SaltedHash.matches(typed, hash)) {
            JoinStep in = new JoinStep.LoggedIn(new Identity.PinHolder(student, hash));
            Account after = account.cameFrom(place);
            return after.equals(account)
                    ? Tried.at(in)
                    : store.change(student, known -> known.cameFrom(place))
                            .handle((kept, fault) -> new Tried(in, COUNTED_SECONDS));
        }
        JoinStep refused = new JoinStep.WrongEntry(Optional.of(student.id()));
        return store.change(student, known -> known.guarded(known.wrongPins().another(now)))
                .handle((kept, fault) -> new Tried(refused, fault == null ? COUNTED_SECONDS : UNCOUNTED_SECONDS));
    }

    private static String spoken(Duration pause) {
        long seconds = pause.plusMillis(999).toSeconds();
        return seconds <= 60 ? seconds + " s" : (seconds + 59) / 60 + " min";
    }

    /**
     * Asks for a new PIN twice, because a PIN that is typed unseen may be mistyped.
     *
     * @param left number of attempts that are left
     */
    private JoinStep choose(Keep keep, int left, String why) {
        return new JoinStep.FieldPrompt(
                "",
                why,
                List.of(JoinField.NEW_PIN, JoinField.SAME_PIN),
                typed -> typed.size() == 2
                        ? chosen(keep, left, typed.get(0).strip(), typed.get(1).strip())
                        : JoinStep.completed(new JoinStep.WrongEntry(Optional.empty())));
    }

    /**
     * Asks a new student to type the chosen PIN once more.
     *
     * @param left number of attempts that are left
     */
    private JoinStep repeat(Keep keep, int left, String pin) {
        return new JoinStep.FieldPrompt(
                "The name is free. This PIN will let you in from now on; do not take your phone's.",
                "",
                List.of(JoinField.SAME_PIN),
                typed -> typed.size() == 1
                        ? chosen(keep, left, pin, typed.get(0).strip())
                        : JoinStep.completed(new JoinStep.WrongEntry(Optional.empty())));
    }

    private CompletionStage<JoinStep> chosen(Keep keep, int left, String pin, String again) {
        Optional<String> complaint = Pin.complaint(pin)
                .or(() -> pin.equals(again) ? Optional.empty() : Optional.of(JoinField.SAME_PIN.complaint()));
        if (complaint.isPresent()) {
            return JoinStep.completed(
                    left > 1
                            ? choose(keep, left - 1, complaint.get())
                            : new JoinStep.JoinRefused("no PIN was chosen; come again", "no PIN"));
        }
        return CompletableFuture.supplyAsync(() -> SaltedHash.of(pin), later.apply(0))
                .thenCompose(hash -> keep.apply(hash).thenApply(kept -> kept.map(student -> admitted(student, hash))
                        .orElseGet(() -> new JoinStep.JoinRefused(
                                "somebody else was faster: the name is taken, or the word was used", "too late"))));
    }

    private JoinStep admitted(Student student, String hash) {
        log.note(new LogEvent.Pin(student.id()));
        return new JoinStep.LoggedIn(new Identity.PinHolder(student, hash));
    }
}
