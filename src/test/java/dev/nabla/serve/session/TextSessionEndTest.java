package dev.nabla.serve.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.output.ExitCode;
import dev.nabla.serve.ServedClass;
import java.io.OutputStream;
import java.lang.reflect.Proxy;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.sshd.common.session.Session;
import org.junit.jupiter.api.Test;

class TextSessionEndTest {
    /** Runs a task in two threads that begin within nanoseconds of each other. */
    private static void twiceAtOnce(Runnable task) throws InterruptedException {
        AtomicInteger ready = new AtomicInteger();
        Runnable together = () -> {
            ready.incrementAndGet();
            while (ready.get() < 2) {
                Thread.onSpinWait();
            }
            task.run();
        };
        Thread other = new Thread(together);
        other.start();
        together.run();
        other.join();
    }

    private static boolean isEnding(Thread thread) {
        return thread.getName().equals("nabla-lines");
    }

    /** The timer of idle sessions and the thread of the session may both end it. */
    @Test
    void twoThreadsThatEndASessionEndItOnce() throws Exception {
        Session nothing = (Session) Proxy.newProxyInstance(
                Session.class.getClassLoader(),
                new Class<?>[] {Session.class},
                (self, method, given) -> new AtomicInteger());
        int rounds = 500;
        AtomicInteger exits = new AtomicInteger();
        for (int i = 0; i < rounds; i++) {
            RestrictedChannel door = RestrictedChannel.open(nothing, null).orElseThrow();
            TextSession visit =
                    new TextSession(door, TextSession.HOME, new Semaphore(1), null, null, null, null, null, null, null);
            visit.setOutputStream(OutputStream.nullOutputStream());
            visit.setExitCallback((code, message, now) -> exits.incrementAndGet());
            twiceAtOnce(() -> visit.end("over", ExitCode.OK));
        }
        ServedClass.eventually(
                () -> Thread.getAllStackTraces().keySet().stream().noneMatch(TextSessionEndTest::isEnding));
        assertThat(exits).hasValue(rounds);
    }
}
