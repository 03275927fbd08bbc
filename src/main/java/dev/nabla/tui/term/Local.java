package dev.nabla.tui.term;

import dev.nabla.output.ExitCode;
import dev.nabla.output.FaultLog;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.lang.Thread.UncaughtExceptionHandler;
import java.nio.channels.Channels;

/** Runs programs on the terminal that this process was started from. */
public final class Local {
    private Local() {}

    /**
     * Runs a program. Signals, faults of any thread and {@code System.exit} restore the terminal first. If even that
     * fails, for example without memory, the process halts.
     *
     * @return the exit code of {@link LocalSession#run}; 128 + n after signal n
     * @throws Device.Unavailable with the reason, if there is no terminal; nothing has been changed then
     */
    public static int run(Program program, FaultLog faults) throws Device.Unavailable {
        try {
            // System.in would buffer, and System.out writes every piece separately. Only the read of a channel ends
            // when the channel is closed.
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

    /**
     * Runs a session whose terminal is restored on signals, faults of any thread, and exit of the JVM.
     *
     * @throws Device.Unavailable with the reason, if there is no terminal
     */
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

    /** Reports a fault to the session; halts the JVM if that fails, for example without memory. */
    private static void reportFault(LocalSession session, Throwable fault) {
        try {
            session.fail(fault);
        } catch (RuntimeException | Error helpless) {
            Runtime.getRuntime().halt(ExitCode.ABORTED);
        }
    }
}
