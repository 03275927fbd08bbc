package dev.nabla.figure.embedding;

import dev.nabla.figure.Knob;
import dev.nabla.figure.KnobInfo;
import dev.nabla.figure.Quantities;
import dev.nabla.figure.Quantity;
import dev.nabla.figure.Style;
import dev.nabla.figure.ViewState;
import dev.nabla.figure.part.NameKnobs;
import dev.nabla.figure.part.Trained;
import dev.nabla.figure.part.TrainedFigure;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Line;
import dev.nabla.gpt.Corpus;
import dev.nabla.math.Decimal;
import dev.nabla.math.Dot;
import dev.nabla.math.Matrix;
import dev.nabla.math.PrincipalPlane;
import dev.nabla.math.Vector;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Figure FIG.11: the sixteen numbers of each letter. Training moves them, so that letters used alike come to point in
 * similar directions.
 */
public final class EmbeddingFigure implements TrainedFigure<EmbeddingModel> {
    /**
     * The embedding after some training, and the two letters that are compared.
     *
     * @param wte one row per token
     * @param dot dot product of the two rows
     * @param nearest all other tokens, that with the largest cosine first
     */
    record EmbeddingResults(EmbeddingModel model, Matrix wte, Dot dot, List<Integer> nearest) {
        static EmbeddingResults of(EmbeddingModel model) {
            Matrix wte = model.wte();
            Dot dot = EmbeddingModel.dot(wte, model.token(), model.other());
            return new EmbeddingResults(model, wte, dot, model.nearest(wte));
        }

        Vector row() {
            return dot.a();
        }

        Vector otherRow() {
            return dot.b();
        }

        double vowels() {
            return EmbeddingModel.vowels(wte);
        }

        double mixed() {
            return EmbeddingModel.mixed(wte);
        }

        PrincipalPlane plane() {
            return EmbeddingModel.plane(wte);
        }
    }

    static final Quantity<EmbeddingResults, Double> DOT =
            real("dot", all -> all.dot().value()).called("row·row");

    static final Quantity<EmbeddingResults, Double> COSINE =
            real("cosine", all -> all.dot().cosine().orElse(0)).called("cos θ");

    static final Quantity<EmbeddingResults, Double> NORM =
            real("norm", all -> all.row().norm()).called("length");

    static final Quantity<EmbeddingResults, Double> NORM_OTHER =
            real("norm_other", all -> all.otherRow().norm()).called("length of the other");

    static final Quantity<EmbeddingResults, String> NEAREST =
            Quantity.word("nearest", all -> NameKnobs.text(all.nearest().get(0)));

    static final Quantity<EmbeddingResults, Double> VOWELS =
            real("vowels", EmbeddingResults::vowels).called("vowels together");

    static final Quantity<EmbeddingResults, Double> MIXED =
            real("mixed", EmbeddingResults::mixed).called("vowel, consonant");

    private static final Quantities<EmbeddingModel, EmbeddingResults> QUANTITIES = new Quantities<>(
            EmbeddingResults::of,
            List.of(
                    DOT,
                    COSINE,
                    NORM,
                    NORM_OTHER,
                    NEAREST,
                    VOWELS,
                    MIXED,
                    real("spread", all -> all.plane().share()).called("spread that is seen"),
                    Quantity.reals("row", Style.number(3), EmbeddingResults::row),
                    Quantity.reals("other_row", Style.number(3), EmbeddingResults::otherRow)
                            .called("the other row")));

    private static Quantity<EmbeddingResults, Double> real(String name, Function<EmbeddingResults, Double> of) {
        return Quantity.real(name, Style.number(3), of);
    }

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
                NameKnobs.token(
                        KnobInfo.question("token", "token", "whose numbers to look at, . for the end, like a"),
                        EmbeddingModel::token,
                        (model, token) -> new EmbeddingModel(token, model.other(), model.steps())),
                NameKnobs.token(
                        KnobInfo.question("other", "compare with", "with which to compare it, like e")
                                .labelled("compare with"),
                        EmbeddingModel::other,
                        (model, other) -> new EmbeddingModel(model.token(), other, model.steps())),
                Trained.knob());
    }

    @Override
    public String linkedFigure(EmbeddingModel model, String knob) {
        return knob.equals("steps") ? "descent" : "dot";
    }

    @Override
    public Quantities<EmbeddingModel, EmbeddingResults> quantities() {
        return QUANTITIES;
    }

    @Override
    public List<String> steps(EmbeddingModel model) {
        return EmbeddingSteps.of(model);
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
        if (cursor.isFocused("steps")) {
            return List.of(
                    Line.of("After " + model.steps() + " steps two vowels have a mean cosine of ")
                            .result(VOWELS.style().sentence(EmbeddingModel.vowels(wte))),
                    Line.of(", vowel and consonant " + MIXED.style().sentence(EmbeddingModel.mixed(wte))));
        }
        String one = NameKnobs.text(model.token());
        if (model.token() == model.other()) {
            return List.of(Line.of("A row points where it points: cosine ").result("1"));
        }
        String cosine = COSINE.style().sentence(EmbeddingModel.cosine(wte, model.token(), model.other()));
        Line first = Line.of(one + " and " + NameKnobs.text(model.other()) + ": cosine ")
                .result(cosine);
        if (model.steps() == 0) {
            return List.of(first, Line.of(": the rows are still random"));
        }
        List<Integer> nearest = model.nearest(wte).subList(0, 2);
        boolean vowels =
                EmbeddingModel.isVowel(model.token()) && nearest.stream().allMatch(EmbeddingModel::isVowel);
        return List.of(
                first,
                Line.of("; " + NameKnobs.text(nearest.get(0)) + " and " + NameKnobs.text(nearest.get(1))
                        + " are nearest to " + one),
                Line.of(vowels ? ", nobody said which are vowels" : ""));
    }

    @Override
    public void draw(EmbeddingModel model, ViewState<EmbeddingModel> cursor, Canvas body) {
        EmbeddingModel shown = cursor.hides(COSINE) ? model.withSteps(0) : model;
        new EmbeddingPicture(EmbeddingResults.of(shown), cursor, body).draw();
    }

    private static String rounded(Vector row) {
        return row.stream().mapToObj(x -> Decimal.fixed(x, 2)).collect(Collectors.joining(", ", "[", "]"));
    }
}
