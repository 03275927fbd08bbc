package dev.nabla.serve;

import dev.nabla.room.RemoteCommands;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.apache.sshd.server.command.Command;

/** Creates the session for a channel: a full-screen tutor, a tutor in text mode, or a single command. */
final class UserSessionFactory {
    private static final int MOST_TEXT_SESSIONS = 32;

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

    UserSessionFactory(
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

    /** Returns a full-screen tutor, or one in text mode for a terminal that cannot show a full screen. */
    Command shell(RestrictedChannel channel) {
        boolean text =
                channel.terminal().isPresent() && channel.displayProfile().isLineByLine();
        return text ? textSession(channel, Optional.empty()) : screenSession(channel);
    }

    /**
     * Returns a tutor in text mode for {@code learn --text} at a terminal, with or without a section. Any other line
     * becomes a command of {@link RemoteCommands}.
     */
    Command command(RestrictedChannel channel, String line) {
        List<String> words = List.of(line.strip().split("\\s+"));
        Optional<String> section =
                words.stream().skip(1).filter(word -> !word.equals("--text")).findFirst();
        boolean text = words.size() <= 3 && words.get(0).equals("learn") && words.contains("--text");
        return text && channel.terminal().isPresent()
                ? textSession(channel, section)
                : new CommandSession(channel, line, users, host, commands, executor, faults);
    }

    private TutorSession screenSession(RestrictedChannel channel) {
        return new TutorSession(channel, admission, dialogue, tutors, hub, scheduler, idle.get(), faults, log);
    }

    private TextSession textSession(RestrictedChannel channel, Optional<String> section) {
        return new TextSession(
                channel, section, textSessions, admission, dialogue, tutors, journals, hub, idle.get(), faults);
    }
}
