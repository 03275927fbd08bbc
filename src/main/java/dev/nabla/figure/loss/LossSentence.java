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
        double p = now.p().get(now.truth() - 1);
        if (Double.isInfinite(now.nats())) {
            return List.of(
                    Line.of("The truth ").second(truth).text(" has p = 0: ").warn("L = ∞"),
                    Line.of(", yet p − y is only −1"));
        }
        if (now.logits().size() == 1) {
            return List.of(Line.of("A single token is certain: ").result("p − y = 0"), Line.of(", nothing to learn"));
        }
        boolean stepped = before.filter(
                        old -> old.steps() != model.steps() && old.begun().equals(model.begun()))
                .isPresent();
        return model.steps() > 0 && stepped ? stepped(model, now) : standing(now, truth, p);
    }

    private static List<Line> standing(Loss now, String truth, double p) {
        Line head = Line.of("Truth: ").second(truth);
        String share = p == 0 ? "less than any double" : NextToken.share(p);
        if (p >= KNOWN) {
            return List.of(
                    head.text(", and p gave it ").first(share), Line.of(": p − y is small, little is left to learn"));
        }
        boolean first = now.softmax().argmax() == now.truth();
        return List.of(
                head.text(first ? ", and p gave it " : p == 0 ? ", but p gave it " : ", but p gave it only ")
                        .first(share),
                Line.of(": ").result("raise").text(" its logit, ").warn("lower").text(" the others"),
                Line.of(", each by its own p"));
    }

    private static List<Line> stepped(Model model, Loss now) {
        double from = model.begun().nats();
        double to = now.nats();
        Line steps = Line.of(model.steps() + (model.steps() == 1 ? " step:" : " steps:"))
                .result(" L");
        if (to == from) {
            return List.of(
                    steps.text(" stays at ").result(number(to)),
                    Line.of(to == 0 ? ", nothing pulls any more" : ", too small a change to count"));
        }
        String before = number(from);
        String way = before.equals(number(to)) ? " by " + number(Math.abs(from - to)) : " from " + before;
        Line change = steps.text((to < from ? " fell" : " rose") + way + " to ").result(number(to));
        return List.of(change, Line.of(", every logit moved against its error"));
    }

    private static String number(double x) {
        return Decimal.nonzero(x, 3, 8);
    }
}
