package dev.nabla.tui.term;

import dev.nabla.output.ExitCode;
import dev.nabla.output.FaultLog;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.lang.Thread.UncaughtExceptionHandler;
import java.nio.channels.Channels;

/** The terminal this process was started from. */
public final class Local {
    private Local() {}

    /**
     * Runs a program there; signals, faults of any thread and {@code System.exit} give the terminal back first. Where
     * even that fails, as it does without memory, the process ends at once.
     *
     * @return the exit code of {@link LocalSession#run}; 128 + n after signal n
     * @throws Device.Unavailable if there is no terminal, with the reason as its message; nothing has been changed then
     */
    public static int run(Program program, FaultLog faults) throws Device.Unavailable {
        try {
            // System.in would buffer and System.out writes every piece by itself. Only a channel's read ends when it is
            // closed.
            return watched(new LocalSession(
                    program,
                    new Tty(System.getProperty("nabla.tty", "")),
                    Channels.newInputStream(new FileInputStream(FileDescriptor.in).getChannel()),
                    new FileOutputStream(FileDescriptor.out),
                    System.err,
                    faults));
        } catch (RuntimeException | Error helpless) {
            Runtime.getRuntime().halt(ExitCode.ABORTED);
            throw helpless;
        }
    }

    /** Runs a session whose terminal is given back whatever happens. */
    public static int watched(LocalSession session) throws Device.Unavailable {
        UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
        Signals signals = Signals.forwardTo(session);
        try {
            Runtime.getRuntime().addShutdownHook(new Thread(session::close, "nabla-restore"));
            Thread.setDefaultUncaughtExceptionHandler((thread, fault) -> reportFault(session, fault));
            return session.run();
        } finally {
            Thread.setDefaultUncaughtExceptionHandler(before);
            signals.close();
        }
    }

    /** Without memory even this may fail. */
    private static void reportFault(LocalSession session, Throwable fault) {
        try {
            session.fail(fault);
        } catch (RuntimeException | Error helpless) {
            Runtime.getRuntime().halt(ExitCode.ABORTED);
        }
    }
}
