package dev.nabla.serve.options;

import dev.nabla.output.ExitCode;

/** A refusal of the server to do what was requested; the message says why, and what to do instead. */
public final class ServeException extends Exception {
    private static final long serialVersionUID = 1;
    private final ExitCode exitCode;

    public ServeException(ExitCode exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    public ExitCode exitCode() {
        return exitCode;
    }
}
