package dev.nabla.cli;

import dev.nabla.frame.Size;
import dev.nabla.view.Config;
import dev.nabla.view.Look;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What the commands know of the place they run in; the program hands it in, so tests can too.
 *
 * @param here environment, whether there is a terminal, its encoding
 * @param outIsTerminal whether standard output is a terminal
 * @param size asks the terminal for its size, if there is one
 * @param config what the user has settled for good
 * @param configFile where that is written, there or not
 * @param lessons the folder of the course
 * @param version of the program
 */
public record Console(
        Look.Surroundings here,
        boolean outIsTerminal,
        Supplier<Optional<Size>> size,
        Config config,
        Path configFile,
        Path lessons,
        String version) {}
