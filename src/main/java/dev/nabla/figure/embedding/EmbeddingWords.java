package dev.nabla.figure.embedding;

import static dev.nabla.figure.WorkedSteps.bracketed;
import static dev.nabla.figure.WorkedSteps.number;

import dev.nabla.figure.ViewState;
import dev.nabla.figure.WorkedSteps;
import dev.nabla.figure.part.Letters;
import dev.nabla.frame.Line;
import dev.nabla.math.Decimal;
import dev.nabla.math.Dot;
import dev.nabla.math.Matrix;
import dev.nabla.math.Vector;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** FIG.11 in words, worked out and in Python. */
final class EmbeddingWords {
    /** As many terms of a sum as stand in a line or two. */
    private static final int TERMS = 4;

    private EmbeddingWords() {}

    static List<Line> sentence(EmbeddingModel model, ViewState<EmbeddingModel> cursor) {
        Matrix wte = model.wte();
        if (cursor.on("steps")) {
            return List.of(
                    Line.of("After " + model.steps() + " steps two vowels have a mean cosine of ")
                            .result(two(EmbeddingModel.vowels(wte))),
                    Line.of(", vowel and consonant " + two(EmbeddingModel.mixed(wte))));
        }
        String one = Letters.text(model.token());
        if (model.token() == model.other()) {
            return List.of(Line.of("A row points where it points: cosine ").result("1"));
        }
        String cosine = two(EmbeddingModel.cosine(wte, model.token(), model.other()));
        Line first = Line.of(one + " and " + Letters.text(model.other()) + ": cosine ")
                .result(cosine);
        if (model.steps() == 0) {
            return List.of(first, Line.of(": the rows are still random"));
        }
        List<Integer> nearest = model.nearest(wte).subList(0, 2);
        boolean vowels =
                EmbeddingModel.isVowel(model.token()) && nearest.stream().allMatch(EmbeddingModel::isVowel);
        return List.of(
                first,
                Line.of("; " + Letters.text(nearest.get(0)) + " and " + Letters.text(nearest.get(1))
                        + " are nearest to " + one),
                Line.of(vowels ? ", nobody said which are vowels" : ""));
    }

    static String two(double x) {
        return Decimal.drawn(x, 2, 6);
    }

    static List<String> steps(EmbeddingModel model) {
        Matrix wte = model.wte();
        Dot dot = EmbeddingModel.dot(wte, model.token(), model.other());
        String a = Letters.text(model.token());
        String b = Letters.text(model.other());
        List<String> steps = new ArrayList<>();
        steps.add("row " + a + " · row " + b + " = "
                + WorkedSteps.listed(
                        dot.a().size(),
                        TERMS,
                        " + ",
                        i -> bracketed(dot.a().get(i)) + "·" + bracketed(dot.b().get(i)))
                + " = " + number(dot.value()));
        steps.add(length(a, dot.a()));
        steps.add(length(b, dot.b()));
        steps.add("cos θ = " + number(dot.value()) + "/(" + number(dot.a().norm()) + "·"
                + number(dot.b().norm()) + ") = " + number(dot.cosine().orElse(0)));
        return steps;
    }

    private static String length(String letter, Vector row) {
        return "|row " + letter + "| = √("
                + WorkedSteps.listed(row.size(), TERMS, " + ", i -> bracketed(row.get(i)) + "²") + ") = "
                + number(row.norm());
    }

    static String python(EmbeddingModel model) {
        Dot dot = EmbeddingModel.dot(model.wte(), model.token(), model.other());
        return """
                wte = {"$token": $row_a,
                       "$other": $row_b}  # rounded, so the numbers differ
                a, b = wte["$token"], wte["$other"]  # to embed is to look up a row
                dot = sum(ai * bi for ai, bi in zip(a, b))  # $dot
                norm_a = sum(ai * ai for ai in a) ** 0.5  #1 $norm
                norm_b = sum(bi * bi for bi in b) ** 0.5  #2 $norm_other
                print(dot / (norm_a * norm_b))  #= $cosine
                """
                .replace("$row_a", rounded(dot.a()))
                .replace("$row_b", rounded(dot.b()));
    }

    private static String rounded(Vector row) {
        return row.stream().mapToObj(x -> Decimal.fixed(x, 2)).collect(Collectors.joining(", ", "[", "]"));
    }
}
