package dev.nabla.figure.heads;

import static dev.nabla.figure.heads.HeadsFigure.SHARE;

import dev.nabla.figure.ViewState;
import dev.nabla.frame.Line;
import dev.nabla.gpt.Recipe.ModelPart;
import dev.nabla.math.Attention;
import dev.nabla.math.Decimal;
import dev.nabla.math.Vector;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** The sentence of FIG.12. While the figure runs only its numbers change, so that it can be read. */
record HeadsSentence(HeadsModel model, Attention attention) {
    /** A share below this would be rounded to 0. */
    private static final double LEAST = 0.005;

    static List<Line> of(HeadsModel model, ViewState<HeadsModel> cursor) {
        HeadsSentence sentence = new HeadsSentence(model, model.attention());
        if (model.cut().without(ModelPart.HEADS)) {
            return List.of(Line.of("Trained without heads"), Line.of(": their weights stay as they began"));
        }
        if (cursor.running()) {
            return List.of(Line.of("Training: " + sentence.means()));
        }
        return model.strip() ? sentence.overTime() : sentence.atThisStep();
    }

    private List<Line> atThisStep() {
        int t = model.query();
        Line query = Line.EMPTY.first(model.letter(t));
        if (model.seen() == 1) {
            return List.of(
                    query.text(" sees only itself: its share is ").result("1"),
                    Line.of(", whatever its query and its key are"));
        }
        if (model.steps() == 0) {
            return List.of(
                    Line.of("Nothing learnt yet: ")
                            .first(model.letter(t))
                            .text(" takes about " + share(1.0 / model.seen()) + " of each"),
                    Line.of(" of the " + model.seen() + " that it sees"));
        }
        Vector shares = attention.weights(t);
        int j = shares.argmax();
        String most = j == t ? "itself" : j == 0 ? "the dot" : model.letter(j);
        Line looks = query.text(" looks most at ").result(most).text(", with ").result(share(shares.get(j)));
        return List.of(looks, Line.of("; " + means()));
    }

    /** Says what the head gives to the letter before and to the dot. */
    private String means() {
        OptionalDouble beside = model.beside(attention);
        if (beside.isEmpty()) {
            return "the name has no second letter";
        }
        return "on average head " + model.head() + " gives " + neighbour() + " " + share(beside.getAsDouble())
                + ", the dot " + share(model.begin(attention).orElseThrow());
    }

    private String neighbour() {
        return "the letter " + (model.causal() ? "before" : "after");
    }

    /** Says which letters look most at their neighbour, at which moments of the strip, and which at the dot. */
    private List<Line> overTime() {
        List<Integer> beside = placesThat(t -> looksBeside(attention, t));
        List<Integer> dot = placesThat(t -> attention.weights(t).argmax() == 0);
        if (model.places() < 3) {
            return List.of(Line.of("The name has no second letter"));
        }
        Line first = beside.isEmpty()
                ? Line.of("In head " + model.head() + " no letter looks most at " + neighbour())
                : Line.of(when(beside) + " ")
                        .first(letters(beside))
                        .text((beside.size() == 1 ? " looks" : " look") + " most at " + neighbour());
        return dot.isEmpty()
                ? List.of(first)
                : List.of(
                        first,
                        Line.of("; " + letters(dot) + (dot.size() == 1 ? " looks" : " look") + " most at the dot"));
    }

    private List<Integer> placesThat(IntPredicate look) {
        return IntStream.range(2, model.places()).filter(look).boxed().toList();
    }

    /**
     * Returns the last moments of the strip at which all of these letters looked most at their neighbour; they end with
     * the present one: {@code At 1,000, 5,000 and now}.
     */
    private String when(List<Integer> beside) {
        List<String> moments = new ArrayList<>(List.of("now"));
        List<Integer> past = new ArrayList<>(model.moments());
        past.removeIf(moment -> moment >= model.steps());
        for (int i = past.size() - 1; i >= 0 && looked(beside, past.get(i)); i--) {
            moments.add(0, Decimal.grouped(past.get(i)));
        }
        return moments.size() == 1 ? "Now" : "At " + listed(moments);
    }

    private boolean looked(List<Integer> beside, int step) {
        Attention then = model.heads(step).get((int) model.head() - 1);
        return beside.stream().allMatch(t -> looksBeside(then, t));
    }

    private boolean looksBeside(Attention at, int t) {
        return at.weights(t).argmax() == t - (model.causal() ? 1 : -1);
    }

    private String letters(List<Integer> places) {
        return listed(places.stream().map(model::letter).toList());
    }

    private static String listed(List<String> words) {
        int last = words.size() - 1;
        return last == 0 ? words.get(0) : String.join(", ", words.subList(0, last)) + " and " + words.get(last);
    }

    private static String share(double share) {
        return share < LEAST ? "under 0.01" : SHARE.style().sentence(share);
    }
}
