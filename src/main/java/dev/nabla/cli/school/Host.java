package dev.nabla.cli.school;

import dev.nabla.output.ExitCode;
import dev.nabla.serve.options.ServeException;
import dev.nabla.serve.options.ServeOptions;

/** Opens a class to its students. */
public interface Host {
    /**
     * Serves until it is told to stop.
     *
     * @return OK if everybody was told and all answers are safe
     * @throws ServeException with the reason, if the class cannot be opened
     */
    ExitCode serve(ServeOptions wishes) throws ServeException;
}
