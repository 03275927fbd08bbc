package dev.nabla.math;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Kullback-Leibler divergence: how much more a model q is surprised than it had to be, when the tokens come as p says.
 *
 * <p>{@code KL = sum_i p[i] log(p[i] / q[i])}. It is 0 only if both are equal, and infinite if q excludes what p
 * allows. Shares that were rounded sum to 1 only nearly, and are divided by their sum; where that is within 1e-9 of 1,
 * only for KL itself, which would lose its digits otherwise.
 *
 * @param p n shares from 0 that sum to 1, but for rounding each at its last decimal
 * @param q n shares from 0 that sum to 1, but for rounding each at its last decimal
 * @throws BadInput {@code no_distribution}; {@code shape_mismatch} if p and q have different sizes
 */
public record KullbackLeibler(Vector p, Vector q) {
    /** Ratio of the difference to q up to which logarithms of q and p would cancel, and a series is used. */
    private static final double NEAR = 0.5;

    public KullbackLeibler {
        require("p", p);
        require("q", q);
        if (p.size() != q.size()) {
            throw BadInput.mismatch("q", "has " + q.size() + " shares and p has " + p.size() + ": give both as many");
        }
    }

    private static void require(String input, Vector typed) {
        Shares shares = new Shares(typed);
        shares.require(shares.canBeRounded(), input);
    }

    /** A share of p, that of q, and their difference, which is more exact than these two. */
    private record Pair(Rounded p, Rounded q, Rounded apart) {
        boolean isNear() {
            return Math.abs(apart.x()) <= NEAR * q.x();
        }

        /** Returns p log(p / q). */
        Rounded term() {
            if (p.x() == 0) {
                return Rounded.ZERO;
            }
            return p.times(isNear() ? apart.over(q).apply(StrictMath::log1p, Math::ulp) : log(p).minus(log(q)));
        }

        /**
         * Returns {@code p log(p / q) - p + q}. These terms have the same sum, since p and q have, but none is below 0,
         * so that nothing cancels where p and q are nearly equal.
         */
        Rounded excess() {
            if (p.x() == 0) {
                return q;
            }
            return isNear()
                    ? q.times(apart.over(q).apply(Pair::excess, Math::ulp))
                    : p.times(log(p).minus(log(q))).minus(apart);
        }

        private static Rounded log(Rounded x) {
            return x.apply(StrictMath::log, Math::ulp);
        }

        /**
         * Returns {@code (1 + x) log(1 + x) - x = x^2/(1·2) - x^3/(2·3) + x^4/(3·4) - ...} for |x| of at most 1/2.
         */
        private static double excess(double x) {
            double sum = 0;
            double power = x * x;
            for (int k = 2; sum + power / (k * (k - 1)) != sum; k++) {
                sum += power / (k * (k - 1));
                power *= -x;
            }
            return sum;
        }
    }

    /**
     * Returns the shares divided by their sums.
     *
     * @param aboveP by how much the sum of p is above 1
     * @param aboveQ by how much the sum of q is above 1
     */
    private List<Pair> pairs(double aboveP, double aboveQ) {
        List<Pair> pairs = new ArrayList<>(p.size());
        for (int i = 0; i < p.size(); i++) {
            Rounded share = normed(p.get(i), aboveP);
            Rounded model = normed(q.get(i), aboveQ);
            Rounded apart = Rounded.exact(p.get(i))
                    .minus(Rounded.exact(q.get(i)))
                    .minus(share.times(Rounded.exact(aboveP)))
                    .plus(model.times(Rounded.exact(aboveQ)));
            pairs.add(new Pair(share, model, apart));
        }
        return pairs;
    }

    private static Rounded normed(double share, double above) {
        return Rounded.exact(share).over(Rounded.exact(1).plus(Rounded.exact(above)));
    }

    /** Returns the shares, divided by their sums where these are farther from 1 than 1e-9. */
    private List<Pair> pairs() {
        return pairs(above(p), above(q));
    }

    private static double above(Vector typed) {
        Shares shares = new Shares(typed);
        return shares.sumToOne() ? 0 : shares.excess();
    }

    /** Returns p divided by its sum, or p itself where that is within 1e-9 of 1. */
    public Vector normedP() {
        return Rounded.values(pairs().stream().map(Pair::p).toList());
    }

    /** Returns q divided by its sum, as {@link #normedP}. */
    public Vector normedQ() {
        return Rounded.values(pairs().stream().map(Pair::q).toList());
    }

    /** Returns a sentence for each of p and q whose sum is farther from 1 than 1e-9. */
    public List<String> normings() {
        return Stream.of(norming("p", p), norming("q", q))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<String> norming(String input, Vector typed) {
        Shares shares = new Shares(typed);
        return shares.sumToOne()
                ? Optional.empty()
                : Optional.of(input + " sums to " + shares.sumText() + "; each share is divided by that");
    }

    /** Returns KL in nats; 0.143841 for p = (1/2, 1/2) and q = (3/4, 1/4). */
    public double nats() {
        return rounded().x();
    }

    private Rounded rounded() {
        return CompensatedSum.of(pairs(new Shares(p).excess(), new Shares(q).excess()).stream()
                .map(Pair::excess)
                .toList());
    }

    /** Returns why fewer than six digits of KL are certain; empty if they are. */
    public Optional<String> doubt() {
        return rounded().doubt();
    }

    /** Returns KL in bits; 0.207519 for these numbers. */
    public double bits() {
        return roundedBits().x();
    }

    private Rounded roundedBits() {
        return rounded().over(Rounded.exact(Softmax.Distribution.LN2));
    }

    /** Returns why fewer than six digits of KL in bits are certain; empty if they are. */
    public Optional<String> bitsDoubt() {
        return roundedBits().doubt();
    }

    /** Returns KL with p and q exchanged, in nats; 0.130812 for these numbers. */
    public double reverseNats() {
        return reverse().nats();
    }

    /** Returns the question with p and q exchanged. */
    public KullbackLeibler reverse() {
        return new KullbackLeibler(q, p);
    }

    /** Returns the entropy of p in nats, which is the least mean surprise; 0.693147 for these numbers. */
    public double entropyNats() {
        return surprise(normedP(), normedP());
    }

    /** Returns the mean surprise of q, {@code -sum_i p[i] log q[i]}, in nats; 0.836988 for these numbers. */
    public double crossEntropyNats() {
        return surprise(normedP(), normedQ());
    }

    private static double surprise(Vector comes, Vector expected) {
        return 0
                - CompensatedSum.of(
                        comes.size(), i -> comes.get(i) == 0 ? 0 : comes.get(i) * StrictMath.log(expected.get(i)));
    }

    /** Returns {@code p[i] log(p[i] / q[i])} for each i, in nats; (-0.202733, 0.346574) for these numbers. */
    public Vector terms() {
        return Rounded.values(roundedTerms());
    }

    private List<Rounded> roundedTerms() {
        return pairs().stream().map(Pair::term).toList();
    }

    /** Returns why fewer than six digits of a term are certain; empty if they are. */
    public Optional<String> termsDoubt() {
        return Rounded.doubt(roundedTerms());
    }

    /** Returns a copy with another p; if its size is another, q becomes the same. */
    public KullbackLeibler withP(Vector other) {
        return new KullbackLeibler(other, q.size() == other.size() ? q : other);
    }

    /** Returns a copy with another q; if its size is another, p becomes the same. */
    public KullbackLeibler withQ(Vector other) {
        return new KullbackLeibler(p.size() == other.size() ? p : other, other);
    }
}
