package dev.nabla.figure.bigram;

import dev.nabla.figure.part.StandardCounts;
import dev.nabla.gpt.Bigram;
import dev.nabla.gpt.Corpus;
import dev.nabla.math.BadInput;
import dev.nabla.math.Vector;
import java.util.List;

/**
 * State of FIG.10. It uses the training names of the standard corpus, split with seed 1.
 *
 * @param letter the selected token
 * @param next the token that follows it
 * @param name the name that is predicted from the table
 * @param alpha number added to every count, 1e-9 to 1e9
 */
record BigramModel(int letter, int next, String name, double alpha) {
    static final double LEAST = 1e-9;
    static final double MOST = 1e9;

    BigramModel {
        boolean fine = alpha >= LEAST && alpha <= MOST;
        BadInput.require(fine, "out_of_range", "alpha", alpha, "must be from 1e-9 to 1e9; 1 is usual");
    }

    Bigram pairs() {
        return new Bigram(StandardCounts.PAIRS.counts(), alpha);
    }

    List<int[]> heldOut() {
        return StandardCounts.NAMES.heldOut();
    }

    double p() {
        return pairs().after(letter).get(next);
    }

    /** Returns the tokens of the name, with the end token at both ends. */
    int[] tokens() {
        return Corpus.standard().tokens(name);
    }

    /** Returns the probability of each letter of the name and of its end. */
    Vector shares() {
        int[] tokens = tokens();
        return Vector.of(tokens.length - 1, t -> pairs().after(tokens[t]).get(tokens[t + 1]));
    }

    /** Returns the mean of -log p over them, in nats: 2.141 for amelia. */
    double loss() {
        return pairs().loss(List.of(tokens()));
    }
}
