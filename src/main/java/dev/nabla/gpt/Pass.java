package dev.nabla.gpt;

import dev.nabla.gpt.Recipe.Cut;
import dev.nabla.gpt.Shape.Tensor;
import java.util.Arrays;

/**
 * A name forward through the model and its slopes back, in arrays that are used again. T places of C numbers:
 *
 * <pre>
 * e  = wte[token] + wpe[place]     x = norm(e)
 * in each layer:  a = norm(x)      q, k, v = a Wq^T, a Wk^T, a Wv^T      o = heads(q, k, v)      y = x + o Wo^T
 *                 b = norm(y)      u = b W1^T      x = y + relu(u) W2^T
 * z = x W_lm^T    p = softmax(z)   L = mean over the places of -log p[next]
 * </pre>
 *
 * <p>For a name like emma: 5 places, of which the first is asked for e and the last for the end.
 */
final class Pass {
    private final Shape shape;
    private final double[] w;
    private final Cut cut;

    private final int c;
    private final int vocab;
    private final int wpe;
    private final int lmHead;

    /** T x C, T x V, and r of each norm. */
    final double[] e;

    private final double[] r;
    final Layer[] layers;
    /** What the last layer leaves on the road, T x C. */
    final double[] x;

    final double[] z;
    final double[] p;
    /** -log p[next] of each place. */
    final double[] nats;

    /** dL/d of the scores at a place, of the road behind and before a side street, and of what stands in one. */
    private final double[] dz;

    private final double[] dx;
    private final double[] dy;
    private final double[] da;
    private final double[] dq;
    private final double[] dk;
    private final double[] dv;
    private final double[] dO;
    private final double[] du;
    private final double[] dShare;
    private int[] tokens;
    private int places;

    /** The numbers of one layer, T x C but where it is said, and where its weights begin. */
    final class Layer {
        private final int wq;
        private final int wk;
        private final int wv;
        private final int wo;
        private final int fc1;
        private final int fc2;
        final double[] x = new double[shape.blockSize() * c];
        final double[] a = new double[x.length];
        private final double[] ra = new double[shape.blockSize()];
        final double[] q = new double[x.length];
        final double[] k = new double[x.length];
        final double[] v = new double[x.length];
        /** heads x T x T */
        final double[] share = new double[shape.nHead() * shape.blockSize() * shape.blockSize()];

        final double[] o = new double[x.length];
        final double[] y = new double[x.length];
        final double[] b = new double[x.length];
        private final double[] rb = new double[shape.blockSize()];
        /** T x 4C, behind the ReLU. */
        final double[] u = new double[Shape.WIDER * x.length];

        private Layer(int layer) {
            wq = shape.offset(Tensor.ATTN_WQ, layer);
            wk = shape.offset(Tensor.ATTN_WK, layer);
            wv = shape.offset(Tensor.ATTN_WV, layer);
            wo = shape.offset(Tensor.ATTN_WO, layer);
            fc1 = shape.offset(Tensor.MLP_FC1, layer);
            fc2 = shape.offset(Tensor.MLP_FC2, layer);
        }
    }

    /** Reads the weights in place: a pass after they have changed is one of the changed weights. */
    Pass(Shape shape, double[] weights, Cut cut) {
        this.shape = shape;
        this.w = weights;
        this.cut = cut;
        c = shape.nEmbd();
        vocab = shape.vocab();
        wpe = shape.offset(Tensor.WPE, 0);
        lmHead = shape.offset(Tensor.LM_HEAD, 0);
        int rows = shape.blockSize();
        e = new double[rows * c];
        r = new double[rows];
        layers = new Layer[shape.nLayer()];
        Arrays.setAll(layers, Layer::new);
        x = new double[rows * c];
        z = new double[rows * vocab];
        p = new double[rows * vocab];
        nats = new double[rows];
        dz = new double[vocab];
        dx = new double[rows * c];
        dy = new double[rows * c];
        da = new double[rows * c];
        dq = new double[rows * c];
        dk = new double[rows * c];
        dv = new double[rows * c];
        dO = new double[rows * c];
        du = new double[Shape.WIDER * rows * c];
        dShare = new double[rows];
    }

    /** The mean loss of a name in nats, all its places forward. */
    double loss(int[] name) {
        places = shape.places(name);
        forward(name, 0, places);
        double sum = 0;
        for (int t = 0; t < places; t++) {
            System.arraycopy(z, t * vocab, p, t * vocab, vocab);
            nats[t] = Kernels.softmax(p, t * vocab, vocab, 1) - z[t * vocab + name[t + 1]];
            sum += nats[t];
        }
        return sum / places;
    }

