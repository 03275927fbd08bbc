package dev.nabla.figure.attention;

import static dev.nabla.figure.CodeLine.list;
import static dev.nabla.figure.CodeLine.rows;
import static dev.nabla.figure.CodeLine.told;
import static dev.nabla.figure.WorkedSteps.bracketed;
import static dev.nabla.figure.WorkedSteps.number;

import dev.nabla.figure.Subscript;
import dev.nabla.figure.WorkedSteps;
import dev.nabla.math.Attention;
import dev.nabla.math.Matrix;
import dev.nabla.math.Softmax;
import dev.nabla.math.Vector;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/** FIG.08 worked out, one query from its dot products to its output; and that row in Python, without what is masked, as in microGPT, which has not read it yet. */
final class AttentionWords {
    private static final int MOST = 5;

    private AttentionWords() {}

    static List<String> steps(AttentionModel model) {
        return model.problem()
                .map(problem -> List.of(problem.getMessage()))
                .orElseGet(() -> steps(model.attention(), model.row()));
    }

    private static List<String> steps(Attention attention, int query) {
        Softmax softmax = new Softmax(attention.scores(query), 1);
        Vector scores = softmax.logits();
        Vector exponentials = softmax.exponentials();
        Vector weights = softmax.p();
        int seen = attention.seen(query);
        int all = attention.k().rows();
        String scale = number(attention.scale());
        String max = bracketed(scores.max());
        String total = number(exponentials.sum());
        List<String> steps = new ArrayList<>(List.of("query " + (query + 1) + ", scale " + scale));
        lines(steps, seen, j -> {
            Vector q = attention.q().row(query);
            String terms = sum(q.size(), c -> product(q.get(c), attention.k().get(j, c)));
            return "s" + Subscript.of(j) + " = " + scale + "·(" + terms + ") = " + number(scores.get(j));
        });
        if (seen < all) {
            String later = seen + 1 == all ? "key " + all + " comes" : "keys " + (seen + 1) + " to " + all + " come";
            steps.add(later + " later: score −∞, share 0");
        }
        lines(steps, seen, j -> {
            String exponent = number(scores.get(j)) + " − " + max;
            String exponential = WorkedSteps.exponential(scores.get(j), exponentials.get(j));
            return "e" + Subscript.of(j) + " = exp(" + exponent + ")" + exponential;
        });
        steps.add("Σ = " + sum(seen, j -> number(exponentials.get(j))) + " = " + total);
        lines(steps, seen, j -> {
            String share = number(exponentials.get(j)) + "/" + total;
            return "share" + Subscript.of(j) + " = " + share + " = " + number(weights.get(j));
        });
        Vector out = attention.out(query);
        lines(steps, out.size(), c -> {
            String terms = sum(seen, j -> product(weights.get(j), attention.v().get(j, c)));
            return "out" + Subscript.of(c) + " = " + terms + " = " + number(out.get(c));
        });
        return steps;
    }

    /** A line each of the first few. */
    private static void lines(List<String> steps, int n, IntFunction<String> line) {
        for (int j = 0; j < Math.min(n, MOST); j++) {
            steps.add(line.apply(j));
        }
    }

    private static String sum(int n, IntFunction<String> term) {
        return WorkedSteps.listed(n, MOST, " + ", term);
    }

    private static String product(double a, double b) {
        return bracketed(a) + "·" + bracketed(b);
    }

    static String python(AttentionModel model) {
        if (model.problem().isPresent()) {
            return "# " + model.problem().get().getMessage();
        }
        Attention attention = model.attention();
        int i = model.row();
        int seen = attention.seen(i);
        int column = Math.min(model.column(), seen - 1);
        boolean usual = model.scale() == Attention.usualScale(model.q().columns());
        return """
                import math
                q = $asks  #1 $token asks
                keys = $keys$causal
                values = $values
                dots = [sum(a * b for a, b in zip(q, k)) for k in keys]  # $dots
                attn_logits = [d $scaled for d in dots]  #1 $scores[$i]
                exps = [math.exp(s - max(attn_logits)) for s in attn_logits]
                attn_weights = [e / sum(exps) for e in exps]  #= $weights[$i]
                head_out = [0.0] * len(values[0])
                for w, v in zip(attn_weights, values):
                    head_out = [o + w * vj for o, vj in zip(head_out, v)]  #= $out[$i]
                print(attn_weights[$j])  #= $weights[$i,$place]
                """
                .replace("$asks", list(model.q().row(i)))
                .replace("$token", model.token("q", i))
                .replace("$keys", rows(Matrix.of(seen, model.k()::row)))
                .replace("$causal", model.causal() ? "  #2 causal: only what has been read" : "")
                .replace("$values", rows(Matrix.of(seen, model.v()::row)))
                .replace("$dots", told(Vector.of(seen, j -> attention.dot(i, j))))
                .replace("$scaled", usual ? "/ len(q)**0.5" : "* $scale")
                .replace("[$i", "[" + (i + 1))
                .replace("$j", String.valueOf(column))
                .replace("$place", String.valueOf(column + 1));
    }
}
