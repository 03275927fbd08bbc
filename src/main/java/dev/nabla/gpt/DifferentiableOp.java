package dev.nabla.gpt;

import java.util.Arrays;

/**
 * A formula of the model with its derivative. A backward pass adds to gradients, because a number that is used twice
 * gets a gradient from both uses. Every sum runs from the first term to the last.
 */
sealed interface DifferentiableOp {
    /** Computes the results at positions {@code at.from} to {@code at.to - 1}. */
    void forward(ForwardBackward at);

    /** Propagates the gradient of the result to inputs and weights. All positions must have been computed forward. */
    void back(ForwardBackward at);

    /** Embedding: {@code e = wte[token] + wpe[place]}, without the second term unless {@code placed}. */
    record EmbeddingOp(int wpe, Activation e, boolean placed) implements DifferentiableOp {
        @Override
        public void forward(ForwardBackward at) {
            for (int t = at.from; t < at.to; t++) {
                for (int i = 0; i < e.n(); i++) {
                    double place = placed ? at.w[wpe + t * e.n() + i] : 0;
                    e.v()[t * e.n() + i] = at.w[at.tokens[t] * e.n() + i] + place;
                }
            }
        }

        @Override
        public void back(ForwardBackward at) {
            for (int t = 0; t < at.to; t++) {
                for (int i = 0; i < e.n(); i++) {
                    double d = e.d()[t * e.n() + i];
                    at.dw[at.tokens[t] * e.n() + i] += d;
                    at.dw[wpe + t * e.n() + i] += placed ? d : 0;
                }
            }
        }
    }

    /**
     * Matrix product: {@code y = x W^T}; x is T x cols, y is T x rows, and W begins at index {@code w0} of all weights.
     */
    record LinearOp(int w0, Activation x, Activation y) implements DifferentiableOp {
        @Override
        public void forward(ForwardBackward at) {
            for (int t = at.from; t < at.to; t++) {
                forward(at.w, w0, x.v(), t * x.n(), x.n(), y.v(), t * y.n(), y.n());
            }
        }

        /**
         * Computes {@code y[o] = sum over i of W[o,i] x[i]}. Four sums run side by side for speed; each keeps its
         * order.
         */
        private static void forward(double[] w, int w0, double[] x, int x0, int cols, double[] y, int y0, int rows) {
            int o = 0;
            int at = w0;
            for (; o + 3 < rows; o += 4, at += 4 * cols) {
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
            for (; o < rows; o++, at += cols) {
                y[y0 + o] = dot(w, at, x, x0, cols);
            }
        }

        /**
         * Adds {@code dx = dy W} and {@code dW = dy^T x}. Rows with dy = 0, as of an inactive ReLU, are skipped. Four
         * rows run side by side for speed; each sum keeps its order.
         */
        @Override
        public void back(ForwardBackward at) {
            for (int t = 0; t < at.to; t++) {
                int y0 = t * y.n();
                int o = 0;
                for (; o + 3 < y.n(); o += 4) {
                    if (isActive(y0 + o, y0 + o + 4)) {
                        backFour(at.w, at.dw, w0 + o * x.n(), x.v(), x.d(), t * x.n(), x.n(), y.d(), y0 + o);
                    } else {
                        backEach(at, t, o, o + 4);
                    }
                }
                backEach(at, t, o, y.n());
            }
        }

        /** Returns whether no slope of the result from one index to another is 0. */
        private boolean isActive(int from, int end) {
            boolean active = true;
            for (int i = from; i < end; i++) {
                active &= y.d()[i] != 0;
            }
            return active;
        }

        private void backEach(ForwardBackward at, int t, int from, int end) {
            for (int o = from; o < end; o++) {
                double dy = y.d()[t * y.n() + o];
                if (dy != 0) {
                    back(at.w, at.dw, w0 + o * x.n(), x.v(), x.d(), t * x.n(), x.n(), dy);
                }
            }
        }

        /** Adds {@code dx[i] += dy W[o,i]} and {@code dW[o,i] += dy x[i]}. */
        private static void back(
                double[] w, double[] dw, int row, double[] x, double[] dx, int x0, int cols, double dy) {
            for (int i = 0; i < cols; i++) {
                dx[x0 + i] += dy * w[row + i];
                dw[row + i] += dy * x[x0 + i];
            }
        }

        /** Does the same for the row that begins at {@code row} and the three after it. */
        private static void backFour(
                double[] w, double[] dw, int row, double[] x, double[] dx, int x0, int cols, double[] dy, int y0) {
            double a = dy[y0];
            double b = dy[y0 + 1];
            double c = dy[y0 + 2];
            double d = dy[y0 + 3];
            int second = row + cols;
            int third = second + cols;
            int fourth = third + cols;
            for (int i = 0; i < cols; i++) {
                double xi = x[x0 + i];
                dx[x0 + i] = dx[x0 + i] + a * w[row + i] + b * w[second + i] + c * w[third + i] + d * w[fourth + i];
                dw[row + i] += a * xi;
                dw[second + i] += b * xi;
                dw[third + i] += c * xi;
                dw[fourth + i] += d * xi;
            }
        }
    }

    /** Normalization: {@code y = r x} with {@code r = 1 / sqrt(mean of x^2 + 1e-5)}; r = 1 if {@code cut}. */
    record NormOp(Activation x, Activation y, boolean cut) implements DifferentiableOp {
        /** Prevents a division by 0 for a zero vector. */
        private static final double EPSILON = 1e-5;

