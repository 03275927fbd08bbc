package dev.nabla;

import dev.nabla.cli.Environment;
import dev.nabla.cli.member.MemberCommands;
import dev.nabla.cli.school.Host;
import dev.nabla.gpt.TrainingRun;
import dev.nabla.lesson.Course;
import dev.nabla.lesson.LazyLesson;
import dev.nabla.math.BadInput;
import dev.nabla.output.ExitCode;
import dev.nabla.output.FaultLog;
import dev.nabla.output.PlainText;
import dev.nabla.progress.DayRule;
import dev.nabla.room.ClassInfo;
import dev.nabla.room.ClassStore;
import dev.nabla.room.account.ClassCode;
import dev.nabla.serve.ClassServer;
import dev.nabla.serve.DatabaseWait;
import dev.nabla.serve.HostKey;
import dev.nabla.serve.OpeningNotice;
import dev.nabla.serve.StopSignal;
import dev.nabla.serve.options.ServeException;
import dev.nabla.serve.options.ServeOptions;
import dev.nabla.store.StoreFactory;
import dev.nabla.tui.RemoteTutorFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Opens and serves a class: builds its store, tutor, remote commands and ssh server.
 *
 * @param console environment of the command that starts the server
 * @param faults log of internal errors
 */
record ClassOpener(Environment console, FaultLog faults) implements Host {
    private static final String FILE = "@";
    private static final String NO_CODE = "none";

    /** Memory for the trainings of all sessions, in bytes. Forty of the largest model need 35 MB. */
    private static final long TRAININGS = 64 << 20;

    @Override
    public ExitCode serve(ServeOptions options) throws ServeException {
        Path folder = options.folder()
                .map(ClassOpener::path)
                .orElseGet(() -> Directories.journal(console.here().env()).resolveSibling("class"));
        StopSignal stop = new StopSignal();
        OpeningNotice notice = notice(options, folder);
        StoreFactory stores = new StoreFactory(folder, options.store());
        DatabaseWait wait = new DatabaseWait(stop, System::nanoTime, stores::waitingAnswers, line -> {
            notice.withdraw();
            System.err.println("nabla: " + line);
        });
        try {
            Optional<ClassStore> store = wait.open(() -> stores.serve(newClass(options, folder)));
            return store.isPresent() ? serve(store.get(), options, folder, stop, notice) : ExitCode.OK;
        } catch (ClassStore.StoreException refused) {
            throw new ServeException(code(refused.reason(), options), message(refused, folder));
        } catch (IOException unusable) {
            throw new ServeException(
                    code(ClassStore.StoreException.RefusalReason.UNUSABLE, options), unusable.getMessage());
        } catch (NoClassDefFoundError without) {
            throw new ServeException(ExitCode.USAGE, "this nabla was built without serve; install it whole");
        } finally {
            notice.withdraw();
        }
    }

    private static OpeningNotice notice(ServeOptions options, Path folder) {
        Runnable message = () -> System.err.println("nabla: opening " + PlainText.harmless(folder.toString()) + " ...");
        return new OpeningNotice(
                options.aloud() ? message : () -> {}, CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS));
    }

    private ExitCode serve(ClassStore opened, ServeOptions options, Path folder, StopSignal stop, OpeningNotice notice)
            throws ServeException, IOException {
        try (ClassStore store = opened) {
            TrainingRun.allow(TRAININGS);
            HostKey key = HostKey.open(options, folder);
            key.admit(store, options.join(), folder); // before this host changes the class
            ClassInfo info = ClassStore.done(store.change(known -> withOptions(known, options)));
            Course course = console.courses().apply(info.lessons().map(Path::of).orElse(console.lessons()));
            // A mistake keeps the class closed. What the build has checked has none, and is read once the class is
            // open.
            course.drafts().filter(lesson -> !lesson.isChecked()).parallel().forEach(LazyLesson::lesson);
            return ClassServer.run(new ClassServer.ServerSetup(
                    options,
                    folder,
                    Path.of(console.here().env().getOrDefault("HOME", System.getProperty("user.home"))),
                    key,
                    store,
                    new RemoteTutorFactory(course, InstantSource.system(), DayRule.inZone(info.zone())).inThreads(),
                    new MemberCommands(console, store, course),
                    faults,
                    stop,
                    () -> {
                        notice.withdraw();
                        readAhead(course);
                    },
                    System.out,
                    System.err));
        }
    }

    /** Reads all lessons in another thread, so that few students wait for one. */
    private static void readAhead(Course course) {
        CompletableFuture.runAsync(() -> course.drafts().forEach(LazyLesson::lesson));
    }

    private static ExitCode code(ClassStore.StoreException.RefusalReason reason, ServeOptions options) {
        return switch (reason) {
            case HELD -> ExitCode.LATER;
            case AWAY -> ExitCode.UNAVAILABLE;
            case UNUSABLE -> options.store().isPresent() ? ExitCode.UNAVAILABLE : ExitCode.CANNOT_WRITE;
            case ABSENT, EXISTS, FULL -> ExitCode.CANNOT_WRITE;
        };
    }

    private static String message(ClassStore.StoreException refused, Path folder) {
        return refused.reason() == ClassStore.StoreException.RefusalReason.HELD
                ? refused.getMessage() + "; stop that one, or type --class with another folder than " + folder
                : refused.getMessage();
    }

    private static Path path(String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException unspeakable) {
            throw BadInput.usage("bad_path", "'" + text + "' cannot be the name of a folder here");
        }
    }

    /** Returns the settings of a new class, named after its folder and with a random class code. */
    private static ClassInfo newClass(ServeOptions options, Path folder) {
        String name =
                folder.toAbsolutePath().normalize().getFileName().toString().replace('-', ' ');
        String title = name.equals("class") ? "Your class" : Character.toUpperCase(name.charAt(0)) + name.substring(1);
        return new ClassInfo(
                title,
                Optional.empty(),
                ZoneId.systemDefault(),
                Optional.of(ClassCode.draw(new SecureRandom())),
                List.of());
    }

    private static ClassInfo withOptions(ClassInfo known, ServeOptions options) {
        return new ClassInfo(
                known.title(),
                options.lessons()
                        .map(folder -> path(folder).toAbsolutePath().toString())
                        .or(known::lessons),
                options.zone().orElse(known.zone()),
                options.code().isPresent() ? code(options.code().get()) : known.code(),
                known.dues(),
                known.closed(),
                known.points());
    }

    private static Optional<String> code(String wanted) {
        if (wanted.equals(NO_CODE)) {
            return Optional.empty();
        }
        try {
            String code = wanted.startsWith(FILE)
                    ? Files.readString(path(wanted.substring(1))).strip()
                    : wanted;
            if (!code.isBlank()) {
                return Optional.of(code);
            }
        } catch (IOException unreadable) {
            throw BadInput.usage("no_file", "--code " + wanted + " cannot be read; name a file with one line");
        }
        throw BadInput.usage("bad_code", "--code is empty; type a word, or none");
    }
}
