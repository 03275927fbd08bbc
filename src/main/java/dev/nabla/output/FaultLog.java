package dev.nabla.output;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Set;

/**
 * A log of internal errors. The user sees one line; the file gets the whole stack trace.
 *
 * @param file the file to append to; never followed if it is a symbolic link, and truncated once it is larger than
 *     {@link #MOST} bytes
 */
public record FaultLog(Path file) {
    private static final long MOST = 1 << 20;

    /**
     * Logs an error. Returns the line for the user, with the path of the log if it could be written. Does not throw I/O
     * or runtime exceptions, because nothing would handle them.
     */
    public String record(Throwable fault) {
        StackTraceElement[] trace = fault.getStackTrace();
        String where = trace.length == 0 ? "" : " at " + trace[0];
        String line = "nabla: a fault in nabla itself: " + PlainText.harmless(fault + where);
        try {
            append(fault);
            return line + "; details in " + PlainText.harmless(file.toString());
        } catch (IOException | RuntimeException | OutOfMemoryError unwritten) {
            return line;
        }
    }

    private void append(Throwable fault) throws IOException {
        StringWriter details = new StringWriter();
        fault.printStackTrace(new PrintWriter(details, true));
        Files.createDirectories(file.getParent());
        boolean full = Files.exists(file) && Files.size(file) > MOST;
        Set<OpenOption> options = Set.of(
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE,
                LinkOption.NOFOLLOW_LINKS,
                full ? StandardOpenOption.TRUNCATE_EXISTING : StandardOpenOption.APPEND);
        FileAttribute<?> own = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        try (FileChannel log = FileChannel.open(file, options, own)) {
            log.write(ByteBuffer.wrap((Instant.now() + " " + details).getBytes(StandardCharsets.UTF_8)));
        }
    }
}
