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

    private final Attention attention;
    private final int query;
    private final Vector scores;
    private final Vector exponentials;
    private final Vector weights;
    private final int seen;
    private final List<String> steps = new ArrayList<>();

    private AttentionSteps(Attention attention, int query) {
        this.attention = attention;
        this.query = query;
        this.scores = attention.scores(query);
        this.exponentials = new Softmax(scores, 1).exponentials();
        this.weights = attention.weights(query);
        this.seen = attention.seen(query);
    }

    static List<String> of(AttentionModel model) {
        return model.problem()
                .map(problem -> List.of(problem.getMessage()))
                .orElseGet(() -> new AttentionSteps(model.attention(), model.row()).all());
    }

    private List<String> all() {
        steps.add("query " + (query + 1) + ", scale " + number(attention.scale()));
        keys(this::score);
        int all = attention.k().rows();
        if (seen < all) {
            String later = seen + 1 == all ? "key " + all + " comes" : "keys " + (seen + 1) + " to " + all + " come";
            steps.add(later + " later: score −∞, weight 0");
        }
        String max = bracketed(scores.max());
        keys(j -> "e" + Subscript.of(j) + " = exp(" + number(scores.get(j)) + " − " + max + ")"
                + WorkedSteps.exponential(scores.get(j), exponentials.get(j)));
        String total = number(exponentials.sum());
        steps.add("Σ = " + sum(seen, j -> number(exponentials.get(j))) + " = " + total);
        keys(j -> "w" + Subscript.of(j) + " = " + number(exponentials.get(j)) + "/" + total + " = "
                + number(weights.get(j)));
        Vector out = attention.out(query);
        for (int c = 0; c < Math.min(out.size(), MOST); c++) {
            steps.add(output(c, out));
        }
        return steps;
    }

    /** A line for every key that is seen. */
    private void keys(IntFunction<String> line) {
        for (int j = 0; j < Math.min(seen, MOST); j++) {
            steps.add(line.apply(j));
        }
    }

    private String score(int j) {
        String terms = sum(
                attention.k().columns(),
                c -> product(attention.q().get(query, c), attention.k().get(j, c)));
        return "s" + Subscript.of(j) + " = " + number(attention.scale()) + "·(" + terms + ") = "
                + number(scores.get(j));
    }

    private String output(int c, Vector out) {
        String terms = sum(seen, j -> product(weights.get(j), attention.v().get(j, c)));
        return "out" + Subscript.of(c) + " = " + terms + " = " + number(out.get(c));
    }

    private static String sum(int n, IntFunction<String> term) {
        return WorkedSteps.listed(n, MOST, " + ", term);
    }

    private static String product(double a, double b) {
        return bracketed(a) + "·" + bracketed(b);
    }
}
