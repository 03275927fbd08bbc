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
            int t = at.from;
            for (; t + 1 < at.to; t += 2) {
                Kernels.productOfTwo(at.w, w0, y.n(), x.v(), t * x.n(), x.n(), y.v(), t * y.n());
            }
            if (t < at.to) {
                Kernels.product(at.w, w0, x.n(), y.n(), x.v(), t * x.n(), x.n(), y.v(), t * y.n());
            }
        }

        /** Adds {@code dx = dy W} and {@code dW = dy^T x}. Rows with dy = 0, as of an inactive ReLU, are skipped. */
        @Override
        public void back(ForwardBackward at) {
            int t = 0;
            for (; t + 1 < at.to; t += 2) {
                int o = 0;
                for (; o + 3 < y.n(); o += 4) {
                    backFour(at, t, o);
                }
                backEach(at, t, o, y.n());
                backEach(at, t + 1, o, y.n());
            }
            for (int o = 0; t < at.to && o < y.n(); o += 4) {
                backFourAt(at, t, o, Math.min(o + 4, y.n()));
            }
        }

        /** Does it for four rows from {@code o} on, at position {@code t} and the next one. */
        private void backFour(ForwardBackward at, int t, int o) {
            int y0 = t * y.n() + o;
            if (isActive(y0, y0 + 4) && isActive(y0 + y.n(), y0 + y.n() + 4)) {
                int row = w0 + o * x.n();
                Kernels.addBackOfTwo(at.w, at.dw, row, x.v(), x.d(), t * x.n(), x.n(), y.d(), y0, y.n());
            } else {
                backFourAt(at, t, o, o + 4);
                backFourAt(at, t + 1, o, o + 4);
            }
        }

        /** Does it for the rows from {@code o} to {@code end - 1}, at most four, at position {@code t}. */
        private void backFourAt(ForwardBackward at, int t, int o, int end) {
            int y0 = t * y.n() + o;
            if (end - o == 4 && isActive(y0, y0 + 4)) {
                Kernels.addBackFour(at.w, at.dw, w0 + o * x.n(), x.v(), x.d(), t * x.n(), x.n(), y.d(), y0);
            } else {
                backEach(at, t, o, end);
            }
        }

        /** Returns whether no slope of the result from one index to another is 0. */
        private boolean isActive(int from, int end) {
            for (int i = from; i < end; i++) {
                if (y.d()[i] == 0) {
                    return false;
                }
            }
            return true;
        }

        private void backEach(ForwardBackward at, int t, int from, int end) {
            for (int o = from; o < end; o++) {
                double dy = y.d()[t * y.n() + o];
                if (dy != 0) {
                    Kernels.addBack(at.w, at.dw, w0 + o * x.n(), x.v(), x.d(), t * x.n(), x.n(), dy);
                }
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
                double along = cut ? 0 : r * r * r * Kernels.dot(x.v(), t * x.n(), y.d(), t * x.n(), x.n()) / x.n();
                for (int i = t * x.n(); i < (t + 1) * x.n(); i++) {
                    x.d()[i] += r * y.d()[i] - along * x.v()[i];
                }
            }
        }

        private double r(int t) {
            double squares = Kernels.dot(x.v(), t * x.n(), x.v(), t * x.n(), x.n());
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
                    forward(t, h * headSize(), row(t, h), causal ? t + 1 : at.to);
                }
            }
        }

        private void forward(int t, int head, int row, int seen) {
            int n = q.n();
            int d = headSize();
            int mine = t * n + head;
            Kernels.product(k.v(), head, n, seen, q.v(), mine, d, share.v(), row);
            double scale = 1 / Math.sqrt(d);
            for (int s = 0; s < seen; s++) {
                share.v()[row + s] *= scale;
            }
            softmax(share.v(), row, seen, 1);
            Arrays.fill(o.v(), mine, mine + d, 0);
            Kernels.addRows(share.v(), row, 1, seen, v.v(), head, n, d, o.v(), mine);
        }

        @Override
        public void back(ForwardBackward at) {
            for (int h = 0; h < heads; h++) {
                for (int t = 0; t < at.to; t++) {
                    backQuery(t, h * headSize(), row(t, h), causal ? t + 1 : at.to);
                }
                for (int s = 0; s < at.to; s++) {
                    backKey(s, h, causal ? s : 0, at.to);
                }
            }
        }

        /**
         * Computes {@code dshare = do.v} and from it {@code dscore = share (dshare - sum of share dshare) / sqrt(D)},
         * which replaces it, and adds {@code dq += dscore k}.
         */
        private void backQuery(int t, int head, int row, int seen) {
            int n = q.n();
            int d = headSize();
            int mine = t * n + head;
            Kernels.product(v.v(), head, n, seen, o.d(), mine, d, share.d(), row);
            double mean = Kernels.dot(share.v(), row, share.d(), row, seen);
            double scale = 1 / Math.sqrt(d);
            for (int s = 0; s < seen; s++) {
                share.d()[row + s] = scale * share.v()[row + s] * (share.d()[row + s] - mean);
            }
            Kernels.addRows(share.d(), row, 1, seen, k.v(), head, n, d, q.d(), mine);
        }

        /** Adds {@code dv += share do} and {@code dk += dscore q} of the queries {@code from} to {@code to - 1}. */
        private void backKey(int s, int h, int from, int to) {
            int n = q.n();
            int d = headSize();
            int mine = h * d;
            int column = row(from, h) + s;
            int queries = from * n + mine;
            Kernels.addRows(share.v(), column, share.n(), to - from, o.d(), queries, n, d, v.d(), s * n + mine);
            Kernels.addRows(share.d(), column, share.n(), to - from, q.v(), queries, n, d, k.d(), s * n + mine);
        }

        private int headSize() {
            return q.n() / heads;
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
            Kernels.add(1, x.v(), at.from * x.n(), y.v(), at.from * x.n(), (at.to - at.from) * x.n());
        }

        @Override
        public void back(ForwardBackward at) {
            Kernels.add(1, y.d(), 0, x.d(), 0, at.to * x.n());
        }
    }

    /**
     * Applies softmax in place: {@code p[j] = exp((s[j] - m) / tau) / sum}, where m is the largest score. Returns
     * log(sum) + m / tau, the log of the sum of {@code exp(s[j] / tau)}.
     */
    static double softmax(double[] s, int s0, int n, double tau) {
        double m = s[s0];
        for (int j = s0 + 1; j < s0 + n; j++) {
            m = s[j] > m ? s[j] : m; // a NaN makes the sum NaN
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
