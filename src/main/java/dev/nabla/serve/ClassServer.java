package dev.nabla.serve;

import com.sun.management.UnixOperatingSystemMXBean;
import dev.nabla.file.PrivateFile;
import dev.nabla.math.BadInput;
import dev.nabla.output.ExitCode;
import dev.nabla.output.FaultLog;
import dev.nabla.output.Json;
import dev.nabla.output.Text;
import dev.nabla.room.ClassInfo;
import dev.nabla.room.ClassStore;
import dev.nabla.room.Doorway.Traffic;
import dev.nabla.room.Role;
import dev.nabla.room.Scripts;
import dev.nabla.room.ServerStatus;
import dev.nabla.room.Student;
import dev.nabla.serve.options.Hosting;
import dev.nabla.serve.options.Refused;
import dev.nabla.tui.ServedTutor;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.BindException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.apache.sshd.common.AttributeRepository.AttributeKey;
import org.apache.sshd.common.NamedResource;
import org.apache.sshd.common.SshConstants;
import org.apache.sshd.common.compression.BuiltinCompressions;
import org.apache.sshd.common.global.KeepAliveHandler;
import org.apache.sshd.common.kex.KexProposalOption;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.common.session.Session;
import org.apache.sshd.common.session.SessionListener;
import org.apache.sshd.common.util.buffer.Buffer;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.server.ServerBuilder;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.channel.ChannelSessionFactory;
import org.apache.sshd.server.command.Command;
import org.apache.sshd.server.forward.DirectTcpipFactory;
import org.apache.sshd.server.global.NoMoreSessionsHandler;
import org.apache.sshd.server.global.TcpipForwardHandler;
import sun.misc.Signal;

/** A class over SSH, from its opening to the last answer that is safe. */
public final class ClassServer implements SessionListener {
    private static final String CLOSED = "nabla: the class is closed; your answers are kept";
    private static final String CLOSED_BEHIND =
            "nabla: the class is closed; answers still wait to be written, and are lost if they cannot be now";
    /** SHA-1, CBC and short checks; certificates, for nobody has said whose to believe. */
    private static final Pattern WEAK = Pattern.compile("sha1|md5|cbc|-96|^ssh-rsa$|^ssh-dss$|-cert-");

    private static final String KEEP_ALIVE = "keepalive@openssh.com";
    private static final AttributeKey<AtomicInteger> UNANSWERED = new AttributeKey<>();
    /** Whoever has answered nothing for 90 seconds is gone. */
    private static final int MOST_UNANSWERED = 3;

    private static final int KEEP_ALIVE_SECONDS = 30;
    /** A connection whose client answers nothing is closed within this time. */
    static final int LOST_SECONDS = MOST_UNANSWERED * KEEP_ALIVE_SECONDS;

    /** How many connections one key, or one student with a PIN, may have. */
    private static final int MOST_CONNECTIONS = 16;

    private static final int STOP_SECONDS = 5;
    /** Seconds between two lines of the log about the door. */
    private static final int DOOR_SECONDS = 60;
    /** Connections that the kernel holds until they are accepted. */
    private static final int BACKLOG = 1000;

    private static final int LINE_VISITS = 32;
    private static final int SIGNALLED = 128;
    /** The first that anybody may open. */
    private static final int LEAST_PORT = 1024;

    /** Jars, logs, journals. */
    private static final int OWN_FILES = 64;

