package dev.nabla.gpt;

import dev.nabla.math.BadInput;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How large a model is; its weights follow from it, and so does their order.
 *
 * @param vocab tokens
 * @param nEmbd numbers that a token becomes, C, a multiple of the heads
 * @param nHead heads, each of C / heads numbers
 * @param blockSize the longest name that is read, in tokens, T
 * @param nLayer blocks of attention and MLP
 */
public record Shape(int vocab, int nEmbd, int nHead, int blockSize, int nLayer) {
    public static final int MOST_EMBD = 128;
    public static final int MOST_LAYERS = 8;
    public static final int MOST_BLOCK = 64;
    /** A saved training of so many takes at most 64 MiB, three numbers of 24 characters a weight. */
    public static final int MOST_PARAMETERS = 900_000;
    /** The MLP is so many times as wide as the road. */
    static final int WIDER = 4;

    /** The matrices in the order of their weights; those of a layer stand together. */
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

        /** Its name in microgpt.py, like {@code attn_wq}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** True for a matrix of which each layer has one. */
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

    /** Numbers a head has, D. */
    public int headSize() {
        return nEmbd / nHead;
    }

    /** How many weights: 4,192 for 27 tokens, 16 numbers, 16 places and one layer. */
    public int parameters() {
        return (int) count(vocab, nEmbd, blockSize, nLayer);
    }

    /** A matrix among all weights, row by row from one of them on; {@code layer0.attn_wq} where each layer has one. */
    public record Slice(Tensor tensor, int layer, int from, int rows, int columns) {
        public String word() {
            return (tensor.inLayer() ? "layer" + layer + "." : "") + tensor.word();
        }

        public int count() {
            return rows * columns;
        }
    }

    /** The matrices in the order of their weights. */
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

    /** One of these; the layer, from 0, counts for those of which each layer has one. */
    public Slice slice(Tensor tensor, int layer) {
        for (Slice slice : slices()) {
            if (slice.tensor() == tensor && (slice.layer() == layer || !tensor.inLayer())) {
                return slice;
            }
        }
        throw new IndexOutOfBoundsException("layer " + layer + " of " + nLayer);
    }

    /** What becomes of a name of so many tokens but the last: at most as many places as there are. */
    int places(int[] tokens) {
        return Math.min(blockSize, tokens.length - 1);
    }

    /**
     * Additions and multiplications, forward and back, for n places: 6 a weight and place, look-ups none, and 12 C a layer and
     * pair of places; 152,544 for 7 places of the standard shape.
     */
    public long flops(int n) {
        long products = parameters() - (long) (vocab + blockSize) * nEmbd;
        return 6 * products * n + 6L * nEmbd * nLayer * n * (n + 1);
    }
}