    /** The places from one to another forward, those before it being there already. */
    void forward(int[] name, int from, int to) {
        tokens = name;
        for (int t = from; t < to; t++) {
            for (int i = 0; i < c; i++) {
                e[t * c + i] = w[tokens[t] * c + i] + (cut == Cut.PLACE ? 0 : w[wpe + t * c + i]);
            }
            r[t] = norm(e, into(0), t);
        }
        for (int l = 0; l < layers.length; l++) {
            attention(layers[l], from, to);
            mlp(layers[l], into(l + 1), from, to);
        }
        for (int t = from; t < to; t++) {
            Kernels.linear(w, lmHead, vocab, c, x, t * c, z, t * vocab);
        }
    }

    /** What a layer begins with, or the head behind the last. */
    private double[] into(int layer) {
        return layer < layers.length ? layers[layer].x : x;
    }

    private double norm(double[] from, double[] into, int t) {
        if (cut == Cut.NORM) {
            System.arraycopy(from, t * c, into, t * c, c);
            return 1;
        }
        return Kernels.norm(from, t * c, into, c);
    }

    private void normBack(double r, double[] from, int t, double[] d, double[] dFrom) {
        if (cut == Cut.NORM) {
            add(d, dFrom, t);
        } else {
            Kernels.normBack(r, from, t * c, d, dFrom, c);
        }
    }

    /** Row t of one is added to row t of another. */
    private void add(double[] some, double[] to, int t) {
        for (int i = t * c; i < (t + 1) * c; i++) {
            to[i] += some[i];
        }
    }

    private static int seen(Cut cut, int t, int places) {
        return cut == Cut.MASK ? places : t + 1;
    }

    /** y = x + heads(norm(x)) Wo^T */
    private void attention(Layer layer, int from, int to) {
        if (cut == Cut.HEADS) {
            System.arraycopy(layer.x, from * c, layer.y, from * c, (to - from) * c);
            return;
        }
        for (int t = from; t < to; t++) {
            layer.ra[t] = norm(layer.x, layer.a, t);
            Kernels.linear(w, layer.wq, c, c, layer.a, t * c, layer.q, t * c);
            Kernels.linear(w, layer.wk, c, c, layer.a, t * c, layer.k, t * c);
            Kernels.linear(w, layer.wv, c, c, layer.a, t * c, layer.v, t * c);
        }
        for (int t = from; t < to; t++) {
            for (int h = 0; h < shape.nHead(); h++) {
                attend(layer, t, h, seen(cut, t, to));
            }
            Kernels.linear(w, layer.wo, c, c, layer.o, t * c, layer.y, t * c);
            if (cut != Cut.RESIDUAL) {
                add(layer.x, layer.y, t);
            }
        }
    }

    /** What a query of head h gets: {@code share = softmax(q.k / sqrt(D))} over the keys it sees, {@code o = sum of share v}. */
    private void attend(Layer layer, int t, int h, int seen) {
        int d = shape.headSize();
        int head = h * d;
        int row = row(h, t);
        double scale = 1 / Math.sqrt(d);
        for (int s = 0; s < seen; s++) {
            layer.share[row + s] = scale * Kernels.dot(layer.q, t * c + head, layer.k, s * c + head, d);
        }
        Kernels.softmax(layer.share, row, seen, 1);
        for (int j = head; j < head + d; j++) {
            double sum = 0;
            for (int s = 0; s < seen; s++) {
                sum += layer.share[row + s] * layer.v[s * c + j];
            }
            layer.o[t * c + j] = sum;
        }
    }

    /**
     * {@code dshare = do.v}, {@code dv += share do}, {@code dscore = share (dshare - sum of share dshare)}, {@code dq += dscore k /
     * sqrt(D)}, {@code dk += dscore q / sqrt(D)}.
     */
    private void attendBack(Layer layer, int t, int h, int seen) {
        int d = shape.headSize();
        int head = h * d;
        int row = row(h, t);
        double mean = 0;
        for (int s = 0; s < seen; s++) {
            dShare[s] = Kernels.dot(dO, t * c + head, layer.v, s * c + head, d);
            mean += layer.share[row + s] * dShare[s];
        }
        double scale = 1 / Math.sqrt(d);
        for (int s = 0; s < seen; s++) {
            double share = layer.share[row + s];
            double dScore = scale * share * (dShare[s] - mean);
            for (int j = head; j < head + d; j++) {
                dv[s * c + j] += share * dO[t * c + j];
                dq[t * c + j] += dScore * layer.k[s * c + j];
                dk[s * c + j] += dScore * layer.q[t * c + j];
            }
        }
    }

