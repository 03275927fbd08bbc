package dev.nabla.gpt;

import dev.nabla.math.Matrix;
import dev.nabla.math.Vector;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Every stage of one name on its way through the model and back, as matrices with a row for each place; the bits are those of training. */
public final class Parts {
    private final Weights weights;
    private final Recipe.Cut cut;
    private final int[] tokens;
    private final Pass pass;
    private final double loss;

    /**
     * A name forward.
     *
     * @param tokens the end first, and what is to be predicted behind: {@link Corpus#tokens}
     */
    public Parts(Weights weights, Recipe.Cut cut, int[] tokens) {
        this.weights = weights;
        this.cut = cut;
        this.tokens = tokens.clone();
        pass = new Pass(weights.shape(), weights.values(), cut);
        loss = pass.loss(this.tokens);
    }

    /** What one layer does to a name.
     *
     * @param in what it finds on the road, n x C
     * @param normed {@code norm(in)}
     * @param q queries, n x C, head h in columns h D to (h + 1) D
     * @param k keys
     * @param v values
     * @param shares of each head, n x n: how much each place takes of each place
     * @param mixed what the heads get, n x C
     * @param attention what that adds to the road, {@code mixed Wo^T}
     * @param middle the road behind attention
     * @param middleNormed {@code norm(middle)}
     * @param hidden {@code relu(middleNormed W1^T)}, n x 4C
     * @param mlp what that adds to the road, {@code hidden W2^T}
     */
    public record Layer(
            Matrix in,
            Matrix normed,
            Matrix q,
            Matrix k,
            Matrix v,
            List<Matrix> shares,
            Matrix mixed,
            Matrix attention,
            Matrix middle,
            Matrix middleNormed,
            Matrix hidden,
            Matrix mlp) {}

    /** How many letters are predicted: all, and the end, unless the name is too long. */
    public int places() {
        return weights.shape().places(tokens);
    }

    /** The token at a place, from 0, and at the place after it what is to be predicted. */
    public int token(int place) {
        return tokens[place];
    }

    /** e, the sums of both embeddings, n x C. */
    public Matrix embedded() {
        return rows(pass.e, weights.shape().nEmbd());
    }

    /** A layer, from 0. */
    public Layer layer(int l) {
        Shape shape = weights.shape();
        int c = shape.nEmbd();
        Pass.Layer layer = pass.layers[l];
        Matrix mixed = rows(layer.o, c);
        Matrix hidden = rows(layer.u, Shape.WIDER * c);
        List<Matrix> shares = new ArrayList<>();
        for (int h = 0; h < shape.nHead(); h++) {
            int head = h;
            shares.add(Matrix.of(places(), t -> row(layer.share, pass.row(head, t), places())));
        }
        return new Layer(
                rows(layer.x, c),
                rows(layer.a, c),
                rows(layer.q, c),
                rows(layer.k, c),
                rows(layer.v, c),
                shares,
                mixed,
                through(Shape.Tensor.ATTN_WO, l, mixed),
                rows(layer.y, c),
                rows(layer.b, c),
                hidden,
                through(Shape.Tensor.MLP_FC2, l, hidden));
    }

    /** What the last layer leaves on the road. */
    public Matrix out() {
        return rows(pass.x, weights.shape().nEmbd());
    }

    /** z, n x V. */
    public Matrix logits() {
        return rows(pass.z, weights.shape().vocab());
    }

    /** What something on the road alone says to the logits: {@code road W_lm^T}, n x V. Nothing bends behind the road, so the parts add up. */
    public Matrix logits(Matrix road) {
        return through(Shape.Tensor.LM_HEAD, 0, road);
    }

    /** What token and place say to the logits, all heads, and all MLPs; three matrices, n x V, that add up to {@link #logits()}. */
    public List<Matrix> logitParts() {
        boolean road = cut != Recipe.Cut.RESIDUAL;
        Matrix nothing = out().map(x -> 0);
        Matrix heads = nothing;
        Matrix mlps = nothing;
        for (int l = 0; l < weights.shape().nLayer(); l++) {
            Layer layer = layer(l);
            heads = road ? heads.with(layer.attention, Double::sum) : nothing;
            mlps = road ? mlps.with(layer.mlp, Double::sum) : layer.mlp;
        }
        return List.of(logits(road ? layer(0).in : nothing), logits(heads), logits(mlps));
    }

    /** Softmax of the logits, n x V. */
    public Matrix p() {
        return rows(pass.p, weights.shape().vocab());
    }

    /** -log p of the token that came, n numbers. */
    public Vector nats() {
        return row(pass.nats, 0, places());
    }

    /** Their mean. */
    public double loss() {
        return loss;
    }

    /** dL/dw of every weight. */
    public Weights slopes() {
        double[] slopes = new double[weights.shape().parameters()];
        pass.back(slopes);
        return Weights.of(weights.shape(), slopes);
    }

    private Matrix rows(double[] stage, int columns) {
        return Matrix.of(places(), t -> row(stage, t * columns, columns));
    }

    private static Vector row(double[] stage, int from, int columns) {
        return Vector.of(Arrays.copyOfRange(stage, from, from + columns));
    }

    /** x W^T, each sum in the order in which training takes it. */
    private Matrix through(Shape.Tensor tensor, int layer, Matrix x) {
        Shape shape = weights.shape();
        int rows = shape.rows(tensor);
        return Matrix.of(x.rows(), t -> {
            double[] y = new double[rows];
            double[] row = x.row(t).toArray();
            Kernels.linear(weights.values(), shape.offset(tensor, layer), rows, shape.columns(tensor), row, 0, y, 0);
            return Vector.of(y);
        });
    }
}
