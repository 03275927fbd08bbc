package dev.nabla.math;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * Shares of a distribution as they were typed. They sum to 1, but for what rounding each of them has changed.
 *
 * <p>How many decimals were typed is read off the shortest decimal of each number: 0.333 has three, so it stands for
 * 0.3325 up to 0.3335. Three of them sum to 0.999 and may stand for thirds; 0.5 and 0.4 sum to 0.9, but what they stand
 * for stays below 1. The numbers 0 and 1 stand for themselves.
 */
record Shares(Vector typed) {
    /** How far the sum may be from 1 whatever the decimals: what the arithmetic of doubles leaves, and more. */
    private static final double NEAR = 1e-9;

    private static final BigDecimal HALF = new BigDecimal("0.5");

    /** Returns by how much the sum is above 1, without rounding the sum first. */
    double excess() {
        return CompensatedSum.of(typed.size() + 1, i -> i == 0 ? -1 : typed.get(i - 1));
    }

    /** Returns whether no share is below 0 and the sum is 1 within {@value #NEAR}. */
    boolean sumToOne() {
        return typed.min() >= 0 && Math.abs(typed.sum() - 1) <= NEAR;
    }

    /** Returns whether they can be the shares of a distribution, each rounded half up at its last decimal. */
    boolean canBeRounded() {
        if (sumToOne()) {
            return true;
        }
        if (typed.min() < 0 || !typed.isFinite()) {
            return false;
        }
        BigDecimal half = BigDecimal.ZERO;
        for (BigDecimal share : decimals()) {
            boolean whole = share.signum() == 0 || share.compareTo(BigDecimal.ONE) == 0;
            half = whole ? half : half.add(HALF.multiply(share.ulp()));
        }
        BigDecimal miss = sum().subtract(BigDecimal.ONE);
        return miss.compareTo(half) <= 0 && miss.negate().compareTo(half) < 0;
    }

    /** Returns their sum as it would be added up by hand; 1.0000006 for 0.756877, 0.152811, 0.0340967, 0.0562159. */
    private BigDecimal sum() {
        return decimals().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private List<BigDecimal> decimals() {
        List<BigDecimal> decimals = new ArrayList<>(typed.size());
        typed.stream().forEach(share -> decimals.add(new BigDecimal(Decimal.shortest(share)).stripTrailingZeros()));
        return decimals;
    }

    /** Returns the text of the sum, with up to 16 digits. */
    String sumText() {
        return Decimal.significant(sum(), 16);
    }

    /**
     * Throws {@code no_distribution} with the sum and an example.
     *
     * @param fine whether they are a distribution; if so nothing is thrown
     */
    void require(boolean fine, String input) {
        boolean hasSum = typed.min() >= 0 && typed.isFinite();
        BadInput.require(
                fine,
                "no_distribution",
                input,
                typed,
                (!fine && hasSum ? "they sum to " + sumText() + "; " : "")
                        + "give shares from 0 that sum to 1, like 0.7,0.3");
    }
}
