package dev.nabla.serve.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nabla.output.ExitCode;
import dev.nabla.serve.options.ServeException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ScriptExecutorTest {
    private static final int SECONDS = 60;

    private final AtomicLong nanos = new AtomicLong();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final ScriptExecutor executor = new ScriptExecutor(timer, nanos::get);
    private final BlockingQueue<String> started = new LinkedBlockingQueue<>();

    @AfterEach
    void close() {
        executor.close();
        timer.shutdownNow();
    }

    /** A task that says when it starts, and runs until it is let go. */
    private final class Held {
        private final CountDownLatch letGo = new CountDownLatch(1);
        private final ScriptExecutor.QueuedScript command;

        Held(String student, String name) throws ServeException {
            command = executor.begin(student);
            command.run(
                    () -> {
                        started.add(name);
                        await(letGo);
                        command.end();
                    },
                    SECONDS);
        }

        void letGo() {
            letGo.countDown();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private String next() throws InterruptedException {
        return started.poll(5, TimeUnit.SECONDS);
    }

    @Test
    void aStudentWithManyCommandsKeepsOneThread() throws Exception {
        Held first = new Held("eve", "eve 1");
        assertThat(next()).isEqualTo("eve 1");
        new Held("eve", "eve 2");
        new Held("eve", "eve 3");
        Held ada = new Held("ada", "ada 1");
        assertThat(next()).isEqualTo("ada 1");
        ada.letGo();
        assertThat(started.poll(100, TimeUnit.MILLISECONDS)).isNull();
        first.letGo();
        assertThat(next()).isEqualTo("eve 2");
    }

    @Test
    void studentsTakeTurns() throws Exception {
        Held eve = new Held("eve", "eve 1");
        Held bob = new Held("bob", "bob 1");
        assertThat(List.of(next(), next())).containsExactlyInAnyOrder("eve 1", "bob 1");
        Held second = new Held("eve", "eve 2");
        new Held("eve", "eve 3");
        new Held("ada", "ada 1");
        new Held("cleo", "cleo 1");
        eve.letGo();
        assertThat(next()).isEqualTo("eve 2");
        second.letGo();
        assertThat(next()).isEqualTo("ada 1");
        bob.letGo();
        assertThat(next()).isEqualTo("cleo 1");
    }

    @Test
    void oneRunsAndTwoWait() throws Exception {
        Held first = new Held("eve", "eve 1");
        ScriptExecutor.QueuedScript second = executor.begin("eve");
        executor.begin("eve");
        assertThatThrownBy(() -> executor.begin("eve"))
                .hasMessage("3 commands of yours run or wait already; try again when one has ended,"
                        + " or send many questions at once with --batch")
                .isInstanceOfSatisfying(ServeException.class, refused -> assertThat(refused.exitCode())
                        .isEqualTo(ExitCode.LATER));
        executor.begin("ada");
        second.end();
        second.end();
        executor.begin("eve");
        assertThatThrownBy(() -> executor.begin("eve")).isInstanceOf(ServeException.class);
        assertThat(next()).isEqualTo("eve 1");
        first.letGo();
    }

    @Test
    void aMinuteHasSixty() throws Exception {
        for (int i = 0; i < 60; i++) {
            executor.begin("eve").end();
        }
        nanos.addAndGet(Duration.ofSeconds(55).toNanos());
        assertThatThrownBy(() -> executor.begin("eve"))
                .hasMessage("more than 60 commands in a minute; try again in 6 s")
                .isInstanceOfSatisfying(ServeException.class, refused -> assertThat(refused.exitCode())
                        .isEqualTo(ExitCode.LATER));
        executor.begin("ada");
        nanos.addAndGet(Duration.ofSeconds(6).toNanos());
        executor.begin("eve");
    }

    @Test
    void whatTakesTooLongIsInterruptedAndNothingElse() throws Exception {
        BlockingQueue<Boolean> interrupted = new LinkedBlockingQueue<>();
        ScriptExecutor.QueuedScript slow = executor.begin("eve");
        slow.run(
                () -> {
                    await(new CountDownLatch(1));
                    interrupted.add(Thread.currentThread().isInterrupted());
                },
                1); // after 0 s it could be stopped before it has begun
        assertThat(interrupted.poll(5, TimeUnit.SECONDS)).isTrue();
        slow.run(() -> interrupted.add(Thread.currentThread().isInterrupted()), SECONDS);
        assertThat(interrupted.poll(5, TimeUnit.SECONDS)).isFalse();
    }
}
