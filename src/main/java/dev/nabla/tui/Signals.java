package dev.nabla.tui;

import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;

/**
 * The signals of this process, told to the one session at its terminal until closed.
 *
 * <p>{@code sun.misc.Signal} is the only portable way to hear them. It is called by reflection, because javac warns of it
 * in a way that no release from 17 on lets the source suppress. SIGQUIT belongs to the JVM, which cannot be talked out of
 * it; the launcher takes away its voice.
 */
final class Signals {
    /** A session that cannot end by itself, its terminal no longer reading, has this long. */
    private static final int LAST_MILLIS = 1000;

    /** The launcher has this long to stop the process group; where nobody could continue it, the system does not stop it. */
    private static final int STOP_MILLIS = 500;

    /** After a stop, a deadly signal that comes together with the continuing one is given this long. */
    private static final int NOTICE_MILLIS = 50;

    private static final List<String> DEADLY = List.of("HUP", "INT", "TERM", "USR1");
    private static final List<String> STOPPING = List.of("TSTP", "HUP", "INT", "TERM", "USR1");

    private static final String LAUNCHER = System.getProperty("nabla.launcher", "");
    private static final String STOP =
            LAUNCHER.matches("\\d+") ? "kill -s USR2 " + LAUNCHER + " || kill -s TSTP 0" : "kill -s TSTP 0";

    private final Map<String, Object> before = new LinkedHashMap<>();

    private Signals() {}

    static Signals tell(Session session) {
        Signals signals = new Signals();
        signals.on("WINCH", number -> session.resized());
        signals.on("CONT", number -> session.continued());
        signals.on("TSTP", number -> session.stopped());
        for (String deadly : DEADLY) {
            signals.on(deadly, number -> end(session, 128 + number));
        }
        return signals;
    }

    private static void end(Session session, int code) {
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

    private void on(String name, IntConsumer listener) {
        try {
            before.put(name, handle(name, handler(listener)));
        } catch (ReflectiveOperationException unknown) {
            // A system without this signal does not send it.
        }
    }

    /** From now on they do again what they did before. */
    void close() {
        restore(before);
    }

    private static void restore(Map<String, Object> handlers) {
        handlers.forEach((name, handler) -> {
            try {
                handle(name, handler);
            } catch (ReflectiveOperationException unknown) {
                throw new IllegalStateException(unknown);
            }
        });
    }

    /**
     * Stops the whole process group as the terminal's Ctrl-Z would; back when continued. If there is a launcher, it is
     * asked to: it does not stop by itself, so that the shell waits until the terminal has been given back.
     *
     * <p>The terminal has been given back, so until then a deadly signal may kill at once. It has to: continued in the
     * background, the thread that reads stops the process again before a handler could run.
     */
    static void stopGroup() {
        Map<String, Object> ours = new LinkedHashMap<>();
        try {
            Object byDefault =
                    Class.forName("sun.misc.SignalHandler").getField("SIG_DFL").get(null);
            for (String name : STOPPING) {
                ours.put(name, handle(name, byDefault));
            }
            CountDownLatch continued = new CountDownLatch(1);
            ours.put("CONT", handle("CONT", handler(number -> continued.countDown())));
            new ProcessBuilder("/bin/sh", "-c", STOP).start().waitFor();
            continued.await(STOP_MILLIS, TimeUnit.MILLISECONDS);
            Thread.sleep(NOTICE_MILLIS);
        } catch (ReflectiveOperationException | IOException e) {
            // Then it goes on running.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            restore(ours);
        }
    }

    private static Object handler(IntConsumer listener) throws ReflectiveOperationException {
        Class<?> type = Class.forName("sun.misc.SignalHandler");
        Method number = Class.forName("sun.misc.Signal").getMethod("getNumber");
        return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
            if (method.getName().equals("handle")) {
                listener.accept((int) number.invoke(arguments[0]));
                return null;
            }
            return method.getName().equals("hashCode") ? (Object) System.identityHashCode(proxy) : null;
        });
    }

    /** The handler before. */
    private static Object handle(String name, Object handler) throws ReflectiveOperationException {
        Class<?> signal = Class.forName("sun.misc.Signal");
        Class<?> type = Class.forName("sun.misc.SignalHandler");
        return signal.getMethod("handle", signal, type)
                .invoke(null, signal.getConstructor(String.class).newInstance(name), handler);
    }
}
