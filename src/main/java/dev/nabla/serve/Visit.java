package dev.nabla.serve;

import dev.nabla.frame.Size;
import dev.nabla.output.DisplayProfile;
import dev.nabla.output.ExitCode;
import dev.nabla.room.News;
import dev.nabla.room.Presence;
import dev.nabla.room.Student;
import dev.nabla.room.Whereabouts;
import dev.nabla.serve.options.Refused;
import dev.nabla.tui.ServedTutor;
import dev.nabla.tui.screen.Classroom;
import dev.nabla.tui.term.Program;
import dev.nabla.tui.term.Seat;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.sshd.common.io.IoOutputStream;
import org.apache.sshd.common.util.buffer.ByteArrayBuffer;
import org.apache.sshd.server.Environment;
import org.apache.sshd.server.channel.ChannelSession;
import org.apache.sshd.server.session.ServerSession;

/**
 * Somebody at a terminal: a {@link Seat} at the end of a channel. What is typed waits in the channel's window until a step has
 * taken it; at most one write is under way.
 */
final class Visit extends Wire implements Seat.Line, Hub.Member {
    private static final long UNANSWERED = TimeUnit.SECONDS.toNanos(30);
    private static final long TO_JOIN = TimeUnit.MINUTES.toNanos(2);

    private final Inside inside;
    private final ServerSession session;
    private final long begun = System.nanoTime();
    private final Idle idle;
    private Guest guest;
    private Size size;
    private volatile Seat seat;
    private volatile Turns.Turn turn;
    private volatile boolean joined;
    private volatile long writing;
    private volatile Whereabouts where = Whereabouts.HOME;

    Visit(Inside inside, Door door) {
        super(door);
        this.inside = inside;
        this.session = door.getSession();
        this.idle = inside.idle();
    }

    @Override
    public void start(ChannelSession channel, Environment env) {
        if (door.terminal().isEmpty()) {
            say(err, "nabla: the tutor needs a terminal; type ssh -t, or a command like solve softmax", ExitCode.USAGE);
            return;
        }
        size = door.terminal().get();
        DisplayProfile look = Inside.look(door.variables());
        try {
            guest = inside.admitted(door, OpenSessions.Kind.SCREEN);
            sit(guest.isKnown() ? tutor(look) : form(look));
        } catch (RuntimeException thrown) {
            Refused why = inside.why(thrown);
            say(out, why.getMessage(), why.exitCode());
        }
    }

    private void sit(Program program) {
        seat = new Seat(program, size.width(), size.height(), this, inside.faults());
        turn = inside.turns().new Turn(seat::step);
        inside.stays().add(this);
        if (joined) {
            inside.hub().enter(this);
        }
        guest.student()
                .filter(owner -> !owner.name().isSpelled(session.getUsername()))
                .ifPresent(owner -> tell("This key is " + owner.name() + "'s."));
        turn.wake();
    }

    private Program form(DisplayProfile look) {
        Joining joining = new Joining(
                inside, session, () -> opened(look), () -> end("That was wrong too often.", ExitCode.USAGE));
        return new Form(joining.first(), joining::answer, look);
    }

    /** The tutor of a student who has just joined; if the session cannot begin, an empty page until it has ended. */
    private Program opened(DisplayProfile look) {
        try {
            guest = inside.admitted(door, OpenSessions.Kind.SCREEN);
            Program tutor = tutor(look);
            inside.hub().enter(this);
            return tutor;
        } catch (RuntimeException thrown) {
            Refused why = inside.why(thrown);
            end(why.getMessage(), why.exitCode());
            return new Form(new CompletableFuture<>(), typed -> new CompletableFuture<>(), look);
        }
    }

    private Program tutor(DisplayProfile look) {
        joined = true;
        inside.entrance().leaves(Reception.caller(session));
        inside.log().note(new LogEvent.Enter(guest.id(), inside.log().address(session.getRemoteAddress())));
        Classroom.Member self = new Classroom.Member(
                guest.role(),
                guest.student().map(Student::id).orElse(""),
                inside.teacher(guest),
                inside.door(session, "NAME"),
                inside.fingerprint());
        return inside.tutor()
                .program(
                        inside.done(guest),
                        entries -> inside.append(guest, entries),
                        look,
                        Optional.of(new ServedTutor.Place(
                                self, deed -> inside.hub().does(this, deed), now -> where = now)));
    }

    /** A sentence, and the end. */
    private void say(IoOutputStream where, String words, ExitCode code) {
        say(where, words + "\n", () -> exit(code.code()));
    }

    // --- The channel

    @Override
    public int data(ChannelSession channel, byte[] bytes, int start, int length) {
        long now = System.nanoTime();
        idle.typed(now);
        if (seat != null) {
            seat.typed(Arrays.copyOfRange(bytes, start, start + length), now);
            return 0;
        }
        return length;
    }

    /** Nothing more is typed. */
    @Override
    public void close() {
        if (seat != null) {
            seat.ended();
        }
    }

    void resized(int columns, int rows) {
        if (seat != null) {
            seat.resized(Math.max(0, columns), Math.max(0, rows));
        }
    }

    @Override
    public void destroy(ChannelSession channel) {
        if (seat != null) {
            seat.gone();
        }
    }

    @Override
    public void write(byte[] bytes, Runnable written) {
        writing = System.nanoTime();
        try {
            out.writeBuffer(new ByteArrayBuffer(bytes)).addListener(done -> {
                writing = 0;
                if (!done.isWritten()) {
                    seat.gone();
                }
                written.run();
            });
        } catch (IOException | RuntimeException closed) {
            seat.gone();
            written.run();
        }
    }

    @Override
    public void taken(int bytes) {
        try {
            door.getLocalWindow().release(bytes);
        } catch (IOException closed) {
            seat.gone();
        }
    }

    @Override
    public void wake() {
        if (turn != null) {
            turn.wake();
        }
    }

    @Override
    public void end(int code) {
        inside.stays().remove(this);
        inside.hub().leave(this, code == 0);
        inside.log().note(new LogEvent.Leave(guest.id(), code));
        exit(code);
    }

    /** Gives the terminal back, says this and ends. */
    @Override
    public void end(String words, ExitCode code) {
        seat.leave(words, code.code());
    }

    /** Once a second: a write that nobody takes ends it, and so does who types nothing, a minute after being told. */
    @Override
    public void look(long now) {
        long unanswered = writing;
        if (unanswered != 0 && now - unanswered > UNANSWERED) {
            inside.log().note(new LogEvent.Cut(guest.id(), "nobody reads"));
            session.close(true);
        } else if (!joined && now - begun > TO_JOIN) {
            end("Two minutes are over; come again.", ExitCode.USAGE);
        } else {
            idle.look(now, this);
        }
    }

    // --- The class

    @Override
    public Guest guest() {
        return inside.now(guest, session);
    }

    @Override
    public Optional<Presence> presence() {
        return guest.student().map(student -> new Presence(student, where, idle.lastKey()));
    }

    @Override
    public void hear(News news) {
        seat.heard(new ServedTutor.Told(news));
    }

    @Override
    public void tell(String words) {
        hear(new News.Words(words));
    }
}
