package dev.nabla.figure.heads;

import static dev.nabla.figure.heads.HeadsFigure.SHARE;

import dev.nabla.figure.ViewState;
import dev.nabla.frame.Line;
import dev.nabla.gpt.Recipe.ModelPart;
import dev.nabla.math.Attention;
import dev.nabla.math.Vector;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

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
            return sentence.means("Training: head ");
        }
        return sentence.atThisStep();
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

    private static String share(double share) {
        return share < LEAST ? "under 0.01" : SHARE.style().sentence(share);
    }
}
