package dev.nabla.serve;

import com.sun.management.UnixOperatingSystemMXBean;
import dev.nabla.math.BadInput;
import dev.nabla.output.ExitCode;
import dev.nabla.output.FaultLog;
import dev.nabla.output.PlainText;
import dev.nabla.room.ClassInfo;
import dev.nabla.room.ClassStore;
import dev.nabla.room.Doorway.Traffic;
import dev.nabla.room.RemoteCommands;
import dev.nabla.room.ServerStatus;
import dev.nabla.room.name.Role;
import dev.nabla.room.name.Student;
import dev.nabla.serve.hub.Hub;
import dev.nabla.serve.hub.Journals;
import dev.nabla.serve.hub.Quotas;
import dev.nabla.serve.log.AuditLog;
import dev.nabla.serve.log.Faults;
import dev.nabla.serve.log.LogBinding;
import dev.nabla.serve.log.LogEvent;
import dev.nabla.serve.login.LoginServices;
import dev.nabla.serve.login.OneTimeWords;
import dev.nabla.serve.login.TeacherKeys;
import dev.nabla.serve.options.ServeException;
import dev.nabla.serve.options.ServeOptions;
import dev.nabla.serve.session.HostIdentity;
import dev.nabla.serve.session.IdleTimer;
import dev.nabla.serve.session.KeepAlive;
import dev.nabla.serve.session.OpenSessions;
import dev.nabla.serve.session.RestrictedChannel;
import dev.nabla.serve.session.ScriptExecutor;
import dev.nabla.serve.session.SessionAdmission;
import dev.nabla.serve.session.SessionTutors;
import dev.nabla.serve.session.StepScheduler;
import dev.nabla.serve.session.UserSessionFactory;
import dev.nabla.tui.RemoteTutorFactory;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.net.BindException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.sshd.server.SshServer;

/** The SSH server of a class, from its start until the last waiting answers are written. */
public final class ClassServer {
    private static final String CLOSED = "nabla: the class is closed; your answers are kept";
    private static final String CLOSED_UNWRITTEN =
            "nabla: the class is closed; answers still wait to be written, and are lost if they cannot be now";
    private static final int STOP_SECONDS = 5;
    /** Interval between two log lines about waiting and rejected connections, in seconds. */
    private static final int TRAFFIC_SECONDS = 60;
    /** The lowest port that a user other than root may open. */
    private static final int LEAST_PORT = 1024;

    /** File descriptors that the server needs for jars, logs and journals. */
    private static final int OWN_FILES = 64;

    private final ServerSetup setup;
    private final HostKey key;
    private final Threads threads = new Threads();
    private final AuditLog log;
    private final Faults faults;
    private final TeacherKeys teachers;
    private final LoginServices logins;
    private final HostIdentity host;
    private final Hub hub;
    private final Journals journals;
    private final StepScheduler scheduler;
    private final ScriptExecutor executor;
    private final BacklogAlarm alarm;
    private final StatusFile status;
    private final SshServer server;

    /**
     * The options and services that a class server runs with.
     *
     * @param folder folder of the class on this machine
     * @param home home folder of the operator, whose {@code .ssh} may hold public keys
     * @param onOpen runs just before the message that the class is open
     * @param out standard output for the operator
     * @param err standard error for the operator
     */
    public record ServerSetup(
            ServeOptions options,
            Path folder,
            Path home,
            HostKey key,
            ClassStore store,
            RemoteTutorFactory tutor,
            RemoteCommands commands,
            FaultLog faults,
            StopSignal stop,
            Runnable onOpen,
            PrintStream out,
            PrintStream err) {}

