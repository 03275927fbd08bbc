package dev.nabla;

import dev.nabla.cli.Archive;
import dev.nabla.cli.Classes;
import dev.nabla.cli.CommandResult;
import dev.nabla.cli.Environment;
import dev.nabla.cli.Screens;
import dev.nabla.cli.command.Cli;
import dev.nabla.cli.input.FileAccess;
import dev.nabla.cli.input.ResourceLimit;
import dev.nabla.file.FilePresence;
import dev.nabla.file.FileReason;
import dev.nabla.frame.Size;
import dev.nabla.lesson.Course;
import dev.nabla.lesson.read.CourseReader;
import dev.nabla.lesson.read.CourseWatcher;
import dev.nabla.output.Asciicast;
import dev.nabla.output.Config;
import dev.nabla.output.DisplayProfile;
import dev.nabla.output.ExitCode;
import dev.nabla.output.FaultLog;
import dev.nabla.output.PlainText;
import dev.nabla.room.ClassInfo;
import dev.nabla.room.ClassStore;
import dev.nabla.room.ServerStatus;
import dev.nabla.store.StoreFactory;
import dev.nabla.tui.LocalTutor;
import dev.nabla.tui.Recording;
import java.io.BufferedInputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;
import sun.misc.Signal;

/**
 * The entry point: builds the environment from the machine and runs a command. The only class that ends the program.
 */
public final class Main {
    /** The bits of a file's mode that hold its type, with two of the types below. */
    private static final int FILE_KIND = 0170000;

    private static final int PIPE = 0010000;
    private static final int SOCKET = 0140000;
    private static final long CONFIG_MOST = 64 * 1024;

    private Main() {}

    public static void main(String[] args) {
        // All output is written and the terminal is restored. System.exit would first search for a logger, which from
        // JDK 21 on takes 20 ms.
        Runtime.getRuntime().halt(guarded(List.of(args)));
    }

    private static int guarded(List<String> args) {
        try {
            return run(args);
        } catch (RuntimeException | Error fault) {
            System.err.println(faults().record(fault));
            return ExitCode.FAULT.code();
        }
    }

    /** Runs a command and writes its output. Returns the exit code. */
    static int run(List<String> args) {
        boolean tutor = args.isEmpty() || args.get(0).equals("learn");
        Environment console = console(terminals());
        try {
            CommandResult reply =
                    new Cli(console, new TerminalScreens(), () -> new ClassOpener(console, faults())).run(args);
            remark(reply.err());
            write(FileDescriptor.out, reply.out());
            if (tutor) {
                console.archive().restoreTimes(); // last, because reading a copy of the archives takes long
            }
            return reply.code();
        } catch (IOException unwritten) {
            return unwritten(unwritten);
        } catch (UncheckedIOException unwritten) {
            return unwritten(unwritten.getCause());
        }
    }

    private static Environment console(Set<String> terminals) {
        Map<String, String> env = System.getenv();
        Path configFile = Directories.config(env);
        Path lessons = Directories.home().resolve("lessons");
        Path built = Directories.home().resolve("lib").resolve("course.bin");
        return new Environment(
                new DisplayProfile.Surroundings(
                        env,
                        terminals.containsAll(Set.of("in", "out")),
                        System.getProperty("native.encoding", "US-ASCII")),
                terminals.contains("out"),
                LocalTutor::size,
                config(configFile),
                configFile,
                lessons,
                folder -> CourseReader.load(folder, built),
                Main::completion,
                new Archive(Directories.home().resolve("lib")),
                Main::version,
                new Environment.Learner(
                        Directories.journal(env), Clock::systemDefaultZone, new ModelFolder(Directories.models(env))),
                new StoredClasses(),
                new Environment.Streams(
                        new BufferedInputStream(new FileInputStream(FileDescriptor.in)),
                        new FileOutputStream(FileDescriptor.out),
                        terminals.contains("err")
                                ? new FileOutputStream(FileDescriptor.err)
                                : OutputStream.nullOutputStream(),
                        Main::signals),
                FileAccess.MACHINE,
                ResourceLimit.WHOLE);
    }

    private static Optional<String> completion(String shell) {
        Path share = Directories.home().resolve("share");
        Path script = share.resolve(
                switch (shell) {
                    case "zsh" -> Path.of("zsh", "site-functions", "_nabla");
                    case "fish" -> Path.of("fish", "vendor_completions.d", "nabla.fish");
                    default -> Path.of("bash-completion", "completions", "nabla");
                });
        try {
            return Optional.of(Files.readString(script));
        } catch (IOException notBuilt) {
            return Optional.empty();
        }
    }

