package dev.nabla.serve;

import dev.nabla.output.ExitCode;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import sun.misc.Signal;

/** The request to stop the server, by SIGINT, SIGTERM or SIGHUP. A second signal ends the process at once. */
public final class StopSignal {
    private final CountDownLatch requested = new CountDownLatch(1);

    /** Handles signals from now on. Before, a signal ends the process. */
    void listen() {
        for (String name : List.of("INT", "TERM", "HUP")) {
            Signal.handle(new Signal(name), this::handle);
        }
    }

    private void handle(Signal signal) {
        if (isRequested()) {
            Runtime.getRuntime().halt(ExitCode.afterSignal(signal.getNumber()));
        }
        request();
    }

    void request() {
        requested.countDown();
    }

    boolean isRequested() {
        return requested.getCount() == 0;
    }

    void await() throws InterruptedException {
        requested.await();
    }

    /** Waits for a signal. Returns whether there was one within the time. */
    boolean await(long time, TimeUnit unit) throws InterruptedException {
        return requested.await(time, unit);
    }
}
