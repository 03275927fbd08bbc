package dev.nabla.figure.part;

import dev.nabla.gpt.Bigram;
import dev.nabla.gpt.Corpus;
import dev.nabla.gpt.Recipe;

/**
 * The built-in names, split as in the standard training, and the pair counts of the training part. Both are computed
 * when this class is first used.
 */
public final class StandardCounts {
    public static final Corpus.Split NAMES =
            Corpus.standard().split(Recipe.standard().seed());
    public static final Bigram PAIRS = Bigram.of(Corpus.standard().vocab(), NAMES.training());

    private StandardCounts() {}
}
