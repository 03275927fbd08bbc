package dev.nabla.serve.log;

import dev.nabla.output.Json;
import dev.nabla.output.PlainText;
import dev.nabla.serve.options.ServeOptions;
import java.io.IOException;
import java.net.SocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * The log of a class: one JSON line per event, which never holds anything that a user typed. One thread writes. If the
 * disk is full, the class goes on without a log.
 */
public final class AuditLog implements AutoCloseable {
    /**
     * Maximum number of different events per minute that are counted with their address. Further ones are counted
     * without it.
     */
    private static final int MOST_COUNTED = 200;

    private static final int MOST_WAITING = 10_000;
    private static final int MOST_LENGTH = 200;

    private final LogFiles files;
    private final ServeOptions.Addresses addresses;
    private final InstantSource clock;
    private final Consumer<String> operator;
    private final ThreadPoolExecutor writer = new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(MOST_WAITING),
            task -> new Thread(task, "nabla-log"),
            new ThreadPoolExecutor.DiscardPolicy());
    private final Map<LogEvent, Integer> counts = new LinkedHashMap<>();
    private boolean failing;

    /** @param operator receives one line for the operator when writing begins to fail */
    public AuditLog(Path folder, ServeOptions.Log rules, InstantSource clock, ZoneId zone, Consumer<String> operator) {
        this.files = new LogFiles(folder, Duration.ofDays(rules.days()), zone);
        this.addresses = rules.addresses();
        this.clock = clock;
        this.operator = operator;
    }

    /** Queues a line about an event for writing. */
    public void note(LogEvent event) {
        note(event, Map.of());
    }

    private void note(LogEvent event, Map<String, Object> more) {
        Map<String, Object> members = new LinkedHashMap<>();
        Instant now = clock.instant();
        members.put("at", now.toString());
        members.put("what", event.what());
        members.putAll(event.members());
        members.putAll(more);
        members.replaceAll((name, value) -> value instanceof String text ? cut(text) : value);
        if (!writer.isShutdown()) {
            writer.execute(() -> write(now, Json.object(members)));
        }
    }

    /** Returns the beginning of a text, without anything that could control the terminal on which it is read. */
    private static String cut(String text) {
        return PlainText.harmless(text.substring(0, Math.min(text.length(), MOST_LENGTH)));
    }

    /** Counts an event that strangers can cause as often as they like. {@link #writeCounts} writes the count. */
    public void count(LogEvent event) {
        synchronized (counts) {
            boolean fits = counts.size() < MOST_COUNTED || counts.containsKey(event);
            counts.merge(fits ? event : event.withoutAddress(), 1, Integer::sum);
        }
    }

    /** Counts a connection or a request that was refused. */
    public void countRefused(SocketAddress remote, String why) {
        count(LogEvent.Refused.to(address(remote), why));
    }

    /** Writes one line per event that was counted since the last call, with its count. Called once a minute. */
    public void writeCounts() {
        Map<LogEvent, Integer> counted;
        synchronized (counts) {
            counted = new LinkedHashMap<>(counts);
            counts.clear();
        }
        counted.forEach((event, times) -> note(event, Map.of("times", times)));
    }

    /**
     * Returns the part of an address that the log may show: by default the first 24 bits of IPv4, the first 48 of IPv6.
     */
    public String address(SocketAddress remote) {
        return switch (addresses) {
            case NONE -> "";
            case MASKED -> ClientAddress.prefix(remote, 3, 6);
            case FULL -> ClientAddress.prefix(remote, 4, 16);
        };
    }

    private void write(Instant now, String line) {
        try {
            files.add(now, line);
            failing = false;
        } catch (IOException | RuntimeException full) {
            if (!failing) {
                failing = true;
                operator.accept("the log cannot be written (" + full.getMessage() + "); the class goes on");
            }
        }
    }

    /** Writes the counts and the queued lines. Waits for at most one second. */
    @Override
    public void close() {
        writeCounts();
        writer.shutdown();
        try {
            writer.awaitTermination(1, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
