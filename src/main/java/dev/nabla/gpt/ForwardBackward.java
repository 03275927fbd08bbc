package dev.nabla.gpt;

import dev.nabla.gpt.DifferentiableOp.AttentionOp;
import dev.nabla.gpt.DifferentiableOp.LinearOp;
import dev.nabla.gpt.DifferentiableOp.NormOp;
import dev.nabla.gpt.DifferentiableOp.ReluOp;
import dev.nabla.gpt.DifferentiableOp.ResidualOp;
import dev.nabla.gpt.Recipe.Ablation;
import dev.nabla.gpt.Recipe.ModelPart;
import dev.nabla.gpt.Shape.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Forward and backward pass of one name through the model, in arrays that are reused. For T positions of C numbers:
 *
 * <pre>
 * e  = wte[token] + wpe[place]     x = norm(e)
 * in each layer:  a = norm(x)      q, k, v = a Wq^T, a Wk^T, a Wv^T      o = attention(q, k, v)      y = x + o Wo^T
 *                 b = norm(y)      u = relu(b W1^T)                      x = y + u W2^T
 * z = x W_lm^T    p = softmax(z)   L = mean over the places of -log p[next]
 * </pre>
 *
 * <p>A name like emma has 5 positions: the first predicts e, the last the end token.
 */
final class ForwardBackward {
    private final Shape shape;
    private final int places;
    private final List<DifferentiableOp> formulas = new ArrayList<>();
    private final List<Activation> stages = new ArrayList<>();
    final List<LayerBuffers> layers = new ArrayList<>();
    /** The matrix products of the layers and of the logits. */
    final List<LinearOp> products = new ArrayList<>();
    /** The sum of both embeddings, T x C. */
    final Activation embedding;
    /** The residual stream after the last layer, T x C. */
    final Activation out;

    final Activation z;
    final Activation p;
    /** -log p[next] at each position, in nats. */
    final double[] nats;

    final double[] w;
    double[] dw;
    int[] tokens;
    /** The first position that the operations compute; the last is {@code to - 1}. */
    int from;

    int to;

    /**
     * Buffers of one layer.
     *
     * @param x input of the layer, the residual stream
     * @param u hidden values of the MLP, after the ReLU
     */
    record LayerBuffers(Activation x, AttentionOp heads, Activation u) {}

    /** Creates the buffers. The weights are not copied, so that a pass uses the current values of the array. */
    ForwardBackward(Shape shape, double[] weights, Ablation cut) {
        this(shape, weights, cut, shape.blockSize());
    }

    /** Creates the buffers for texts of at most {@code places} positions. */
    ForwardBackward(Shape shape, double[] weights, Ablation cut, int places) {
        this.shape = shape;
        this.places = places;
        w = weights;
        int c = shape.nEmbd();
        embedding = stage(c);
        formulas.add(new DifferentiableOp.EmbeddingOp(
                shape.slice(Tensor.WPE, 0).from(), embedding, !cut.without(ModelPart.PLACE)));
        Activation x = stage(c);
        formulas.add(new NormOp(embedding, x, cut.without(ModelPart.NORM)));
        for (int l = 0; l < shape.nLayer(); l++) {
            Activation a = stage(c);
            Activation share = stage(shape.nHead() * places);
            AttentionOp heads = new AttentionOp(
                    stage(c), stage(c), stage(c), share, stage(c), shape.nHead(), !cut.without(ModelPart.MASK));
            Activation y = stage(c);
            formulas.add(new NormOp(x, a, cut.without(ModelPart.NORM)));
            linear(Tensor.ATTN_WV, l, a, heads.v());
            linear(Tensor.ATTN_WK, l, a, heads.k());
            linear(Tensor.ATTN_WQ, l, a, heads.q());
            if (!cut.without(ModelPart.HEADS)) { // otherwise o and the gradients of the attention weights stay 0
                formulas.add(heads);
            }
            linear(Tensor.ATTN_WO, l, heads.o(), y);
            formulas.add(new ResidualOp(x, y));
            Activation u = stage(Shape.WIDER * c);
            layers.add(new LayerBuffers(x, heads, u));
            x = cut.without(ModelPart.MLP) ? y : mlp(l, y, u, cut); // without an MLP u stays 0
        }
        out = x;
        z = stage(shape.vocab());
        linear(Tensor.LM_HEAD, 0, out, z);
        formulas.removeIf(formula -> cut.without(ModelPart.RESIDUAL) && formula instanceof ResidualOp);
        p = stage(shape.vocab());
        nats = new double[places];
    }

    /** Adds the formulas of a layer's MLP. Returns the residual stream after it. */
    private Activation mlp(int layer, Activation y, Activation u, Ablation cut) {
        Activation b = stage(shape.nEmbd());
        Activation next = stage(shape.nEmbd());
        formulas.add(new NormOp(y, b, cut.without(ModelPart.NORM)));
        linear(Tensor.MLP_FC1, layer, b, u);
        formulas.add(new ReluOp(u));
        linear(Tensor.MLP_FC2, layer, u, next);
        formulas.add(new ResidualOp(y, next));
        return next;
    }

    private Activation stage(int n) {
        Activation stage = new Activation(places, n);
        stages.add(stage);
        return stage;
    }

    private void linear(Tensor tensor, int layer, Activation x, Activation y) {
        LinearOp product = new LinearOp(shape.slice(tensor, layer).from(), x, y);
        products.add(product);
        formulas.add(product);
    }

    /** Computes all positions of a name and returns its mean loss, in nats. */
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

    /** Computes positions {@code first} to {@code end - 1}; those before must have been computed already. */
    void forward(int[] name, int first, int end) {
        tokens = name;
        from = first;
        to = end;
        for (DifferentiableOp formula : formulas) {
            formula.forward(this);
        }
    }

    /**
     * Adds dL/dw to {@code slopes}, for the name of the last {@link #loss} call. Starts from dL/dz = (p - y) /
     * positions and applies the chain rule backwards.
     */
    void back(double[] slopes) {
        back(1, to, slopes);
    }

    /**
     * Adds the slopes of {@code weight} times -log p of the whole name, the sum of {@link #nats}, to {@code slopes}. A
     * step against them makes the name more likely if the weight is above 0, and less likely if it is below.
     */
    void backWeighted(double weight, double[] slopes) {
        back(weight, 1, slopes);
    }

    private void back(double weight, int n, double[] slopes) {
        begin(slopes);
        for (int t = 0; t < to; t++) {
            handBack(t, weight, n);
        }
        walkBack();
    }

    /** Adds the slopes of {@code nats[place]} alone to {@code slopes}, like {@link #back}. */
    void backFrom(int place, double[] slopes) {
        begin(slopes);
        handBack(place, 1, 1);
        walkBack();
    }

    private void begin(double[] slopes) {
        dw = slopes;
        for (Activation stage : stages) {
            Arrays.fill(stage.d(), 0, to * stage.n(), 0);
        }
    }

    /** Sets the gradient of the logits at a position to weight (p - y) / n; a weight of 1 changes no bit. */
    private void handBack(int t, double weight, int n) {
        int row = t * z.n();
        for (int i = row; i < row + z.n(); i++) {
            z.d()[i] = weight * p.v()[i] / n;
        }
        int next = row + tokens[t + 1];
        z.d()[next] = weight * (p.v()[next] - 1) / n;
    }

    private void walkBack() {
        for (int i = formulas.size() - 1; i >= 0; i--) {
            formulas.get(i).back(this);
        }
    }
}
