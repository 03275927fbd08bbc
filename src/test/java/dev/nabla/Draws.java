package dev.nabla;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.junit.jupiter.params.ParameterizedTest;

/**
 * Draws some of many cases, others in each run. {@code -Ddraws=all} tries all of them, as {@code mvn -Pall verify}
 * does, and {@code few} a tenth as many as otherwise. As an extension it adds to each failure the seed that draws the
 * same cases again.
 */
public final class Draws implements TestExecutionExceptionHandler {
    private static final String DRAWS = System.getProperty("draws", "some");
    private static final long SEED = Long.getLong("seed", System.nanoTime());

    /**
     * Returns some of the cases in their order.
     *
     * @param most how many, unless {@code few} or {@code all} is asked for
     * @param where the test that draws, so that each draws on its own
     */
    public static <T> List<T> some(int most, List<T> cases, String where) {
        int count = count(most, cases.size());
        if (cases.size() <= count) {
            return cases;
        }
        List<Integer> drawn = new ArrayList<>();
        for (int i = 0; i < cases.size(); i++) {
            drawn.add(i);
        }
        Collections.shuffle(drawn, new Random(SEED + where.hashCode()));
        return drawn.subList(0, count).stream().sorted().map(cases::get).toList();
    }

    /**
     * Returns the seeds that a parameterized test tries, for classes whose tests train for seconds. A run draws
     * {@code most} of all pairs of a parameterized test of these classes and a seed.
     *
     * @param test the test that asks
     */
    public static List<Long> seeds(int most, List<Long> seeds, TestInfo test, List<Class<?>> classes) {
        Method asks = test.getTestMethod().orElseThrow();
        List<Map.Entry<Method, Long>> all = classes.stream()
                .flatMap(tests -> Stream.of(tests.getDeclaredMethods()))
                .filter(method -> method.isAnnotationPresent(ParameterizedTest.class))
                .sorted(Comparator.comparing(Method::toString))
                .flatMap(method -> seeds.stream().map(seed -> Map.entry(method, seed)))
                .toList();
        return some(most, all, classes.toString()).stream()
                .filter(drawn -> drawn.getKey().equals(asks))
                .map(Map.Entry::getValue)
                .toList();
    }

    /** Returns how many cases are tried: {@code most}, a tenth of it but at least one, or {@code all}. */
    public static int count(int most, int all) {
        return switch (DRAWS) {
            case "few" -> Math.max(1, most / 10);
            case "all" -> all;
            default -> most;
        };
    }

    /** Returns whether all cases are tried, also those that take seconds. */
    public static boolean areAll() {
        return DRAWS.equals("all");
    }

    /** Returns the seed of this run, for a test that draws on its own. */
    public static long seed() {
        return SEED;
    }

    @Override
    public void handleTestExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        throw new AssertionError("with -Dseed=" + SEED + ", which draws the same cases again: " + failure, failure);
    }
}
