package dev.nabla.cli.school;

import dev.nabla.output.ExitCode;
import dev.nabla.serve.options.ServeException;
import dev.nabla.serve.options.ServeOptions;

/** The server that opens a class to its students. */
public interface Host {
    /**
     * Serves the class until it is stopped.
     *
     * @return OK if every session was notified and all answers are saved
     * @throws ServeException with the reason, if the class cannot be served
     */
    ExitCode serve(ServeOptions wishes) throws ServeException;
}
