package dev.nabla.cli;

import dev.nabla.cli.command.Cli;
import dev.nabla.cli.input.FileAccess;
import dev.nabla.cli.input.ResourceLimit;
import dev.nabla.cli.school.Host;
import dev.nabla.frame.Size;
import dev.nabla.lesson.Course;
import dev.nabla.lesson.ShippedCourse;
import dev.nabla.lesson.read.CourseReader;
import dev.nabla.lesson.read.CourseWatcher;
import dev.nabla.output.Asciicast;
import dev.nabla.output.Config;
import dev.nabla.output.DisplayProfile;
import dev.nabla.output.ExitCode;
import dev.nabla.room.ClassInfo;
import dev.nabla.room.ClassStore;
import dev.nabla.room.ServerStatus;
import dev.nabla.serve.options.ServeException;
import dev.nabla.store.StoreFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Places for commands to run in. */
public final class Consoles {
    private static final Path LESSONS = Path.of(System.getProperty("lessons", "lessons"));

    /** Noon of a Thursday, and a journal that nobody can write. */
    public static final Environment.Learner NOBODY = learner(Path.of("/dev/null/no-home/journal.jsonl"));

    /** Nothing comes in, nothing goes out. */
    public static final Environment.Streams NO_STREAMS =
            new Environment.Streams(InputStream.nullInputStream(), OutputStream.nullOutputStream());

    /** A pipe in a UTF-8 locale. */
    public static final Environment PIPE = at(false, Optional.empty());

    /** A terminal of 100x30 cells. */
    public static final Environment TERMINAL = at(true, Optional.of(new Size(100, 30)));

    static final Screens TUTOR = new Tutor();

    /** Whose class is held by another. */
    public static final Supplier<Host> HOST = () -> wishes -> {
        throw new ServeException(ExitCode.LATER, "held: " + wishes.port());
    };

    private Consoles() {}

    private static Environment at(boolean terminal, Optional<Size> size) {
        DisplayProfile.Surroundings here = new DisplayProfile.Surroundings(
                Map.of("LANG", "en_US.UTF-8", "TERM", "xterm-256color"), terminal, "UTF-8");
        return at(here, terminal, size, NOBODY, NO_STREAMS);
    }

    /** Surroundings, learner and streams of one's own. */
    public static Environment at(
            DisplayProfile.Surroundings here,
            boolean terminal,
            Optional<Size> size,
            Environment.Learner learner,
            Environment.Streams streams) {
        return new Environment(
                here,
                terminal,
                () -> size,
                Config.NONE,
                Path.of("config"),
                LESSONS,
                folder -> folder.equals(LESSONS) ? ShippedCourse.COURSE : CourseReader.load(folder),
                shell -> Optional.empty(),
                new Archive(Path.of("lib")),
                () -> "9.9",
                learner,
                new Folders(learner.file().resolveSibling("class")),
                streams,
                FileAccess.MACHINE,
                ResourceLimit.WHOLE);
    }

    /** The same place, with other variables and a config file. */
    public static Environment configured(Environment place, Map<String, String> env, Config config) {
        DisplayProfile.Surroundings here = new DisplayProfile.Surroundings(
                env, place.here().terminal(), place.here().encoding());
        return new Environment(
                here,
                place.outIsTerminal(),
                place.size(),
                config,
                place.configFile(),
                place.lessons(),
                place.courses(),
                place.completion(),
                place.archive(),
                place.version(),
                place.learner(),
                place.classes(),
                place.streams(),
                place.disk(),
                place.share());
    }

    /** The pipe with streams of one's own. */
    public static Environment fed(Environment.Streams streams) {
        return of(NOBODY, streams);
    }

    /** The pipe with a learner and streams of one's own. */
    static Environment of(Environment.Learner learner, Environment.Streams streams) {
        return at(PIPE.here(), false, Optional.empty(), learner, streams);
    }

    /** A learner on a Thursday at noon. */
    public static Environment.Learner learner(Path journal) {
        return new Environment.Learner(
                journal, () -> Clock.fixed(Instant.parse("2026-03-05T12:00:00Z"), ZoneOffset.UTC));
    }

    /** What a command line answers in a pipe; words are parted by blanks. */
    public static CommandResult pipe(String line) {
        return run(PIPE, line);
    }

    public static CommandResult run(Environment console, String line) {
        return run(console, line.isBlank() ? List.of() : List.of(line.split(" ")));
    }

    public static CommandResult run(Environment console, List<String> words) {
        return new Cli(console, TUTOR, HOST).run(words);
    }

    /**
     * Classes as they are kept.
     *
     * @param usual folder of one that is not named
     */
    private record Folders(Path usual) implements Classes {
        private StoreFactory stores(ClassLocation place) {
            return new StoreFactory(place.folder().orElse(usual), place.url());
        }

        @Override
        public <T> T open(ClassLocation place, Optional<ClassInfo> fresh, ClassTask<T> work) throws IOException {
            StoreFactory stores = stores(place);
            try (ClassStore store = fresh.isPresent() ? stores.create(fresh.get()) : stores.open()) {
                return work.run(store);
            }
        }

        @Override
        public ClassStatus status(ClassLocation place) throws IOException {
            StoreFactory stores = stores(place);
            Path file = stores.folder().resolve(ServerStatus.FILE);
            return new ClassStatus(
                    stores.isServed(), Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty());
        }
    }

    /** Ends with the section at which it was opened, 99 at home and 42 after a review; films the names of the keys. */
    private static final class Tutor implements Screens {
        @Override
        public int learn(Course course, Optional<String> section, DisplayProfile look, Optional<CourseWatcher> watch) {
            return section.map(Integer::valueOf).orElse(99);
        }

        @Override
        public Optional<Integer> review(Course course, DisplayProfile look) {
            return Optional.of(42);
        }

        @Override
        public Asciicast film(Course course, DisplayProfile look, Size size, List<String> keys) {
            return new Asciicast(size, List.of(new Asciicast.Moment(1500, String.join(",", keys))));
        }
    }
}
