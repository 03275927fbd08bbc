package dev.nabla.figure.attention;

import static dev.nabla.figure.WorkedSteps.bracketed;
import static dev.nabla.figure.WorkedSteps.number;

import dev.nabla.figure.Subscript;
import dev.nabla.figure.WorkedSteps;
import dev.nabla.math.Attention;
import dev.nabla.math.Softmax;
import dev.nabla.math.Vector;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/** The worked solution of FIG.08: one query, from its dot products to its output. */
final class AttentionSteps {
    private static final int MOST = 5;

    private AttentionSteps() {}

    static List<String> of(AttentionModel model) {
        return model.problem()
                .map(problem -> List.of(problem.getMessage()))
                .orElseGet(() -> of(model.attention(), model.row()));
    }

    private static List<String> of(Attention attention, int query) {
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
}
