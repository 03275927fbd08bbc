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
 * The signals of this process, told to the one session at its terminal until closed.
 *
 * <p>{@code sun.misc.Signal} is the only portable way to hear them. SIGQUIT belongs to the JVM, which cannot be talked out
 * of it; the launcher takes away its voice.
 */
final class Signals {
    /** A session that cannot end by itself, its terminal no longer reading, has this long. */
    private static final int LAST_MILLIS = 1000;

    /** The launcher has this long to stop the process group; where nobody could continue it, the system does not stop it. */
    private static final int STOP_MILLIS = 500;

    /** After a stop, a deadly signal that comes together with the continuing one is given this long. */
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
            // A system without this signal does not send it.
        }
    }

    /** From now on they do again what they did before. */
    void close() {
        restore(before);
    }

    private static void restore(Map<String, SignalHandler> handlers) {
        handlers.forEach((name, handler) -> Signal.handle(new Signal(name), handler));
    }

    /**
     * Stops the whole process group as the terminal's Ctrl-Z would; back when continued. If there is a launcher, it is
     * asked to: it does not stop by itself, so that the shell waits until the terminal has been given back.
     *
     * <p>The terminal has been given back, so until then a deadly signal may kill at once. It has to: continued in the
     * background, the thread that reads stops the process again before a handler could run.
     */
    static void stopGroup() {
        Map<String, SignalHandler> ours = new LinkedHashMap<>();
        try {
            ours.put("TSTP", Signal.handle(new Signal("TSTP"), SignalHandler.SIG_DFL));
            for (String deadly : DEADLY) {
                ours.put(deadly, Signal.handle(new Signal(deadly), SignalHandler.SIG_DFL));
            }
            CountDownLatch continued = new CountDownLatch(1);
            ours.put("CONT", Signal.handle(new Signal("CONT"), signal -> continued.countDown()));
            new ProcessBuilder("/bin/sh", "-c", STOP).start().waitFor();
            continued.await(STOP_MILLIS, TimeUnit.MILLISECONDS);
            Thread.sleep(NOTICE_MILLIS);
        } catch (IOException | InterruptedException e) {
            // Then it goes on running.
        } finally {
            restore(ours);
        }
    }
}
