package dev.nabla.gpt;

import dev.nabla.gpt.Recipe.Cut;
import dev.nabla.gpt.Shape.Slice;
import dev.nabla.gpt.Shape.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A name forward through the model and its slopes back, in arrays that are used again. T places of C numbers:
 *
 * <pre>
 * e  = wte[token] + wpe[place]     x = norm(e)
 * in each layer:  a = norm(x)      q, k, v = a Wq^T, a Wk^T, a Wv^T      o = heads(q, k, v)      y = x + o Wo^T
 *                 b = norm(y)      u = relu(b W1^T)                      x = y + u W2^T
 * z = x W_lm^T    p = softmax(z)   L = mean over the places of -log p[next]
 * </pre>
 *
 * <p>For a name like emma: 5 places, of which the first is asked for e and the last for the end. Each formula has its derivative
 * below it, which adds to a slope, since a number that is used twice collects both. Every sum is taken from the first term to
 * the last.
 */
final class Pass {
    /** What keeps the norm of nothing from dividing by 0. */
    private static final double EPSILON = 1e-5;

    private final Shape shape;
    private final List<Slice> slices;
    private final double[] w;
    private final Cut cut;

    private final List<Stage> stages = new ArrayList<>();
    final Stage e;
    final List<Layer> layers = new ArrayList<>();
    /** What the last layer leaves on the road. */
    final Stage out;

    final Stage z;
    final Stage p;
    /** -log p[next] of each place. */
    final double[] nats;

    private double[] dw;
    private int[] tokens;
    /** The places that are worked out: from one to before another. */
    private int from;

    private int to;

    /** Reads the weights in place: a pass after they have changed is one of the changed weights. */
    Pass(Shape shape, double[] weights, Cut cut) {
        this.shape = shape;
        this.slices = shape.slices();
        this.w = weights;
        this.cut = cut;
        e = stage(shape.nEmbd());
        Stage road = stage(shape.nEmbd());
        for (int l = 0; l < shape.nLayer(); l++) {
            Layer layer = new Layer(l, road);
            layers.add(layer);
            road = layer.out;
        }
        out = road;
        z = stage(shape.vocab());
        p = stage(shape.vocab());
        nats = new double[shape.blockSize()];
    }

    private Stage stage(int n) {
        Stage stage = new Stage(shape.blockSize(), n);
        stages.add(stage);
        return stage;
    }

    /** The mean loss of a name in nats, all its places forward. */
    double loss(int[] name) {
        forward(name, 0, shape.places(name));
        double sum = 0;
        for (int t = 0; t < to; t++) {
            int row = t * z.n();
            System.arraycopy(z.v(), row, p.v(), row, z.n());
            nats[t] = softmax(p.v(), row, z.n(), 1) - z.v()[row + name[t + 1]];
            sum += nats[t];
        }
        return sum / to;
    }

    /** The places from one to before another forward, those before them being there already. */
    void forward(int[] name, int first, int end) {
        tokens = name;
        from = first;
        to = end;
        embed();
        norm(e, layers.get(0).x);
        layers.forEach(Layer::forward);
        linear(Tensor.LM_HEAD, 0, out, z);
    }

    /** Adds dL/dw of the name whose loss was asked for last: dL/dz = (p - y) / places, and from there back by the chain rule. */
    void back(double[] slopes) {
        dw = slopes;
        stages.forEach(stage -> Arrays.fill(stage.d(), 0, to * stage.n(), 0));
        for (int t = 0; t < to; t++) {
            for (int j = 0; j < z.n(); j++) {
                int y = j == tokens[t + 1] ? 1 : 0;
                z.d()[t * z.n() + j] = (p.v()[t * z.n() + j] - y) / to;
            }
        }
        linearBack(Tensor.LM_HEAD, 0, out, z);
        for (int l = layers.size() - 1; l >= 0; l--) {
            layers.get(l).back();
        }
        normBack(e, layers.get(0).x);
        embedBack();
    }

    /** {@code e = wte[token] + wpe[place]} */
    private void embed() {
        int wpe = slice(Tensor.WPE, 0).from();
        for (int t = from; t < to; t++) {
            for (int i = 0; i < e.n(); i++) {
                double place = cut == Cut.PLACE ? 0 : w[wpe + t * e.n() + i];
                e.v()[t * e.n() + i] = w[tokens[t] * e.n() + i] + place;
            }
        }
    }

