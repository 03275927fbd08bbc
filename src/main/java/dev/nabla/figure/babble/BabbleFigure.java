package dev.nabla.figure.babble;

import dev.nabla.figure.Fact;
import dev.nabla.figure.Figure;
import dev.nabla.figure.Knob;
import dev.nabla.figure.KnobInfo;
import dev.nabla.figure.ViewState;
import dev.nabla.figure.part.Letters;
import dev.nabla.figure.part.NextToken;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Line;
import dev.nabla.gpt.Babble;
import dev.nabla.gpt.Corpus;
import dev.nabla.gpt.Tally;
import dev.nabla.math.BadInput;
import dev.nabla.math.Vector;
import java.util.List;
import java.util.Optional;

/** FIG.17: a trained model says a name, a dart for each letter, and temperature decides whether it is one that it knows. */
public final class BabbleFigure implements Figure.Leading<BabbleModel> {
    private static final Knob<BabbleModel, Long> STEPS =
            Letters.steps(model -> BabbleModel.film(), BabbleModel::steps, BabbleModel::withSteps);
    private static final int MOST_BEGIN = 15;

    @Override
    public Info info() {
        return new Info("babble", "FIG.17", "dice", "Letter by letter, with dice", "throw again");
    }

    @Override
    public BabbleModel start() {
        return new BabbleModel(0.5, 1, 5, ".", 0, 1000, BabbleModel.ALL);
    }

    @Override
    public List<Knob<BabbleModel, ?>> knobs() {
        return List.of(
                KnobInfo.usual("dice", "dice", "which throws, 1 to 1000000, like 1")
                        .whole(1, BabbleModel.MOST_DICE, BabbleModel::dice, BabbleModel::withDice),
                NextToken.tau(BabbleModel::tau, BabbleModel::withTau),
                KnobInfo.picture("place", "throw", "which throw to look at, from 1, like 5")
                        .whole(1, 16, BabbleModel::place, BabbleModel::withPlace),
                KnobInfo.usual("begin", "begin", "letters to go on from, . for none, like an")
                        .text(
                                List.of(".", "an", "ma", "q"),
                                BabbleFigure::checked,
                                BabbleModel::begin,
                                BabbleModel::withBegin),
                KnobInfo.usual("top_k", "top_k", "keep only so many of the likeliest letters, like 3; 0 for all")
                        .whole(0, Letters.tokens().size(), BabbleModel::topK, BabbleModel::withTopK),
                STEPS);
    }

    private static String checked(String begin) {
        String letters = begin.startsWith(".") ? begin.substring(1) : begin;
        int[] tokens = Corpus.standard().letters(letters);
        if (tokens.length > MOST_BEGIN) {
            throw BadInput.usage("too_long", "has " + tokens.length + " letters; type at most " + MOST_BEGIN);
        }
        return tokens.length == 0 ? "." : Corpus.standard().text(tokens);
    }

    @Override
    public Optional<Stepper<BabbleModel>> stepper() {
        return Optional.of(Letters.stepper(model -> BabbleModel.film(), STEPS, BabbleModel::shown));
    }

    /** Temperature is a matter of softmax, dice of sampling. */
    @Override
    public Optional<String> opens(BabbleModel model, ViewState<BabbleModel> cursor) {
        return Optional.of(cursor.on("steps") ? "train" : cursor.on("tau") ? "softmax" : "sample");
    }

    @Override
    public List<Fact> facts(BabbleModel model) {
        Babble.Name name = model.name();
        List<Babble.Throw> darts = name.darts();
        Optional<Tally> tally = model.tally(model.tau());
        return List.of(
                Fact.word("name", BabbleWords.text(name)),
                Fact.word("known_name", BabbleModel.knows(name) ? "yes" : "no").called("a name it knows"),
                Fact.whole("length", name.text().length()),
                Fact.real("p", name.p(), "", 6).rounded(0).called("p of the name"),
                Fact.reals("darts", Vector.of(darts.size(), t -> darts.get(t).dart()), 3),
                Fact.reals("hits", Vector.of(darts.size(), t -> darts.get(t).p()), 3)
                        .rounded(0)
                        .called("shares that were hit"),
                Fact.whole("lucky", BabbleWords.lucky(name)).called("hits that were not likeliest"),
                count("known", "known names of 1,000", tally.map(Tally::known)),
                count("different", "different of 1,000", tally.map(Tally::different)));
    }

    private static Fact count(String name, String called, Optional<Integer> count) {
        return count.map(known -> Fact.whole(name, known).called(called))
                .orElse(Fact.absent(name, "names are still being thrown"));
    }

    @Override
    public List<String> steps(BabbleModel model) {
        return BabbleWords.steps(model);
    }

    @Override
    public String python(BabbleModel model) {
        return BabbleWords.python(model);
    }

    @Override
    public List<Line> sentence(BabbleModel model, ViewState<BabbleModel> cursor) {
        return BabbleWords.sentence(model);
    }

    @Override
    public void draw(BabbleModel model, ViewState<BabbleModel> cursor, Canvas body) {
        new BabblePicture(model, cursor, body).draw();
    }
}
