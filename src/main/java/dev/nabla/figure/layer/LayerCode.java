package dev.nabla.figure.layer;

import static dev.nabla.figure.CodeLine.rows;

import dev.nabla.math.Layer;

/** The way forward in Python, as far as it is not cut. */
final class LayerCode {
    private LayerCode() {}

    private static final String TIMES =
            """
            import math
            def times(x, W): return [sum(a * b for a, b in zip(x, c)) for c in zip(*W)]
            """;
    private static final String SOFTMAX = "def softmax(z): return [math.exp(v) / sum(map(math.exp, z)) for v in z]\n";
    private static final String SCORES =
            """
            x = $x  # $words
            q = times(x[-1], $wq)
            keys = [times(t, $wk) for t in x]
            """;
    private static final String MOVE =
            """
            values = [times(t, $wv) for t in x]
            w = softmax([s / $d**0.5 for s in times(q, zip(*keys))])  #= $weights
            h = times(w, values)  #= $mixed
            """;
    private static final String SCORE =
            """
            r = [max(0, v) for v in times(h, $w1)]
            W2 = $w2
            print(-math.log(softmax(times(r, W2))[$truth]))  #= $loss_nats: $came has $p[$y]
            """;

    static String of(LayerModel model) {
        Layer layer = model.layer();
        String code =
                switch (model.cut()) {
                    case NONE -> TIMES + SOFTMAX + SCORES + MOVE + SCORE;
                    case FIX ->
                        "# without FIX: no slopes, which the way forward does not need\n" + TIMES + SOFTMAX + SCORES
                                + MOVE + SCORE;
                    case MOVE ->
                        TIMES + SOFTMAX + "x = $x  # $words\nh = x[-1]  # MOVE is cut: tokens do not meet\n" + SCORE;
                    case SCORE ->
                        "# without SCORE: nothing turns scores into shares\n" + TIMES + SCORES
                                + "scores = [s / $d**0.5 for s in times(q, zip(*keys))]\nprint(scores[0])  #= $scores[1]\n";
                };
        return code.replace("$words", String.join(", ", model.asking()))
                .replace("$wq", rows(layer.wq()))
                .replace("$wk", rows(layer.wk()))
                .replace("$wv", rows(layer.wv()))
                .replace("$w1", rows(layer.w1()))
                .replace("$w2", rows(layer.w2()))
                .replace("$d*", layer.wq().columns() + "*")
                .replace("$truth", String.valueOf(model.truth() - 1))
                .replace("$y", String.valueOf(model.truth()))
                .replace("$came", model.came());
    }
}
