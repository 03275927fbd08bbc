package dev.nabla.gpt;

import dev.nabla.gpt.Shape.Tensor;
import dev.nabla.math.Matrix;
import dev.nabla.math.Vector;
import java.util.List;
import java.util.stream.IntStream;

/**
 * All intermediate results of one name, forward and backward, as matrices with a row per position. They are
 * bit-identical to those of training.
 */
public final class ForwardTrace {
    private final Weights weights;
    private final Recipe.Ablation cut;
    private final int[] tokens;
    private final ForwardBackward pass;
    private final double loss;

    /**
     * Computes all stages of a name.
     *
     * @param tokens with the end token at both ends, as from {@link Corpus#tokens}
     */
    public ForwardTrace(Weights weights, Recipe.Ablation cut, int[] tokens) {
        this.weights = weights;
        this.cut = cut;
        this.tokens = tokens.clone();
        pass = new ForwardBackward(weights.shape(), weights.values(), cut, places());
        loss = pass.loss(this.tokens);
    }

    /**
     * The stages of one layer for n positions.
     *
     * @param in input of the layer, the residual stream, n x C
     * @param q queries, n x C; head h has the columns h D to (h + 1) D - 1
     * @param k keys, like {@code q}
     * @param v values, like {@code q}
     * @param shares attention weights per head, n x n; row t holds the weights of query t
     * @param attention what attention adds to the residual stream, n x C
     * @param hidden {@code relu(norm(y) W1^T)}, n x 4C, y being the residual stream after attention
     * @param mlp what the MLP adds to the residual stream, {@code hidden W2^T}
     */
    public record LayerTrace(
            Matrix in,
            Matrix q,
            Matrix k,
            Matrix v,
            List<Matrix> shares,
            Matrix attention,
            Matrix hidden,
            Matrix mlp) {}

    /** Returns the number of predicted tokens: all letters and the end, at most the block size. */
    public int places() {
        return weights.shape().places(tokens);
    }

    /** Returns the token at a position, from 0; {@code token(place + 1)} is the one to predict. */
    public int token(int place) {
        return tokens[place];
    }

    /** Returns the stages of a layer, counted from 0. */
    public LayerTrace layer(int l) {
        ForwardBackward.LayerBuffers layer = pass.layers.get(l);
        DifferentiableOp.AttentionOp heads = layer.heads();
        int n = places();
        List<Matrix> shares = IntStream.range(0, weights.shape().nHead())
                .mapToObj(h -> Matrix.of(n, t -> Vector.of(n, s -> heads.share().v()[heads.row(t, h) + s])))
                .toList();
        return new LayerTrace(
                layer.x().matrix(n),
                heads.q().matrix(n),
                heads.k().matrix(n),
                heads.v().matrix(n),
                shares,
                through(Tensor.ATTN_WO, l, heads.o()),
                layer.u().matrix(n),
                through(Tensor.MLP_FC2, l, layer.u()));
    }

    /** Returns x W^T, each sum in the order of training. */
    private Matrix through(Tensor tensor, int layer, Activation x) {
        Shape.Slice slice = weights.shape().slice(tensor, layer);
        Activation y = new Activation(places(), slice.rows());
        new DifferentiableOp.LinearOp(slice.from(), x, y).forward(pass);
        return y.matrix(places());
    }

    /** Returns the residual stream after the last layer, n x C. */
    public Matrix out() {
        return pass.out.matrix(places());
    }

    /** Returns the logits z, n x V. */
    public Matrix logits() {
        return pass.z.matrix(places());
    }

    /**
     * Returns {@code road W_lm^T}, n x V. The map is linear: logits of parts of the residual stream add up to those of
     * the sum.
     */
    public Matrix logits(Matrix road) {
        double[] rows = road.vectors().stream().flatMapToDouble(Vector::stream).toArray();
        return through(Tensor.LM_HEAD, 0, new Activation(road.columns(), rows, rows));
    }

    /**
     * Returns how the embedding, all heads and all MLPs contribute to the logits: three matrices, n x V, that add up to
     * {@link #logits()}.
     */
    public List<Matrix> logitParts() {
        boolean road = !cut.without(Recipe.ModelPart.RESIDUAL);
        Matrix nothing = out().map(x -> 0);
        Matrix heads = nothing;
        Matrix mlps = nothing;
        for (int l = 0; l < weights.shape().nLayer(); l++) {
            LayerTrace layer = layer(l);
            heads = road ? heads.with(layer.attention, Double::sum) : nothing;
            mlps = road ? mlps.with(layer.mlp, Double::sum) : layer.mlp;
        }
        return List.of(logits(road ? layer(0).in : nothing), logits(heads), logits(mlps));
    }

    /** Returns the probabilities, n x V: the softmax of the logits row by row. */
    public Matrix p() {
        return pass.p.matrix(places());
    }

    /** Returns -log p of the actual next token at each position, n numbers in nats. */
    public Vector nats() {
        return Vector.of(pass.nats, places());
    }

    /** Returns the mean of {@link #nats}. */
    public double loss() {
        return loss;
    }

    /** Runs the backward pass and returns dL/dw of every weight. */
    public Weights slopes() {
        double[] slopes = new double[weights.shape().parameters()];
        pass.back(slopes);
        return Weights.of(weights.shape(), slopes);
    }

    /**
     * Returns the slopes of -log p at one position, from 0, for the sum of both embeddings at each position, n x C.
     * They are 0 at positions that it does not see.
     */
    public Matrix embeddingSlopes(int place) {
        pass.backFrom(place, new double[weights.shape().parameters()]);
        return pass.embedding.gradients(places());
    }

    /**
     * The use of a weight at one position.
     *
     * @param handed slope of the loss for the number that the weight contributes to
     * @param input the number that the weight multiplies; in an embedding 1 where its row is read, else 0
     */
    public record WeightUse(double handed, double input) {}

    /**
     * Returns the uses of a weight, one per position. The sum of {@code handed * input} is the slope of the weight.
     *
     * @param row row of the weight in its matrix, from 0
     * @param column its column, from 0
     */
    public List<WeightUse> uses(Shape.Slice slice, int row, int column) {
        slopes();
        int n = places();
        if (slice.tensor() == Tensor.WTE || slice.tensor() == Tensor.WPE) {
            Matrix handed = pass.embedding.gradients(n);
            return IntStream.range(0, n)
                    .mapToObj(t -> new WeightUse(
                            handed.get(t, column), (slice.tensor() == Tensor.WTE ? tokens[t] : t) == row ? 1 : 0))
                    .toList();
        }
        DifferentiableOp.LinearOp product = pass.products.stream()
                .filter(each -> each.w0() == slice.from())
                .findFirst()
                .orElseThrow();
        Matrix handed = product.y().gradients(n);
        Matrix input = product.x().matrix(n);
        return IntStream.range(0, n)
                .mapToObj(t -> new WeightUse(handed.get(t, row), input.get(t, column)))
                .toList();
    }
}
