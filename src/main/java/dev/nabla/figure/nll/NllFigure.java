package dev.nabla.figure.nll;

import static dev.nabla.figure.WorkedSteps.listed;
import static dev.nabla.figure.WorkedSteps.number;

import dev.nabla.figure.Fact;
import dev.nabla.figure.Knob;
import dev.nabla.figure.KnobInfo;
import dev.nabla.figure.ViewState;
import dev.nabla.figure.part.Letters;
import dev.nabla.figure.part.Trained;
import dev.nabla.figure.part.TrainedFigure;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Line;
import dev.nabla.gpt.Parts;
import dev.nabla.math.Decimal;
import dev.nabla.math.Vector;
import java.util.ArrayList;
import java.util.List;

/** FIG.14: what a name costs a model letter by letter, and what counts as a good number. */
public final class NllFigure implements TrainedFigure<NllModel> {
    private static final int FIELD = 8;
    private static final int MOST_BEFORE = 11;

    @Override
    public Info info() {
        return new Info("nll", "FIG.14", "loss", "What is a good loss?", "type a name");
    }

    @Override
    public NllModel start() {
        return new NllModel("amelia", 3, 1000, 1000);
    }

    @Override
    public List<Knob<NllModel, ?>> knobs() {
        return List.of(
                Letters.name(NllModel::name, NllModel::withName),
                Letters.position(
                        KnobInfo.question(
                                "position", "position", "which guess, 1 for that of the first letter, like 3"),
                        true,
                        NllModel::name,
                        NllModel::position,
                        NllModel::withPosition),
                Trained.knob());
    }

    @Override
    public String leads(NllModel model, String knob) {
        return knob.equals("steps") ? "train" : "loss";
    }

    @Override
    public List<String> factsOnRequest() {
        return List.of("gradient");
    }

    @Override
    public List<Fact> facts(NllModel model) {
        Parts parts = model.parts();
        Vector came = Vector.of(parts.places(), t -> parts.p().get(t, parts.token(t + 1)));
        double loss = parts.loss();
        return List.of(
                Fact.real("loss", loss, "nats", 3).rounded(0).called("L"),
                Fact.real("bits", loss / StrictMath.log(2), "bits", 2)
                        .rounded(0)
                        .called("L in bits"),
                Fact.real("perplexity", StrictMath.exp(loss), "letters alike", 1)
                        .rounded(0)
                        .called("as unsure as"),
                Fact.word("came", Letters.text(model.truth())),
                Fact.real("p", model.p().get(model.truth()), "", 3).rounded(0).called("p of what came"),
                Fact.real("nats", parts.nats().get(model.place()), "nats", 2)
                        .rounded(0)
                        .called("−log p"),
                Fact.real("slope", model.gradient().get(model.truth()), "", 3)
                        .rounded(0)
                        .called("p − y of what came"),
                Fact.reals("shares", came, 3).rounded(0).called("p along the name"),
                Fact.reals("gradient", model.gradient(), 3).called("p − y").whenAsked(),
                model.examined() < 0
                        ? Fact.absent("held_out", "the names that are held out are still being read")
                        : Fact.real("held_out", model.heldOut(), "nats", 3).called("this model, names held out"),
                model.isOver()
                        ? Fact.real("seen", NllModel.Seen.LOSS, "nats", 3).called("names it learnt from")
                        : Fact.absent("seen", "told once the training is over"),
                Fact.real("bigram", NllModel.Known.BY_PAIR, "nats", 3).called("by pair"),
                Fact.real("unigram", NllModel.Known.BY_LETTER, "nats", 3).called("by letter"),
                Fact.real("uniform", NllModel.Known.ALIKE, "nats", 3).called("alike"));
    }

    @Override
    public List<String> steps(NllModel model) {
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

    @Override
    public String python(NllModel model) {
        return """
                import math
                probs = $shares  #1 what each letter got, and the end
                losses = [-math.log(p) for p in probs]  #1 $nats at place $position
                loss = sum(losses) / len(losses)  #= $loss nats
                grad = probs[$place] - 1  # p - y of what came there: $slope
                print(loss / math.log(2))  # $bits bits
                print(math.exp(loss))  # as unsure as $perplexity letters alike
                print(loss)  #= $loss
                """
                .replace("$place]", model.place() + "]");
    }

    @Override
    public List<Line> sentence(NllModel model, ViewState<NllModel> cursor) {
        return cursor.on("name") ? name(model) : cursor.on("position") ? guess(model) : training(model);
    }

    @Override
    public void draw(NllModel model, ViewState<NllModel> cursor, Canvas body) {
        new NllPicture(model, cursor, body, model.parts(), cursor.hidesChanged("loss")).draw();
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
        String blind = " costs ln 27 = " + nats(NllModel.Known.ALIKE);
        Line pairs = Line.of("Guessing" + blind + ", counting pairs " + nats(NllModel.Known.BY_PAIR));
        if (model.examined() < model.steps()) {
            return List.of(pairs, Line.of("; the names that are held out are being read"));
        }
        String held = nats(model.heldOut());
        return model.steps() == 0
                ? List.of(Line.of("Nothing learnt yet: ").result(held).text(", and guessing" + blind))
                : List.of(pairs, Line.of("; this model is at ").result(held));
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
}
