package dev.nabla.gpt;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class FinishedRunTest {
    private static final Recipe SMALL =
            Recipe.standard().withShape(ScalingGrid.shape(8)).withOf(60).withBatch(4);

    @Test
    void theLossIsThatOfTheWholeTraining() {
        Recipe recipe = SMALL.withSeed(901);
        Snapshot end = new TrainingRun(recipe).snapshot(60);
        double loss = HeldOutLoss.of(end.weights(), recipe.cut(), recipe.split().heldOut())
                .loss();
        assertThat(new FinishedRun(recipe).loss()).isEqualTo(loss);
        assertThat(new TrainingRun(recipe).heldOut(60)).isEqualTo(loss);
    }

    @Test
    void piecesArriveAtTheSameLoss() {
        Recipe recipe = SMALL.withSeed(902);
        FinishedRun run = new FinishedRun(recipe);
        int calls = 0;
        int before = 0;
        while (!run.finish(TrainingRun.PIECE)) {
            assertThat(run.steps()).isGreaterThanOrEqualTo(before);
            assertThat(run.isDone()).isFalse();
            before = run.steps();
            calls++;
        }
        assertThat(calls).isBetween(3, 40);
        assertThat(before).isEqualTo(60);
        assertThat(run.isDone()).isTrue();
        assertThat(run.steps()).isZero();
        Trainer straight = new Trainer(recipe, Snapshot.first(recipe));
        while (straight.step() < 60) {
            straight.next();
        }
        assertThat(run.loss())
                .isEqualTo(HeldOutLoss.of(
                                straight.snapshot().weights(),
                                recipe.cut(),
                                recipe.split().heldOut())
                        .loss());
    }

    @Test
    void whatIsKnownCostsNothing() {
        FinishedRun run = new FinishedRun(SMALL.withSeed(903));
        assertThat(run.finish(0)).isFalse();
        run.loss();
        assertThat(run.finish(0)).isTrue();
    }

    @Test
    void ofThreadsThatWantTheSameLossOneTrains() throws Exception {
        FinishedRun run = new FinishedRun(SMALL.withOf(600).withSeed(904));
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        CyclicBarrier start = new CyclicBarrier(4);
        List<Long> worked = new ArrayList<>(); // nanoseconds on a processor
        Callable<Long> ask = () -> {
            start.await();
            long before = threads.getCurrentThreadCpuTime();
            run.loss();
            return threads.getCurrentThreadCpuTime() - before;
        };
        ExecutorService pool = Executors.newFixedThreadPool(4);
        for (Future<Long> asked : pool.invokeAll(Collections.nCopies(4, ask))) {
            worked.add(asked.get());
        }
        pool.shutdown();
        Collections.sort(worked);
        assertThat(worked.get(2)).isLessThan(worked.get(3) / 4);
    }

    @Test
    void aRateThatIsTooLargeEndsInNaN() {
        assertThat(new FinishedRun(SMALL.withEta(1e300)).loss()).isNaN();
    }
}
