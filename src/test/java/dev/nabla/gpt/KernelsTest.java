package dev.nabla.gpt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.math.Noise;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The sums that run side by side have the bits of plain ones, also where their number is no multiple of four. */
class KernelsTest {
    private static final int OFFSET = 3;

    private final double[] w = numbers(1, 400);
    private final double[] x = numbers(2, 100);

    private static double[] numbers(long seed, int n) {
        return IntStream.range(0, n).mapToDouble(i -> Noise.normal(seed, i)).toArray();
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "3, 5", "4, 8", "7, 4", "13, 16", "24, 9"})
    void multipliesByAMatrix(int rows, int n) {
        double[] y = new double[OFFSET + 2 * rows];
        double[] both = new double[OFFSET + 2 * rows];
        Kernels.product(w, OFFSET, n, rows, x, OFFSET, n, y, OFFSET);
        Kernels.product(w, OFFSET, n, rows, x, OFFSET + n, n, y, OFFSET + rows);
        Kernels.productOfTwo(w, OFFSET, rows, x, OFFSET, n, both, OFFSET);
        assertThat(both).isEqualTo(y);
        for (int o = 0; o < rows; o++) {
            double sum = 0;
            for (int i = 0; i < n; i++) {
                sum += w[OFFSET + o * n + i] * x[OFFSET + i];
            }
            assertThat(y[OFFSET + o]).isEqualTo(sum);
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "3, 5", "4, 8", "7, 4", "2, 16"})
    void addsRowsTimesFactors(int rows, int n) {
        double[] y = numbers(3, n);
        double[] plain = y.clone();
        int step = 2;
        int stride = n + 1;
        Kernels.addRows(x, OFFSET, step, rows, w, OFFSET, stride, n, y, 0);
        for (int s = 0; s < rows; s++) {
            for (int i = 0; i < n; i++) {
                plain[i] += x[OFFSET + s * step] * w[OFFSET + s * stride + i];
            }
        }
        assertThat(y).isEqualTo(plain);
    }

    @Test
    void propagatesTheSlopesOfTwoPositionsLikeThoseOfOneAfterTheOther() {
        int n = 7;
        int rows = 6;
        double[] dy = numbers(4, 2 * rows);
        double[] dx = numbers(5, 2 * n);
        double[] dw = numbers(6, rows * n);
        double[] plainX = dx.clone();
        double[] plainW = dw.clone();
        double[] fourX = dx.clone();
        double[] fourW = dw.clone();
        Kernels.addBackOfTwo(w, dw, n, x, dx, 0, n, dy, 1, rows);
        for (int t = 0; t < 2; t++) {
            Kernels.addBackFour(w, fourW, n, x, fourX, t * n, n, dy, t * rows + 1);
            for (int o = 1; o < 5; o++) {
                Kernels.addBack(w, plainW, o * n, x, plainX, t * n, n, dy[t * rows + o]);
            }
        }
        assertThat(dx).isEqualTo(plainX).isEqualTo(fourX);
        assertThat(dw).isEqualTo(plainW).isEqualTo(fourW);
    }
}
