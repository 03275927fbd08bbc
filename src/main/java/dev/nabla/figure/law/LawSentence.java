package dev.nabla.figure.law;

import static dev.nabla.figure.law.LawFigure.CAME;

import dev.nabla.frame.Line;
import dev.nabla.math.Decimal;
import java.util.List;

/** The sentence below FIG.20. */
record LawSentence(LawNumbers numbers) {
    List<Line> sentence() {
        LawModel model = numbers.model();
        if (model.sameWork() && model.isCompared()) {
            return sameWork();
        }
        if (!model.hasLaw()) {
            return List.of(Line.of(model.runs() + " of " + LawModel.SMALL + " small models are trained")
                    .text("; a law needs them all"));
        }
        if (!model.isTrained()) {
            return List.of(
                    Line.of(LawModel.SMALL + " small runs predict ")
                            .second(nats(numbers.forecast()))
                            .text(" for " + Decimal.grouped(model.weights()) + " weights"),
                    Line.of("; Enter trains them"));
        }
        if (numbers.diverged().isPresent()) {
            return List.of(Line.EMPTY.warn("NaN").text(": the steps were too long; take a smaller η"));
        }
        double miss = numbers.miss();
        String predicted = LawModel.SMALL + " small runs said " + nats(numbers.forecast()) + "; it came to ";
        return List.of(
                Line.of(predicted).result(nats(numbers.came())),
                Line.of(", off by " + CAME.style().column(Math.abs(miss), 8)));
    }

    private List<Line> sameWork() {
        int best = numbers.best();
        boolean within = best > 0 && best < LawModel.COMPARED.size() - 1;
        return List.of(
                Line.of("With the same work ")
                        .result(Decimal.grouped(numbers.bestSize()) + " weights")
                        .text(" do best"),
                Line.of(within ? ": not the smallest, not the largest" : ""));
    }

    private static String nats(double loss) {
        return CAME.style().column(loss, 8);
    }
}
