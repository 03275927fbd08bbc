package dev.nabla.gpt;

import java.util.Arrays;

/**
 * A formula of the model, and below it its derivative, which adds to a slope, since a number that is used twice collects both.
 * Every sum is taken from the first term to the last.
 */
sealed interface DifferentiableOp {
    /** The places of a pass that are due. */
    void forward(ForwardBackward at);

    /** From the slopes by its result to those by what it was given, all places forward before. */
    void back(ForwardBackward at);

    /** {@code e = wte[token] + wpe[place]} */
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

    /** {@code y = x W^T}: x is T x cols, y is T x rows, the weights of W begin with number w0. */
    record LinearOp(int w0, Activation x, Activation y) implements DifferentiableOp {
        @Override
        public void forward(ForwardBackward at) {
            for (int t = at.from; t < at.to; t++) {
                forward(at.w, w0, x.v(), t * x.n(), x.n(), y.v(), t * y.n(), y.n());
            }
        }

        /** {@code y[o] = sum over i of W[o,i] x[i]}, four sums side by side for speed only: each keeps its order. */
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

        /** {@code dx = dy W}, {@code dW = dy^T x}; a ReLU that is off hands nothing back. */
        @Override
        public void back(ForwardBackward at) {
            for (int t = 0; t < at.to; t++) {
                for (int o = 0; o < y.n(); o++) {
                    double dy = y.d()[t * y.n() + o];
                    if (dy != 0) {
                        back(at.w, at.dw, w0 + o * x.n(), x.v(), x.d(), t * x.n(), x.n(), dy);
                    }
                }
            }
        }

        /** {@code dx[i] += dy W[o,i]}, {@code dW[o,i] += dy x[i]} */
        private static void back(
                double[] w, double[] dw, int row, double[] x, double[] dx, int x0, int cols, double dy) {
            for (int i = 0; i < cols; i++) {
                dx[x0 + i] += dy * w[row + i];
                dw[row + i] += dy * x[x0 + i];
            }
        }
    }

    /** {@code y = r x} with {@code r = 1 / sqrt(mean of x^2 + 1e-5)}, or with r = 1 where the norm is cut. */
    record NormOp(Activation x, Activation y, boolean cut) implements DifferentiableOp {
        /** What keeps the norm of nothing from dividing by 0. */
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

        /** {@code dx += r dy - x r^3 (x.dy) / n} */
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
     * What each query gets, head by head, D numbers each: {@code share = softmax(q.k / sqrt(D))} over the keys it sees, {@code o =
     * sum of share v}.
     *
     * @param share heads x T at each place: how much it takes of each
     * @param causal whether a query sees no key behind it
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
         * {@code dshare = do.v}, {@code dv += share do}, {@code dscore = share (dshare - sum of share dshare)}, {@code dq += dscore k /
         * sqrt(D)}, {@code dk += dscore q / sqrt(D)}.
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

        /** Where the shares of a query begin. */
        int row(int t, int h) {
            return t * share.n() + h * (share.n() / heads);
        }
    }

    /** {@code u = max(0, u)}, in place. */
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

    /** {@code y += x}: the road goes by beside a street. */
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

    private static double dot(double[] a, int a0, double[] b, int b0, int n) {
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += a[a0 + i] * b[b0 + i];
        }
        return sum;
    }

    /** {@code y += f x} */
    private static void add(double f, double[] x, int x0, double[] y, int y0, int n) {
        for (int i = 0; i < n; i++) {
            y[y0 + i] += f * x[x0 + i];
        }
    }
}
