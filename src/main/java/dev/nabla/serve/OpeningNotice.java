package dev.nabla.serve;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;

/** A message that the class is being opened, for an operator who has waited for a second. */
public final class OpeningNotice {
    private final AtomicBoolean withdrawn = new AtomicBoolean();

    /** @param afterASecond runs a task after a second */
    public OpeningNotice(Runnable message, Executor afterASecond) {
        CompletableFuture.runAsync(
                () -> {
                    if (!withdrawn.get()) {
                        message.run();
                    }
                },
                afterASecond);
    }

    /** Withdraws the message, because another one is printed. */
    public void withdraw() {
        withdrawn.set(true);
    }
}
