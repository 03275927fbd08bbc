package dev.nabla.serve.session;

import dev.nabla.frame.Glyphs;
import dev.nabla.frame.Size;
import dev.nabla.output.DisplayProfile;
import dev.nabla.output.ExitCode;
import dev.nabla.room.ClassEvent;
import dev.nabla.room.LearnerLocation;
import dev.nabla.room.Presence;
import dev.nabla.serve.hub.ActiveSession;
import dev.nabla.serve.hub.Hub;
import dev.nabla.serve.log.AuditLog;
import dev.nabla.serve.log.Faults;
import dev.nabla.serve.log.LogEvent;
import dev.nabla.serve.login.AuthenticatedUser;
import dev.nabla.serve.login.JoinDialogue;
import dev.nabla.serve.login.JoinPage;
import dev.nabla.serve.options.ServeException;
import dev.nabla.tui.RemoteTutorFactory;
import dev.nabla.tui.term.Program;
import dev.nabla.tui.term.RemoteSession;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.sshd.common.io.IoOutputStream;
import org.apache.sshd.common.util.buffer.ByteArrayBuffer;
import org.apache.sshd.server.Environment;
import org.apache.sshd.server.channel.ChannelSession;
import org.apache.sshd.server.session.ServerSession;

/**
 * A full-screen session: a {@link RemoteSession} that is connected to a channel. Input stays in the window of the
 * channel until a step has consumed it. At most one write is in progress.
 */
final class TutorSession extends AsyncSession implements RemoteSession.RemoteOutput, ActiveSession {
    private static final long WRITE_TIMEOUT = TimeUnit.SECONDS.toNanos(30);
    private static final long JOIN_TIMEOUT = TimeUnit.MINUTES.toNanos(2);

    private final SessionAdmission admission;
    private final JoinDialogue dialogue;
    private final SessionTutors tutors;
    private final Hub hub;
    private final StepScheduler scheduler;
    private final Faults faults;
    private final AuditLog log;
    private final ServerSession session;
    private final long begun = System.nanoTime();
    private final IdleTimer idle;
    private AuthenticatedUser user;
    private Size size;
    private volatile RemoteSession remote;
    private volatile StepScheduler.SessionTurn turn;
    private volatile boolean joined;
    private volatile long writeStarted;
    private volatile LearnerLocation location = LearnerLocation.HOME;

    TutorSession(
            RestrictedChannel channel,
            SessionAdmission admission,
            JoinDialogue dialogue,
            SessionTutors tutors,
            Hub hub,
            StepScheduler scheduler,
            IdleTimer idle,
            Faults faults,
            AuditLog log) {
        super(channel);
        this.session = channel.getSession();
        this.admission = admission;
        this.dialogue = dialogue;
        this.tutors = tutors;
        this.hub = hub;
        this.scheduler = scheduler;
        this.idle = idle;
        this.faults = faults;
        this.log = log;
        channel.onResize(this::resized);
    }

    @Override
    public void start(ChannelSession ignored, Environment env) {
        if (channel.terminal().isEmpty()) {
            say(err, "nabla: the tutor needs a terminal; type ssh -t, or a command like solve softmax", ExitCode.USAGE);
            return;
        }
        size = channel.terminal().get();
        DisplayProfile look = channel.displayProfile();
        try {
            user = admission.admit(channel, OpenSessions.SessionKind.SCREEN);
            start(user.isKnown() ? startTutor(look) : joinPage(look));
        } catch (RuntimeException thrown) {
            ServeException why = faults.refusal(thrown);
            say(out, why.getMessage(), why.exitCode());
        }
    }

    private void start(Program program) {
        remote = new RemoteSession(program, size.width(), size.height(), this, faults);
        if (joined) {
            remote.sayAtQuit(tutors.wordsAtQuit(user, session));
        }
        turn = scheduler.new SessionTurn(remote::step);
        hub.connect(this);
        if (joined) {
            hub.join(this);
        }
        user.student()
                .filter(owner -> !owner.name().isSpelled(session.getUsername()))
                .ifPresent(owner -> notifyUser("This key is " + owner.name().written(glyphs()) + "'s."));
        turn.wake();
    }