    private void embedBack() {
        int wpe = slice(Tensor.WPE, 0).from();
        for (int t = 0; t < to; t++) {
            for (int i = 0; i < e.n(); i++) {
                double d = e.d()[t * e.n() + i];
                dw[tokens[t] * e.n() + i] += d;
                dw[wpe + t * e.n() + i] += cut == Cut.PLACE ? 0 : d;
            }
        }
    }

    /** A road x with two side streets, attention over the normed a and an MLP over the normed b. */
    final class Layer {
        private final int l;
        final Stage x;
        final Stage a = stage(shape.nEmbd());
        final Stage q = stage(shape.nEmbd());
        final Stage k = stage(shape.nEmbd());
        final Stage v = stage(shape.nEmbd());
        /** heads x T at each place: how much it takes of each. */
        final Stage share = stage(shape.nHead() * shape.blockSize());

        final Stage o = stage(shape.nEmbd());
        final Stage y = stage(shape.nEmbd());
        final Stage b = stage(shape.nEmbd());
        final Stage u = stage(Shape.WIDER * shape.nEmbd());
        final Stage out = stage(shape.nEmbd());

        private Layer(int l, Stage x) {
            this.l = l;
            this.x = x;
        }

        private void forward() {
            norm(x, a);
            linear(Tensor.ATTN_WQ, l, a, q);
            linear(Tensor.ATTN_WK, l, a, k);
            linear(Tensor.ATTN_WV, l, a, v);
            for (int t = from; t < to && cut != Cut.HEADS; t++) {
                for (int h = 0; h < shape.nHead(); h++) {
                    attend(t, h);
                }
            }
            linear(Tensor.ATTN_WO, l, o, y);
            road(x.v(), y.v());
            norm(y, b);
            if (cut != Cut.MLP) {
                linear(Tensor.MLP_FC1, l, b, u);
                relu(u);
            }
            linear(Tensor.MLP_FC2, l, u, out);
            road(y.v(), out.v());
        }

        private void back() {
            road(out.d(), y.d());
            linearBack(Tensor.MLP_FC2, l, u, out);
            reluBack(u);
            linearBack(Tensor.MLP_FC1, l, b, u);
            normBack(y, b);
            road(y.d(), x.d());
            linearBack(Tensor.ATTN_WO, l, o, y);
            for (int t = 0; t < to && cut != Cut.HEADS; t++) {
                for (int h = 0; h < shape.nHead(); h++) {
                    attendBack(t, h);
                }
            }
            linearBack(Tensor.ATTN_WQ, l, a, q);
            linearBack(Tensor.ATTN_WK, l, a, k);
            linearBack(Tensor.ATTN_WV, l, a, v);
            normBack(x, a);
        }

        /** What a query of head h gets: {@code share = softmax(q.k / sqrt(D))} over the keys it sees, {@code o = sum of share v}. */
        private void attend(int t, int h) {
            int d = shape.headSize();
            int mine = t * q.n() + h * d;
            int row = row(t, h);
            int seen = seen(t);
            double scale = 1 / Math.sqrt(d);
            for (int s = 0; s < seen; s++) {
                share.v()[row + s] = scale * dot(q.v(), mine, k.v(), s * k.n() + h * d, d);
            }
            softmax(share.v(), row, seen, 1);
            Arrays.fill(o.v(), mine, mine + d, 0);
            for (int s = 0; s < seen; s++) {
                add(share.v()[row + s], v.v(), s * v.n() + h * d, o.v(), mine, d);
            }
        }

        /**
         * {@code dshare = do.v}, {@code dv += share do}, {@code dscore = share (dshare - sum of share dshare)}, {@code dq += dscore k /
         * sqrt(D)}, {@code dk += dscore q / sqrt(D)}.
         */
        private void attendBack(int t, int h) {
            int d = shape.headSize();
            int mine = t * q.n() + h * d;
            int row = row(t, h);
            int seen = seen(t);
            double mean = 0;
            for (int s = 0; s < seen; s++) {
                share.d()[row + s] = dot(o.d(), mine, v.v(), s * v.n() + h * d, d);
                mean += share.v()[row + s] * share.d()[row + s];
            }
            double scale = 1 / Math.sqrt(d);
            for (int s = 0; s < seen; s++) {
                int other = s * k.n() + h * d;
                double dScore = scale * share.v()[row + s] * (share.d()[row + s] - mean);
                add(share.v()[row + s], o.d(), mine, v.d(), other, d);
                add(dScore, k.v(), other, q.d(), mine, d);
                add(dScore, q.v(), mine, k.d(), other, d);
            }
        }

