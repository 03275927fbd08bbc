package dev.nabla.figure.nll;

import dev.nabla.figure.Fact;
import dev.nabla.figure.Figure;
import dev.nabla.figure.Knob;
import dev.nabla.figure.KnobInfo;
import dev.nabla.figure.ViewState;
import dev.nabla.figure.part.Letters;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Line;
import dev.nabla.gpt.Parts;
import dev.nabla.math.Vector;
import java.util.List;
import java.util.Optional;

/** FIG.14: what a name costs a model letter by letter, and what counts as a good number. */
public final class NllFigure implements Figure.Leading<NllModel> {
    private static final Knob<NllModel, Long> STEPS =
            Letters.steps(model -> NllModel.film(), NllModel::steps, NllModel::withSteps);

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
                STEPS);
    }

    @Override
    public Optional<Stepper<NllModel>> stepper() {
        return Optional.of(Letters.stepper(model -> NllModel.film(), STEPS, NllModel::shown));
    }

    @Override
    public Optional<String> opens(NllModel model, ViewState<NllModel> cursor) {
        return Optional.of(cursor.on("steps") ? "train" : "loss");
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
        return NllWords.steps(model);
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
        return NllWords.sentence(model, cursor);
    }

    @Override
    public void draw(NllModel model, ViewState<NllModel> cursor, Canvas body) {
        new NllPicture(model, cursor, body).draw();
    }
}
