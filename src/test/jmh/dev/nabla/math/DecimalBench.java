package dev.nabla.math;

import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** A double to its shortest decimal and back, of the JDK too. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class DecimalBench {
    private static final int COUNT = 1000;

    private final double[] doubles = new SplittableRandom(1).doubles(COUNT).toArray();
    private final long[] digits = new long[COUNT];
    private final int[] exponents = new int[COUNT];
    private final byte[] text = new byte[COUNT * Decimal.LONGEST];

    public DecimalBench() {
        for (int i = 0; i < COUNT; i++) {
            Shortest shortest = Shortest.of(doubles[i]);
            digits[i] = shortest.digits();
            exponents[i] = shortest.exponent();
        }
    }

    @Benchmark
    @OperationsPerInvocation(COUNT)
    public int shortest() {
        int at = 0;
        for (double x : doubles) {
            at = Decimal.shortest(x, text, at);
        }
        return at;
    }

    @Benchmark
    @OperationsPerInvocation(COUNT)
    public void shortestOfTheJdk(Blackhole hole) {
        for (double x : doubles) {
            hole.consume(Double.toString(x));
        }
    }

    @Benchmark
    @OperationsPerInvocation(COUNT)
    public double nearest() {
        double sum = 0;
        for (int i = 0; i < COUNT; i++) {
            sum += Nearest.to(digits[i], exponents[i]);
        }
        return sum;
    }
}