    private ClassServer(ServerSetup setup) throws ServeException {
        this.setup = setup;
        ServeOptions options = setup.options();
        Path folder = setup.folder();
        ClassStore store = setup.store();
        InstantSource clock = setup.tutor().clock();
        this.key = setup.key();
        this.host = new HostIdentity(StartBanner.hostName(options), key.fingerprint());
        this.log = new AuditLog(
                folder.resolve("log"), options.log(), clock, store.info().zone(), this::complain);
        LogBinding.bind(log);
        this.faults = new Faults(setup.faults(), log, setup.err());

        this.teachers = new TeacherKeys(
                options.teachers().map(Path::of).orElse(folder.resolve("teachers")),
                clock,
                store.info().zone(),
                this::complain);
        this.logins =
                new LoginServices(store, teachers, options.logins(), log, clock, threads.timer(), threads::logins);
        OpenSessions openSessions = new OpenSessions(options.mostSessions());
        SessionAdmission admission = new SessionAdmission(logins, openSessions, log, store, clock);

        Quotas quotas = new Quotas(clock, setup.tutor().days());
        this.hub = new Hub(
                store,
                clock,
                threads.timer(),
                logins.words(),
                log,
                quotas,
                logins.joins(),
                logins.guesses(),
                logins.paused(),
                logins::traffic,
                this::finishedSections);
        this.journals = new Journals(store, setup.tutor().course().id(), quotas, hub);
        this.scheduler = new StepScheduler(
                Runtime.getRuntime().availableProcessors(),
                threads.timer(),
                millis -> log.note(new LogEvent.Slow(millis)));
        this.executor = new ScriptExecutor(threads.timer(), System::nanoTime);
        UserSessionFactory sessions = new UserSessionFactory(
                logins.users(),
                host,
                admission,
                logins.dialogue(),
                new SessionTutors(setup.tutor(), journals, hub, logins.users(), host),
                journals,
                hub,
                scheduler,
                () -> new IdleTimer(options.idleMinutes(), clock),
                setup.commands(),
                executor,
                faults,
                log);

        this.alarm = new BacklogAlarm(store, clock, this::complain);
        this.status = new StatusFile(folder, clock, options.mostSessions(), store, hub, openSessions, scheduler, log);
        store.watch(this::fault);
        this.server = SshTransport.server(options, key.pair(), threads.timer(), log);
        server.setShellFactory(channel -> sessions.shell((RestrictedChannel) channel));
        server.setCommandFactory((channel, line) -> sessions.command((RestrictedChannel) channel, line));
        logins.configure(server, setup.stop()::isRequested);
    }

    /** Returns the ids of the sections that a student has finished; an empty set if the store cannot be read. */
    private Set<String> finishedSections(Student student) {
        RemoteTutorFactory tutor = setup.tutor();
        try {
            return setup.store().done(student, tutor.course(), tutor.clock().instant(), tutor.days());
        } catch (IOException | BadInput unreadable) {
            return Set.of();
        }
    }

