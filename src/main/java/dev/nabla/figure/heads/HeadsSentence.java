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

    /** Most letters that are named. */
    private static final int MOST_LETTERS = 5;

    static List<Line> of(HeadsModel model, ViewState<HeadsModel> cursor) {
        HeadsSentence sentence = new HeadsSentence(model, model.attention());
        if (model.cut().without(ModelPart.HEADS)) {
            return List.of(Line.of("Trained without heads"), Line.of(": their weights stay as they began"));
        }
        if (cursor.running()) {
            return sentence.means("Training: head ");
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
        List<Line> clauses = new ArrayList<>(List.of(looks));
        clauses.addAll(means("; head "));
        return clauses;
    }

    /** Says what the head gives to the letter before and to the dot. */
    private List<Line> means(String before) {
        OptionalDouble beside = model.beside(attention);
        if (beside.isEmpty()) {
            return List.of(Line.of(before + model.head()), Line.of(": the name has no second letter"));
        }
        return List.of(
                Line.of(before + model.head() + " gives " + neighbour() + " " + share(beside.getAsDouble())),
                Line.of(", the dot " + share(model.begin(attention).orElseThrow()) + " on average"));
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
        List<Line> clauses = new ArrayList<>();
        if (beside.isEmpty()) {
            clauses.add(Line.of("In head " + model.head() + " no letter looks most at " + neighbour()));
        } else {
            clauses.add(Line.of("Now ").first(letters(beside)).text(" most at " + neighbour()));
            List<String> before = before(beside);
            clauses.addAll(before.isEmpty() ? List.of() : List.of(Line.of(", as at " + listed(before))));
        }
        clauses.addAll(dot.isEmpty() ? List.of() : List.of(Line.of("; " + letters(dot) + " most at the dot")));
        return clauses;
    }

    private List<Integer> placesThat(IntPredicate look) {
        return IntStream.range(2, model.places()).filter(look).boxed().toList();
    }

    /** Returns the last moments of the strip at which all of these letters looked most at their neighbour. */
    private List<String> before(List<Integer> beside) {
        List<String> moments = new ArrayList<>();
        List<Integer> past = new ArrayList<>(model.moments());
        past.removeIf(moment -> moment >= model.steps());
        for (int i = past.size() - 1; i >= 0 && looked(beside, past.get(i)); i--) {
            moments.add(0, Decimal.grouped(past.get(i)));
        }
        return moments;
    }

    private boolean looked(List<Integer> beside, int step) {
        Attention then = model.heads(step).get((int) model.head() - 1);
        return beside.stream().allMatch(t -> looksBeside(then, t));
    }

    private boolean looksBeside(Attention at, int t) {
        return at.weights(t).argmax() == t - (model.causal() ? 1 : -1);
    }

    /** Returns the letters with their verb: {@code m, e and l look}; only their number if there are many. */
    private String letters(List<Integer> places) {
        String letters = places.size() > MOST_LETTERS
                ? places.size() + " letters"
                : listed(places.stream().map(model::letter).toList());
        return letters + (places.size() == 1 ? " looks" : " look");
    }

    private static String listed(List<String> words) {
        int last = words.size() - 1;
        return last == 0 ? words.get(0) : String.join(", ", words.subList(0, last)) + " and " + words.get(last);
    }

    private static String share(double share) {
        return share < LEAST ? "under 0.01" : SHARE.style().sentence(share);
    }
}
