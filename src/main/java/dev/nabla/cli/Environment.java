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
import dev.nabla.own.ModelShelf;
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
 * Everything that a command needs from outside. It is passed in, so that tests can replace it.
 *
 * @param here environment variables, whether there is a terminal, and its encoding
 * @param outIsTerminal whether standard output is a terminal
 * @param size asks the terminal for its size; empty without a terminal
 * @param config the settings in the user's config file
 * @param configFile the path of that file, which need not exist
 * @param lessons the folder of nabla's own course
 * @param courses loads the course in a folder; fast for lessons that the build has read
 * @param completion returns the completion script that the build wrote for a shell, if it is there
 * @param archive the class-data archives, which make starts fast
 * @param version reads the version of the program from its jar
 * @param learner the learner whose answers are saved
 * @param classes opens the classes that are stored here
 * @param streams standard input and output while a command runs
 * @param disk the files that a command may name
 * @param share the share of the machine that a command may use
 */
public record Environment(
        DisplayProfile.Surroundings here,
        boolean outIsTerminal,
        Supplier<Optional<Size>> size,
        Config config,
        Path configFile,
        Path lessons,
        Function<Path, Course> courses,
        Function<String, Optional<String>> completion,
        Archive archive,
        Supplier<String> version,
        Learner learner,
        Classes classes,
        Streams streams,
        FileAccess disk,
        ResourceLimit share) {
    private static final Size USUAL = new Size(80, 23);

    /** Returns nabla's own course. */
    public Course course() {
        return courses.apply(lessons);
    }

    /** Returns the mistakes in the config file, one per line. They do not stop a command. */
    public String complaints() {
        return config.complaints().stream().map(CommandResult::errorLine).collect(Collectors.joining());
    }

    /** Returns the terminal's size without one line for the prompt, or 80x23 if standard output is no terminal. */
    public Size room() {
        Optional<Size> terminal = outIsTerminal ? size.get() : Optional.empty();
        return terminal.map(size -> new Size(size.width(), size.height() - 1)).orElse(USUAL);
    }

    /**
     * Opens standard input for {@code -}, else the named file.
     *
     * @param start the beginning of an error message
     * @param which the end of an error message about a missing file, after "type the path of one"
     * @param option the option with which a remote user could send the file as standard input
     * @throws BadInput if the file cannot be opened
     */
    public InputStream open(String start, String name, String which, String option) {
        return name.equals(Inputs.STREAM)
                ? streams.in()
                : Inputs.named(start + ":", () -> disk.open(name, which, Inputs.sent(option, name)));
    }

    /** Returns a console for a dialogue line by line, as wide as the terminal. */
    public LineConsole lines(Glyphs glyphs) {
        return new LineConsole(streams.in(), streams.out(), glyphs, outIsTerminal ? size.get() : Optional.empty());
    }

    /**
     * Asks a yes/no question. Returns true only for yes or y in any case; an empty answer or the end of input means no.
     */
    public boolean isWanted(String question, Glyphs glyphs) {
        String answer = lines(glyphs).ask(question + " yes or no > ").orElse("");
        return List.of("yes", "y").contains(answer.toLowerCase(Locale.ROOT));
    }

    /**
     * The learner whose answers are saved.
     *
     * @param file the journal of nabla's own course, which need not exist
     * @param journal returns the journal of a course
     * @param time returns the clock with the learner's time zone; called only when needed, since loading the time zones
     *     is slow
     * @param models where models of the learner's own names are kept
     */
    public record Learner(Path file, Function<Course, Journal> journal, Supplier<Clock> time, ModelShelf models) {
        public Learner(Path file, Supplier<Clock> time, ModelShelf models) {
            this(file, course -> Journal.of(file, course), time, models);
        }

        /** Creates a learner who keeps no models, with a journal that a function returns. */
        public Learner(Path file, Function<Course, Journal> journal, Supplier<Clock> time) {
            this(file, journal, time, ModelShelf.NONE);
        }

        /** Creates a learner who keeps no models. */
        public Learner(Path file, Supplier<Clock> time) {
            this(file, time, ModelShelf.NONE);
        }

        public Clock clock() {
            return time.get();
        }
    }

    /**
     * Standard input, and standard output for text that cannot wait for the {@link CommandResult}.
     *
     * @param progress receives progress lines that are overwritten: standard error if it is a terminal
     * @param signals installs the handling of signals that end the program when called; its result is 0 until one
     *     arrives, then the exit code
     */
    public record Streams(InputStream in, OutputStream out, OutputStream progress, Supplier<IntSupplier> signals) {
        /** Creates streams that discard progress and never report a signal. */
        public Streams(InputStream in, OutputStream out) {
            this(in, out, OutputStream.nullOutputStream(), () -> () -> 0);
        }
    }
}
