package dev.nabla.serve;

import dev.nabla.output.Json;
import dev.nabla.output.Text;
import dev.nabla.progress.PrivateFile;
import dev.nabla.room.Hosting;
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
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.sshd.common.session.Session;

/**
 * What happened in a class, a line of JSON each: who, when, what; never what somebody typed. A new file a day or at 10 MiB, with
 * mode 0600, written by one thread; where it cannot be written the class goes on.
 */
final class AuditLog implements AutoCloseable {
    private static final long MOST = 10 << 20;
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
    private LocalDate day = LocalDate.MIN;
    private PrivateFile file;
    private boolean complained;

    /** @param complaint gets a line for people, once, if nothing can be written */
    AuditLog(Path folder, Hosting.Log rules, InstantSource clock, ZoneId zone, Consumer<String> complaint) {
        this.folder = folder;
        this.rules = rules;
        this.clock = clock;
        this.zone = zone;
        this.complaint = complaint;
    }

    /** Writes down what happened; texts are cut, and cannot steer whoever reads them on a terminal. */
    void note(String what, Object... namesAndValues) {
        Map<String, Object> members = new LinkedHashMap<>();
        Instant now = clock.instant();
        members.put("at", now.toString());
        members.put("what", what);
        Json.members(namesAndValues)
                .forEach((name, value) -> members.put(name, value instanceof String text ? cut(text) : value));
        if (!writer.isShutdown()) {
            writer.execute(() -> write(LocalDate.ofInstant(now, zone), Json.object(members)));
        }
    }

    /** Something was asked for that nobody gets here. */
    void refused(Session session, String why) {
        note("refused", "from", address(session.getRemoteAddress()), "why", why);
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

    /** The first file of the day that is not full; what is too old goes. */
    private void open(LocalDate today) throws IOException {
        int number = 0;
        do {
            file = new PrivateFile(folder.resolve(today + (number == 0 ? "" : "." + number) + ".jsonl"));
            number++;
        } while (isFull());
        file.makeFolder();
        day = today;
        Instant oldest = clock.instant().minus(Duration.ofDays(rules.days()));
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.jsonl")) {
            for (Path old : files) {
                if (Files.getLastModifiedTime(old).toInstant().isBefore(oldest)) {
                    Files.delete(old);
                }
            }
        }
    }

    /** What waits is written. */
    @Override
    public void close() {
        writer.shutdown();
        try {
            writer.awaitTermination(1, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
