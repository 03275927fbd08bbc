package dev.nabla.figure.embedding;

import static dev.nabla.figure.WorkedSteps.bracketed;
import static dev.nabla.figure.WorkedSteps.number;

import dev.nabla.figure.WorkedSteps;
import dev.nabla.figure.part.NameKnobs;
import dev.nabla.math.Dot;
import dev.nabla.math.Matrix;
import dev.nabla.math.Vector;
import java.util.List;

/** Writes the worked steps of FIG.11: the dot product of the two rows, their lengths and their cosine. */
final class EmbeddingSteps {
    /** Largest number of terms of a sum that are written out. */
    private static final int TERMS = 4;

    private EmbeddingSteps() {}

    static List<String> of(EmbeddingModel model) {
        Matrix wte = model.wte();
        Dot dot = model.shownRows(wte);
        String a = NameKnobs.text(model.token());
        String b = NameKnobs.text(model.other());
        return List.of(
                "row " + a + " · row " + b + " = "
                        + WorkedSteps.listed(
                                dot.a().size(),
                                TERMS,
                                " + ",
                                i -> bracketed(dot.a().get(i)) + "·"
                                        + bracketed(dot.b().get(i)))
                        + " = " + number(dot.value()),
                length(a, dot.a()),
                length(b, dot.b()),
                "cos θ = " + number(dot.value()) + "/(" + number(dot.a().norm()) + "·"
                        + number(dot.b().norm()) + ") = " + number(dot.cosine().orElse(0)));
    }

    private static String length(String letter, Vector row) {
        return "|row " + letter + "| = √("
                + WorkedSteps.listed(row.size(), TERMS, " + ", i -> bracketed(row.get(i)) + "²") + ") = "
                + number(row.norm());
    }
}
