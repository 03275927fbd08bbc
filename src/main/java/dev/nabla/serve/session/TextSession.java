package dev.nabla.serve.session;

import dev.nabla.line.LineConsole;
import dev.nabla.line.LineTutor;
import dev.nabla.output.ExitCode;
import dev.nabla.progress.Entry;
import dev.nabla.room.ClassEvent;
import dev.nabla.room.LearnerLocation;
import dev.nabla.room.Presence;
import dev.nabla.serve.hub.ActiveSession;
import dev.nabla.serve.hub.Hub;
import dev.nabla.serve.hub.Journals;
import dev.nabla.serve.log.Faults;
import dev.nabla.serve.login.AuthenticatedUser;
import dev.nabla.serve.login.Identity;
import dev.nabla.serve.login.JoinDialogue;
import dev.nabla.serve.login.JoinStep;
import dev.nabla.serve.options.ServeException;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.sshd.server.Environment;
import org.apache.sshd.server.channel.ChannelSession;
import org.apache.sshd.server.command.AbstractCommandSupport;
import org.apache.sshd.server.session.ServerSession;

/** A session in text mode. Each needs a thread of its own, so only a few can be open. */
final class TextSession extends AbstractCommandSupport implements ActiveSession {
    private final RestrictedChannel channel;
    private final ServerSession session;
    private final TextRequest request;
    private final Semaphore permits;
    private final SessionAdmission admission;
    private final JoinDialogue dialogue;
    private final SessionTutors tutors;
    private final Journals journals;
    private final Hub hub;
    private final IdleTimer idle;
    private final Faults faults;
    private final ReentrantLock printLock = new ReentrantLock();
    /** The newest event of each kind. */
    private final Map<Class<?>, ClassEvent> events = new ConcurrentHashMap<>();

    private volatile boolean boardPending;
    private volatile Optional<LineTutor> tutor = Optional.empty();
    private volatile AuthenticatedUser user;
    private volatile LearnerLocation location = LearnerLocation.HOME;
    private final AtomicBoolean over = new AtomicBoolean();
    /** The last message to the user that was not about the course. */
    private final AtomicReference<String> lastMessage = new AtomicReference<>("");

    /** The request to go on where the student was. */
    static final TextRequest HOME = new TextRequest(Optional.empty(), false);

    /**
     * What the student asked for.
     *
     * @param section id of the section to open; empty to resume
     * @param kept whether later sessions of the student are in text mode, too
     */
    record TextRequest(Optional<String> section, boolean kept) {}

    /** @param permits one permit for each session in text mode that may still be opened */
    TextSession(
            RestrictedChannel channel,
            TextRequest request,
            Semaphore permits,
            SessionAdmission admission,
            JoinDialogue dialogue,
            SessionTutors tutors,
            Journals journals,
            Hub hub,
            IdleTimer idle,
            Faults faults) {
        super("", null);
        this.channel = channel;
        this.session = channel.getSession();
        this.request = request;
        this.permits = permits;
        this.admission = admission;
        this.dialogue = dialogue;
        this.tutors = tutors;
        this.journals = journals;
        this.hub = hub;
        this.idle = idle;
        this.faults = faults;
    }

    @Override
    public void start(ChannelSession ignored, Environment env) {
        if (!permits.tryAcquire()) {
            end("nabla: too many are told line by line now; try again in a few minutes", ExitCode.LATER);
        } else {
            hub.connect(this);
            startThread(this);
        }
    }

    @Override
    public void run() {
        printLock.lock();
        try {
            AuthenticatedUser admitted = admission.admit(channel, OpenSessions.SessionKind.TEXT);
            LineConsole console = console();
            Optional<AuthenticatedUser> known = admitted.isKnown() ? Optional.of(admitted) : join(console);
            known.ifPresent(joinedUser -> runTutor(joinedUser, console));
            end("", ExitCode.OK);
        } catch (UncheckedIOException disconnected) {
            end("", ExitCode.OK);
        } catch (RuntimeException | Error thrown) {
            ServeException why = faults.refusal(thrown);
            end(why.getMessage(), why.exitCode());
        } finally {
            printLock.unlock();
            permits.release();
            hub.leave(this, false);
        }
    }

    private LineConsole console() {
        OutputStream out = getOutputStream();
        return new LineConsole(
                new RawLineInput(getInputStream(), out, printLock, idle),
                new FilterOutputStream(out) {
                    @Override
                    public void write(int sign) throws IOException {
                        if (sign == '\n') {
                            out.write('\r');
                        }
                        out.write(sign);
                    }
                },
                channel.displayProfile().glyphs().value(),
                channel.terminal().filter(size -> size.width() > 0));
    }

