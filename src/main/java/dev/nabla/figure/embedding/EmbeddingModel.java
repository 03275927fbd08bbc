package dev.nabla.figure.embedding;

import dev.nabla.figure.part.NameKnobs;
import dev.nabla.figure.part.Trained;
import dev.nabla.gpt.Corpus;
import dev.nabla.gpt.Shape.Tensor;
import dev.nabla.gpt.TrainingRun;
import dev.nabla.math.Dot;
import dev.nabla.math.Matrix;
import dev.nabla.math.PrincipalPlane;
import dev.nabla.math.Vector;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;

/**
 * State of FIG.11, which uses the model of the standard recipe.
 *
 * @param token the selected token
 * @param other the token that it is compared with
 * @param normed whether the two rows are shown after the norm
 * @param steps training steps taken
 */
record EmbeddingModel(int token, int other, boolean normed, long steps) implements Trained<EmbeddingModel> {
    private static final String VOWELS = "aeiou";

    @Override
    public TrainingRun film() {
        return TrainingRun.standard();
    }

    @Override
    public EmbeddingModel withSteps(long step) {
        return new EmbeddingModel(token, other, normed, step);
    }

    EmbeddingModel withToken(int one) {
        return new EmbeddingModel(one, other, normed, steps);
    }

    EmbeddingModel withOther(int one) {
        return new EmbeddingModel(token, one, normed, steps);
    }

    EmbeddingModel withNormed(boolean yes) {
        return new EmbeddingModel(token, other, yes, steps);
    }

    /** Returns the embedding, one row per token. */
    Matrix wte() {
        return weights().matrix(Tensor.WTE, 0);
    }

    /**
     * Returns the plane of largest spread, turned so that the vowels lie at the right and v above. The picture then
     * does not flip during training.
     */
    static PrincipalPlane plane(Matrix wte) {
        Vector vowels = Vector.of(wte.columns(), j -> IntStream.range(0, wte.rows())
                .filter(EmbeddingModel::isVowel)
                .mapToDouble(token -> wte.get(token, j))
                .average()
                .orElseThrow());
        return PrincipalPlane.of(wte).turned(vowels, wte.row(Corpus.standard().letters("v")[0]));
    }

    static boolean isVowel(int token) {
        return VOWELS.contains(NameKnobs.text(token));
    }

    /** Returns the root of the mean of the squares, with the 1e-5 that keeps a division from being one by 0. */
    static double rootMeanSquare(Vector row) {
        return Math.sqrt(row.norm() * row.norm() / row.size() + 1e-5);
    }

    /** Returns the row divided by its root mean square. */
    static Vector normed(Vector row) {
        double size = rootMeanSquare(row);
        return row.map(x -> x / size);
    }

    /** Returns the two rows and their dot product, after the norm if the model asks for it. */
    Dot shownRows(Matrix wte) {
        Dot rows = dot(wte, token, other);
        return normed ? new Dot(normed(rows.a()), normed(rows.b())) : rows;
    }

    /** Returns how far the two rows of the token have walked since step 0; see {@link TrainingRun#walks}. */
    Matrix walks() {
        return film().walks((int) steps, token);
    }

    /** Returns the dot product of the rows of two tokens. */
    static Dot dot(Matrix wte, int one, int other) {
        return new Dot(wte.row(one), wte.row(other));
    }

    static double cosine(Matrix wte, int one, int other) {
        return dot(wte, one, other).cosine().orElse(0);
    }

    /** Returns all other tokens, that with the largest cosine first. */
    List<Integer> nearest(Matrix wte) {
        Vector cosines = Vector.of(wte.rows(), one -> cosine(wte, token, one));
        return NameKnobs.largest(cosines, wte.rows(), token).stream()
                .filter(one -> one != token)
                .toList();
    }

    /** Returns the mean cosine over all pairs of vowels. */
    static double vowels(Matrix wte) {
        return mean(wte, (one, other) -> isVowel(one) && isVowel(other));
    }

    /** Returns the mean cosine over all pairs of a vowel and a consonant. */
    static double mixed(Matrix wte) {
        return mean(wte, (one, other) -> isVowel(one) != isVowel(other));
    }

    /** Returns the mean cosine over the pairs of letters that satisfy {@code pair}. */
    private static double mean(Matrix wte, BiPredicate<Integer, Integer> pair) {
        int letters = wte.rows() - 1;
        double sum = 0;
        int count = 0;
        for (int one = 0; one < letters; one++) {
            for (int other = one + 1; other < letters; other++) {
                if (pair.test(one, other)) {
                    sum += cosine(wte, one, other);
                    count++;
                }
            }
        }
        return sum / count;
    }
}
