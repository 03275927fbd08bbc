package dev.nabla.figure.embedding;

import dev.nabla.figure.Codec;
import dev.nabla.figure.Knob;
import dev.nabla.figure.KnobInfo;
import dev.nabla.figure.Quantities;
import dev.nabla.figure.Quantity;
import dev.nabla.figure.Style;
import dev.nabla.figure.ViewState;
import dev.nabla.figure.part.NameKnobs;
import dev.nabla.figure.part.Picture;
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
     * @param dot dot product of the two rows, after the norm if the model asks for it
     * @param nearest all other tokens, that with the largest cosine first
     */
    record EmbeddingResults(EmbeddingModel model, Matrix wte, Dot dot, List<Integer> nearest) {
        static EmbeddingResults of(EmbeddingModel model) {
            Matrix wte = model.wte();
            return new EmbeddingResults(model, wte, model.shownRows(wte), model.nearest(wte));
        }

        Vector row() {
            return dot.a();
        }

        Vector otherRow() {
            return dot.b();
        }

        /** Returns the root mean square of the token's row before the norm. */
        double rootMeanSquare() {
            return EmbeddingModel.rootMeanSquare(wte.row(model.token()));
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
            real("dot", "row·row", all -> all.dot().value());
    static final Quantity<EmbeddingResults, Double> COSINE =
            real("cosine", "cos θ", all -> all.dot().cosine().orElse(0));
    static final Quantity<EmbeddingResults, Double> NORM =
            real("norm", "length", all -> all.row().norm());
    static final Quantity<EmbeddingResults, Double> NORM_OTHER =
            real("norm_other", "length of the other", all -> all.otherRow().norm());
    static final Quantity<EmbeddingResults, Double> ROOT_MEAN_SQUARE =
            real("rms", "root mean square", EmbeddingResults::rootMeanSquare);
    static final Quantity<EmbeddingResults, String> NEAREST =
            Quantity.word("nearest", all -> NameKnobs.text(all.nearest().get(0)));

    static final Quantity<EmbeddingResults, Double> VOWELS =
            real("vowels", "vowels together", EmbeddingResults::vowels);
    static final Quantity<EmbeddingResults, Double> MIXED = real("mixed", "vowel, consonant", EmbeddingResults::mixed);

    private static final Quantities<EmbeddingModel, EmbeddingResults> QUANTITIES = new Quantities<>(
            EmbeddingResults::of,
            List.of(
                    DOT,
                    COSINE,
                    NORM,
                    NORM_OTHER,
                    ROOT_MEAN_SQUARE,
                    NEAREST,
                    VOWELS,
                    MIXED,
                    real("spread", "spread that is seen", all -> all.plane().share()),
                    Quantity.reals("row", Style.number(3), EmbeddingResults::row),
                    Quantity.reals("other_row", "the other row", Style.number(3), EmbeddingResults::otherRow),
                    Quantity.table("walks", Style.number(2), all -> 2, (EmbeddingResults all) -> all.model()
                                    .walks())
                            .called("how far its rows of wte and lm_head walked, with it in the name and without")));

    private static Quantity<EmbeddingResults, Double> real(
            String name, String symbol, Function<EmbeddingResults, Double> of) {
        return Quantity.real(name, symbol, Style.number(3), of);
    }

    @Override
    public Info info() {
        return new Info("embedding", "FIG.11", "letters", "Every letter gets 16 numbers", "pick two letters");
    }

    @Override
    public EmbeddingModel start() {
        int[] start = Corpus.standard().letters("ae");
        return new EmbeddingModel(start[0], start[1], false, 1000);
    }

    @Override
    public List<Knob<EmbeddingModel, ?>> knobs() {
        return List.of(
                NameKnobs.token(
                        KnobInfo.question("token", "token", "whose numbers to look at, . for the end, like a"),
                        EmbeddingModel::token,
                        EmbeddingModel::withToken),
                NameKnobs.token(
                        KnobInfo.question("other", "compare with", "with which to compare it, like e")
                                .labelled("compare with"),
                        EmbeddingModel::other,
                        EmbeddingModel::withOther),
                KnobInfo.usual("normed", "norm", "true takes both rows after the norm")
                        .labelled("norm")
                        .holding(Codec.flag(), EmbeddingModel::normed, EmbeddingModel::withNormed),
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
        String norm =
                """
                norm = lambda v: [x / (sum(y * y for y in v) / 16 + 1e-5)**0.5 for x in v]
                a, b = norm(a), norm(b)
                """;
        return new Python(
                        """
                # wte["$token"] and wte["$other"] with four decimals, so the last digits differ
                a = $row_a
                b = $row_b
                $normed_rows
                dot = sum(ai * bi for ai, bi in zip(a, b))  # $dot
                norm_a = sum(ai * ai for ai in a) ** 0.5  #1 $norm
                norm_b = sum(bi * bi for bi in b) ** 0.5  #2 $norm_other
                print(dot / (norm_a * norm_b))  #= $cosine
                """)
                .with("row_a", rounded(dot.a()))
                .with("row_b", rounded(dot.b()))
                .with("normed_rows", model.normed() ? norm : "");
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
            return List.of(
                    Line.of("Every row points the same way as itself: cosine ").result("1"));
        }
        if (cursor.isFocused("normed")) {
            return norm(model);
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
                Line.of(vowels ? ", and nobody named the vowels" : ""));
    }

    /** Describes what the norm does to the token's row. */
    private static List<Line> norm(EmbeddingModel model) {
        Vector row = model.wte().row(model.token());
        Style style = ROOT_MEAN_SQUARE.style();
        String before = style.sentence(EmbeddingModel.rootMeanSquare(row));
        String one = NameKnobs.text(model.token());
        if (!model.normed()) {
            return List.of(
                    Line.of("The row of " + one + " has the root mean square ").result(before),
                    Line.of("; → divides the row by it"));
        }
        return List.of(
                Line.of("Divided by " + before + ", the row of " + one + " has the root mean square ")
                        .result("1"),
                Line.of("; its direction stays"));
    }

    @Override
    public void draw(EmbeddingModel model, ViewState<EmbeddingModel> cursor, Canvas body) {
        EmbeddingModel shown = cursor.hides(COSINE) ? model.withSteps(0) : model;
        new EmbeddingPicture(Picture.of(this, QUANTITIES, shown, cursor), body).draw();
    }

    private static String rounded(Vector row) {
        return row.stream().mapToObj(x -> Decimal.fixed(x, 4)).collect(Collectors.joining(", ", "[", "]"));
    }
}
