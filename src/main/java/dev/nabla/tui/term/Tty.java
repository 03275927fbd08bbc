package dev.nabla.tui.term;

import dev.nabla.frame.Size;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The terminal that this process was started from, controlled with {@code stty}. */
public final class Tty implements Device {
    /** The launcher runs the same command line. */
    private static final String RAW =
            "stty -g && stty size speed -icanon -echo isig susp undef quit undef -ixon -iexten -icrnl min 1 time 0";

    /**
     * Timeout of an stty call that changes the mode, in seconds. Long, so that a busy machine does not leave the
     * terminal half configured. A size can be asked for again.
     */
    private static final int PATIENCE_SECONDS = 10;

    private static final int SIZE_SECONDS = 2;

    /**
     * The speed that a pseudo-terminal reports whatever it is connected to. A serial line this fast needs no pacing.
     */
    private static final int BAUD_OF_ANY_LINE = 38400;

    private static final int BITS_OF_A_BYTE = 10;
    private static final long LOOK_AGAIN = TimeUnit.MILLISECONDS.toNanos(20);

    private final SshConnection connection = SshConnection.of(System.getenv("SSH_CONNECTION"));
    private String reported;
    private String saved = "";
    private Size last = VT100;
    private int baud;

    /**
     * Creates the terminal.
     *
     * @param reported the output of {@link #RAW} if the launcher has run it already; else empty
     */
    Tty(String reported) {
        this.reported = reported;
    }

    /**
     * Saves the mode only on the first of several calls: a process may be continued without having left the terminal.
     * {@link #restore} returns to the mode before all of them.
     */
    @Override
    public synchronized Size raw() throws Unavailable {
        String output = reported.isEmpty() ? stty(RAW, PATIENCE_SECONDS) : reported + "\n";
        reported = "";
        String[] lines = output.split("\n", -1);
        boolean complete = lines.length == 4 && isNumber(lines[2]) && lines[3].isEmpty();
        Optional<Size> size = complete ? size(lines[1]) : Optional.empty();
        if (size.isEmpty()
                || !isBetween(
                        '!', '~', lines[0])) { // restore passes it to stty through a shell, so it must be one word
            throw new Unavailable("stty says '" + output.strip() + "'");
        }
        saved = saved.isEmpty() ? lines[0] : saved;
        last = size.get();
        baud = Integer.parseInt(lines[2]);
        return last;
    }

    @Override
    public synchronized void restore() {
        if (saved.isEmpty()) {
            return;
        }
        try {
            stty("exec stty " + saved, PATIENCE_SECONDS);
        } catch (Unavailable unavailable) {
            // The terminal has gone and needs no restoring.
        }
        saved = "";
    }

    /** Returns the size of the terminal; empty if there is none. */
    public static Optional<Size> ask() {
        try {
            return size(stty("exec stty size", SIZE_SECONDS).strip());
        } catch (Unavailable none) {
            return Optional.empty();
        }
    }

    /** Returns the last known size if the terminal has gone: its input ends too, which ends the session. */
    @Override
    public synchronized Size size() {
        last = ask().orElse(last);
        return last;
    }

    @Override
    public synchronized int bytesPerSecond() {
        return baud < BAUD_OF_ANY_LINE ? baud / BITS_OF_A_BYTE : 0;
    }

    @Override
    public long behind() {
        return connection.isBehind() ? LOOK_AGAIN : 0;
    }

    @Override
    public void stop() {
        Signals.stopGroup();
    }

    /**
     * Parses rows and columns; empty if the line has another form. The terminal reports 0 without a known size, as with
     * {@code ssh -tt}.
     */
    private static Optional<Size> size(String line) {
        String[] numbers = line.split(" ", -1);
        if (numbers.length != 2 || !isNumber(numbers[0]) || !isNumber(numbers[1])) {
            return Optional.empty();
        }
        return Optional.of(Device.size(Integer.parseInt(numbers[1]), Integer.parseInt(numbers[0])));
    }

    /** Returns whether a text has only digits, from 1 to 9 of them, so that it fits an int. */
    static boolean isNumber(String text) {
        return text.length() < 10 && isBetween('0', '9', text);
    }

    /**
     * Returns whether a text has one or more characters, all in a range. A regular expression would add 5 ms to the
     * start.
     */
    private static boolean isBetween(char low, char high, String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < low || text.charAt(i) > high) {
                return false;
            }
        }
        return !text.isEmpty();
    }

    private static String stty(String command, int seconds) throws Unavailable {
        try {
            Process process = new ProcessBuilder("/bin/sh", "-c", command)
                    .redirectInput(new File("/dev/tty"))
                    .redirectErrorStream(true)
                    .start();
            if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new Unavailable("stty does not answer for " + seconds + " seconds");
            }
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.exitValue() != 0) {
                throw new Unavailable(output.isBlank() ? "stty fails" : output.strip());
            }
            return output;
        } catch (Unavailable known) {
            throw known;
        } catch (IOException | InterruptedException e) {
            throw new Unavailable("no terminal: " + (e.getCause() == null ? e : e.getCause()).getMessage());
        }
    }
}
