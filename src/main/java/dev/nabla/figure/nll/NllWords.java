package dev.nabla.figure.nll;

import static dev.nabla.figure.WorkedSteps.listed;
import static dev.nabla.figure.WorkedSteps.number;

import dev.nabla.figure.ViewState;
import dev.nabla.figure.part.Letters;
import dev.nabla.frame.Line;
import dev.nabla.gpt.Parts;
import dev.nabla.math.Decimal;
import dev.nabla.math.Vector;
import java.util.ArrayList;
import java.util.List;

/** FIG.14 in words and worked out. */
final class NllWords {
    private static final int FIELD = 8;
    private static final int MOST_BEFORE = 11;

    private NllWords() {}

    static List<Line> sentence(NllModel model, ViewState<NllModel> cursor) {
        return cursor.on("name") ? name(model) : cursor.on("position") ? guess(model) : training(model);
    }

    private static List<Line> guess(NllModel model) {
        Vector p = model.p();
        int truth = model.truth();
        boolean best = p.argmax() == truth;
        String came = model.place() == model.name().length() ? "the end" : Letters.text(truth);
        Line after = model.place() == 0 ? Line.of("As the first letter ") : Line.of("After " + before(model) + ", ");
        Line costs = after.first(came)
                .text(" had " + share(p.get(truth)) + " and costs ")
                .result(nats(model.parts().nats().get(model.place())))
                .text(" nats");
        String likelier = Letters.text(p.argmax()) + " was likelier, " + share(p.get(p.argmax()));
        return List.of(costs, Line.of(best ? "; nothing was likelier" : "; " + likelier));
    }

    private static List<Line> name(NllModel model) {
        double loss = model.parts().loss();
        return List.of(
                Line.of(model.name() + " costs ").result(nats(loss)).text(" nats a letter"),
                Line.of(", as unsure as " + Decimal.drawn(StrictMath.exp(loss), 1, FIELD) + " letters alike"),
                Line.of("; its end is guessed too"));
    }

    private static List<Line> training(NllModel model) {
        String blind = "Guessing costs ln 27 = " + nats(NllModel.Known.ALIKE);
        Line pairs = Line.of(blind + ", counting pairs " + nats(NllModel.Known.BY_PAIR));
        if (model.examined() < model.steps()) {
            return List.of(pairs, Line.of("; the names that are held out are being read"));
        }
        Line held = Line.EMPTY.result(nats(model.heldOut()));
        if (model.steps() == 0) {
            return List.of(Line.of("Nothing learnt yet: ")
                    .result(nats(model.heldOut()))
                    .text(", and guessing costs ln 27 = " + nats(NllModel.Known.ALIKE)));
        }
        return List.of(pairs, Line.join(List.of(Line.of("; this model is at"), held), " "));
    }

    /** What stood before the guess, or the end of it: {@code .am}. */
    private static String before(NllModel model) {
        String before = "." + model.name().substring(0, model.place());
        int n = before.length();
        return n <= MOST_BEFORE ? before : "..." + before.substring(n - MOST_BEFORE + 3);
    }

    static String nats(double nats) {
        return Decimal.drawn(nats, 2, FIELD);
    }

    static String share(double p) {
        return Decimal.nonzero(p, 3, FIELD);
    }

    static List<String> steps(NllModel model) {
        Parts parts = model.parts();
        Vector nats = parts.nats();
        int[] tokens = model.tokens();
        int n = nats.size();
        List<String> steps = new ArrayList<>();
        for (int t = 0; t < n; t++) {
            String came =
                    Letters.text(tokens[t + 1]) + " after ." + model.name().substring(0, t);
            String p = number(parts.p().get(t, tokens[t + 1]));
            steps.add("−log p(" + came + ") = −log " + p + " = " + number(nats.get(t)));
        }
        double loss = parts.loss();
        steps.add("L = their mean = (" + listed(n, n, " + ", t -> number(nats.get(t), 4)) + ")/" + n + " = "
                + number(loss));
        steps.add("in bits L/log 2 = " + number(loss) + "/" + number(StrictMath.log(2)) + " = "
                + number(loss / StrictMath.log(2)));
        steps.add("e^L = " + number(StrictMath.exp(loss)) + ": as unsure as so many letters alike");
        int truth = model.truth();
        double p = model.p().get(truth);
        steps.add("p − y of " + Letters.text(truth) + " at place " + model.position() + " = " + number(p) + " − 1 = "
                + number(model.gradient().get(truth)));
        return steps;
    }
}
