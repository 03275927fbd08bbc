package dev.nabla.figure;

import dev.nabla.math.Attention;
import dev.nabla.math.BadInput;
import dev.nabla.math.Decimal;
import dev.nabla.math.Matrix;
import dev.nabla.math.Softmax;
import dev.nabla.math.Vector;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The worked solution of FIG.08: one query, from its dot products to its output. */
final class AttentionSteps {
    private static final int MOST = 5;

    private AttentionSteps() {}

    static List<String> of(AttentionModel model) {
        Optional<BadInput> problem = model.problem();
        if (problem.isPresent()) {
            return List.of(problem.get().getMessage());
        }
        Attention attention = model.attention();
        int i = model.row();
        Matrix k = attention.k();
        Vector scores = attention.scores(i);
        Vector exponentials = new Softmax(scores, 1).exponentials();
        Vector weights = attention.weights(i);
        int seen = attention.seen(i);
        int shown = Math.min(seen, MOST);
        List<String> steps = new ArrayList<>();
        steps.add("query " + (i + 1) + ", scale " + number(attention.scale()));
        for (int j = 0; j < shown; j++) {
            int key = j;
            String terms = sum(k.columns(), c -> product(attention.q().get(i, c), k.get(key, c)));
            steps.add(
                    "s" + index(j) + " = " + number(attention.scale()) + "·(" + terms + ") = " + number(scores.get(j)));
        }
        if (seen < k.rows()) {
            String later = seen + 1 == k.rows()
                    ? "key " + k.rows() + " comes"
                    : "keys " + (seen + 1) + " to " + k.rows() + " come";
            steps.add(later + " later: score −∞, weight 0");
        }
        String max = number(scores.max());
        for (int j = 0; j < shown; j++) {
            steps.add("e" + index(j) + " = exp(" + number(scores.get(j)) + " − " + bracketed(max) + ") = "
                    + number(exponentials.get(j)));
        }
        String total = number(exponentials.stream().sum());
        steps.add("Σ = " + sum(seen, j -> number(exponentials.get(j))) + " = " + total);
        for (int j = 0; j < shown; j++) {
            steps.add("w" + index(j) + " = " + number(exponentials.get(j)) + "/" + total + " = "
                    + number(weights.get(j)));
        }
        Vector out = attention.out(i);
        for (int c = 0; c < Math.min(out.size(), MOST); c++) {
            int entry = c;
            String terms = sum(seen, j -> product(weights.get(j), attention.v().get(j, entry)));
            steps.add("out" + index(c) + " = " + terms + " = " + number(out.get(c)));
        }
        return steps;
    }

    private static String sum(int n, IntFunction<String> term) {
        return IntStream.range(0, Math.min(n, MOST)).mapToObj(term).collect(Collectors.joining(" + "))
                + (n > MOST ? " + ..." : "");
    }

    private static String product(double a, double b) {
        return bracketed(number(a)) + "·" + bracketed(number(b));
    }

    private static String bracketed(String number) {
        return number.startsWith("−") ? "(" + number + ")" : number;
    }

    private static String index(int j) {
        return SoftmaxFigure.index(j);
    }

    private static String number(double x) {
        return Decimal.typeset(Decimal.significant(x, 6));
    }
}