    private Program joinPage(DisplayProfile look) {
        return new JoinPage(
                dialogue.title(),
                dialogue.first(session, glyphs()),
                (prompt, typed) -> dialogue.answer(session, prompt, typed),
                () -> tutorAfterJoining(look),
                this::turnAway,
                look);
    }

    private Glyphs glyphs() {
        return channel.displayProfile().glyphs().value();
    }

    private void turnAway(String why, Optional<String> logged) {
        logged.ifPresent(reason -> log.countRefused(session.getRemoteAddress(), reason));
        end(why, ExitCode.USAGE);
    }

    /** Returns the tutor of a student who has just joined, or an empty page if the session cannot begin and ends. */
    private Program tutorAfterJoining(DisplayProfile look) {
        try {
            user = admission.admit(channel, OpenSessions.SessionKind.SCREEN);
            Program tutor = startTutor(look);
            remote.sayAtQuit(tutors.wordsAtQuit(user, session));
            hub.join(this);
            return tutor;
        } catch (RuntimeException thrown) {
            ServeException why = faults.refusal(thrown);
            end(why.getMessage(), why.exitCode());
            return JoinPage.empty(look);
        }
    }

    private Program startTutor(DisplayProfile look) {
        joined = true;
        admission.leaveQueue(session);
        log.note(new LogEvent.Enter(user.id(), log.address(session.getRemoteAddress())));
        return tutors.screenTutor(user, this, session, look, now -> location = now);
    }

    /** Prints a message and ends the session. */
    private void say(IoOutputStream where, String words, ExitCode code) {
        say(where, words + "\n", () -> exit(code.code()));
    }

    // --- The channel

    @Override
    public int data(ChannelSession ignored, byte[] bytes, int start, int length) {
        long now = System.nanoTime();
        idle.restart(now);
        if (remote != null) {
            remote.typed(Arrays.copyOfRange(bytes, start, start + length), now);
            return 0;
        }
        return length;
    }

    /** Called when the input has ended. */
    @Override
    public void close() {
        if (remote != null) {
            remote.ended();
        }
    }

    private void resized(Size now) {
        if (remote != null) {
            remote.resized(now.width(), now.height());
        }
    }

    @Override
    public void destroy(ChannelSession ignored) {
        if (remote != null) {
            remote.disconnected();
        }
    }

    @Override
    public void write(byte[] bytes, Runnable written) {
        writeStarted = System.nanoTime();
        try {
            out.writeBuffer(new ByteArrayBuffer(bytes)).addListener(done -> {
                writeStarted = 0;
                if (!done.isWritten()) {
                    remote.disconnected();
                }
                written.run();
            });
        } catch (IOException | RuntimeException closed) {
            remote.disconnected();
            written.run();
        }
    }

    @Override
    public void consumed(int bytes) {
        try {
            channel.getLocalWindow().release(bytes);
        } catch (IOException closed) {
            remote.disconnected();
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
        hub.leave(this, code == 0);
        log.note(new LogEvent.Leave(user.id(), code));
        exit(code);
    }

    /** Restores the terminal, prints a message and ends the session. */
    @Override
    public void end(String words, ExitCode code) {
        remote.leave(words, code.code());
    }

    /**
     * Ends the session if it has timed out: after 30 s in which the client took nothing of a write, two minutes in
     * which a user with a new key did not join, or the idle time.
     */
    @Override
    public void checkTimeout(long now) {
        long started = writeStarted;
        if (started != 0 && now - started > WRITE_TIMEOUT) {
            log.note(new LogEvent.Cut(user.id(), "nobody reads"));
            session.close(true);
        } else if (!joined && now - begun > JOIN_TIMEOUT) {
            end("Two minutes are over; come again.", ExitCode.USAGE);
        } else {
            idle.check(now, this);
        }
    }

    // --- The class

    @Override
    public AuthenticatedUser user() {
        return admission.withCurrentRole(user, session);
    }

    @Override
    public Optional<Presence> presence() {
        return user.student().map(student -> new Presence(student, location, idle.lastInput()));
    }

    @Override
    public void onEvent(ClassEvent event) {
        remote.post(new RemoteTutorFactory.ClassEventInput(event));
    }

    @Override
    public void notifyUser(String words) {
        onEvent(new ClassEvent.ServerMessage(words));
    }
}
