package dev.nabla.serve;

import dev.nabla.output.Json;
import dev.nabla.output.Text;
import dev.nabla.progress.PrivateFile;
import dev.nabla.serve.options.Hosting;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.sshd.common.session.Session;

/**
 * What happened in a class, a line of JSON each: who, when, what; never what somebody typed. A new file a day or at 10
 * MiB, with mode 0600, written by one thread; where it cannot be written the class goes on. The oldest files are
 * deleted above 64 MiB in all.
 */
final class AuditLog implements AutoCloseable {
    private static final long MOST = 10 << 20;
    private static final long MOST_IN_ALL = 64 << 20;
    /** Events counted with their address per minute; those of more addresses are counted together. */
    private static final int MOST_COUNTED = 200;

    private static final Pattern NUMBERED = Pattern.compile("(.*)\\.(\\d{1,6})\\.jsonl");
    private static final int WAITING_MOST = 10_000;
    private static final int LONGEST_TEXT = 200;

    private final Path folder;
    private final Hosting.Log rules;
    private final InstantSource clock;
    private final ZoneId zone;
    private final Consumer<String> complaint;
    private final ThreadPoolExecutor writer = new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(WAITING_MOST),
            task -> new Thread(task, "nabla-log"),
            new ThreadPoolExecutor.DiscardPolicy());
    private final Map<Event, Integer> counts = new LinkedHashMap<>();
    private LocalDate day = LocalDate.MIN;
    private PrivateFile file;
    private boolean complained;

    /** Something that happens, without the time. */
    private record Event(String what, Map<String, Object> members) {
        Event withoutAddress() {
            Map<String, Object> others = new LinkedHashMap<>(members);
            others.remove("from");
            return new Event(what, others);
        }
    }

    /** @param complaint gets a line for people, once, if nothing can be written */
    AuditLog(Path folder, Hosting.Log rules, InstantSource clock, ZoneId zone, Consumer<String> complaint) {
        this.folder = folder;
        this.rules = rules;
        this.clock = clock;
        this.zone = zone;
        this.complaint = complaint;
    }

    /** Writes down what happened; texts are cut, and cannot steer the terminal on which they are read. */
    void note(String what, Object... namesAndValues) {
        note(new Event(what, cut(namesAndValues)), Map.of());
    }

    private void note(Event event, Map<String, Object> more) {
        Map<String, Object> members = new LinkedHashMap<>();
        Instant now = clock.instant();
        members.put("at", now.toString());
        members.put("what", event.what);
        members.putAll(event.members);
        members.putAll(more);
        if (!writer.isShutdown()) {
            writer.execute(() -> write(LocalDate.ofInstant(now, zone), Json.object(members)));
        }
    }

    /** Counts what strangers can repeat at will; {@link #writeCounts} writes it down. */
    void count(String what, Object... namesAndValues) {
        Event event = new Event(what, cut(namesAndValues));
        synchronized (counts) {
            boolean fits = counts.size() < MOST_COUNTED || counts.containsKey(event);
            counts.merge(fits ? event : event.withoutAddress(), 1, Integer::sum);
        }
    }

    /** Counts a request that was refused. */
    void refused(Session session, String why) {
        refused(session.getRemoteAddress(), why);
    }

    /** Counts a connection that was turned away. */
    void refused(SocketAddress remote, String why) {
        count("refused", "from", address(remote), "why", why);
    }

    /** Once a minute: a line for each event that was counted since the last call, with how many times it happened. */
    void writeCounts() {
        Map<Event, Integer> counted;
        synchronized (counts) {
            counted = new LinkedHashMap<>(counts);
            counts.clear();
        }
        counted.forEach((event, times) -> note(event, Map.of("times", times)));
    }

    private static Map<String, Object> cut(Object... namesAndValues) {
        Map<String, Object> members = Json.members(namesAndValues);
        members.replaceAll((name, value) -> value instanceof String text ? cut(text) : value);
        return members;
    }

    private static String cut(String text) {
        return Text.harmless(text.substring(0, Math.min(text.length(), LONGEST_TEXT)));
    }

    /** An address as it may be written down: by default of IPv4 the first 24 bits, of IPv6 the first 48. */
    String address(SocketAddress remote) {
        return switch (rules.addresses()) {
            case NONE -> "";
            case MASKED -> first(remote, 3, 6);
            case FULL -> first(remote, 4, 16);
        };
    }

    /** The address with so many bytes of IPv4, or of IPv6, and zeros behind; empty if it is neither. */
    static String first(SocketAddress remote, int four, int six) {
        if (!(remote instanceof InetSocketAddress socket)) {
            return "";
        }
        byte[] bytes = socket.getAddress().getAddress();
        Arrays.fill(bytes, bytes.length == 4 ? four : six, bytes.length, (byte) 0);
        try {
            return InetAddress.getByAddress(bytes).getHostAddress();
        } catch (UnknownHostException never) {
            throw new IllegalStateException(never);
        }
    }

    private void write(LocalDate today, String line) {
        try {
            if (!today.equals(day) || isFull()) {
                open(today);
            }
            try (FileChannel channel = file.open()) {
                channel.write(ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8)));
            }
            complained = false;
        } catch (IOException | RuntimeException full) {
            if (!complained) {
                complained = true;
                complaint.accept("the log cannot be written (" + full.getMessage() + "); the class goes on");
            }
        }
    }

    private boolean isFull() throws IOException {
        return Files.exists(file.path()) && Files.size(file.path()) > MOST;
    }

    /** Continues the last file of the day, or begins the next if that is full; makes room for it. */
    private void open(LocalDate today) throws IOException {
        new PrivateFile(named(today, 0)).makeFolder();
        List<Path> files = newestFirst();
        int last = files.stream()
                .mapToInt(known -> number(today, known.getFileName().toString()))
                .max()
                .orElse(0);
        file = new PrivateFile(named(today, last));
        if (isFull()) {
            file = new PrivateFile(named(today, last + 1));
        }
        day = today;
        prune(files);
    }

    private Path named(LocalDate of, int number) {
        return folder.resolve(of + (number == 0 ? "" : "." + number) + ".jsonl");
    }

    /** The number of a file of that day; 0 for any other name. */
    private static int number(LocalDate of, String name) {
        Matcher numbered = NUMBERED.matcher(name);
        return numbered.matches() && numbered.group(1).equals(of.toString()) ? Integer.parseInt(numbered.group(2)) : 0;
    }

    private List<Path> newestFirst() throws IOException {
        Map<Path, FileTime> written = new HashMap<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.jsonl")) {
            for (Path known : files) {
                written.put(known, Files.getLastModifiedTime(known));
            }
        }
        return written.keySet().stream()
                .sorted(Comparator.comparing(written::get).reversed())
                .toList();
    }

    /** Deletes what is older than the days that are kept, and the oldest files that do not fit beside a full one. */
    private void prune(List<Path> newestFirst) throws IOException {
        Instant oldest = clock.instant().minus(Duration.ofDays(rules.days()));
        long size = MOST;
        for (Path other : newestFirst) {
            if (!other.equals(file.path())) {
                size += Files.size(other);
                if (size > MOST_IN_ALL
                        || Files.getLastModifiedTime(other).toInstant().isBefore(oldest)) {
                    Files.delete(other);
                }
            }
        }
    }

    /** What waits is written. */
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
