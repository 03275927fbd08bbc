package dev.nabla.gpt;

import dev.nabla.gpt.DifferentiableOp.AttentionOp;
import dev.nabla.gpt.DifferentiableOp.LinearOp;
import dev.nabla.gpt.DifferentiableOp.NormOp;
import dev.nabla.gpt.DifferentiableOp.ReluOp;
import dev.nabla.gpt.DifferentiableOp.ResidualOp;
import dev.nabla.gpt.Recipe.Ablation;
import dev.nabla.gpt.Shape.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A name forward through the formulas of the model, and its slopes back through them, in arrays that are used again. T places of
 * C numbers:
 *
 * <pre>
 * e  = wte[token] + wpe[place]     x = norm(e)
 * in each layer:  a = norm(x)      q, k, v = a Wq^T, a Wk^T, a Wv^T      o = attention(q, k, v)      y = x + o Wo^T
 *                 b = norm(y)      u = relu(b W1^T)                      x = y + u W2^T
 * z = x W_lm^T    p = softmax(z)   L = mean over the places of -log p[next]
 * </pre>
 *
 * <p>For a name like emma: 5 places, of which the first is asked for e and the last for the end.
 */
final class ForwardBackward {
    private final Shape shape;
    private final List<DifferentiableOp> formulas = new ArrayList<>();
    private final List<Activation> stages = new ArrayList<>();
    final List<LayerBuffers> layers = new ArrayList<>();
    /** What the last layer leaves on the road. */
    final Activation out;

    final Activation z;
    final Activation p;
    /** -log p[next] of each place. */
    final double[] nats;

    final double[] w;
    double[] dw;
    int[] tokens;
    /** The places that are due: from one to before another. */
    int from;

    int to;

    /** What one layer makes of the road x. */
    record LayerBuffers(Activation x, AttentionOp heads, Activation u) {}

    /** Reads the weights in place: a pass after they have changed is one of the changed weights. */
    ForwardBackward(Shape shape, double[] weights, Ablation cut) {
        this.shape = shape;
        w = weights;
        int c = shape.nEmbd();
        Activation e = stage(c);
        formulas.add(new DifferentiableOp.EmbeddingOp(shape.slice(Tensor.WPE, 0).from(), e, cut != Ablation.PLACE));
        Activation x = stage(c);
        formulas.add(new NormOp(e, x, cut == Ablation.NORM));
        for (int l = 0; l < shape.nLayer(); l++) {
            Activation a = stage(c);
            Activation share = stage(shape.nHead() * shape.blockSize());
            AttentionOp heads =
                    new AttentionOp(stage(c), stage(c), stage(c), share, stage(c), shape.nHead(), cut != Ablation.MASK);
            Activation y = stage(c);
            formulas.add(new NormOp(x, a, cut == Ablation.NORM));
            linear(Tensor.ATTN_WV, l, a, heads.v());
            linear(Tensor.ATTN_WK, l, a, heads.k());
            linear(Tensor.ATTN_WQ, l, a, heads.q());
            if (cut != Ablation.HEADS) { // else o stays 0, and so do its slopes
                formulas.add(heads);
            }
            linear(Tensor.ATTN_WO, l, heads.o(), y);
            formulas.add(new ResidualOp(x, y));
            Activation b = stage(c);
            Activation u = stage(Shape.WIDER * c);
            Activation next = stage(c);
            formulas.add(new NormOp(y, b, cut == Ablation.NORM));
            if (cut != Ablation.MLP) { // else u stays 0
                linear(Tensor.MLP_FC1, l, b, u);
            }
            formulas.add(new ReluOp(u));
            linear(Tensor.MLP_FC2, l, u, next);
            formulas.add(new ResidualOp(y, next));
            layers.add(new LayerBuffers(x, heads, u));
            x = next;
        }
        out = x;
        z = stage(shape.vocab());
        linear(Tensor.LM_HEAD, 0, out, z);
        formulas.removeIf(formula -> cut == Ablation.RESIDUAL && formula instanceof ResidualOp);
        p = stage(shape.vocab());
        nats = new double[shape.blockSize()];
    }

    private Activation stage(int n) {
        Activation stage = new Activation(shape.blockSize(), n);
        stages.add(stage);
        return stage;
    }

    private void linear(Tensor tensor, int layer, Activation x, Activation y) {
        formulas.add(new LinearOp(shape.slice(tensor, layer).from(), x, y));
    }

    /** The mean loss of a name in nats, all its places forward. */
    double loss(int[] name) {
        forward(name, 0, shape.places(name));
        double sum = 0;
        for (int t = 0; t < to; t++) {
            int row = t * z.n();
            System.arraycopy(z.v(), row, p.v(), row, z.n());
            nats[t] = DifferentiableOp.softmax(p.v(), row, z.n(), 1) - z.v()[row + name[t + 1]];
            sum += nats[t];
        }
        return sum / to;
    }

    /** The places from one to before another forward, those before them being there already. */
    void forward(int[] name, int first, int end) {
        tokens = name;
        from = first;
        to = end;
        for (DifferentiableOp formula : formulas) {
            formula.forward(this);
        }
    }

    /** Adds dL/dw of the name whose loss was asked for last: dL/dz = (p - y) / places, and from there back by the chain rule. */
    void back(double[] slopes) {
        dw = slopes;
        for (Activation stage : stages) {
            Arrays.fill(stage.d(), 0, to * stage.n(), 0);
        }
        for (int i = 0; i < to * z.n(); i++) {
            z.d()[i] = p.v()[i] / to;
        }
        for (int t = 0; t < to; t++) {
            int next = t * z.n() + tokens[t + 1];
            z.d()[next] = (p.v()[next] - 1) / to;
        }
        for (int i = formulas.size() - 1; i >= 0; i--) {
            formulas.get(i).back(this);
        }
    }
}