    /**
     * Serves a class until a signal stops it.
     *
     * @return {@code OK}, or {@code CANNOT_WRITE} if answers in memory were lost because they could not be written
     * @throws ServeException if the class cannot be opened; the message says why
     */
    public static ExitCode run(ServerSetup setup) throws ServeException {
        ClassServer serving = new ClassServer(setup);
        boolean interrupted = false;
        try {
            serving.open();
            setup.stop().await();
        } catch (InterruptedException stopped) {
            interrupted = true; // restored below: closing must still wait for unwritten entries
        } finally {
            serving.close();
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return serving.alarm.reportUnwritten() ? ExitCode.CANNOT_WRITE : ExitCode.OK;
    }

    private void complain(String line) {
        setup.err().println("nabla: " + PlainText.harmless(line));
    }

    /** Reports a fault of the store to the operator, and to the student whose entry was dropped because of it. */
    private void fault(ClassStore.StoreFault fault) {
        faults.accept(fault.cause());
        fault.student().ifPresent(student -> hub.notifyStudent(student, Journals.ENTRY_DROPPED));
    }

    private void open() throws ServeException {
        ServeOptions options = setup.options();
        List<String> addedKeys = teachers.createFile(setup.home());
        hub.start();
        try {
            server.start();
        } catch (BindException inUse) {
            throw new ServeException(
                    ExitCode.UNAVAILABLE,
                    options.port() < LEAST_PORT && options.port() > 0
                            ? "port " + options.port() + " is taken, or kept for root; type --port 2222"
                            : "port " + options.port() + " is taken; type --port " + (options.port() % 65535 + 1));
        } catch (IOException | RuntimeException unusable) {
            throw new ServeException(ExitCode.UNAVAILABLE, "cannot listen: " + unusable.getMessage());
        }
        setup.stop().listen();
        printStart(addedKeys);
        scheduleTasks();
        log.note(new LogEvent.Open(server.getPort(), key.fingerprint()));
    }

    private void scheduleTasks() {
        Threads.Periodic periodic = threads
        .new Periodic(failure -> log.note(new LogEvent.Store(String.valueOf(failure.getMessage()))), faults);
        periodic.every(1, () -> hub.checkTimeouts(System.nanoTime()));
        periodic.every(KeepAlive.EVERY_SECONDS, () -> server.getActiveSessions().forEach(KeepAlive::ask));
        periodic.every(1, logins::closeSlow);
        periodic.every(60, log::writeCounts);
        periodic.everyBlocking(1, hub::tick);
        periodic.everyBlocking(TRAFFIC_SECONDS, this::noteTraffic);
        periodic.everyBlocking(1, alarm::check);
        periodic.everyBlocking(1, () -> journals.writeHeldPositions(false));
        periodic.everyBlocking(ServerStatus.EVERY.toSeconds(), () -> status.write(server.getPort()));
    }

    private void printStart(List<String> addedKeys) {
        ClassInfo info = setup.store().info();
        if (key.created() && !setup.store().accounts().isEmpty()) {
            complain("the host key was lost and another one was made; ssh will warn everybody, who has to type"
                    + " ssh-keygen -R '[HOST]:" + server.getPort() + "'");
        }
        long files = ManagementFactory.getPlatformMXBean(UnixOperatingSystemMXBean.class)
                .getMaxFileDescriptorCount();
        if (files - OWN_FILES < setup.options().mostSessions()) {
            complain("a process may open " + files + " files here, so " + Math.max(0, files - OWN_FILES)
                    + " sessions fit; type ulimit -n 20000 before");
        }
        String title = PlainText.harmless(info.title());
        int count = teachers.count();
        String message = setup.options().aloud()
                ? StartBanner.lines(
                        title,
                        host.name(),
                        server.getPort(),
                        StartBanner.joining(info, setup.store().roster()),
                        key,
                        teacherLine(count, addedKeys),
                        setup.folder())
                : StartBanner.line(title, server.getPort(), key.fingerprint(), StartBanner.teachers(count));
        setup.onOpen().run();
        setup.out().print(message);
        setup.out().flush();
    }

    private String teacherLine(int count, List<String> addedKeys) {
        if (count == 0) {
            return "teacher: the same with the name teacher, and once, within " + OneTimeWords.TEACHER_MINUTES
                    + " minutes, the word   " + logins.words().issue(Role.TEACHER_NAME, OneTimeWords.TEACHER_MINUTES);
        }
        return StartBanner.teachers(count) + ": the same with the name teacher and a key of "
                + teachers.file()
                + (addedKeys.isEmpty() ? "" : ", where " + String.join(" and ", addedKeys) + " of yours is now");
    }

    /** Refuses new connections, ends all sessions with a message, and writes the waiting entries. */
    private void close() {
        try {
            if (server.isStarted()) {
                boolean unwritten = setup.store()
                        .backlog()
                        .filter(ClassStore.Backlog::inMemory)
                        .isPresent();
                hub.end(unwritten ? CLOSED_UNWRITTEN : CLOSED);
                long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(STOP_SECONDS);
                while (!server.getActiveSessions().isEmpty() && System.nanoTime() < until) {
                    Thread.sleep(10);
                }
                server.stop(true);
            }
        } catch (IOException | InterruptedException failed) {
            // The server ends anyway.
        } finally {
            threads.close();
            executor.close();
            scheduler.close();
            journals.writeHeldPositions(true);
            setup.store().close();
            log.note(new LogEvent.Close());
            log.close();
        }
    }

    private void noteTraffic() {
        Traffic traffic = logins.traffic();
        if (traffic.waited() + traffic.turnedAway() > 0) {
            log.note(new LogEvent.Door(traffic.waited(), traffic.turnedAway()));
        }
    }
}