    /**
     * Handles HUP, INT and TERM. Returns a supplier of the exit code, 0 before the first signal. A second signal halts
     * the JVM.
     */
    private static IntSupplier signals() {
        AtomicInteger code = new AtomicInteger();
        for (String name : List.of("HUP", "INT", "TERM")) {
            Signal.handle(new Signal(name), signal -> {
                if (!code.compareAndSet(0, ExitCode.afterSignal(signal.getNumber()))) {
                    Runtime.getRuntime().halt(code.get());
                }
            });
        }
        return code::get;
    }

    /** The tutor's screens on this machine, for the commands. */
    static final class TerminalScreens implements Screens {
        private final LocalTutor tutor = new LocalTutor(
                Directories.journal(System.getenv()), new ModelFolder(Directories.models(System.getenv())), faults());

        @Override
        public int learn(Course course, Optional<String> section, DisplayProfile look, Optional<CourseWatcher> watch)
                throws IOException {
            return tutor.learn(course, section, look, watch);
        }

        @Override
        public Optional<Integer> review(Course course, DisplayProfile look) throws IOException {
            return tutor.review(course, look);
        }

        @Override
        public Asciicast film(Course course, DisplayProfile look, Size size, List<String> keys) {
            return Recording.of(course, look, size, keys);
        }
    }

    /** The stored classes on this machine, for the commands. */
    private static final class StoredClasses implements Classes {
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
                    stores.isServed(),
                    FilePresence.isAbsent(file) ? Optional.empty() : Optional.of(Files.readString(file)));
        }

        private static StoreFactory stores(ClassLocation place) {
            return new StoreFactory(place.folder().orElseGet(() -> Directories.ofClass(System.getenv())), place.url());
        }
    }

    private static FaultLog faults() {
        return new FaultLog(Directories.faults(System.getenv()));
    }

    /**
     * Returns which of {@code in}, {@code out} and {@code err} are terminals, as the launcher reports. Without a
     * launcher, in and out count as terminals if there is a console.
     */
    private static Set<String> terminals() {
        String reported = System.getProperty("nabla.terminals");
        if (reported != null) {
            return Set.of(reported.split(","));
        }
        // From JDK 22 on the default console exists even if input is a pipe.
        System.setProperty("jdk.console", "java.base");
        return System.console() == null ? Set.of() : Set.of("in", "out");
    }

    /**
     * Reads the config file. A file that cannot be read gives a complaint, like a mistake in it; a missing file gives
     * none.
     */
    private static Config config(Path file) {
        if (FilePresence.isAbsent(file)) {
            return Config.NONE;
        }
        String why;
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            if (attributes.isRegularFile() && attributes.size() <= CONFIG_MOST) {
                return Config.parse(Files.readString(file), "config");
            }
            why = (attributes.isRegularFile() ? "is larger than 64 KiB" : "is no regular file") + " and was not read";
        } catch (CharacterCodingException bytes) {
            why = "is not text in UTF-8 and was not read";
        } catch (IOException unreadable) {
            why = "cannot be read: " + FileReason.of(unreadable);
        }
        return new Config(Map.of(), List.of(file + " " + why));
    }

    private static String version() {
        return Objects.requireNonNullElse(Main.class.getPackage().getImplementationVersion(), "development");
    }

    /** Writes to the file descriptor directly, because System.out would hide a closed pipe or a full disk. */
    private static void write(FileDescriptor where, String text) throws IOException {
        if (!text.isEmpty()) {
            new FileOutputStream(where).write(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Writes to standard error. A failure is ignored; it changes neither the answer nor the exit code. */
    private static void remark(String text) {
        try {
            write(FileDescriptor.err, text);
        } catch (IOException nobodyHears) {
            return;
        }
    }

    private static int unwritten(IOException why) {
        if (isPipe()) {
            return ExitCode.PIPE_CLOSED;
        }
        System.err.println("nabla: cannot write the answer: " + PlainText.harmless(String.valueOf(why.getMessage())));
        return ExitCode.CANNOT_WRITE.code();
    }

    /**
     * Returns whether standard output is a pipe or a socket. A write to one fails only if nothing reads it any more.
     */
    private static boolean isPipe() {
        try {
            int kind = (int) Files.getAttribute(Path.of("/dev/fd/1"), "unix:mode") & FILE_KIND;
            return kind == PIPE || kind == SOCKET;
        } catch (IOException | UnsupportedOperationException unknown) {
            return false;
        }
    }
}