        @Override
        public void forward(ForwardBackward at) {
            for (int t = at.from; t < at.to; t++) {
                double r = r(t);
                for (int i = t * x.n(); i < (t + 1) * x.n(); i++) {
                    y.v()[i] = r * x.v()[i];
                }
            }
        }

        /** Adds {@code dx += r dy - x r^3 (x.dy) / n}. */
        @Override
        public void back(ForwardBackward at) {
            for (int t = 0; t < at.to; t++) {
                double r = r(t);
                double along = cut ? 0 : r * r * r * dot(x.v(), t * x.n(), y.d(), t * x.n(), x.n()) / x.n();
                for (int i = t * x.n(); i < (t + 1) * x.n(); i++) {
                    x.d()[i] += r * y.d()[i] - along * x.v()[i];
                }
            }
        }

        private double r(int t) {
            double squares = dot(x.v(), t * x.n(), x.v(), t * x.n(), x.n());
            return cut ? 1 : 1 / Math.sqrt(squares / x.n() + EPSILON);
        }
    }

    /**
     * Attention, D numbers per head: {@code share = softmax(q.k / sqrt(D))} over the visible keys,
     * {@code o = sum of share v}.
     *
     * @param share heads x T numbers per position: the weight of each key
     * @param causal whether a query sees only keys up to its own position
     */
    record AttentionOp(
            Activation q, Activation k, Activation v, Activation share, Activation o, int heads, boolean causal)
            implements DifferentiableOp {
        @Override
        public void forward(ForwardBackward at) {
            for (int t = at.from; t < at.to; t++) {
                for (int h = 0; h < heads; h++) {
                    forward(t, h * q.n() / heads, q.n() / heads, row(t, h), causal ? t + 1 : at.to);
                }
            }
        }

        private void forward(int t, int head, int d, int row, int seen) {
            int mine = t * q.n() + head;
            double scale = 1 / Math.sqrt(d);
            for (int s = 0; s < seen; s++) {
                share.v()[row + s] = scale * dot(q.v(), mine, k.v(), s * k.n() + head, d);
            }
            softmax(share.v(), row, seen, 1);
            Arrays.fill(o.v(), mine, mine + d, 0);
            for (int s = 0; s < seen; s++) {
                add(share.v()[row + s], v.v(), s * v.n() + head, o.v(), mine, d);
            }
        }

        @Override
        public void back(ForwardBackward at) {
            for (int t = 0; t < at.to; t++) {
                for (int h = 0; h < heads; h++) {
                    back(t, h * q.n() / heads, q.n() / heads, row(t, h), causal ? t + 1 : at.to);
                }
            }
        }

        /**
         * Adds {@code dshare = do.v}, {@code dv += share do}, {@code dscore = share (dshare - sum of share dshare)},
         * {@code dq += dscore k / sqrt(D)}, {@code dk += dscore q / sqrt(D)}.
         */
        private void back(int t, int head, int d, int row, int seen) {
            int mine = t * q.n() + head;
            double mean = 0;
            for (int s = 0; s < seen; s++) {
                share.d()[row + s] = dot(o.d(), mine, v.v(), s * v.n() + head, d);
                mean += share.v()[row + s] * share.d()[row + s];
            }
            double scale = 1 / Math.sqrt(d);
            for (int s = 0; s < seen; s++) {
                int other = s * k.n() + head;
                double dScore = scale * share.v()[row + s] * (share.d()[row + s] - mean);
                add(share.v()[row + s], o.d(), mine, v.d(), other, d);
                add(dScore, k.v(), other, q.d(), mine, d);
                add(dScore, q.v(), mine, k.d(), other, d);
            }
        }

        /** Returns the index in {@code share} where the weights of position t and head h begin. */
        int row(int t, int h) {
            return t * share.n() + h * (share.n() / heads);
        }
    }

    /** ReLU in place: {@code u = max(0, u)}. */
    record ReluOp(Activation u) implements DifferentiableOp {
        @Override
        public void forward(ForwardBackward at) {
            for (int i = at.from * u.n(); i < at.to * u.n(); i++) {
                if (u.v()[i] < 0) {
                    u.v()[i] = 0;
                }
            }
        }

        @Override
        public void back(ForwardBackward at) {
            for (int i = 0; i < at.to * u.n(); i++) {
                if (u.v()[i] == 0) {
                    u.d()[i] = 0;
                }
            }
        }
    }

    /** Residual connection: {@code y += x}. */
    record ResidualOp(Activation x, Activation y) implements DifferentiableOp {
        @Override
        public void forward(ForwardBackward at) {
            add(1, x.v(), at.from * x.n(), y.v(), at.from * x.n(), (at.to - at.from) * x.n());
        }

        @Override
        public void back(ForwardBackward at) {
            add(1, y.d(), 0, x.d(), 0, at.to * x.n());
        }
    }

    /**
     * Applies softmax in place: {@code p[j] = exp((s[j] - m) / tau) / sum}, where m is the largest score. Returns
     * log(sum) + m / tau, the log of the sum of {@code exp(s[j] / tau)}.
     */
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

    private static double dot(double[] a, int a0, double[] b, int b0, int n) {
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += a[a0 + i] * b[b0 + i];
        }
        return sum;
    }

    /** Adds {@code y += f x}. */
    private static void add(double f, double[] x, int x0, double[] y, int y0, int n) {
        for (int i = 0; i < n; i++) {
            y[y0 + i] += f * x[x0 + i];
        }
    }
}
