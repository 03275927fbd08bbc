package dev.nabla.serve.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.tui.term.RemoteSession;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StepSchedulerTest {
    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1);
    private final List<Long> slow = new ArrayList<>();
    private final StepScheduler scheduler = new StepScheduler(4, timer, slow::add);

    @AfterEach
    void close() {
        scheduler.close();
        timer.shutdownNow();
    }

    @Test
    void aMachineIsTurnedByOneThreadAtATimeAndAfterEachWake() throws InterruptedException {
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        AtomicInteger typed = new AtomicInteger();
        AtomicInteger taken = new AtomicInteger();
        StepScheduler.SessionTurn turn = scheduler.new SessionTurn(nanos -> {
            most.accumulateAndGet(inside.incrementAndGet(), Math::max);
            taken.set(typed.get());
            inside.decrementAndGet();
            return RemoteSession.NEVER;
        });
        int threads = 4;
        int wakes = 20_000;
        CountDownLatch done = new CountDownLatch(threads);
        for (int i = 0; i < threads; i++) {
            new Thread(() -> {
                        for (int wake = 0; wake < wakes; wake++) {
                            typed.incrementAndGet();
                            turn.wake();
                        }
                        done.countDown();
                    })
                    .start();
        }
        assertThat(done.await(20, TimeUnit.SECONDS)).isTrue();
        for (int i = 0; i < 200 && taken.get() < threads * wakes; i++) {
            TimeUnit.MILLISECONDS.sleep(10);
        }
        assertThat(taken).hasValue(threads * wakes);
        assertThat(most).hasValue(1);
    }

    @Test
    void isCalledAgainWhenItsTimeIsUpAndHoldsOneAlarmAtMost() throws InterruptedException {
        CountDownLatch steps = new CountDownLatch(5);
        StepScheduler.SessionTurn ticking = scheduler.new SessionTurn(nanos -> {
            steps.countDown();
            return TimeUnit.MILLISECONDS.toNanos(steps.getCount() == 0 ? 60_000 : 5);
        });
        timer.setRemoveOnCancelPolicy(true);
        ticking.wake();
        assertThat(steps.await(5, TimeUnit.SECONDS)).isTrue();
        for (int i = 0; i < 100; i++) {
            ticking.wake();
        }
        TimeUnit.MILLISECONDS.sleep(100);
        assertThat(timer.getQueue()).hasSize(1);
        assertThat(scheduler.waitPercentile(99)).isGreaterThanOrEqualTo(scheduler.waitPercentile(50));
    }

    @Test
    void tellsOfAStepThatTakesLong() throws InterruptedException {
        CountDownLatch stepped = new CountDownLatch(1);
        StepScheduler.SessionTurn turn = scheduler.new SessionTurn(nanos -> {
            try {
                TimeUnit.MILLISECONDS.sleep(300);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
            stepped.countDown();
            return RemoteSession.NEVER;
        });
        turn.wake();
        assertThat(stepped.await(5, TimeUnit.SECONDS)).isTrue();
        for (int i = 0; i < 100 && slow.isEmpty(); i++) {
            TimeUnit.MILLISECONDS.sleep(10);
        }
        assertThat(slow).singleElement().satisfies(millis -> assertThat(millis).isGreaterThanOrEqualTo(300));
    }
}
