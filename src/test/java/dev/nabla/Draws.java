package dev.nabla;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;

/**
 * Draws a few of many cases, others in each run. {@code -Ddraws=all} tries all of them, as {@code mvn -Pall verify}
 * does. As an extension it tells with each failure which seed draws the same cases again.
 */
public final class Draws implements TestExecutionExceptionHandler {
    private static final boolean ALL = "all".equals(System.getProperty("draws"));
    private static final long SEED = Long.getLong("seed", System.nanoTime());

    /**
     * Returns some of the cases in their order.
     *
     * @param most how many, unless all are asked for
     * @param where the test that draws, so that each draws on its own
     */
    public static <T> List<T> some(int most, List<T> cases, String where) {
        if (ALL || cases.size() <= most) {
            return cases;
        }
        List<Integer> drawn = new ArrayList<>();
        for (int i = 0; i < cases.size(); i++) {
            drawn.add(i);
        }
        Collections.shuffle(drawn, new Random(SEED + where.hashCode()));
        return drawn.subList(0, most).stream().sorted().map(cases::get).toList();
    }

    @Override
    public void handleTestExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        failure.addSuppressed(new AssertionError("-Dseed=" + SEED + " draws the same cases again"));
        throw failure;
    }
}