        /** Where the shares of a query begin. */
        int row(int t, int h) {
            return t * share.n() + h * shape.blockSize();
        }

        private int seen(int t) {
            return cut == Cut.MASK ? to : t + 1;
        }
    }

    private Slice slice(Tensor tensor, int layer) {
        return Shape.slice(slices, tensor, layer);
    }

    /** {@code y = x W^T} */
    void linear(Tensor tensor, int layer, Stage x, Stage y) {
        int w0 = slice(tensor, layer).from();
        for (int t = from; t < to; t++) {
            linear(w, w0, x.v(), t * x.n(), x.n(), y.v(), t * y.n(), y.n());
        }
    }

    /** {@code y[o] = sum over i of W[o,i] x[i]}, four sums side by side for speed only: each keeps its order. */
    private static void linear(double[] w, int w0, double[] x, int x0, int cols, double[] y, int y0, int rows) {
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
    private void linearBack(Tensor tensor, int layer, Stage x, Stage y) {
        int w0 = slice(tensor, layer).from();
        for (int t = 0; t < to; t++) {
            for (int o = 0; o < y.n(); o++) {
                double dy = y.d()[t * y.n() + o];
                if (dy != 0) {
                    linearBack(w, dw, w0 + o * x.n(), x.v(), x.d(), t * x.n(), x.n(), dy);
                }
            }
        }
    }

    /** {@code dx[i] += dy W[o,i]}, {@code dW[o,i] += dy x[i]}. */
    private static void linearBack(double[] w, double[] dw, int w0, double[] x, double[] dx, int x0, int n, double dy) {
        for (int i = 0; i < n; i++) {
            dx[x0 + i] += dy * w[w0 + i];
            dw[w0 + i] += dy * x[x0 + i];
        }
    }

    /** {@code y = r x} with {@code r = 1 / sqrt(mean of x^2 + 1e-5)}. */
    private void norm(Stage x, Stage y) {
        for (int t = from; t < to; t++) {
            double r = r(x, t);
            for (int i = t * x.n(); i < (t + 1) * x.n(); i++) {
                y.v()[i] = r * x.v()[i];
            }
        }
    }

    /** {@code dx += r dy - x r^3 (x.dy) / n}; without the norm r is 1 and nothing turns with x. */
    private void normBack(Stage x, Stage y) {
        for (int t = 0; t < to; t++) {
            double r = r(x, t);
            double along = cut == Cut.NORM ? 0 : r * r * r * dot(x.v(), t * x.n(), y.d(), t * x.n(), x.n()) / x.n();
            for (int i = t * x.n(); i < (t + 1) * x.n(); i++) {
                x.d()[i] += r * y.d()[i] - along * x.v()[i];
            }
        }
    }

    private double r(Stage x, int t) {
        double squares = dot(x.v(), t * x.n(), x.v(), t * x.n(), x.n());
        return cut == Cut.NORM ? 1 : 1 / Math.sqrt(squares / x.n() + EPSILON);
    }

    /** {@code u = max(0, u)}, in place. */
    private void relu(Stage u) {
        for (int i = from * u.n(); i < to * u.n(); i++) {
            if (u.v()[i] < 0) {
                u.v()[i] = 0;
            }
        }
    }

    private void reluBack(Stage u) {
        for (int i = 0; i < to * u.n(); i++) {
            if (u.v()[i] == 0) {
                u.d()[i] = 0;
            }
        }
    }

    /** What goes by beside a street, forward and back: {@code y = x + street(x)}, so {@code dx = dy + street's}. */
    private void road(double[] some, double[] sum) {
        for (int i = from * shape.nEmbd(); i < to * shape.nEmbd() && cut != Cut.RESIDUAL; i++) {
            sum[i] += some[i];
        }
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