    /** Asks a user with a new key to join. Returns empty if the input ends before that. */
    private Optional<AuthenticatedUser> join(LineConsole console) {
        TextJoinView view = new TextJoinView();
        Optional<JoinStep.FieldPrompt> prompt = waitFor(dialogue.first(
                        session, channel.displayProfile().glyphs().value()))
                .show(view);
        while (prompt.isPresent()) {
            JoinStep.FieldPrompt question = prompt.get();
            console.say(dialogue.title() + "\n" + question.words() + "\n" + question.complaint());
            Optional<String> answer = console.ask(question.prompt() + " ");
            if (answer.isEmpty()) {
                return Optional.empty();
            }
            prompt = waitFor(dialogue.answer(session, question, answer.get())).show(view);
        }
        return view.refused ? Optional.empty() : Optional.of(admission.admit(channel, OpenSessions.SessionKind.TEXT));
    }

    private static JoinStep waitFor(CompletionStage<JoinStep> step) {
        return step.toCompletableFuture().join();
    }

    /** A view whose methods return the next question, or empty once the user has joined or the session ends. */
    private final class TextJoinView implements JoinStep.JoinView<Optional<JoinStep.FieldPrompt>> {
        private JoinStep.FieldPrompt asked;
        private boolean refused;

        @Override
        public Optional<JoinStep.FieldPrompt> ask(JoinStep.FieldPrompt question) {
            asked = question;
            return Optional.of(question);
        }

        @Override
        public Optional<JoinStep.FieldPrompt> identified(Identity identity) {
            return Optional.empty();
        }

        @Override
        public Optional<JoinStep.FieldPrompt> wrong(String why) {
            return ask(asked.rejected(why));
        }

        @Override
        public Optional<JoinStep.FieldPrompt> tooOften() {
            end(JoinStep.TOO_OFTEN, ExitCode.USAGE);
            return ask(asked);
        }

        @Override
        public Optional<JoinStep.FieldPrompt> turnAway(String why, String logged) {
            end(why, ExitCode.USAGE);
            refused = true;
            return Optional.empty();
        }

        @Override
        public Optional<JoinStep.FieldPrompt> refuse(String why, String logged) {
            return ask(asked.rejected(why));
        }
    }

    private void runTutor(AuthenticatedUser user, LineConsole console) {
        admission.leaveQueue(session);
        this.user = user;
        hub.join(this);
        tutors.keyOffer(user).ifPresent(console::say);
        if (request.kept()) {
            user.student().map(tutors::keepScreenReader).ifPresent(console::say);
        }
        LineTutor lines = tutors.textTutor(user, this, session, entries -> append(user, entries), console)
                .reporting(here -> location = here);
        tutor = Optional.of(lines);
        lines.run(request.section());
    }

    /**
     * Appends entries to the journal. The same reason for a failure is printed once, here or by the hub, until entries
     * are written again.
     */
    private CompletionStage<Void> append(AuthenticatedUser user, List<Entry> entries) {
        return journals.append(user, entries)
                .thenRun(() -> {
                    if (journals.hasWrittenAll()) {
                        lastMessage.set("");
                    }
                })
                .exceptionallyCompose(why -> isNew(why.getCause().getMessage())
                        ? CompletableFuture.failedStage(why)
                        : CompletableFuture.completedStage(null));
    }

    /** Returns whether a message differs from the last one, and stores it as the last one. */
    private boolean isNew(String words) {
        return !words.equals(lastMessage.getAndSet(words));
    }

    /** Ends the session once, in a new thread, so that a client that does not read blocks no caller. */
    @Override
    public void end(String words, ExitCode code) {
        if (!over.getAndSet(true)) {
            startThread(() -> {
                say(words);
                getExitCallback().onExit(code.code());
            });
        }
    }

    private static void startThread(Runnable work) {
        Thread thread = new Thread(work, "nabla-lines");
        thread.setDaemon(true);
        thread.start();
    }

    private void say(String words) {
        try {
            getOutputStream().write((words.isEmpty() ? "" : "\r\n" + words + "\r\n").getBytes(StandardCharsets.UTF_8));
            getOutputStream().flush();
        } catch (IOException disconnected) {
            // The client is gone.
        }
    }

    @Override
    public void checkTimeout(long nanos) {
        idle.check(nanos, this);
        if (boardPending && tutor.isPresent()) {
            startThread(this::printClassNews);
        }
    }

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
        events.put(event.getClass(), event);
        if (!(event instanceof ClassEvent.OnPoll)) {
            boardPending = true;
        }
    }

    /** Prints news of the class. While the user is typing a line, a later call prints it. */
    private void printClassNews() {
        if (printLock.tryLock()) {
            try {
                boardPending = false;
                if (tutor.orElseThrow().hear(events.values())) {
                    boardPending = true;
                }
            } catch (UncheckedIOException disconnected) {
                // The client is gone.
            } catch (RuntimeException fault) {
                faults.accept(fault);
            } finally {
                printLock.unlock();
            }
        }
    }

    @Override
    public void notifyUser(String words) {
        if (isNew(words)) {
            startThread(() -> say(words));
        }
    }

    @Override
    public void warnUser(String words) {
        startThread(() -> say(words));
    }

    @Override
    public void destroy(ChannelSession ignored) throws IOException {
        getInputStream().close();
    }
}
