package dev.nabla.cli;

import dev.nabla.cli.input.FileAccess;
import dev.nabla.cli.input.Inputs;
import dev.nabla.cli.input.ResourceLimit;
import dev.nabla.frame.Glyphs;
import dev.nabla.frame.Size;
import dev.nabla.lesson.Course;
import dev.nabla.line.LineConsole;
import dev.nabla.output.Config;
import dev.nabla.output.DisplayProfile;
import dev.nabla.progress.Journal;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * The place that commands run in; the program hands it in, so tests can too.
 *
 * @param here environment, whether there is a terminal, its encoding
 * @param outIsTerminal whether standard output is a terminal
 * @param size asks the terminal for its size, if there is one
 * @param config what the user has settled for good
 * @param configFile where that is written, there or not
 * @param lessons the folder of the course
 * @param course reads it
 * @param completion the completion script of a shell as the build wrote it, if it is there
 * @param archive what makes starts fast
 * @param version tells the version of the program; the jar is opened for that
 * @param learner whose answers are kept
 * @param classes opens those that are kept here
 * @param streams what flows in and out while a command runs
 * @param disk the files that a command may name
 * @param share how much of the machine a command may take
 */
public record Environment(
        DisplayProfile.Surroundings here,
        boolean outIsTerminal,
        Supplier<Optional<Size>> size,
        Config config,
        Path configFile,
        Path lessons,
        Supplier<Course> course,
        Function<String, Optional<String>> completion,
        Archive archive,
        Supplier<String> version,
        Learner learner,
        Classes classes,
        Streams streams,
        FileAccess disk,
        ResourceLimit share) {
    private static final Size USUAL = new Size(80, 23);

    /** The config file's mistakes, a line each: said, but no reason to stop. */
    public String complaints() {
        return config.complaints().stream().map(CommandResult::errorLine).collect(Collectors.joining());
    }

    /** The terminal's size less a line for the prompt; 80x23 where there is no terminal. */
    public Size room() {
        Optional<Size> terminal = outIsTerminal ? size.get() : Optional.empty();
        return terminal.map(size -> new Size(size.width(), size.height() - 1)).orElse(USUAL);
    }

    /**
     * Standard input for {@code -}, or a file to read.
     *
     * @param said what a complaint begins with
     * @param which file may be typed
     * @param option that would send it
     */
    public InputStream open(String said, String name, String which, String option) {
        return name.equals(Inputs.STREAM)
                ? streams.in()
                : Inputs.named(said + ":", () -> disk.open(name, which, Inputs.sent(option, name)));
    }

    /** A talk line by line here, as wide as the terminal. */
    public LineConsole lines(Glyphs glyphs) {
        return new LineConsole(streams.in(), streams.out(), glyphs, outIsTerminal ? size.get() : Optional.empty());
    }

    /** Asks; whoever says nothing does not want it. */
    public boolean isWanted(String question) {
        String answer = lines(Glyphs.ASCII).ask(question + " yes or no > ").orElse("");
        return List.of("yes", "y").contains(answer.toLowerCase(Locale.ROOT));
    }

    /**
     * The learner at this place.
     *
     * @param file of what was done in nabla's own course, there or not
     * @param journal what was done in a course
     * @param time gives what time it is and where midnight is; a table of zones is too much to read for whoever only solves
     */
    public record Learner(Path file, Function<Course, Journal> journal, Supplier<Clock> time) {
        public Learner(Path file, Supplier<Clock> time) {
            this(file, course -> Journal.of(file, course), time);
        }

        public Clock clock() {
            return time.get();
        }
    }

    /**
     * Standard input, and standard output for what cannot wait for the {@link CommandResult}.
     *
     * @param progress for what is looked at and gone: standard error, if it is a terminal
     * @param signals hears from when it is asked the signals that want an end: 0 until one came, then the exit code
     */
    public record Streams(InputStream in, OutputStream out, OutputStream progress, Supplier<IntSupplier> signals) {
        /** Nobody looks, and nobody wants an end. */
        public Streams(InputStream in, OutputStream out) {
            this(in, out, OutputStream.nullOutputStream(), () -> () -> 0);
        }
    }
}
