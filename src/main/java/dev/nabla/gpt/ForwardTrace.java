package dev.nabla.gpt;

import dev.nabla.gpt.Shape.Tensor;
import dev.nabla.math.Matrix;
import dev.nabla.math.Vector;
import java.util.List;
import java.util.stream.IntStream;

/** Every stage of one name on its way through the model and back, as matrices with a row for each place; the bits are those of training. */
public final class ForwardTrace {
    private final Weights weights;
    private final Recipe.Ablation cut;
    private final int[] tokens;
    private final ForwardBackward pass;
    private final double loss;

    /**
     * A name forward.
     *
     * @param tokens the end first, and what is to be predicted behind: {@link Corpus#tokens}
     */
    public ForwardTrace(Weights weights, Recipe.Ablation cut, int[] tokens) {
        this.weights = weights;
        this.cut = cut;
        this.tokens = tokens.clone();
        pass = new ForwardBackward(weights.shape(), weights.values(), cut);
        loss = pass.loss(this.tokens);
    }

    /**
     * What one layer does to a name.
     *
     * @param in what it finds on the road, n x C
     * @param q queries, n x C, head h in columns h D to (h + 1) D
     * @param k keys
     * @param v values
     * @param shares of each head, n x n: how much each place takes of each place
     * @param attention what the heads add to the road
     * @param hidden {@code relu(norm(road) W1^T)}, n x 4C
     * @param mlp what that adds to the road, {@code hidden W2^T}
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

    /** How many letters are predicted: all, and the end, unless the name is too long. */
    public int places() {
        return weights.shape().places(tokens);
    }

    /** The token at a place, from 0, and at the place after it what is to be predicted. */
    public int token(int place) {
        return tokens[place];
    }

    /** A layer, from 0. */
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

    /** x W^T, each sum in the order in which training takes it. */
    private Matrix through(Tensor tensor, int layer, Activation x) {
        Shape.Slice slice = weights.shape().slice(tensor, layer);
        Activation y = new Activation(weights.shape().blockSize(), slice.rows());
        new DifferentiableOp.LinearOp(slice.from(), x, y).forward(pass);
        return y.matrix(places());
    }

    /** What the last layer leaves on the road. */
    public Matrix out() {
        return pass.out.matrix(places());
    }

    /** z, n x V. */
    public Matrix logits() {
        return pass.z.matrix(places());
    }

    /** What something on the road alone says to the logits: {@code road W_lm^T}, n x V. Nothing bends behind the road, so the parts add up. */
    public Matrix logits(Matrix road) {
        double[] rows = road.vectors().stream().flatMapToDouble(Vector::stream).toArray();
        return through(Tensor.LM_HEAD, 0, new Activation(road.columns(), rows, rows));
    }

    /** What token and place say to the logits, all heads, and all MLPs; three matrices, n x V, that add up to {@link #logits()}. */
    public List<Matrix> logitParts() {
        boolean road = cut != Recipe.Ablation.RESIDUAL;
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

    /** Softmax of the logits, n x V. */
    public Matrix p() {
        return pass.p.matrix(places());
    }

    /** -log p of the token that came, n numbers. */
    public Vector nats() {
        return Vector.of(pass.nats, places());
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
}
