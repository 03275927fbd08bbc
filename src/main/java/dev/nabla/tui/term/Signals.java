package dev.nabla.tui.term;

import dev.nabla.output.ExitCode;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import sun.misc.Signal;
import sun.misc.SignalHandler;

/**
 * Forwards the signals of this process to the session on its terminal, until closed.
 *
 * <p>{@code sun.misc.Signal} is the only portable way to receive them. SIGQUIT is reserved by the JVM, which prints a
 * thread dump; the launcher discards that output.
 */
final class Signals {
    /** Time for a session to end by itself, in ms, before the JVM is halted; its terminal may no longer read. */
    private static final int LAST_MILLIS = 1000;

    /**
     * Time for the launcher to stop the process group, in ms. An orphaned process group is not stopped by the system.
     */
    private static final int STOP_MILLIS = 500;

    /** Time after continuing, in ms, in which a fatal signal sent together with SIGCONT can arrive. */
    private static final int NOTICE_MILLIS = 50;

    private static final List<String> DEADLY = List.of("HUP", "INT", "TERM", "USR1");

    private static final String LAUNCHER = System.getProperty("nabla.launcher", "");
    private static final String STOP =
            Tty.isNumber(LAUNCHER) ? "kill -s USR2 " + LAUNCHER + " || kill -s TSTP 0" : "kill -s TSTP 0";

    private final Map<String, SignalHandler> before = new LinkedHashMap<>();

    private Signals() {}

    static Signals forwardTo(LocalSession session) {
        Signals signals = new Signals();
        signals.register("WINCH", signal -> session.leaveNotice(LocalSession.Notice.RESIZED));
        signals.register("CONT", signal -> session.leaveNotice(LocalSession.Notice.CONTINUED));
        signals.register("TSTP", signal -> session.leaveNotice(LocalSession.Notice.STOPPED));
        for (String deadly : DEADLY) {
            signals.register(deadly, signal -> end(session, ExitCode.afterSignal(signal.getNumber())));
        }
        return signals;
    }

    private static void end(LocalSession session, int code) {
        session.end(code);
        try {
            if (session.awaitEnd(LAST_MILLIS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        session.close();
        Runtime.getRuntime().halt(code);
    }

    private void register(String name, SignalHandler listener) {
        try {
            before.put(name, Signal.handle(new Signal(name), listener));
        } catch (IllegalArgumentException unknown) {
            // This system does not have the signal.
        }
    }

    /** Restores the handlers from before. */
    void close() {
        restore(before);
    }

    private static void restore(Map<String, SignalHandler> handlers) {
        handlers.forEach((name, handler) -> Signal.handle(new Signal(name), handler));
    }

    /**
     * Stops the whole process group as Ctrl-Z in the terminal would. Returns when continued. If there is a launcher, it
     * does this: it does not stop by itself, so the shell waits until the terminal has been restored.
     *
     * <p>Until then fatal signals get their default action and may kill at once, because the terminal has been
     * restored. They must: if the process is continued in the background, its reading thread stops it again before a
     * handler could run.
     */
    static void stopGroup() {
        Map<String, SignalHandler> own = new LinkedHashMap<>();
        try {
            own.put("TSTP", Signal.handle(new Signal("TSTP"), SignalHandler.SIG_DFL));
            for (String deadly : DEADLY) {
                own.put(deadly, Signal.handle(new Signal(deadly), SignalHandler.SIG_DFL));
            }
            CountDownLatch continued = new CountDownLatch(1);
            own.put("CONT", Signal.handle(new Signal("CONT"), signal -> continued.countDown()));
            new ProcessBuilder("/bin/sh", "-c", STOP).start().waitFor();
            continued.await(STOP_MILLIS, TimeUnit.MILLISECONDS);
            Thread.sleep(NOTICE_MILLIS);
        } catch (IOException | InterruptedException e) {
            // The process goes on running.
        } finally {
            restore(own);
        }
    }
}
