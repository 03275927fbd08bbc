package dev.nabla.figure.bigram;

import dev.nabla.figure.part.StandardCounts;
import dev.nabla.gpt.Bigram;
import dev.nabla.gpt.Corpus;
import dev.nabla.math.BadInput;
import dev.nabla.math.Vector;
import java.util.List;

/**
 * What FIG.10 shows of the names that come with the program, as the training of seed 1 splits them.
 *
 * @param letter the token that the next one follows
 * @param next that one
 * @param name that is read with the table
 * @param alpha what is added to every count, 1e-9 to 1e9
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

    /** The tokens of the name, the end on both sides. */
    int[] tokens() {
        return Corpus.standard().tokens(name);
    }

    /** What the table gives to each letter of the name and to its end. */
    Vector shares() {
        int[] tokens = tokens();
        return Vector.of(tokens.length - 1, t -> pairs().after(tokens[t]).get(tokens[t + 1]));
    }

    /** The mean of -log p over them, in nats; of amelia 2.141. */
    double loss() {
        return pairs().loss(List.of(tokens()));
    }
}
