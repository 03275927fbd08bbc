package dev.nabla.gpt;

import dev.nabla.math.BadInput;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The size of a model, which determines its weights and their order.
 *
 * @param vocab number of tokens, V
 * @param nEmbd numbers per token, C, 1 to 128; a multiple of {@code nHead}
 * @param nHead attention heads, each with C / heads numbers
 * @param blockSize positions, T, 1 to 64; a longer name is cut
 * @param nLayer layers of attention and MLP, 1 to 8
 * @throws BadInput {@code out_of_range}, {@code shape_mismatch} if C is no multiple of the heads, {@code too_many}
 *     above {@link #MOST_PARAMETERS} weights
 */
public record Shape(int vocab, int nEmbd, int nHead, int blockSize, int nLayer) {
    public static final int MOST_EMBD = 128;
    public static final int MOST_LAYERS = 8;
    public static final int MOST_BLOCK = 64;
    /**
     * Most weights of a model: a saved training takes at most 64 MiB, with three numbers of up to 24 characters per
     * weight.
     */
    public static final int MOST_PARAMETERS = 900_000;
    /** Width of the MLP divided by C. */
    static final int WIDER = 4;

    /** The weight matrices in storage order; those of one layer are adjacent. */
    public enum Tensor {
        WTE(false),
        WPE(false),
        LM_HEAD(false),
        ATTN_WQ(true),
        ATTN_WK(true),
        ATTN_WV(true),
        ATTN_WO(true),
        MLP_FC1(true),
        MLP_FC2(true);

        private final boolean inLayer;

        Tensor(boolean inLayer) {
            this.inLayer = inLayer;
        }

        /** Returns the name in microgpt.py, like {@code attn_wq}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Returns whether each layer has a matrix of this kind. */
        public boolean inLayer() {
            return inLayer;
        }
    }

    public Shape {
        BadInput.requireWhole(1, MOST_EMBD, "n_embd", nEmbd, "a whole number");
        BadInput.requireWhole(1, MOST_EMBD, "n_head", nHead, "a whole number");
        BadInput.requireWhole(1, MOST_BLOCK, "block_size", blockSize, "a whole number");
        BadInput.requireWhole(1, MOST_LAYERS, "n_layer", nLayer, "a whole number");
        if (nEmbd % nHead != 0) {
            int more = nEmbd + nHead - nEmbd % nHead;
            int fewer = nEmbd - nEmbd % nHead;
            String near = fewer == 0 ? "" + more : more > MOST_EMBD ? "" + fewer : fewer + " or " + more;
            throw BadInput.usage(
                            "shape_mismatch",
                            nEmbd + ": " + nHead + " heads cannot share it evenly; type a multiple of " + nHead
                                    + " like " + near)
                    .forInput("n_embd");
        }
        long count = count(vocab, nEmbd, blockSize, nLayer);
        if (count > MOST_PARAMETERS) {
            throw BadInput.usage(
                            "too_many",
                            nEmbd + ": the model would have " + count + " weights, more than " + MOST_PARAMETERS
                                    + "; type a smaller n_embd or n_layer")
                    .forInput("n_embd");
        }
    }

    private static long count(int vocab, int nEmbd, int blockSize, int nLayer) {
        return (2L * vocab + blockSize) * nEmbd + nLayer * (4L + 2 * WIDER) * nEmbd * nEmbd;
    }

    public Shape withEmbd(int other) {
        return new Shape(vocab, other, nHead, blockSize, nLayer);
    }

    public Shape withHeads(int other) {
        return new Shape(vocab, nEmbd, other, blockSize, nLayer);
    }

    public Shape withLayers(int other) {
        return new Shape(vocab, nEmbd, nHead, blockSize, other);
    }

    /** Returns the numbers per head, D = C / heads. */
    public int headSize() {
        return nEmbd / nHead;
    }

    /** Returns the number of weights: 4,192 for 27 tokens, 16 numbers, 4 heads, 16 positions and one layer. */
    public int parameters() {
        return (int) count(vocab, nEmbd, blockSize, nLayer);
    }

    /**
     * A matrix within the array of all weights: rows x columns numbers, row by row.
     *
     * @param layer from 0; 0 for a matrix outside the layers
     * @param from index of its first number
     */
    public record Slice(Tensor tensor, int layer, int from, int rows, int columns) {
        public String word() {
            return (tensor.inLayer() ? "layer" + layer + "." : "") + tensor.word();
        }

        public int count() {
            return rows * columns;
        }
    }

    /** Returns all matrices in storage order. */
    public List<Slice> slices() {
        List<Slice> slices = new ArrayList<>();
        int from = 0;
        for (int layer = 0; layer < nLayer; layer++) {
            for (Tensor tensor : Tensor.values()) {
                if (layer == 0 || tensor.inLayer()) {
                    int rows = tensor == Tensor.WPE ? blockSize : tensor.inLayer() ? nEmbd : vocab;
                    Slice slice = new Slice(
                            tensor,
                            layer,
                            from,
                            tensor == Tensor.MLP_FC1 ? WIDER * nEmbd : rows,
                            tensor == Tensor.MLP_FC2 ? WIDER * nEmbd : nEmbd);
                    slices.add(slice);
                    from += slice.count();
                }
            }
        }
        return slices;
    }

    /**
     * Returns one matrix.
     *
     * @param layer from 0; ignored for a matrix outside the layers
     * @throws IndexOutOfBoundsException if there is no such layer
     */
    public Slice slice(Tensor tensor, int layer) {
        for (Slice slice : slices()) {
            if (slice.tensor() == tensor && (slice.layer() == layer || !tensor.inLayer())) {
                return slice;
            }
        }
        throw new IndexOutOfBoundsException("layer " + layer + " of " + nLayer);
    }

    /** Returns the number of positions of a name: one per token except the last, at most {@code blockSize}. */
    int places(int[] tokens) {
        return Math.min(blockSize, tokens.length - 1);
    }

    /**
     * Returns the additions and multiplications of a forward and backward pass over n positions. They are 6 per weight
     * and position, without embeddings, and 12 C per layer and pair of positions; 152,544 for 7 positions of the
     * standard shape.
     */
    public long flops(int n) {
        long products = parameters() - (long) (vocab + blockSize) * nEmbd;
        return 6 * products * n + 6L * nEmbd * nLayer * n * (n + 1);
    }

    /** Returns how many of these are those of the MLPs. */
    long flopsOfMlp(int n) {
        return 6L * nLayer * 2 * WIDER * nEmbd * nEmbd * n;
    }
}
