package dev.nabla.figure.embedding;

import static dev.nabla.figure.WorkedSteps.bracketed;
import static dev.nabla.figure.WorkedSteps.number;

import dev.nabla.figure.Fact;
import dev.nabla.figure.Knob;
import dev.nabla.figure.KnobInfo;
import dev.nabla.figure.ViewState;
import dev.nabla.figure.WorkedSteps;
import dev.nabla.figure.part.Letters;
import dev.nabla.figure.part.Trained;
import dev.nabla.figure.part.TrainedFigure;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Line;
import dev.nabla.gpt.Corpus;
import dev.nabla.math.Decimal;
import dev.nabla.math.Dot;
import dev.nabla.math.Matrix;
import dev.nabla.math.Vector;
import java.util.List;
import java.util.stream.Collectors;

/** FIG.11: the sixteen numbers of each letter, which training moves: letters that are used alike come to point alike. */
public final class EmbeddingFigure implements TrainedFigure<EmbeddingModel> {
    /** As many terms of a sum as stand in a line or two. */
    private static final int TERMS = 4;

    @Override
    public Info info() {
        return new Info("embedding", "FIG.11", "letters", "Every letter gets 16 numbers", "pick two letters");
    }

    @Override
    public EmbeddingModel start() {
        int[] start = Corpus.standard().letters("ae");
        return new EmbeddingModel(start[0], start[1], 1000);
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
                Trained.knob());
    }

    @Override
    public String leads(EmbeddingModel model, String knob) {
        return knob.equals("steps") ? "descent" : "dot";
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
        Matrix wte = model.wte();
        Dot dot = EmbeddingModel.dot(wte, model.token(), model.other());
        String a = Letters.text(model.token());
        String b = Letters.text(model.other());
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

    @Override
    public Python python(EmbeddingModel model) {
        Dot dot = EmbeddingModel.dot(model.wte(), model.token(), model.other());
        return new Python(
                        """
                wte = {"$token": $row_a,
                       "$other": $row_b}  # rounded, so the numbers differ
                a, b = wte["$token"], wte["$other"]  # to embed is to look up a row
                dot = sum(ai * bi for ai, bi in zip(a, b))  # $dot
                norm_a = sum(ai * ai for ai in a) ** 0.5  #1 $norm
                norm_b = sum(bi * bi for bi in b) ** 0.5  #2 $norm_other
                print(dot / (norm_a * norm_b))  #= $cosine
                """)
                .with("row_a", rounded(dot.a()))
                .with("row_b", rounded(dot.b()));
    }

    @Override
    public List<Line> sentence(EmbeddingModel model, ViewState<EmbeddingModel> cursor) {
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

    @Override
    public void draw(EmbeddingModel model, ViewState<EmbeddingModel> cursor, Canvas body) {
        EmbeddingModel shown = cursor.hides("cosine") ? model.withSteps(0) : model;
        new EmbeddingPicture(shown, cursor, body, shown.wte()).draw();
    }

    static String two(double x) {
        return Decimal.drawn(x, 2, 6);
    }

    private static String length(String letter, Vector row) {
        return "|row " + letter + "| = √("
                + WorkedSteps.listed(row.size(), TERMS, " + ", i -> bracketed(row.get(i)) + "²") + ") = "
                + number(row.norm());
    }

    private static String rounded(Vector row) {
        return row.stream().mapToObj(x -> Decimal.fixed(x, 2)).collect(Collectors.joining(", ", "[", "]"));
    }
}
