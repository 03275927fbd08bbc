package dev.nabla.tui.term;

import dev.nabla.frame.Size;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The terminal this process was started from, set with {@code stty}. */
public final class Tty implements Device {
    /** The launcher has the same line. */
    private static final String RAW =
            "stty -g && stty size && stty -icanon -echo -isig -ixon -iexten -icrnl min 1 time 0";

    private static final int PATIENCE_SECONDS = 2;

    /** Bits of the third number of Linux's {@code stty -g}, and the speeds they stand for as far as one has to wait for them. */
    private static final int SPEED = 0x100f;

    private static final int[] BAUD = {0, 50, 75, 110, 134, 150, 200, 300, 600, 1200, 1800, 2400, 4800, 9600, 19_200};

    private String told;
    private String saved = "";
    private Size last = VT100;

    /** @param told what {@link #RAW} has answered to whoever started us; empty if nobody has run it yet */
    Tty(String told) {
        this.told = told;
    }

    /** Restored is the state before the first of several calls: continued without having been left, the terminal is still ours. */
    @Override
    public synchronized Size raw() throws Unavailable {
        String said = told.isEmpty() ? stty(RAW) : told + "\n";
        told = "";
        String[] lines = said.split("\n", -1);
        Optional<Size> size = lines.length == 3 && lines[2].isEmpty() ? size(lines[1]) : Optional.empty();
        if (size.isEmpty() || !isState(lines[0])) {
            throw new Unavailable("stty says '" + said.strip() + "'");
        }
        saved = saved.isEmpty() ? lines[0] : saved;
        last = size.get();
        return last;
    }

    @Override
    public synchronized int bytesPerSecond() {
        return bytesPerSecond(saved);
    }

    /** A byte is ten bits, with start and stop. From 38400 baud on it is what a line says that has no speed; elsewhere all do. */
    static int bytesPerSecond(String state) {
        String[] fields = state.split(":");
        boolean linux = fields.length > 2 && isNumber(fields[2], 16, 8);
        int speed = linux ? (int) Long.parseLong(fields[2], 16) & SPEED : 0;
        return speed < BAUD.length ? BAUD[speed] / 10 : 0;
    }

    @Override
    public synchronized void restore() {
        if (saved.isEmpty()) {
            return;
        }
        try {
            stty("exec stty " + saved);
        } catch (Unavailable gone) {
            // A terminal that has gone away needs no restoring.
        }
        saved = "";
    }

    /** The size of the terminal, if there is one. */
    public static Optional<Size> ask() {
        try {
            return size(stty("exec stty size").strip());
        } catch (Unavailable none) {
            return Optional.empty();
        }
    }

    /** The last known one once the terminal has gone: its input ends too, and that is what ends the session. */
    @Override
    public synchronized Size size() {
        last = ask().orElse(last);
        return last;
    }

    @Override
    public void stop() {
        Signals.stopGroup();
    }

    /** It is given back to {@code stty} by a shell, so it is one word. */
    private static boolean isState(String line) {
        for (int i = 0; i < line.length(); i++) {
            if (line.charAt(i) <= ' ' || line.charAt(i) > '~') {
                return false;
            }
        }
        return !line.isEmpty();
    }

    /** 0 means that nobody has told the terminal line, as with {@code ssh -tt}; then the size of a VT100. */
    private static Optional<Size> size(String line) {
        String[] numbers = line.split(" ", -1);
        if (numbers.length != 2 || !isNumber(numbers[0], 10, 5) || !isNumber(numbers[1], 10, 5)) {
            return Optional.empty();
        }
        int height = Integer.parseInt(numbers[0]);
        int width = Integer.parseInt(numbers[1]);
        return Optional.of(new Size(width == 0 ? VT100.width() : width, height == 0 ? VT100.height() : height));
    }

    /**
     * True for a text of nothing but digits to this base, small ones beyond 9, and at most so many; without a pattern, whose
     * first one costs a start five milliseconds.
     */
    static boolean isNumber(String text, int base, int most) {
        for (int i = 0; i < text.length(); i++) {
            if ("0123456789abcdef".substring(0, base).indexOf(text.charAt(i)) < 0) {
                return false;
            }
        }
        return !text.isEmpty() && text.length() <= most;
    }

    private static String stty(String command) throws Unavailable {
        try {
            Process process = new ProcessBuilder("/bin/sh", "-c", command)
                    .redirectInput(new File("/dev/tty"))
                    .redirectErrorStream(true)
                    .start();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new Unavailable("stty does not answer");
            }
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.exitValue() != 0) {
                throw new Unavailable(said.isBlank() ? "stty fails" : said.strip());
            }
            return said;
        } catch (IOException e) {
            throw e instanceof Unavailable known ? known : new Unavailable(reason(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unavailable("interrupted");
        }
    }

    private static String reason(IOException e) {
        return "no terminal: " + (e.getCause() == null ? e : e.getCause()).getMessage();
    }
}
