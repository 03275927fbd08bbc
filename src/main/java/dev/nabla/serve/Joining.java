package dev.nabla.serve;

import dev.nabla.room.Account;
import dev.nabla.room.ClassCode;
import dev.nabla.room.Name;
import dev.nabla.room.Role;
import dev.nabla.room.Student;
import dev.nabla.serve.Form.Asked;
import dev.nabla.serve.Form.Next;
import dev.nabla.serve.Form.Opened;
import dev.nabla.tui.term.Program;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.sshd.server.session.ServerSession;

/**
 * The page for a key that nobody knows yet: it asks for the class code, and then the name before the @ is this key's; for a name
 * that is taken it asks for the word of its owner, for a teacher for the word of the start.
 */
final class Joining {
    private final Inside inside;
    private final ServerSession session;
    private final Login.Who.Keyholder holder;
    private final Supplier<Program> opened;
    private final Runnable enough;
    /** Before the @; empty for a teacher. */
    private final Optional<Name> name;

    private boolean coded;
    private Asked asked;

    /**
     * @param opened makes what somebody sees who has joined
     * @param enough is told that there were too many wrong tries
     */
    Joining(Inside inside, ServerSession session, Supplier<Program> opened, Runnable enough) {
        this.inside = inside;
        this.session = session;
        this.holder = (Login.Who.Keyholder) Login.who(session).orElseThrow();
        this.name = Optional.of(session.getUsername())
                .filter(user -> !user.equalsIgnoreCase(Role.TEACHER_NAME))
                .map(Name::new);
        this.opened = opened;
        this.enough = enough;
    }

    /** The first question; where there is no code, what comes of joining. */
    CompletableFuture<Next> first() {
        String title = inside.store().info().title();
        coded = inside.store().info().code().isEmpty();
        asked = name.isEmpty()
                ? new Asked(
                        title,
                        "You come as the teacher with a key that is none of a teacher's.",
                        "Word of the start:",
                        "")
                : new Asked(
                        title,
                        "Welcome, " + name.get()
                                + ". This key is new here; once the code is right, it is how you come in,"
                                + " and the name is yours.",
                        "Class code:",
                        "");
        return coded && name.isPresent() ? join() : done(asked);
    }

    CompletableFuture<Next> answer(String typed) {
        if (name.isEmpty()) {
            return inside.words().take(typed, Role.TEACHER_NAME)
                    ? right(this::teacher)
                    : wrong("word", Optional.empty());
        }
        if (!coded) {
            coded = inside.store()
                    .info()
                    .code()
                    .filter(code -> !ClassCode.is(code, typed))
                    .isEmpty();
            return coded ? right(this::join) : wrong("code", Optional.empty());
        }
        return inside.store().named(name.get()).map(owner -> word(owner, typed)).orElseGet(() -> right(this::join));
    }

    /** The word of a student who is here already, or of one whom the teacher has reset. */
    private CompletableFuture<Next> word(Account owner, String typed) {
        Student student = owner.student();
        if (inside.words().take(typed, student.id())) {
            return right(() -> after(inside.store().change(student, this::mine), LogEvent.Add::new));
        }
        return owner.word()
                .filter(kept -> kept.matches(typed, inside.tutor().clock().instant()))
                .map(kept -> right(() -> after(inside.store().redeem(student, kept, this::mine), LogEvent.Add::new)))
                .orElseGet(() -> wrong("word", Optional.of(student.id())));
    }

    private static CompletableFuture<Next> done(Next next) {
        return CompletableFuture.completedFuture(next);
    }

    private CompletableFuture<Next> right(Supplier<CompletableFuture<Next>> next) {
        return inside.login().right(session).thenCompose(any -> next.get()).toCompletableFuture();
    }

    private CompletableFuture<Next> wrong(String what, Optional<String> id) {
        return inside.login()
                .wrong(session, id)
                .thenApply(last -> {
                    if (last) {
                        enough.run();
                    }
                    return (Next) asked.again("That is not the " + what + ".");
                })
                .toCompletableFuture();
    }

    private CompletableFuture<Next> teacher() {
        try {
            inside.teachers().add(holder.key());
            inside.log().note(new LogEvent.Teacher(holder.fingerprint().text()));
            return done(new Opened(opened));
        } catch (IOException unwritable) {
            return done(asked.again("Your key cannot be kept: " + unwritable.getMessage()));
        }
    }

    private CompletableFuture<Next> join() {
        return after(
                inside.store()
                        .join(name.get(), this::mine, inside.tutor().clock().instant()),
                LogEvent.Join::new);
    }

    private Account mine(Account account) {
        return account.and(Set.of(holder.fingerprint()));
    }

    private CompletableFuture<Next> after(
            CompletionStage<Optional<Student>> outcome, Function<String, LogEvent> event) {
        return outcome.handle((came, fault) -> {
                    if (fault != null) {
                        return asked.again("You cannot join now; try again in a minute.");
                    }
                    if (came.isPresent()) {
                        inside.log().note(event.apply(came.get().id()));
                        return new Opened(opened);
                    }
                    asked = new Asked(
                            asked.title(),
                            name.get() + " is taken here. If it is you, type your word: on your other machine K shows"
                                    + " one, and your teacher can draw one. If not, leave, and come with another name.",
                            "Its word:",
                            "");
                    return (Next) asked;
                })
                .toCompletableFuture();
    }
}
