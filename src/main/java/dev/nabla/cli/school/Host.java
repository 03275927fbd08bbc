package dev.nabla.cli.school;

import dev.nabla.serve.options.Hosting;

/** Opens a class to its students. */
public interface Host {
    /**
     * Serves until it is told to stop.
     *
     * @return the exit code, 0 if everybody was told and all answers are safe
     * @throws Hosting.Refused with the reason, if the class cannot be opened
     */
    int serve(Hosting wishes) throws Hosting.Refused;
}
