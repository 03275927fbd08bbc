package dev.nabla.figure.embedding;

import dev.nabla.figure.Fact;
import dev.nabla.figure.Figure;
import dev.nabla.figure.Figure.Stepper;
import dev.nabla.figure.Knob;
import dev.nabla.figure.KnobInfo;
import dev.nabla.figure.ViewState;
import dev.nabla.figure.part.Letters;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Line;
import dev.nabla.gpt.Corpus;
import dev.nabla.math.Dot;
import dev.nabla.math.Matrix;
import java.util.List;
import java.util.Optional;

/** FIG.11: the sixteen numbers of each letter, which training moves: letters that are used alike come to point alike. */
public final class EmbeddingFigure implements Figure.Leading<EmbeddingModel> {
    private static final Knob<EmbeddingModel, Long> STEPS =
            Letters.steps(model -> EmbeddingModel.film(), EmbeddingModel::steps, EmbeddingModel::at);

    @Override
    public Info info() {
        return new Info("embedding", "FIG.11", "letters", "Every letter gets 16 numbers", "pick two letters");
    }

    @Override
    public EmbeddingModel start() {
        int[] start = Corpus.standard().letters("ae");
        return new EmbeddingModel(
                start[0], start[1], EmbeddingModel.film().recipe().of());
    }

    @Override
    public List<Knob<EmbeddingModel, ?>> knobs() {
        return List.of(
                Letters.token(
                        KnobInfo.question("token", "token", "whose numbers to look at, . for the end, like a"),
                        EmbeddingModel::token,
                        (model, token) -> new EmbeddingModel(token, model.other(), model.steps())),
                Letters.token(
                        KnobInfo.question("other", "compare with", "with which to compare it, like e"),
                        EmbeddingModel::other,
                        (model, other) -> new EmbeddingModel(model.token(), other, model.steps())),
                STEPS);
    }

    @Override
    public Optional<Stepper<EmbeddingModel>> stepper() {
        return Optional.of(Letters.stepper(model -> EmbeddingModel.film(), STEPS));
    }

    @Override
    public Optional<String> opens(EmbeddingModel model, ViewState<EmbeddingModel> cursor) {
        return Optional.of(cursor.on("steps") ? "descent" : "dot");
    }

    @Override
    public List<Fact> facts(EmbeddingModel model) {
        Matrix wte = model.wte();
        Dot dot = EmbeddingModel.dot(wte, model.token(), model.other());
        return List.of(
                Fact.real("dot", dot.value(), "", 3).called("row·row"),
                Fact.real("cosine", dot.cosine().orElse(0), "", 3).called("cos θ"),
                Fact.real("norm", dot.a().norm(), "", 3).called("length"),
                Fact.real("norm_other", dot.b().norm(), "", 3).called("length of the other"),
                Fact.word("nearest", Letters.text(model.nearest(wte).get(0))),
                Fact.real("vowels", EmbeddingModel.vowels(wte), "", 3).called("vowels together"),
                Fact.real("mixed", EmbeddingModel.mixed(wte), "", 3).called("vowel, consonant"),
                Fact.real("spread", EmbeddingModel.plane(wte).share(), "", 3).called("spread that is seen"),
                Fact.reals("row", dot.a(), 3),
                Fact.reals("other_row", dot.b(), 3).called("the other row"));
    }

    @Override
    public List<String> steps(EmbeddingModel model) {
        return EmbeddingWords.steps(model);
    }

    @Override
    public String python(EmbeddingModel model) {
        return EmbeddingWords.python(model);
    }

    @Override
    public List<Line> sentence(EmbeddingModel model, ViewState<EmbeddingModel> cursor) {
        return EmbeddingWords.sentence(model, cursor);
    }

    @Override
    public void draw(EmbeddingModel model, ViewState<EmbeddingModel> cursor, Canvas body) {
        new EmbeddingPicture(cursor.hides("cosine") ? model.at(0) : model, cursor, body).draw();
    }
}
