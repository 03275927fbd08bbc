package dev.nabla.tui;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.lang.Thread.UncaughtExceptionHandler;
import java.nio.channels.Channels;

/** The terminal this process was started from. */
final class Local {
    /** Exit code when the terminal may not have been given back, as after an abort: then the launcher does it. */
    private static final int NOT_RESTORED = 128 + 6;

    private Local() {}

    /**
     * Runs a program there; signals, faults of any thread and {@code System.exit} give the terminal back first. Where
     * even that fails, as it does without memory, the process ends at once.
     *
     * @return the exit code of {@link Session#run}; 128 + n after signal n
     * @throws Line.Unavailable if there is no terminal, with the reason as its message; nothing has been changed then
     */
    static int run(Program program) throws Line.Unavailable {
        try {
            return watched(program);
        } catch (RuntimeException | Error helpless) {
            Runtime.getRuntime().halt(NOT_RESTORED);
            throw helpless;
        }
    }

    private static int watched(Program program) throws Line.Unavailable {
        // System.in would buffer and System.out writes every piece by itself. Only a channel's read ends when it is
        // closed.
        Session session = new Session(
                program,
                new Tty(),
                Channels.newInputStream(new FileInputStream(FileDescriptor.in).getChannel()),
                new FileOutputStream(FileDescriptor.out),
                System.err);
        Thread hook = new Thread(session::close, "nabla-restore");
        UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
        Signals signals = Signals.tell(session);
        try {
            Runtime.getRuntime().addShutdownHook(hook);
            Thread.setDefaultUncaughtExceptionHandler((thread, fault) -> session.fail(fault));
            return session.run();
        } finally {
            Thread.setDefaultUncaughtExceptionHandler(before);
            forget(hook);
            signals.close();
        }
    }

    private static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException ending) {
            // It is running just now.
        }
    }
}
