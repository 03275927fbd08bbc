package dev.nabla;

import dev.nabla.cli.Manuals;
import dev.nabla.gpt.TrainingRun;
import dev.nabla.lesson.read.WriteCourse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;

/**
 * Writes, for the build, the course with all that its lessons compute, and what is made of the commands: manual pages,
 * the schema of a batch and completion scripts. In one JVM, so that a model is trained once for all of them.
 */
public final class Prepare {
    /** Room for all that is trained, in bytes. */
    private static final long TRAININGS = 400 << 20;

    private Prepare() {}

    /** Writes all of it for the course of one folder into another folder. */
    public static void write(Path lessons, Path into) throws IOException {
        TrainingRun.allow(TRAININGS);
        CompletableFuture<Void> manuals =
                CompletableFuture.runAsync(() -> manuals(into), task -> new Thread(task).start());
        WriteCourse.write(lessons, into.resolve("course.bin"));
        manuals.join();
    }

    private static void manuals(Path into) {
        try {
            Manuals.write(into);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
