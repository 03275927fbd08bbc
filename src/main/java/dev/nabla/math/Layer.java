package dev.nabla.math;

import java.util.List;
import java.util.function.DoubleBinaryOperator;

/**
 * A transformer layer of one head with an output layer, small enough to follow every number. The last token attends to
 * all tokens; the result passes through a relu layer and is scored.
 *
 * <p>{@code q = x[T] Wq, k = x Wk, v = x Wv, h = softmax(q k^T / sqrt(d)) v, r = relu(h W1), z = r W2, p = softmax(z),
 * L = -log p[truth]}: T tokens of e numbers, a query of d, a value of c, u units, n possible next tokens. Without
 * mixing {@code h = x[T]}, which needs c = e.
 *
 * @param x T x e, a row per token
 * @param wq e x d
 * @param wk e x d
 * @param wv e x c
 * @param w1 c x u
 * @param w2 u x n
 * @param truth position of the token that came next, from 1 to n
 * @param mixing whether attention is used
 * @throws BadInput if shapes do not fit, an entry is beyond 1e6 in size, or truth is no position
 * @see <a href="https://arxiv.org/abs/1706.03762">Vaswani et al.: Attention Is All You Need, 3</a>
 */
public record Layer(Matrix x, Matrix wq, Matrix wk, Matrix wv, Matrix w1, Matrix w2, int truth, boolean mixing) {
    /** Largest size of an entry; up to it no result can overflow. */
    private static final double LARGEST = 1e6;

    public Layer {
        List<String> names = List.of("x", "wq", "wk", "wv", "w1", "w2");
        List<Matrix> all = List.of(x, wq, wk, wv, w1, w2);
        for (int i = 0; i < all.size(); i++) {
            boolean small = all.get(i).largest() <= LARGEST;
            BadInput.requireRange(small, names.get(i), all.get(i), "every entry must lie between -1e6 and 1e6");
        }
        if (!mixing && wv.columns() != x.columns()) {
            throw BadInput.mismatch(
                    "x",
                    "is " + x.shape() + " and wv is " + wv.shape() + ": without mixing a value is as long as a token");
        }
        loss(x, wq, wk, wv, w1, w2, truth, mixing);
    }

    private static Loss loss(
            Matrix x, Matrix wq, Matrix wk, Matrix wv, Matrix w1, Matrix w2, int truth, boolean mixing) {
        Matrix h = mixing ? Matrix.of(attention(x, wq, wk, wv).out(0)) : last(x);
        return new Loss(bent(h.times(w1)).times(w2).row(0), truth, 1);
    }

    private static Attention attention(Matrix x, Matrix wq, Matrix wk, Matrix wv) {
        double scale = Attention.usualScale(wq.columns());
        return new Attention(last(x).times(wq), x.times(wk), x.times(wv), true, scale);
    }

    private static Matrix last(Matrix x) {
        return Matrix.of(x.row(x.rows() - 1));
    }

    private static Matrix bent(Matrix before) {
        return before.map(a -> Math.max(0, a));
    }

    /** Returns the attention of the last token, one query, to all T tokens. */
    public Attention attention() {
        return attention(x, wq, wk, wv);
    }

    /** Returns h, 1 x c: the output of attention, or without mixing the last token itself. */
    public Matrix mixed() {
        return mixing ? Matrix.of(attention().out(0)) : last(x);
    }

    /** Returns h W1, 1 x u, before relu. */
    public Matrix beforeRelu() {
        return mixed().times(w1);
    }

    /** Returns r, 1 x u: negative numbers have become 0. */
    public Matrix afterRelu() {
        return bent(beforeRelu());
    }

    /** Returns logits, probabilities, loss and p - y. */
    public Loss loss() {
        return loss(x, wq, wk, wv, w1, w2, truth, mixing);
    }

    public Layer withX(Matrix other) {
        return new Layer(other, wq, wk, wv, w1, w2, truth, mixing);
    }

    public Layer withTruth(int other) {
        return new Layer(x, wq, wk, wv, w1, w2, other, mixing);
    }

    public Layer withMixing(boolean other) {
        return new Layer(x, wq, wk, wv, w1, w2, truth, other);
    }

    /**
     * The gradients of the loss by all inputs and by intermediate results, each in the shape of its variable.
     *
     * @param logits dL/dz = p - y, 1 x n
     * @param afterRelu dL/dr, 1 x u
     * @param beforeRelu dL/d(h W1), 1 x u: that of r where relu let through, else 0
     * @param mixed dL/dh, 1 x c
     * @param attention gradients within attention; zeros without mixing
     */
    public record Gradient(
            Matrix x,
            Matrix wq,
            Matrix wk,
            Matrix wv,
            Matrix w1,
            Matrix w2,
            Matrix logits,
            Matrix afterRelu,
            Matrix beforeRelu,
            Matrix mixed,
            Attention.Gradient attention) {}

    /**
     * Returns all gradients by backpropagation, the chain rule from the loss back to the tokens. The slope of relu at 0
     * is taken as 0.
     */
    public Gradient gradient() {
        Matrix r = afterRelu();
        Matrix dz = Matrix.of(loss().gradient());
        Matrix dr = dz.times(w2.transposed());
        Matrix dBefore = dr.with(r, (slope, bent) -> bent > 0 ? slope : 0);
        Matrix dh = dBefore.times(w1.transposed());
        Attention.Gradient through = attention().gradient(mixing ? dh : dh.map(slope -> 0));
        return new Gradient(
                tokens(through, dh),
                last(x).transposed().times(through.q()),
                x.transposed().times(through.k()),
                x.transposed().times(through.v()),
                mixed().transposed().times(dBefore),
                r.transposed().times(dz),
                dz,
                dr,
                dBefore,
                dh,
                through);
    }

    /**
     * Returns dL/dx: every token counts as a key and a value, the last one also as the query or, without mixing, as h.
     */
    private Matrix tokens(Attention.Gradient through, Matrix dh) {
        Matrix dx = through.k().times(wk.transposed()).with(through.v().times(wv.transposed()), Double::sum);
        Matrix asQuery = through.q().times(wq.transposed());
        Matrix asItself = mixing ? asQuery : asQuery.with(dh, Double::sum);
        return Matrix.of(
                x.rows(),
                i -> i < x.rows() - 1
                        ? dx.row(i)
                        : last(dx).with(asItself, Double::sum).row(0));
    }

    /**
     * Returns the layer after one step of all weights against their gradients, {@code W - eta dL/dW}; the tokens stay.
     */
    public Layer stepped(double eta) {
        Gradient g = gradient();
        DoubleBinaryOperator step = (weight, slope) -> weight - eta * slope;
        return new Layer(
                x,
                wq.with(g.wq(), step),
                wk.with(g.wk(), step),
                wv.with(g.wv(), step),
                w1.with(g.w1(), step),
                w2.with(g.w2(), step),
                truth,
                mixing);
    }
}
