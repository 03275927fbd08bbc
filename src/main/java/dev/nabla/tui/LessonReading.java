package dev.nabla.tui;

import dev.nabla.lesson.Section;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Reads lessons in another thread, one at a time. */
final class LessonReading {
    /** The interval in ms at which a program looks whether a lesson has been read. */
    static final int LOOK_MILLIS = 40;

    /** The time in ms that a section may take to open before a sign is shown. */
    private static final int PATIENCE_MILLIS = 120;

    private final Executor executor;
    private CompletableFuture<Void> reading = CompletableFuture.completedFuture(null);

    LessonReading(Executor executor) {
        this.executor = executor;
    }

    /** Returns a reading in threads that do not keep the program alive. */
    static LessonReading inThreads() {
        return new LessonReading(task -> {
            Thread thread = new Thread(task, "nabla-read-lesson");
            thread.setDaemon(true);
            thread.start();
        });
    }

    /** Starts to read a lesson. A lesson that cannot be read is reported when its section is opened. */
    void read(Section section) {
        reading = CompletableFuture.runAsync(() -> TutorProgram.read(section), executor);
    }

    /** Starts to read a lesson, and returns whether that is done so soon that no sign is needed. */
    boolean readsInTime(Section section) {
        read(section);
        try {
            reading.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException slow) {
            return false;
        } catch (ExecutionException failed) {
            return true; // fails once more when the section is opened
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        return true;
    }

    boolean isDone() {
        return reading.isDone();
    }
}
