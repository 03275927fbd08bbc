package dev.nabla.serve.session;

import dev.nabla.output.ScreenReader;
import dev.nabla.room.RemoteCommands;
import dev.nabla.serve.hub.Hub;
import dev.nabla.serve.hub.Journals;
import dev.nabla.serve.log.AuditLog;
import dev.nabla.serve.log.Faults;
import dev.nabla.serve.login.JoinDialogue;
import dev.nabla.serve.login.UserLookup;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.apache.sshd.server.command.Command;

/** Creates the session for a channel: a full-screen tutor, a tutor in text mode, or a single command. */
public final class UserSessionFactory {
    private static final int MOST_TEXT_SESSIONS = 32;
    private static final String LEARN = "learn";
    private static final String TEXT = "--text";

    private final UserLookup users;
    private final HostIdentity host;
    private final SessionAdmission admission;
    private final JoinDialogue dialogue;
    private final SessionTutors tutors;
    private final Journals journals;
    private final Hub hub;
    private final StepScheduler scheduler;
    private final Supplier<IdleTimer> idle;
    private final RemoteCommands commands;
    private final ScriptExecutor executor;
    private final Faults faults;
    private final AuditLog log;
    private final Semaphore textSessions = new Semaphore(MOST_TEXT_SESSIONS);

    public UserSessionFactory(
            UserLookup users,
            HostIdentity host,
            SessionAdmission admission,
            JoinDialogue dialogue,
            SessionTutors tutors,
            Journals journals,
            Hub hub,
            StepScheduler scheduler,
            Supplier<IdleTimer> idle,
            RemoteCommands commands,
            ScriptExecutor executor,
            Faults faults,
            AuditLog log) {
        this.users = users;
        this.host = host;
        this.admission = admission;
        this.dialogue = dialogue;
        this.tutors = tutors;
        this.journals = journals;
        this.hub = hub;
        this.scheduler = scheduler;
        this.idle = idle;
        this.commands = commands;
        this.executor = executor;
        this.faults = faults;
        this.log = log;
    }

    /** Returns a full-screen tutor, or one in text mode for a terminal or a student that needs sentences. */
    public Command shell(RestrictedChannel channel) {
        followStudent(channel);
        return isTold(channel) ? textSession(channel, TextSession.HOME) : screenSession(channel);
    }

    /**
     * Returns a tutor for {@code learn} at a terminal, if it is asked for in text mode, or for {@code learn
     * --pictures}. Any other line becomes a command of {@link RemoteCommands}.
     */
    public Command command(RestrictedChannel channel, String line) {
        List<String> words = new ArrayList<>(List.of(line.strip().split("\\s+")));
        if (words.equals(List.of(LEARN, UserLookup.PICTURES))
                && channel.terminal().isPresent()) {
            users.forgetScreenReader(channel.getSession());
            return screenSession(channel);
        }
        followStudent(channel);
        boolean kept = words.remove(ScreenReader.OPTION);
        boolean text = words.remove(TEXT) || kept || isTold(channel);
        boolean learns = words.isEmpty() || words.size() <= 2 && words.get(0).equals(LEARN);
        return text && learns && channel.terminal().isPresent()
                ? textSession(
                        channel,
                        new TextSession.TextRequest(words.stream().skip(1).findFirst(), kept))
                : new CommandSession(channel, line, users, host, commands, executor, faults);
    }

    private static boolean isTold(RestrictedChannel channel) {
        return channel.terminal().isPresent() && channel.displayProfile().isLineByLine();
    }

    /** Sets the variable for a screen reader if the student has asked for one, and the client sends none. */
    private void followStudent(RestrictedChannel channel) {
        if (users.hasScreenReader(channel.getSession())) {
            channel.assumeScreenReader();
        }
    }

    private TutorSession screenSession(RestrictedChannel channel) {
        return new TutorSession(channel, admission, dialogue, tutors, hub, scheduler, idle.get(), faults, log);
    }

    private TextSession textSession(RestrictedChannel channel, TextSession.TextRequest request) {
        return new TextSession(
                channel, request, textSessions, admission, dialogue, tutors, journals, hub, idle.get(), faults);
    }
}
