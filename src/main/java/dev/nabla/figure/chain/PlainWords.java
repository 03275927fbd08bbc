package dev.nabla.figure.chain;

import static dev.nabla.figure.chain.ChainFigure.MOVES;

import dev.nabla.figure.ViewState;
import dev.nabla.figure.WorkedSteps;
import dev.nabla.figure.chain.ChainFigure.ChainResults;
import dev.nabla.frame.Line;
import dev.nabla.math.Chain.ChainStatus;
import dev.nabla.math.Vector;
import java.util.ArrayList;
import java.util.List;

/** Says in plain words what of a nudge of w arrives at L. */
record PlainWords(ChainResults path, ViewState<ChainModel> cursor) {
    /** Significant digits of the numbers. */
    private static final int SAID = 3;

    List<Line> sentence() {
        Line moves = Line.of("A nudge of 1 at w moves L by ");
        if (cursor.hides(MOVES)) {
            return List.of(moves.dim(ViewState.HIDDEN), passes());
        }
        List<Line> clauses = new ArrayList<>();
        clauses.add(moves.result(size()));
        ChainStatus status = path.chain().status();
        switch (status) {
            case STOPPED -> clauses.add(Line.of(": ").warn("an edge with slope 0 passes nothing on"));
            case VANISHED -> clauses.add(Line.of(": ").warn("too little for the computer's numbers"));
            case OVERFLOWED -> clauses.add(Line.of(": ").warn("too much for the computer's numbers"));
            case VANISHING -> clauses.add(Line.of(": ").warn("the nudge fades"));
            case EXPLODING -> clauses.add(Line.of(": ").warn("the nudge explodes"));
            default -> {
                if (path.chain().product() > 0) {
                    clauses.add(passes());
                }
            }
        }
        if (isNegative()) {
            clauses.add(Line.of(clauses.size() > 1 ? ", and L goes down" : ": L goes down when w goes up"));
        }
        return clauses;
    }

    /** Returns the product, or its power of ten if no double holds it. */
    private String size() {
        ChainStatus status = path.chain().status();
        return status == ChainStatus.VANISHED || status == ChainStatus.OVERFLOWED
                ? "about " + (isNegative() ? "−" : "") + ChainFigure.size(path.chain())
                : number(path.chain().product());
    }

    /** Returns whether an odd number of slopes is negative, which also holds for a product that no double holds. */
    private boolean isNegative() {
        Vector slopes = path.chain().slopes();
        return slopes.stream().noneMatch(slope -> slope == 0)
                && slopes.stream().filter(slope -> slope < 0).count() % 2 == 1;
    }

    /** Returns what the edges do, as far as it can be said of all but one at once. */
    private Line passes() {
        Vector slopes = path.chain().slopes();
        int n = slopes.size();
        double most = n > 1 && slopes.get(0) != slopes.get(1) ? slopes.get(n - 1) : slopes.get(0);
        List<Double> others =
                slopes.stream().filter(slope -> slope != most).boxed().toList();
        if (others.isEmpty()) {
            return Line.of(": each edge passes on ").second(number(most)).text(" of what came");
        }
        return others.size() == 1 && n > 2
                ? Line.of(": one edge passes on ").second(number(others.get(0))).text(", the others " + number(most))
                : Line.of(", the product of the " + n + " slopes");
    }

    private static String number(double x) {
        return WorkedSteps.number(x, SAID);
    }

    /**
     * Returns the worked steps from w up to L.
     *
     * @param most edges that are shown; of more the last line gives the end
     */
    static List<String> worked(ChainResults path, int most) {
        Vector slopes = path.chain().slopes();
        Vector arrivals = path.arrivals();
        int n = slopes.size();
        List<String> steps = new ArrayList<>(List.of("w is nudged by 1"));
        for (int i = 0; i < Math.min(n, most); i++) {
            steps.add((i == n - 1 ? "L moves by " : "after edge " + (i + 1) + ": ")
                    + WorkedSteps.number(i == 0 ? 1 : arrivals.get(i - 1)) + " · "
                    + WorkedSteps.bracketed(slopes.get(i)) + " = " + WorkedSteps.number(arrivals.get(i)));
        }
        if (n > most) {
            ChainFigure.more(n, "edge", steps);
            steps.add("L moves by " + WorkedSteps.number(arrivals.get(n - 1)));
        }
        return steps;
    }
}
