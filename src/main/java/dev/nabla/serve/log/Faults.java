package dev.nabla.serve.log;

import dev.nabla.math.BadInput;
import dev.nabla.output.ExitCode;
import dev.nabla.output.FaultLog;
import dev.nabla.serve.options.ServeException;
import java.io.PrintStream;
import java.util.function.Consumer;

/** Reports faults of nabla to the operator, to the log of faults and to the log of the class. */
public final class Faults implements Consumer<Throwable> {
    private final FaultLog file;
    private final AuditLog log;
    private final PrintStream operator;

    public Faults(FaultLog file, AuditLog log, PrintStream operator) {
        this.file = file;
        this.log = log;
        this.operator = operator;
    }

    @Override
    public synchronized void accept(Throwable fault) {
        log.note(new LogEvent.Fault(fault.getClass().getName()));
        operator.println(file.record(fault));
    }

    /**
     * Returns the exit code and message for a user whose session cannot go on. Also reports the exception if it is a
     * fault of nabla.
     */
    public ServeException refusal(Throwable thrown) {
        if (thrown instanceof BadInput || thrown instanceof RetryLater) {
            return new ServeException(
                    thrown instanceof RetryLater ? ExitCode.LATER : ExitCode.USAGE, "nabla: " + thrown.getMessage());
        }
        accept(thrown);
        return new ServeException(ExitCode.FAULT, ExitCode.FAULT_ENDS_SESSION);
    }
}
