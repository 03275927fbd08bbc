package dev.nabla.figure.block;

import static dev.nabla.figure.WorkedSteps.bracketed;
import static dev.nabla.figure.WorkedSteps.number;

import dev.nabla.figure.block.BlockModel.Said;
import dev.nabla.frame.Line;
import dev.nabla.gpt.Recipe.Cut;
import dev.nabla.math.Decimal;
import dev.nabla.math.Softmax;
import java.util.ArrayList;
import java.util.List;

/** FIG.13 in words: what each part says about the letter that comes, or what was cut. */
final class BlockWords {
    /** The cuts in words, in their order. */
    private static final List<String> PARTS =
            List.of("nothing", "heads", "MLP", "the road", "norms", "places", "the mask");

    private BlockWords() {}

    static List<Line> sentence(BlockModel model) {
        Said said = Said.of(model);
        int j = said.truth();
        double p = said.p(3).get(j);
        if (model.cut() != Cut.NONE) {
            boolean known = model.compared() > model.cut().ordinal();
            return List.of(
                    Line.of("Trained without " + PARTS.get(model.cut().ordinal()) + ", it gives " + said.letter() + " ")
                            .result(share(p)),
                    Line.of(
                            known
                                    ? "; held out " + share(BlockModel.heldOut(model.cut())) + ", whole "
                                            + share(BlockModel.heldOut(Cut.NONE))
                                    : ""));
        }
        double alone = said.p(1).get(j);
        String after = model.place() == 0 ? "At the beginning" : "After " + model.read();
        String does = Math.abs(p - alone) < 0.0005 ? "leave it there" : p > alone ? "lift it to " : "lower it to ";
        return List.of(
                Line.of(after + " token and place alone give ")
                        .result(said.letter())
                        .text(" " + share(alone)),
                Line.of("; heads and MLP " + does).result(does.endsWith(" ") ? share(p) : ""));
    }

    static String share(double p) {
        return Decimal.fixed(p, 3);
    }

    static List<String> steps(BlockModel model) {
        Said said = Said.of(model);
        int j = said.truth();
        String letter = said.letter();
        Softmax softmax = new Softmax(said.logits(3), 1);
        List<String> steps = new ArrayList<>();
        steps.add("x0 = norm(token + place), |x0| = " + number(said.lengths().get(0)));
        steps.add("the heads add a, |a| = " + number(said.lengths().get(1)) + "; the MLP adds m, |m| = "
                + number(said.lengths().get(2)) + ", by " + said.active() + " of " + said.neurons() + " neurons");
        steps.add("z of " + letter + " = W·x0 + W·a + W·m = "
                + number(said.saidBy().get(0).get(j)) + " + "
                + bracketed(said.saidBy().get(1).get(j)) + " + "
                + bracketed(said.saidBy().get(2).get(j)) + " = "
                + number(softmax.logits().get(j)));
        steps.add("e^(z − largest) = e^("
                + number(softmax.logits().get(j) - softmax.logits().max()) + ") = "
                + number(softmax.exponentials().get(j)) + ", all together "
                + number(softmax.exponentials().sum()));
        steps.add("p of " + letter + " = " + number(softmax.exponentials().get(j)) + "/"
                + number(softmax.exponentials().sum()) + " = "
                + number(softmax.p().get(j)));
        steps.add("by token and place alone p = " + number(said.p(1).get(j)) + ", with the heads "
                + number(said.p(2).get(j)));
        return steps;
    }
}
