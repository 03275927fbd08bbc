package dev.nabla.serve;

import dev.nabla.line.ClassInWords;
import dev.nabla.line.LineConsole;
import dev.nabla.line.LineTutor;
import dev.nabla.output.ExitCode;
import dev.nabla.progress.Entry;
import dev.nabla.progress.Progress;
import dev.nabla.progress.ProgressRecorder;
import dev.nabla.progress.SentPages;
import dev.nabla.room.Board;
import dev.nabla.room.News;
import dev.nabla.room.News.OnPoll;
import dev.nabla.room.Presence;
import dev.nabla.room.Whereabouts;
import dev.nabla.serve.options.Refused;
import dev.nabla.tutor.Tutor;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.sshd.server.Environment;
import org.apache.sshd.server.channel.ChannelSession;
import org.apache.sshd.server.command.AbstractCommandSupport;
import org.apache.sshd.server.session.ServerSession;

/** Somebody whom the course is told line by line: a thread each, and so not for many at once. */
final class LineVisit extends AbstractCommandSupport implements Hub.Member {
    private final Inside inside;
    private final Door door;
    private final ServerSession session;
    private final Optional<String> section;
    private final Semaphore threads;
    private final Idle idle;
    private final ReentrantLock floor = new ReentrantLock();
    private volatile Board board = Board.EMPTY;
    private volatile Optional<OnPoll> votes = Optional.empty();
    private volatile boolean unheard;
    private volatile Optional<ClassInWords> room = Optional.empty();
    private volatile Guest somebody;
    private final AtomicBoolean over = new AtomicBoolean();
    /** What was told last beside the course. */
    private final AtomicReference<String> told = new AtomicReference<>("");

    /** @param threads how many more may be told line by line */
    LineVisit(Inside inside, Door door, Optional<String> section, Semaphore threads) {
        super("", null);
        this.inside = inside;
        this.door = door;
        this.session = door.getSession();
        this.section = section;
        this.threads = threads;
        this.idle = inside.idle();
    }

    @Override
    public void start(ChannelSession channel, Environment env) {
        if (!threads.tryAcquire()) {
            end("nabla: too many are told line by line now; try again in a few minutes", ExitCode.LATER);
        } else {
            inside.stays().add(this);
            start(this);
        }
    }

    @Override
    public void run() {
        floor.lock();
        try {
            Guest guest = inside.admitted(door, OpenSessions.Kind.TEXT);
            LineConsole console = console();
            Optional<Guest> known = guest.isKnown() ? Optional.of(guest) : join(console);
            known.ifPresent(here -> tell(here, console));
            end("", ExitCode.OK);
        } catch (UncheckedIOException gone) {
            end("", ExitCode.OK);
        } catch (RuntimeException | Error thrown) {
            Refused why = inside.why(thrown);
            end(why.getMessage(), why.exitCode());
        } finally {
            floor.unlock();
            threads.release();
            inside.stays().remove(this);
            inside.hub().leave(this, false);
        }
    }

    private LineConsole console() {
        OutputStream out = getOutputStream();
        return new LineConsole(
                new LineKeys(getInputStream(), out, floor, idle),
                new FilterOutputStream(out) {
                    @Override
                    public void write(int sign) throws IOException {
                        if (sign == '\n') {
                            out.write('\r');
                        }
                        out.write(sign);
                    }
                },
                Inside.look(door.variables()).glyphs().value(),
                door.terminal().filter(told -> told.width() > 0));
    }

    private Optional<Guest> join(LineConsole console) {
        Joining joining = new Joining(
                inside,
                session,
                () -> {
                    throw new IllegalStateException("there is no screen");
                },
                () -> end("That was wrong too often.", ExitCode.USAGE));
        Form.Next next = joining.first().join();
        while (next instanceof Form.Asked asked) {
            console.say(asked.title() + "\n" + asked.words() + "\n" + asked.complaint());
            Optional<String> answer = console.ask(asked.prompt() + " ");
            if (answer.isEmpty()) {
                return Optional.empty();
            }
            next = joining.answer(answer.get()).join();
        }
        return Optional.of(inside.admitted(door, OpenSessions.Kind.TEXT));
    }

    private void tell(Guest guest, LineConsole console) {
        inside.entrance().leaves(Reception.caller(session));
        Instant now = inside.tutor().clock().instant();
        somebody = guest;
        inside.hub().enter(this);
        Progress progress = inside.tutor().progress(inside.done(guest), now);
        ProgressRecorder recorder = new ProgressRecorder(new SentPages(entries -> append(guest, entries)));
        LineTutor tutor =
                new LineTutor(Tutor.of(progress, now), recorder, inside.tutor().clock(), console);
        room = guest.student()
                .map(student -> new ClassInWords(
                        inside.tutor().course(),
                        inside.teacher(guest),
                        deed -> inside.hub().does(this, deed),
                        console));
        room.ifPresent(tutor::in);
        tutor.run(section);
    }

    /**
     * Hands entries to the class. The same reason why they are not kept is told once until they are, here or by the
     * hub.
     */
    private CompletionStage<Void> append(Guest guest, List<Entry> entries) {
        return inside.append(guest, entries)
                .thenRun(() -> {
                    if (inside.store().backlog().isEmpty()) {
                        told.set("");
                    }
                })
                .exceptionallyCompose(why -> isNew(why.getCause().getMessage())
                        ? CompletableFuture.failedStage(why)
                        : CompletableFuture.completedStage(null));
    }

    /** True unless this was told last. */
    private boolean isNew(String words) {
        return !words.equals(told.getAndSet(words));
    }

    /** Whoever does not read keeps nobody waiting. */
    @Override
    public void end(String words, ExitCode code) {
        if (!over.getAndSet(true)) {
            start(() -> {
                say(words);
                getExitCallback().onExit(code.code());
            });
        }
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "nabla-lines");
        thread.setDaemon(true);
        thread.start();
    }

    private void say(String words) {
        try {
            getOutputStream().write((words.isEmpty() ? "" : "\r\n" + words + "\r\n").getBytes(StandardCharsets.UTF_8));
            getOutputStream().flush();
        } catch (IOException gone) {
            // Nobody hears it.
        }
    }

    @Override
    public void look(long nanos) {
        idle.look(nanos, this);
        if (unheard && room.isPresent()) {
            start(() -> hear(room.get()));
        }
    }

    @Override
    public Guest guest() {
        return inside.now(somebody, session);
    }

    /** Of where somebody is in a text nothing is known but that they are here. */
    @Override
    public Optional<Presence> presence() {
        return somebody.student().map(student -> new Presence(student, Whereabouts.HOME, idle.lastKey()));
    }

    @Override
    public void hear(News news) {
        if (news instanceof News.OnPoll count) {
            votes = Optional.of(count);
        } else if (news instanceof News.OnBoard up) {
            board = up.board();
            unheard = true;
        }
    }

    /** Between two lines; who is typing one hears it afterwards. */
    private void hear(ClassInWords told) {
        if (floor.tryLock()) {
            try {
                unheard = false;
                if (told.hear(board, votes)) {
                    unheard = true;
                }
            } catch (UncheckedIOException gone) {
                // Nobody hears it.
            } catch (RuntimeException fault) {
                inside.faults().accept(fault);
            } finally {
                floor.unlock();
            }
        }
    }

    @Override
    public void tell(String words) {
        if (isNew(words)) {
            start(() -> say(words));
        }
    }

    @Override
    public void destroy(ChannelSession channel) throws IOException {
        getInputStream().close();
    }
}
