package dev.nabla.figure.loss;

import dev.nabla.figure.loss.LossFigure.Model;
import dev.nabla.figure.part.NextToken;
import dev.nabla.frame.Line;
import dev.nabla.math.Decimal;
import dev.nabla.math.Loss;
import java.util.List;
import java.util.Optional;

/** What p − y in FIG.07 asks of the logits, and what a step did. */
final class LossSentence {
    private static final double KNOWN = 0.95;

    private LossSentence() {}

    static List<Line> of(Model model, Optional<Model> before) {
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
                    .result(number(now.klNats()))
                    .text(" above the entropy of ")
                    .second("y");
            return List.of(kl, Line.of(": p − y pulls each share to its own"));
        }
        double p = now.p().get(now.truth() - 1);
        String share = p == 0 ? "less than any double" : NextToken.share(p);
        Line head = Line.of("Truth: ").second(truth).text(", and p gave it ").first(share);
        return p >= KNOWN
                ? List.of(head, Line.of(": p − y is small, little is left to learn"))
                : List.of(
                        head,
                        Line.of(": ")
                                .result("raise")
                                .text(" its logit, ")
                                .warn("lower")
                                .text(" the others"),
                        Line.of(", each by its own p"));
    }

    private static List<Line> stepped(Model model, Loss now) {
        double change = now.nats() - model.begun().nats();
        Line loss = Line.of(model.steps() + (model.steps() == 1 ? " step:" : " steps:"))
                .result(" L");
        String to = number(now.nats());
        return change == 0
                ? List.of(loss.text(" stays at ").result(to), Line.of(", too small a change to count"))
                : List.of(
                        loss.text((change < 0 ? " fell" : " rose") + " by " + number(Math.abs(change)) + " to ")
                                .result(to),
                        Line.of(", every logit moved against its p − y"));
    }

    private static String number(double x) {
        return Decimal.nonzero(x, 3, 8);
    }
}
