package dev.nabla.figure.descent;

import dev.nabla.math.Decimal;
import dev.nabla.math.Descent;

/** η and what it must stay below on a bowl, with as many digits as tell the two apart. */
record EtaLimit(Descent descent) {
    private static final int LEAST_PLACES = 2;
    private static final int MOST_PLACES = 6;

    String eta() {
        String usual = DescentFigure.rate(descent.eta());
        return passed(usual).isEmpty() ? fine(descent.eta()) : usual;
    }

    /** The limit as it stands beside an η that is past it. */
    String passed() {
        String told = passed(DescentFigure.rate(descent.eta()));
        return told.isEmpty() ? fine(limit()) : told;
    }

    /** The limit alone. */
    String threshold() {
        return Decimal.nonzero(limit(), LEAST_PLACES, 8);
    }

    /** The limit with the fewest places that make it less than such an η and more than nothing; empty if none do. */
    private String passed(String eta) {
        double shown = Double.parseDouble(eta.replace('−', '-'));
        for (int places = LEAST_PLACES; places <= MOST_PLACES; places++) {
            String text = Decimal.fixed(limit(), places);
            double rounded = Double.parseDouble(text);
            if (rounded > 0 && rounded < shown) {
                return Decimal.drawn(limit(), places, 8);
            }
        }
        return "";
    }

    private double limit() {
        return descent.threshold().orElseThrow();
    }

    private static String fine(double x) {
        return Decimal.typeset(Decimal.significant(x, 6));
    }
}