    private final Premises premises;
    private final Inside inside;
    private final HostKey key;
    private final ScheduledThreadPoolExecutor timer;
    /** A store that is far away may be slow to say who is there, which the timer cannot wait for. */
    private final ScheduledExecutorService second =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "nabla-second"));

    /** Hashes PINs, which takes longer than a network thread may be held. */
    private final ExecutorService logins = new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            task -> new Thread(task, "nabla-logins"),
            new ThreadPoolExecutor.DiscardPolicy());

    private final ScriptTurns scripts;
    private final BacklogAlarm alarm;
    private final Semaphore lines = new Semaphore(LINE_VISITS);
    private final SshServer server;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final Instant since;

    /**
     * Where a class is served.
     *
     * @param folder of what is kept on this machine
     * @param home of whoever starts it
     * @param out for people, like err
     */
    public record Premises(
            Hosting wishes,
            Path folder,
            Path home,
            ClassStore store,
            ServedTutor tutor,
            Scripts scripts,
            FaultLog faults,
            PrintStream out,
            PrintStream err) {}

    private ClassServer(Premises premises) throws Refused {
        this.premises = premises;
        Hosting wishes = premises.wishes();
        Path folder = premises.folder();
        this.key = HostKey.open(wishes.hostKey().map(Path::of).orElse(folder.resolve("host_key")));
        this.timer = new ScheduledThreadPoolExecutor(
                1, task -> new Thread(task, "nabla-timer"), new ThreadPoolExecutor.DiscardPolicy());
        timer.setRemoveOnCancelPolicy(true);
        timer.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        ClassStore store = premises.store();
        ServedTutor tutor = premises.tutor();
        AuditLog log = new AuditLog(
                folder.resolve("log"), wishes.log(), tutor.clock(), store.info().zone(), this::complain);
        LogBinding.to(log);
        LinkWords words = new LinkWords();
        Limits limits = new Limits(System::nanoTime);
        Entrance entrance = new Entrance(System::nanoTime, wishes.logins());
        Quotas quotas = new Quotas(tutor.clock(), tutor.days());
        this.inside = new Inside(
                wishes,
                store,
                tutor,
                premises.scripts(),
                new Login(
                        store,
                        limits,
                        log,
                        tutor.clock(),
                        this::later,
                        session -> entrance.asks(Reception.caller(session))),
                entrance,
                new Teachers(
                        wishes.teachers().map(Path::of).orElse(folder.resolve("teachers")),
                        tutor.clock(),
                        store.info().zone(),
                        this::complain),
                words,
                quotas,
                new Hub(
                        store,
                        tutor.clock(),
                        timer,
                        words,
                        log,
                        quotas,
                        () -> entrance.traffic(limits.wrongLately()),
                        this::done),
                new OpenSessions(wishes.mostSessions()),
                StartMessage.host(wishes),
                key.fingerprint(),
                new Turns(
                        Runtime.getRuntime().availableProcessors(),
                        timer,
                        millis -> log.note(new LogEvent.Slow(millis))),
                ConcurrentHashMap.newKeySet(),
                log,
                this::fault);
        this.scripts = new ScriptTurns(timer, System::nanoTime);
        this.alarm = new BacklogAlarm(store, tutor.clock(), this::complain);
        store.watch(this::fault);
        this.server = server();
        this.since = tutor.clock().instant();
    }

    private Executor later(int seconds) {
        return seconds == 0 ? logins : CompletableFuture.delayedExecutor(seconds, TimeUnit.SECONDS, logins);
    }

    /** What a student is done with; nothing while that cannot be read. */
    private Set<String> done(Student student) {
        ServedTutor tutor = premises.tutor();
        try {
            return premises.store().done(student, tutor.course(), tutor.clock().instant(), tutor.days());
        } catch (IOException | BadInput unreadable) {
            return Set.of();
        }
    }

    /**
     * Serves until it is told to stop.
     *
     * @return OK, or CANNOT_WRITE if answers could not be written in the end
     * @throws Refused with the reason, if it cannot be opened
     */
    public static ExitCode run(Premises premises) throws Refused {
        ClassServer serving = new ClassServer(premises);
        boolean interrupted = false;
        try {
            serving.open();
            serving.stop.await();
        } catch (InterruptedException stopped) {
            interrupted = true; // closing has to wait for what is not written yet
        } finally {
            serving.close();
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return serving.alarm.isLost() ? ExitCode.CANNOT_WRITE : ExitCode.OK;
    }

    private void complain(String line) {
        premises.err().println("nabla: " + Text.harmless(line));
    }

    /** A fault in the store; a student whose entry is not kept for it is told. */
    private void fault(ClassStore.Fault fault) {
        fault(fault.cause());
        fault.student().ifPresent(student -> inside.hub().tell(student, Inside.FAULT));
    }

    private synchronized void fault(Throwable fault) {
        inside.log().note(new LogEvent.Fault(fault.getClass().getName()));
        premises.err().println(premises.faults().tell(fault));
    }

    private SshServer server() {
        SshServer made = ServerBuilder.builder().build();
        Hosting wishes = premises.wishes();
        wishes.listen().ifPresent(made::setHost);
        made.setPort(wishes.port());
        made.setKeyPairProvider(KeyPairProvider.wrap(key.pair()));
        made.setKeyExchangeFactories(strong(made.getKeyExchangeFactories()));
        made.setCipherFactories(strong(made.getCipherFactories()));
        made.setMacFactories(strong(made.getMacFactories()));
        made.setSignatureFactories(strong(made.getSignatureFactories()));
        made.setCompressionFactories(List.of(BuiltinCompressions.none));
        made.setForwardingFilter(Door.nothing(inside.log()));
        made.setGlobalRequestHandlers(
                List.of(KeepAliveHandler.INSTANCE, NoMoreSessionsHandler.INSTANCE, TcpipForwardHandler.INSTANCE));
        made.setChannelFactories(List.of(
                new ChannelSessionFactory() {
                    @Override
                    public Door createChannel(Session session) {
                        return Door.in(session, inside.log()).orElse(null);
                    }
                },
                DirectTcpipFactory.INSTANCE));
        made.setShellFactory(channel -> shell((Door) channel));
        made.setCommandFactory((channel, line) -> command((Door) channel, line));
        made.setSessionFactory(new Reception(made, inside.entrance(), inside.log()));
        made.addSessionListener(this);
        made.setScheduledExecutorService(timer, false);
        inside.login().guard(made);
        CoreModuleProperties.NIO_WORKERS.set(made, 2);
        CoreModuleProperties.SOCKET_BACKLOG.set(made, BACKLOG);
        CoreModuleProperties.WINDOW_SIZE.set(made, 64L * 1024);
        CoreModuleProperties.AUTH_TIMEOUT.set(made, Duration.ofSeconds(Entrance.TYPING_SECONDS));
        CoreModuleProperties.IDLE_TIMEOUT.set(made, Duration.ZERO);
        CoreModuleProperties.SERVER_IDENTIFICATION.set(made, "nabla");
        CoreModuleProperties.TCP_NODELAY.set(made, true);
        return made;
    }

    private static <F extends NamedResource> List<F> strong(List<F> all) {
        return all.stream()
                .filter(factory -> !WEAK.matcher(factory.getName()).find())
                .toList();
    }

    /** Whoever cannot be drawn for is told line by line. */
    private Command shell(Door door) {
        boolean dumb = List.of("", "dumb").contains(door.variables().getOrDefault("TERM", ""));
        return dumb && door.terminal().isPresent()
                ? new LineVisit(inside, door, Optional.empty(), lines)
                : new Visit(inside, door);
    }

    private Command command(Door door, String line) {
        List<String> words = List.of(line.strip().split("\\s+"));
        Optional<String> section =
                words.stream().skip(1).filter(word -> !word.equals("--text")).findFirst();
        boolean told = words.size() <= 3 && words.get(0).equals("learn") && words.contains("--text");
        return told && door.terminal().isPresent()
                ? new LineVisit(inside, door, section, lines)
                : new ScriptVisit(inside, door, line, scripts);
    }

    private void open() throws Refused {
        Hosting wishes = premises.wishes();
        List<String> taken = inside.teachers().begin(premises.home());
        try {
            server.start();
        } catch (BindException taking) {
            throw new Refused(
                    ExitCode.UNAVAILABLE,
                    wishes.port() < LEAST_PORT && wishes.port() > 0
                            ? "port " + wishes.port() + " is taken, or kept for root; type --port 2222"
                            : "port " + wishes.port() + " is taken; type --port " + (wishes.port() % 65535 + 1));
        } catch (IOException | RuntimeException unusable) {
            throw new Refused(ExitCode.UNAVAILABLE, "cannot listen: " + unusable.getMessage());
        }
        for (String name : List.of("INT", "TERM", "HUP")) {
            Signal.handle(new Signal(name), this::stop);
        }
        say(taken);
        every(1, timer, () -> inside.stays().forEach(stay -> stay.look(System.nanoTime())));
        every(KEEP_ALIVE_SECONDS, timer, () -> server.getActiveSessions().forEach(this::keepAlive));
        every(1, timer, inside.entrance()::look);
        every(60, timer, inside.log()::writeCounts);
        every(1, second, inside.hub()::tick);
        every(DOOR_SECONDS, second, this::tellTraffic);
        every(1, second, alarm::look);
        every(1, second, () -> inside.settle(false));
        every(ServerStatus.EVERY.toSeconds(), second, this::tellStatus);
        inside.log().note(new LogEvent.Open(server.getPort(), key.fingerprint()));
    }

    private void say(List<String> taken) {
        ClassInfo info = premises.store().info();
        if (key.fresh() && !premises.store().accounts().isEmpty()) {
            complain("the host key was lost and another one was made; ssh will warn everybody, who has to type"
                    + " ssh-keygen -R '[HOST]:" + server.getPort() + "'");
        }
        long files = ManagementFactory.getPlatformMXBean(UnixOperatingSystemMXBean.class)
                .getMaxFileDescriptorCount();
        if (files - OWN_FILES < premises.wishes().mostSessions()) {
            complain("a process may open " + files + " files here, so " + Math.max(0, files - OWN_FILES)
                    + " sessions fit; type ulimit -n 20000 before");
        }
        String title = Text.harmless(info.title());
        String print = key.fingerprint();
        String door = StartMessage.door(inside.host(), server.getPort(), "YOUR-NAME");
        int teachers = inside.teachers().count();
        String message = premises.wishes().aloud()
                ? StartMessage.lines(title, door, info.code(), print, teaching(teachers, taken), premises.folder())
                : StartMessage.line(title, server.getPort(), print, StartMessage.teachers(teachers));
        premises.out().print(message);
        premises.out().flush();
    }

    private String teaching(int teachers, List<String> taken) {
        if (teachers == 0) {
            return "teacher: the same with the name teacher, and once, within " + LinkWords.TEACHER_MINUTES
                    + " minutes, the word   " + inside.words().make(Role.TEACHER_NAME, LinkWords.TEACHER_MINUTES);
        }
        return StartMessage.teachers(teachers) + ": the same with the name teacher and a key of "
                + inside.teachers().file()
                + (taken.isEmpty() ? "" : ", where " + String.join(" and ", taken) + " of yours is now");
    }

    private void stop(Signal signal) {
        if (stop.getCount() == 0) {
            Runtime.getRuntime().halt(SIGNALLED + signal.getNumber());
        }
        stop.countDown();
    }

    /** Nobody else comes in; everybody has their terminal back and is told; what was answered is written. */
    private void close() {
        try {
            if (server.isStarted()) {
                boolean behind = premises.store()
                        .backlog()
                        .filter(ClassStore.Backlog::inMemory)
                        .isPresent();
                inside.stays().forEach(stay -> stay.end(behind ? CLOSED_BEHIND : CLOSED, ExitCode.OK));
                long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(STOP_SECONDS);
                while (!server.getActiveSessions().isEmpty() && System.nanoTime() < until) {
                    Thread.sleep(10);
                }
                server.stop(true);
            }
        } catch (IOException | InterruptedException gone) {
            // It ends anyway.
        } finally {
            second.shutdownNow();
            timer.shutdown();
            logins.shutdownNow();
            scripts.close();
            inside.turns().close();
            inside.settle(true);
            premises.store().close();
            inside.log().note(new LogEvent.Close());
            inside.log().close();
        }
    }

    // --- Connections

    @Override
    public void sessionCreated(Session session) {
        if (stop.getCount() == 0) {
            session.close(true);
        }
    }

    @Override
    public void sessionNegotiationEnd(
            Session session,
            Map<KexProposalOption, String> clients,
            Map<KexProposalOption, String> servers,
            Map<KexProposalOption, String> agreed,
            Throwable failure) {
        if (failure == null) {
            inside.entrance().agrees(Reception.caller(session));
        }
    }

    /** A known key is in; a new one is asked on its page. */
    @Override
    public void sessionEvent(Session session, Event event) {
        if (event != Event.Authenticated) {
            return;
        }
        Login.Who who = Login.who(session).orElseThrow();
        if (inside.guest(session).isKnown()) {
            inside.entrance().leaves(Reception.caller(session));
        } else {
            inside.entrance().asks(Reception.caller(session));
        }
        long connections = server.getActiveSessions().stream()
                .filter(other -> Login.who(other).filter(who::equals).isPresent())
                .count();
        if (connections > MOST_CONNECTIONS) {
            try {
                String why = "you have " + MOST_CONNECTIONS + " connections to this class; close one first";
                inside.login().refuse(session, why, "connections");
            } catch (IOException gone) {
                session.close(true);
            }
        }
    }

    private void tellTraffic() {
        Traffic traffic = inside.entrance().traffic(0);
        if (traffic.waited() + traffic.turnedAway() > 0) {
            inside.log().note(new LogEvent.Door(traffic.waited(), traffic.turnedAway()));
        }
    }

    // --- Time

    private void every(long seconds, ScheduledExecutorService thread, Runnable work) {
        thread.scheduleWithFixedDelay(
                () -> {
                    try {
                        work.run();
                    } catch (UncheckedIOException away) {
                        inside.log().note(new LogEvent.Store(String.valueOf(away.getMessage())));
                    } catch (RuntimeException | Error fault) {
                        fault(fault);
                    }
                },
                1,
                seconds,
                TimeUnit.SECONDS);
    }

    private void keepAlive(Session session) {
        AtomicInteger unanswered = session.computeAttributeIfAbsent(UNANSWERED, first -> new AtomicInteger());
        if (!session.isAuthenticated()) {
            return;
        }
        if (unanswered.incrementAndGet() >= MOST_UNANSWERED) {
            session.close(true);
            return;
        }
        try {
            Buffer request = session.createBuffer(SshConstants.SSH_MSG_GLOBAL_REQUEST);
            request.putString(KEEP_ALIVE);
            request.putBoolean(true);
            session.request(request, KEEP_ALIVE, (command, answer) -> unanswered.set(0));
        } catch (IOException gone) {
            session.close(true);
        }
    }

    private void tellStatus() {
        Runtime machine = Runtime.getRuntime();
        Optional<ClassStore.Backlog> backlog = premises.store().backlog();
        Map<String, Object> status = Json.members(
                "at", premises.tutor().clock().instant().toString(),
                "since", since.toString(),
                "pid", ProcessHandle.current().pid(),
                "port", server.getPort(),
                "sessions", inside.hub().size(),
                "students", inside.sessions().students(),
                "max_sessions", premises.wishes().mostSessions(),
                "threads", Thread.activeCount(),
                "waited_p50_ms", inside.turns().waited(50),
                "waited_p99_ms", inside.turns().waited(99),
                "last_write", inside.hub().lastWrite().map(Instant::toString).orElse(null),
                "behind_since", backlog.map(waits -> waits.since().toString()).orElse(null),
                "waiting", backlog.map(ClassStore.Backlog::entries).orElse(0),
                "heap_mb", (machine.totalMemory() - machine.freeMemory()) >> 20,
                "max_heap_mb", machine.maxMemory() >> 20);
        try {
            new PrivateFile(premises.folder().resolve(ServerStatus.FILE)).replace(Json.object(status));
        } catch (IOException full) {
            inside.log().note(new LogEvent.Status(String.valueOf(full.getMessage())));
        }
    }
}
