package dev.nabla.figure.babble;

import dev.nabla.figure.Fact;
import dev.nabla.figure.Knob;
import dev.nabla.figure.KnobInfo;
import dev.nabla.figure.ViewState;
import dev.nabla.figure.WorkedSteps;
import dev.nabla.figure.part.Letters;
import dev.nabla.figure.part.NextToken;
import dev.nabla.figure.part.Trained;
import dev.nabla.figure.part.TrainedFigure;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Line;
import dev.nabla.gpt.Babble;
import dev.nabla.gpt.Corpus;
import dev.nabla.gpt.Tally;
import dev.nabla.math.Decimal;
import dev.nabla.math.Vector;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** FIG.17: a trained model says a name, a dart for each letter, and temperature decides whether it is one that it knows. */
public final class BabbleFigure implements TrainedFigure<BabbleModel> {
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
                KnobInfo.usual("dice", "dice", "which throws, like 1")
                        .whole(1, BabbleModel.MOST_DICE, BabbleModel::dice, BabbleModel::withDice),
                NextToken.tau(BabbleModel::tau, BabbleModel::withTau),
                KnobInfo.picture("place", "throw", "which throw to look at, like 5")
                        .whole(1, 16, BabbleModel::place, BabbleModel::withPlace),
                KnobInfo.usual("begin", "begin", "letters to go on from, . for none, like an")
                        .text(
                                List.of(".", "an", "ma", "q"),
                                BabbleFigure::checked,
                                BabbleModel::begin,
                                BabbleModel::withBegin),
                KnobInfo.usual("top_k", "top_k", "keep only so many of the likeliest letters, like 3; 0 for all")
                        .whole(0, Letters.tokens().size(), BabbleModel::topK, BabbleModel::withTopK),
                Trained.knob());
    }

    private static String checked(String begin) {
        String letters = begin.startsWith(".") ? begin.substring(1) : begin;
        return letters.isEmpty() ? "." : Letters.checked(letters);
    }

    /** Temperature is a matter of softmax, dice of sampling. */
    @Override
    public String leads(BabbleModel model, String knob) {
        return Map.of("steps", "train", "tau", "softmax").getOrDefault(knob, "sample");
    }

    @Override
    public List<Fact> facts(BabbleModel model) {
        Babble.Name name = model.name();
        List<Babble.Throw> darts = name.darts();
        Optional<Tally> tally = model.tally(model.tau());
        return List.of(
                Fact.word("name", text(name)),
                Fact.word("known_name", BabbleModel.knows(name) ? "yes" : "no").called("a name it knows"),
                Fact.whole("length", name.text().length()),
                Fact.real("p", name.p(), "", 6).rounded(0).called("p of the name"),
                Fact.reals("darts", Vector.of(darts.size(), t -> darts.get(t).dart()), 3),
                Fact.reals("hits", Vector.of(darts.size(), t -> darts.get(t).p()), 3)
                        .rounded(0)
                        .called("shares that were hit"),
                Fact.whole("lucky", lucky(name)).called("hits that were not likeliest"),
                count("known", "known names of 1,000", tally.map(Tally::known)),
                count("different", "different of 1,000", tally.map(Tally::different)));
    }

    private static Fact count(String name, String called, Optional<Integer> count) {
        return count.map(known -> Fact.whole(name, known).called(called))
                .orElse(Fact.absent(name, "names are still being thrown"));
    }

    @Override
    public List<String> steps(BabbleModel model) {
        Babble.Name name = model.name();
        List<String> steps = new ArrayList<>();
        for (int t = 0; t < name.darts().size(); t++) {
            Babble.Throw dart = name.darts().get(t);
            double before = 0;
            for (int token = 0; token < dart.token(); token++) {
                before += dart.shares().get(token);
            }
            String hit = Letters.text(dart.token());
            steps.add("after " + model.before(name, t) + " " + hit + " has the shares from "
                    + Decimal.fixed(before, 3) + " to " + Decimal.fixed(before + dart.p(), 3) + ", and the dart is "
                    + Decimal.fixed(dart.dart(), 3) + ": " + hit);
        }
        steps.add("p = "
                + name.darts().stream()
                        .map(dart -> NextToken.share(dart.p()).replace("over ", ""))
                        .collect(Collectors.joining("·"))
                + " = " + WorkedSteps.number(name.p()));
        return steps;
    }

    /** How likely the name was: a share for each letter. */
    @Override
    public String python(BabbleModel model) {
        return """
                # $name, at tau $tau: the share that each dart has hit
                probs = $hits  #1 $lucky not the likeliest
                p = 1.0
                for prob in probs:
                    p *= prob  # a share for each letter, and for the end
                print(p)  #= $p
                """;
    }

    @Override
    public List<Line> sentence(BabbleModel model, ViewState<BabbleModel> cursor) {
        Babble.Name name = model.name();
        int darts = name.darts().size();
        int lucky = lucky(name);
        String hits = lucky == 0
                ? "each dart hit the likeliest letter"
                : lucky == darts
                        ? "no dart hit the likeliest letter"
                        : (darts - lucky) + " of " + darts + " darts hit the likeliest letter";
        String known = BabbleModel.knows(name)
                ? "a name that it knows"
                : "no name of the " + Decimal.grouped(Corpus.standard().names().size());
        return List.of(Line.EMPTY.result(text(name)).text(", " + known), Line.of(": " + hits));
    }

    @Override
    public void draw(BabbleModel model, ViewState<BabbleModel> cursor, Canvas body) {
        new BabblePicture(model, cursor, body, model.names(1 + BabblePicture.NEXT)).draw();
    }

    static String text(Babble.Name name) {
        return name.text().isEmpty() ? "(nothing)" : name.text();
    }

    /** How many darts hit another letter than the likeliest. */
    static int lucky(Babble.Name name) {
        return (int) name.darts().stream()
                .filter(dart -> !BabbleModel.isLikeliest(dart))
                .count();
    }
}