    /** Where the shares of a query of a head begin. */
    int row(int head, int t) {
        return (head * shape.blockSize() + t) * shape.blockSize();
    }

    /** x = y + relu(norm(y) W1^T) W2^T */
    private void mlp(Layer layer, double[] into, int from, int to) {
        if (cut == Cut.MLP) {
            System.arraycopy(layer.y, from * c, into, from * c, (to - from) * c);
            return;
        }
        int wide = Shape.WIDER * c;
        for (int t = from; t < to; t++) {
            layer.rb[t] = norm(layer.y, layer.b, t);
            Kernels.linear(w, layer.fc1, wide, c, layer.b, t * c, layer.u, t * wide);
            for (int i = t * wide; i < (t + 1) * wide; i++) {
                layer.u[i] = layer.u[i] < 0 ? 0 : layer.u[i];
            }
            Kernels.linear(w, layer.fc2, c, wide, layer.u, t * wide, into, t * c);
            if (cut != Cut.RESIDUAL) {
                add(layer.y, into, t);
            }
        }
    }

    /** Adds dL/dw of the name that was last forward: dL/dz = (p - y) / places, and from there back by the chain rule. */
    void back(double[] dw) {
        Arrays.fill(dx, 0, places * c, 0);
        for (int t = 0; t < places; t++) {
            for (int j = 0; j < vocab; j++) {
                double y = j == tokens[t + 1] ? 1 : 0;
                dz[j] = (p[t * vocab + j] - y) / places;
            }
            Kernels.linearBack(w, lmHead, vocab, c, x, t * c, dz, 0, dx, dw);
        }
        for (int l = layers.length - 1; l >= 0; l--) {
            mlpBack(layers[l], dw);
            attentionBack(layers[l], dw);
        }
        Arrays.fill(dy, 0, places * c, 0);
        for (int t = 0; t < places; t++) {
            normBack(r[t], e, t, dx, dy);
            for (int i = 0; i < c; i++) {
                dw[tokens[t] * c + i] += dy[t * c + i];
                dw[wpe + t * c + i] += cut == Cut.PLACE ? 0 : dy[t * c + i];
            }
        }
    }

    /** From the slopes behind the MLP, in dx, to those before it, in dy. */
    private void mlpBack(Layer layer, double[] dw) {
        passOn(dx, dy, cut == Cut.MLP);
        int wide = Shape.WIDER * c;
        for (int t = 0; t < places && cut != Cut.MLP; t++) {
            Arrays.fill(du, t * wide, (t + 1) * wide, 0);
            Kernels.linearBack(w, layer.fc2, c, wide, layer.u, t * wide, dx, t * c, du, dw);
            for (int i = t * wide; i < (t + 1) * wide; i++) {
                du[i] = layer.u[i] == 0 ? 0 : du[i];
            }
            Arrays.fill(da, t * c, (t + 1) * c, 0);
            Kernels.linearBack(w, layer.fc1, wide, c, layer.b, t * c, du, t * wide, da, dw);
            normBack(layer.rb[t], layer.y, t, da, dy);
        }
    }

    /** From the slopes behind attention, in dy, to those before it, in dx. */
    private void attentionBack(Layer layer, double[] dw) {
        passOn(dy, dx, cut == Cut.HEADS);
        if (cut == Cut.HEADS) {
            return;
        }
        for (double[] some : new double[][] {da, dq, dk, dv, dO}) {
            Arrays.fill(some, 0, places * c, 0);
        }
        for (int t = 0; t < places; t++) {
            Kernels.linearBack(w, layer.wo, c, c, layer.o, t * c, dy, t * c, dO, dw);
            for (int h = 0; h < shape.nHead(); h++) {
                attendBack(layer, t, h, seen(cut, t, places));
            }
        }
        for (int t = 0; t < places; t++) {
            Kernels.linearBack(w, layer.wq, c, c, layer.a, t * c, dq, t * c, da, dw);
            Kernels.linearBack(w, layer.wk, c, c, layer.a, t * c, dk, t * c, da, dw);
            Kernels.linearBack(w, layer.wv, c, c, layer.a, t * c, dv, t * c, da, dw);
            normBack(layer.ra[t], layer.x, t, da, dx);
        }
    }

    /** The slopes that the road itself hands back past a side street: all, or none where the street replaces the road. */
    private void passOn(double[] from, double[] to, boolean streetIsClosed) {
        if (cut == Cut.RESIDUAL && !streetIsClosed) {
            Arrays.fill(to, 0, places * c, 0);
        } else {
            System.arraycopy(from, 0, to, 0, places * c);
        }
    }
}
