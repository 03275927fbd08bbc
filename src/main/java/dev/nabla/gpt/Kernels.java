package dev.nabla.gpt;

/**
 * The inner loops of the matrix products and of attention. A tutor compiles with the JVM's fast compiler (C1), which
 * neither vectorizes nor removes these bounds checks. So several sums run side by side: a number that is loaded once
 * serves all of them. Each sum keeps its order from the first term to the last, and so all its bits.
 *
 * <p>A matrix is an array, the index of its first number and its stride, the distance between two rows.
 */
final class Kernels {
    private Kernels() {}

    static double dot(double[] a, int a0, double[] b, int b0, int n) {
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += a[a0 + i] * b[b0 + i];
        }
        return sum;
    }

    /** Adds {@code y[i] += f x[i]}. */
    static void add(double f, double[] x, int x0, double[] y, int y0, int n) {
        for (int i = 0; i < n; i++) {
            y[y0 + i] += f * x[x0 + i];
        }
    }

    /** Computes {@code y[o] = sum over i of W[o,i] x[i]}. */
    static void product(double[] w, int w0, int stride, int rows, double[] x, int x0, int n, double[] y, int y0) {
        int o = 0;
        int first = w0;
        for (; o + 3 < rows; o += 4, first += 4 * stride) {
            int second = first + stride;
            int third = second + stride;
            int fourth = third + stride;
            double a = 0;
            double b = 0;
            double c = 0;
            double d = 0;
            for (int i = 0; i < n; i++) {
                double xi = x[x0 + i];
                a += w[first + i] * xi;
                b += w[second + i] * xi;
                c += w[third + i] * xi;
                d += w[fourth + i] * xi;
            }
            y[y0 + o] = a;
            y[y0 + o + 1] = b;
            y[y0 + o + 2] = c;
            y[y0 + o + 3] = d;
        }
        for (; o < rows; o++, first += stride) {
            y[y0 + o] = dot(w, first, x, x0, n);
        }
    }

    /** Computes {@link #product} for the {@code n} numbers at {@code x0} and the next {@code n}. */
    static void productOfTwo(double[] w, int w0, int rows, double[] x, int x0, int n, double[] y, int y0) {
        int next = x0 + n;
        int o = 0;
        int first = w0;
        for (; o + 3 < rows; o += 4, first += 4 * n) {
            int second = first + n;
            int third = second + n;
            int fourth = third + n;
            double a = 0;
            double b = 0;
            double c = 0;
            double d = 0;
            double nextA = 0;
            double nextB = 0;
            double nextC = 0;
            double nextD = 0;
            for (int i = 0; i < n; i++) {
                double xi = x[x0 + i];
                double nextXi = x[next + i];
                double wi = w[first + i];
                a += wi * xi;
                nextA += wi * nextXi;
                wi = w[second + i];
                b += wi * xi;
                nextB += wi * nextXi;
                wi = w[third + i];
                c += wi * xi;
                nextC += wi * nextXi;
                wi = w[fourth + i];
                d += wi * xi;
                nextD += wi * nextXi;
            }
            int to = y0 + o;
            y[to] = a;
            y[to + 1] = b;
            y[to + 2] = c;
            y[to + 3] = d;
            to += rows;
            y[to] = nextA;
            y[to + 1] = nextB;
            y[to + 2] = nextC;
            y[to + 3] = nextD;
        }
        for (; o < rows; o++, first += n) {
            y[y0 + o] = dot(w, first, x, x0, n);
            y[y0 + rows + o] = dot(w, first, x, next, n);
        }
    }

    /**
     * Adds {@code y[i] += sum over s of f[s] X[s,i]}.
     *
     * @param step distance between two factors
     */
    static void addRows(
            double[] f, int f0, int step, int rows, double[] x, int x0, int stride, int n, double[] y, int y0) {
        int i = 0;
        for (; i + 3 < n; i += 4) {
            double a = y[y0 + i];
            double b = y[y0 + i + 1];
            double c = y[y0 + i + 2];
            double d = y[y0 + i + 3];
            int factor = f0;
            int row = x0 + i;
            for (int s = 0; s < rows; s++, factor += step, row += stride) {
                double fs = f[factor];
                a += fs * x[row];
                b += fs * x[row + 1];
                c += fs * x[row + 2];
                d += fs * x[row + 3];
            }
            y[y0 + i] = a;
            y[y0 + i + 1] = b;
            y[y0 + i + 2] = c;
            y[y0 + i + 3] = d;
        }
        for (; i < n; i++) {
            double a = y[y0 + i];
            for (int s = 0; s < rows; s++) {
                a += f[f0 + s * step] * x[x0 + s * stride + i];
            }
            y[y0 + i] = a;
        }
    }

    /** Adds {@code dx[i] += dy W[i]} and {@code dW[i] += dy x[i]} for a row W of the weights. */
    static void addBack(double[] w, double[] dw, int row, double[] x, double[] dx, int x0, int n, double dy) {
        for (int i = 0; i < n; i++) {
            dx[x0 + i] += dy * w[row + i];
            dw[row + i] += dy * x[x0 + i];
        }
    }

    /** Does {@link #addBack} for four rows, of the weights and of dy. */
    static void addBackFour(
            double[] w, double[] dw, int row, double[] x, double[] dx, int x0, int n, double[] dy, int y0) {
        double a = dy[y0];
        double b = dy[y0 + 1];
        double c = dy[y0 + 2];
        double d = dy[y0 + 3];
        int second = row + n;
        int third = second + n;
        int fourth = third + n;
        for (int i = 0; i < n; i++) {
            double xi = x[x0 + i];
            dx[x0 + i] = dx[x0 + i] + a * w[row + i] + b * w[second + i] + c * w[third + i] + d * w[fourth + i];
            dw[row + i] += a * xi;
            dw[second + i] += b * xi;
            dw[third + i] += c * xi;
            dw[fourth + i] += d * xi;
        }
    }

    /**
     * Does {@link #addBackFour} for the {@code n} numbers at {@code x0} and then for the next {@code n}, whose slopes
     * dy are {@code rows} further on.
     */
    static void addBackOfTwo(
            double[] w, double[] dw, int row, double[] x, double[] dx, int x0, int n, double[] dy, int y0, int rows) {
        double a = dy[y0];
        double b = dy[y0 + 1];
        double c = dy[y0 + 2];
        double d = dy[y0 + 3];
        double nextA = dy[y0 + rows];
        double nextB = dy[y0 + rows + 1];
        double nextC = dy[y0 + rows + 2];
        double nextD = dy[y0 + rows + 3];
        int second = row + n;
        int third = second + n;
        int fourth = third + n;
        int next = x0 + n;
        for (int i = 0; i < n; i++) {
            double xi = x[x0 + i];
            double nextXi = x[next + i];
            double sum = dx[x0 + i];
            double nextSum = dx[next + i];
            double wi = w[row + i];
            sum += a * wi;
            nextSum += nextA * wi;
            dw[row + i] = dw[row + i] + a * xi + nextA * nextXi;
            wi = w[second + i];
            sum += b * wi;
            nextSum += nextB * wi;
            dw[second + i] = dw[second + i] + b * xi + nextB * nextXi;
            wi = w[third + i];
            sum += c * wi;
            nextSum += nextC * wi;
            dw[third + i] = dw[third + i] + c * xi + nextC * nextXi;
            wi = w[fourth + i];
            sum += d * wi;
            nextSum += nextD * wi;
            dw[fourth + i] = dw[fourth + i] + d * xi + nextD * nextXi;
            dx[x0 + i] = sum;
            dx[next + i] = nextSum;
        }
    }
}
