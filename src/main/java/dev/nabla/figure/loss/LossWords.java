package dev.nabla.figure.loss;

import static dev.nabla.figure.WorkedSteps.number;

import dev.nabla.figure.Subscript;
import dev.nabla.figure.WorkedSteps;
import dev.nabla.figure.loss.LossFigure.Model;
import dev.nabla.figure.part.NextToken;
import dev.nabla.frame.Line;
import dev.nabla.math.Decimal;
import dev.nabla.math.Loss;
import dev.nabla.math.Vector;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** FIG.07 in words, what p − y asks of the logits and what a step did; and worked out, with a check by differences. */
final class LossWords {
    private static final double KNOWN = 0.95;
    private static final int MOST_SHOWN = 5;

    private LossWords() {}

    static List<Line> sentence(Model model, Optional<Model> before) {
        Loss now = model.now();
        String truth = NextToken.word(now.logits().size(), now.truth() - 1);
        if (Double.isInfinite(now.nats())) {
            return List.of(
                    Line.of("The truth ").second(truth).text(" has p = 0: ").warn("L = ∞"),
                    Line.of(", yet p − y is only "
                            + Decimal.typeset(Decimal.significant(-now.y().get(now.truth() - 1), 3))));
        }
        boolean stepped = before.filter(
                        old -> old.steps() != model.steps() && old.begun().equals(model.begun()))
                .isPresent();
        return model.steps() > 0 && stepped ? stepped(model, now) : standing(now, truth);
    }

    private static List<Line> standing(Loss now, String truth) {
        if (now.target().isPresent()) {
            Line kl = Line.of("L is ")
                    .result(three(now.klNats()))
                    .text(" above the entropy of ")
                    .second("y");
            return List.of(kl, Line.of(": p − y pulls each share to its own"));
        }
        double p = now.p().get(now.truth() - 1);
        String share = p == 0 ? "less than any double" : NextToken.share(p);
        Line head = Line.of("Truth: ").second(truth).text(", and p gave it ").first(share);
        Line raise = Line.of(": ").result("raise").text(" its logit, ");
        return p >= KNOWN
                ? List.of(head, Line.of(": p − y is small, little is left to learn"))
                : List.of(head, raise.warn("lower").text(" the others"), Line.of(", each by its own p"));
    }

    private static List<Line> stepped(Model model, Loss now) {
        double change = now.nats() - model.begun().nats();
        Line loss = Line.of(model.steps() + (model.steps() == 1 ? " step:" : " steps:"))
                .result(" L");
        String to = three(now.nats());
        return change == 0
                ? List.of(loss.text(" stays at ").result(to), Line.of(", too small a change to count"))
                : List.of(
                        loss.text((change < 0 ? " fell" : " rose") + " by " + three(Math.abs(change)) + " to ")
                                .result(to),
                        Line.of(", every logit moved against its p − y"));
    }

    private static String three(double x) {
        return Decimal.nonzero(x, 3, 8);
    }

    static List<String> steps(Loss loss) {
        Vector residual = loss.residual();
        int n = residual.size();
        int t = loss.truth() - 1;
        String truth = Subscript.of(t);
        String nats = number(loss.nats());
        double numeric = loss.numericGradient().get(t);
        // Of a p too small for a double only the logarithm is known.
        boolean known = loss.p().get(t) > 0 || Double.isInfinite(loss.nats());
        List<String> steps = new ArrayList<>();
        if (loss.target().isPresent()) {
            String terms = WorkedSteps.listed(
                    n, MOST_SHOWN, " − ", j -> number(loss.y().get(j)) + "·log " + predicted(loss, j));
            steps.add("L = −Σ y·log p = −" + terms + " = " + nats + " nats");
            steps.add("KL = L − entropy of y = " + number(loss.klNats()) + " nats");
        } else {
            steps.add("L = −log p" + truth + (known ? " = −log " + predicted(loss, t) : "") + " = " + nats + " nats");
        }
        steps.add("L = " + nats + "/log 2 = " + number(loss.bits()) + " bits");
        for (int j = 0; j < n; j++) {
            // The first ones, the truth among them.
            if (j == t || j < MOST_SHOWN - (t >= MOST_SHOWN ? 1 : 0)) {
                String name = "p" + Subscript.of(j) + " − y" + Subscript.of(j);
                String difference = predicted(loss, j) + " − " + number(loss.y().get(j));
                steps.add(name + " = " + difference + " = " + number(residual.get(j)));
            }
        }
        steps.add(
                n > MOST_SHOWN
                        ? "... and " + (n - MOST_SHOWN) + " more; all of them sum to 0"
                        : "their sum is 0: what "
                                + (loss.target().isEmpty()
                                        ? "the truth gains, the others lose"
                                        : "some gain, the others lose"));
        if (loss.tau() != 1) {
            String quotient = number(residual.get(t)) + "/" + number(loss.tau());
            String slope = number(loss.gradient().get(t));
            steps.add("∂L/∂z" + truth + " = (p" + truth + " − y" + truth + ")/τ = " + quotient + " = " + slope);
        }
        if (Double.isFinite(numeric)) {
            steps.add("check: (L(z" + truth + "+h) − L(z" + truth + "−h))/2h = " + number(numeric));
        }
        return steps;
    }

    /** p[j]; of the truth what it lacks where six digits would show all of 1: {@code 1 − 2.8e−10}. */
    private static String predicted(Loss loss, int j) {
        String p = number(loss.p().get(j));
        double lacks = -loss.residual().get(j);
        return p.equals("1") && loss.target().isEmpty() && lacks > 0 ? "(1 − " + number(lacks) + ")" : p;
    }
}
