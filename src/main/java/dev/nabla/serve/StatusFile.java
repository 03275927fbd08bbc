package dev.nabla.serve;

import dev.nabla.file.PrivateFile;
import dev.nabla.output.Json;
import dev.nabla.room.ClassStore;
import dev.nabla.room.ServerStatus;
import dev.nabla.serve.hub.Hub;
import dev.nabla.serve.log.AuditLog;
import dev.nabla.serve.log.LogEvent;
import dev.nabla.serve.session.OpenSessions;
import dev.nabla.serve.session.StepScheduler;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** The status file of the server, which {@code nabla class status} reads. */
final class StatusFile {
    private final Path file;
    private final InstantSource clock;
    private final int mostSessions;
    private final ClassStore store;
    private final Hub hub;
    private final OpenSessions sessions;
    private final StepScheduler scheduler;
    private final AuditLog log;
    private final Instant since;

    StatusFile(
            Path folder,
            InstantSource clock,
            int mostSessions,
            ClassStore store,
            Hub hub,
            OpenSessions sessions,
            StepScheduler scheduler,
            AuditLog log) {
        this.file = folder.resolve(ServerStatus.FILE);
        this.clock = clock;
        this.mostSessions = mostSessions;
        this.store = store;
        this.hub = hub;
        this.sessions = sessions;
        this.scheduler = scheduler;
        this.log = log;
        this.since = clock.instant();
    }

    void write(int port) {
        Runtime machine = Runtime.getRuntime();
        Optional<ClassStore.Backlog> backlog = store.backlog();
        String status = Json.object(Json.members(
                "at", clock.instant().toString(),
                "since", since.toString(),
                "pid", ProcessHandle.current().pid(),
                "port", port,
                "sessions", hub.size(),
                "students", sessions.students(),
                "max_sessions", mostSessions,
                "threads", Thread.activeCount(),
                "waited_p50_ms", scheduler.waitPercentile(50),
                "waited_p99_ms", scheduler.waitPercentile(99),
                "last_write", hub.lastWrite().map(Instant::toString).orElse(null),
                "behind_since", backlog.map(waits -> waits.since().toString()).orElse(null),
                "waiting", backlog.map(ClassStore.Backlog::entries).orElse(0),
                "heap_mb", (machine.totalMemory() - machine.freeMemory()) >> 20,
                "max_heap_mb", machine.maxMemory() >> 20));
        try {
            new PrivateFile(file).replace(status);
        } catch (IOException full) {
            log.note(new LogEvent.Status(String.valueOf(full.getMessage())));
        }
    }
}
