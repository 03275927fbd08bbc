package dev.nabla.gpt;

/**
 * The formulas that a GPT is made of beside attention, each with its derivative below it, on rows of numbers. {@code dx} stands for
 * dL/dx and is added to, since a number that is used twice collects both slopes.
 *
 * <p>Every sum is taken from the first term to the last. Where four sums are taken side by side it is for speed only: each
 * keeps its order.
 */
final class Kernels {
    /** What keeps the norm of nothing from dividing by 0. */
    private static final double EPSILON = 1e-5;

    private Kernels() {}

    /**
     * {@code y[o] = sum over i of W[o,i] x[i]}.
     *
     * @param w the weights, of which rows x cols from w0 on are W
     */
    static void linear(double[] w, int w0, int rows, int cols, double[] x, int x0, double[] y, int y0) {
        int o = 0;
        for (int at = w0; o + 3 < rows; o += 4, at += 4 * cols) {
            double a = 0;
            double b = 0;
            double c = 0;
            double d = 0;
            for (int i = 0; i < cols; i++) {
                double xi = x[x0 + i];
                a += w[at + i] * xi;
                b += w[at + cols + i] * xi;
                c += w[at + 2 * cols + i] * xi;
                d += w[at + 3 * cols + i] * xi;
            }
            y[y0 + o] = a;
            y[y0 + o + 1] = b;
            y[y0 + o + 2] = c;
            y[y0 + o + 3] = d;
        }
        for (; o < rows; o++) {
            y[y0 + o] = dot(w, w0 + o * cols, x, x0, cols);
        }
    }

    /** {@code dx[i] += sum over o of dy[o] W[o,i]}, {@code dW[o,i] += dy[o] x[i]}. */
    static void linearBack(
            double[] w, int w0, int rows, int cols, double[] x, int x0, double[] dy, int y0, double[] dx, double[] dw) {
        for (int o = 0; o < rows; o++) {
            double d = dy[y0 + o];
            // A ReLU that is off hands nothing back.
            if (d != 0) {
                int at = w0 + o * cols;
                for (int i = 0; i < cols; i++) {
                    dx[x0 + i] += d * w[at + i];
                    dw[at + i] += d * x[x0 + i];
                }
            }
        }
    }

    static double dot(double[] a, int a0, double[] b, int b0, int n) {
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += a[a0 + i] * b[b0 + i];
        }
        return sum;
    }

    /** {@code y = r x} with {@code r = 1 / sqrt(mean of x^2 + 1e-5)}; returns r. */
    static double norm(double[] x, int x0, double[] y, int n) {
        double r = 1 / Math.sqrt(dot(x, x0, x, x0, n) / n + EPSILON);
        for (int i = x0; i < x0 + n; i++) {
            y[i] = r * x[i];
        }
        return r;
    }

    /** {@code dx += r dy - x r^3 (x.dy) / n}. */
    static void normBack(double r, double[] x, int x0, double[] dy, double[] dx, int n) {
        double along = r * r * r * dot(x, x0, dy, x0, n) / n;
        for (int i = x0; i < x0 + n; i++) {
            dx[i] += r * dy[i] - along * x[i];
        }
    }

    /** Scores become shares in place, {@code p[j] = exp((s[j] - m) / tau) / sum} with m the largest score; returns log(sum) + m / tau. */
    static double softmax(double[] s, int s0, int n, double tau) {
        double m = s[s0];
        for (int j = s0 + 1; j < s0 + n; j++) {
            m = Math.max(m, s[j]);
        }
        double sum = 0;
        for (int j = s0; j < s0 + n; j++) {
            s[j] = StrictMath.exp((s[j] - m) / tau);
            sum += s[j];
        }
        for (int j = s0; j < s0 + n; j++) {
            s[j] /= sum;
        }
        return StrictMath.log(sum) + m / tau;
    }
}
