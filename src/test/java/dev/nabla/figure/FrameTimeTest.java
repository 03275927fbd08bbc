package dev.nabla.figure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.TestsFigures;
import dev.nabla.figure.catalog.FiguresPropertyTest;
import dev.nabla.frame.Font;
import dev.nabla.frame.Glyphs;
import dev.nabla.frame.Size;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * No model makes a figure too slow to play with: a frame is there within {@link #MOST_MILLIS}, at any size.
 *
 * <p>A bound, not a measurement. Processor time counts, not clock time, and the best of several attempts, so that a
 * busy machine or a cold start does not fail the test. {@code speed.py} prints what a frame usually takes.
 */
@TestsFigures
class FrameTimeTest {
    /**
     * Four times as much where the optimising JIT is off, as in {@code mvn verify}. A surface of a function of 1,000
     * characters takes 60 ms there in a new JVM, and 100 ms after a thousand other tests.
     */
    private static final double MOST_MILLIS =
            ManagementFactory.getRuntimeMXBean().getInputArguments().contains("-XX:TieredStopAtLevel=1") ? 200 : 50;

    private static final int ATTEMPTS = 30;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final List<Size> SIZES = List.of(new Size(80, 24), new Size(500, 200));

    static Stream<Arguments> models() {
        return FiguresPropertyTest.models();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("models")
    void aFrameIsThereWithinFiftyMilliseconds(String name, FigureState<?> live) {
        for (Size size : SIZES) {
            assertThat(best(live, size)).as(size.toString()).isLessThanOrEqualTo(MOST_MILLIS);
        }
    }

    /** The time of the quickest attempt; the first one that is quick enough ends them. */
    private static double best(FigureState<?> live, Size size) {
        double best = Double.POSITIVE_INFINITY;
        for (int i = 0; i < ATTEMPTS && best > MOST_MILLIS; i++) {
            long before = THREADS.getCurrentThreadCpuTime();
            live.view(size, Font.of(Glyphs.BRAILLE));
            best = Math.min(best, (THREADS.getCurrentThreadCpuTime() - before) / 1e6);
        }
        return best;
    }
}
