package dev.nabla.figure.part;

import dev.nabla.gpt.Bigram;
import dev.nabla.gpt.Corpus;
import dev.nabla.gpt.Recipe;

/** The names that come with the program, as the standard training splits them, and their pairs; counted once when first asked for. */
public final class StandardCounts {
    public static final Corpus.Split NAMES =
            Corpus.standard().split(Recipe.standard().seed());
    public static final Bigram PAIRS = Bigram.of(Corpus.standard().vocab(), NAMES.training());

    private StandardCounts() {}
}
