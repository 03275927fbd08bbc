package dev.nabla.tui;

import dev.nabla.lesson.Section;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** Reads lessons ahead in another thread, one at a time. */
final class LessonReading {
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
        reading = CompletableFuture.runAsync(section::readAhead, executor);
    }

    boolean isDone() {
        return reading.isDone();
    }
}
