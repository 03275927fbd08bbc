package dev.nabla.serve.login;

import dev.nabla.room.ClassStore;
import dev.nabla.room.Doorway.Traffic;
import dev.nabla.serve.log.AuditLog;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.IntFunction;
import org.apache.sshd.common.session.Session;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.server.SshServer;

/** Creates what the logins of a class share, and sets up a server with it. */
public final class LoginServices {
    private final OneTimeWords words = new OneTimeWords();
    private final WordGuesses guesses = new WordGuesses();
    private final PausedLogins paused = new PausedLogins();
    private final RecentJoins joins;
    private final UserLookup users;
    private final JoinDialogue dialogue;
    private final TryQueue tries;
    private final LoginQueue queue;
    private final LoginAttempts attempts;
    private final Login login;
    private final AuditLog log;

    /**
     * @param mostPerAddress maximum number of connections from one address that negotiate
     * @param timer runs tasks that do not block
     * @param executorAfter returns an executor that runs tasks of logins after a number of seconds
     */
    public LoginServices(
            ClassStore store,
            TeacherKeys teachers,
            int mostPerAddress,
            AuditLog log,
            InstantSource clock,
            ScheduledExecutorService timer,
            IntFunction<Executor> executorAfter) {
        this.log = log;
        this.joins = new RecentJoins(store);
        this.users = new UserLookup(store, teachers);
        this.tries = new TryQueue(System::nanoTime, (task, nanos) -> timer.schedule(task, nanos, TimeUnit.NANOSECONDS));
        this.queue = new LoginQueue(System::nanoTime, mostPerAddress);
        this.attempts = new LoginAttempts(tries, log, executorAfter);
        JoinPolicy policy = new JoinPolicy(store, guesses, clock);
        this.dialogue =
                new JoinDialogue(store, new KeyJoining(store, policy, joins, teachers, words, log, clock), attempts);
        this.login = new Login(
                new PinJoining(store, policy, joins, words, paused, log, clock, executorAfter),
                attempts,
                log,
                session -> queue.prompted(LoginSessionFactory.connection(session)));
    }

    public OneTimeWords words() {
        return words;
    }

    public WordGuesses guesses() {
        return guesses;
    }

    public PausedLogins paused() {
        return paused;
    }

    public RecentJoins joins() {
        return joins;
    }

    public UserLookup users() {
        return users;
    }

    public JoinDialogue dialogue() {
        return dialogue;
    }

    /**
     * Sets up a server so that every connection goes through the login queue and has to log in.
     *
     * @param closing returns true once no more connections may begin
     */
    public void configure(SshServer server, BooleanSupplier closing) {
        server.setSessionFactory(new LoginSessionFactory(server, queue, log));
        server.addSessionListener(new ConnectionListener(server, users, queue, attempts, closing));
        CoreModuleProperties.AUTH_TIMEOUT.set(server, Duration.ofSeconds(LoginQueue.TYPING_SECONDS));
        login.configure(server);
    }

    /** Frees the place of a connection in the login queue, because its user has logged in and joined. */
    public void leaveQueue(Session session) {
        queue.remove(LoginSessionFactory.connection(session));
    }

    /** Ends the logins that take too long. Called once a second. */
    public void closeSlow() {
        queue.closeSlowLogins();
    }

    /** Returns the logins of the last minute that waited, were refused or were wrong. */
    public Traffic traffic() {
        return queue.traffic(tries.wrongInLastMinute());
    }
}
