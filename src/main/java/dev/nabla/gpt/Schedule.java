package dev.nabla.gpt;

import dev.nabla.math.BadInput;
import dev.nabla.math.Decimal;
import dev.nabla.math.Vector;
import java.util.ArrayList;
import java.util.List;

/**
 * The learning rate of each step. It decreases linearly to 0 at the end; from the step of a change on, it is on the
 * line of that change.
 *
 * @param eta learning rate of the first step, above 0
 * @param of steps of the whole schedule, 1 to {@value Recipe#MOST_STEPS}
 * @param changes at most {@value #MOST_CHANGES}, with ascending steps from 1 to {@code of - 1}
 * @throws BadInput if a number is out of range
 */
public record Schedule(double eta, int of, List<EtaChange> changes) {
    public static final int MOST_CHANGES = 5;

    /** The name of the input that holds the changes. */
    private static final String CHANGES = "eta_from";

    /**
     * A change of the learning rate: from step {@code step} on it is {@code eta (1 - step/of)}.
     *
     * @param step the first step with the new rate, counted from 0; so many steps were taken before it
     */
    public record EtaChange(int step, double eta) {
        /**
         * Returns the change that a step and a rate describe.
         *
         * @throws BadInput {@code bad_pair} if the row is anything else
         */
        static EtaChange of(Vector row) {
            if (row.size() != 2) {
                throw bad("bad_pair", row.size() + " numbers: give a step and a rate, like 400:0.001");
            }
            double step = row.get(0);
            if (step != Math.rint(step) || Math.abs(step) > Recipe.MOST_STEPS) {
                throw bad("out_of_range", Decimal.shortest(step) + ": type a whole step, at most " + Recipe.MOST_STEPS);
            }
            return new EtaChange((int) step, row.get(1));
        }

        private Vector row() {
            return Vector.of(step, eta);
        }
    }

    public Schedule {
        changes = List.copyOf(changes);
        requireRate(eta, "eta");
        BadInput.requireWhole(1, Recipe.MOST_STEPS, "of", of, "a whole number of steps");
        if (changes.size() > MOST_CHANGES) {
            throw bad("out_of_range", changes.size() + " changes are too many; give at most " + MOST_CHANGES);
        }
        int before = 0;
        for (EtaChange change : changes) {
            requireRate(change.eta, CHANGES);
            if (change.step < 1 || change.step >= of) {
                throw bad("out_of_range", change.step + ": " + allowed(of));
            }
            if (change.step <= before) {
                throw bad("not_ascending", change.step + " comes after " + before + "; give the steps in order");
            }
            before = change.step;
        }
    }

    private static void requireRate(double eta, String input) {
        BadInput.requireRange(eta > 0 && Double.isFinite(eta), input, eta, "must be above 0 and finite, like 0.01");
    }

    private static String allowed(int of) {
        return of == 1 ? "a schedule of one step has no change" : "type a step from 1 to " + (of - 1);
    }

    private static BadInput bad(String code, String finding) {
        return BadInput.usage(code, finding).forInput(CHANGES);
    }

    /**
     * Returns the learning rate of a step, counted from 0. With eta 0.01 of 1,000 steps it is 0.006 at step 400; with a
     * change to 0.001 from there on, 0.0006.
     */
    public double at(int step) {
        return line(step) * (1 - step / (double) of);
    }

    /** Returns the learning rate that the line of a step would have at step 0. */
    public double line(int step) {
        double line = eta;
        for (EtaChange change : changes) {
            line = change.step <= step ? change.eta : line;
        }
        return line;
    }

    public Schedule withEta(double other) {
        return new Schedule(other, of, changes);
    }

    /** Returns a copy with another length. Drops the changes beyond it. */
    public Schedule withOf(int other) {
        return new Schedule(eta, other, other < of ? before(other) : changes);
    }

    public Schedule withChanges(List<EtaChange> others) {
        return new Schedule(eta, of, others);
    }

    /**
     * Returns a copy with other changes.
     *
     * @param rows a step and a rate for each change
     * @throws BadInput if a row is anything else, or the schedule cannot have the changes
     */
    public Schedule withRows(List<Vector> rows) {
        return withChanges(rows.stream().map(EtaChange::of).toList());
    }

    /** Returns the changes as rows, each a step and a rate. */
    public List<Vector> rows() {
        return changes.stream().map(EtaChange::row).toList();
    }

    /** Returns a copy with another rate from a step on. Drops the changes at this step and after it. */
    public Schedule from(int step, double rate) {
        List<EtaChange> kept = new ArrayList<>(before(step));
        kept.add(new EtaChange(step, rate));
        return withChanges(kept);
    }

    /** Returns the schedule without the changes that come too late to matter for the first {@code steps} steps. */
    Schedule until(int steps) {
        return changes.isEmpty() || lastChange() < steps ? this : withChanges(before(steps));
    }

    private List<EtaChange> before(int step) {
        return changes.stream().filter(change -> change.step < step).toList();
    }

    /** Returns the step of the last change; 0 if there is none. */
    public int lastChange() {
        return changes.isEmpty() ? 0 : changes.get(changes.size() - 1).step;
    }

    /** Returns how many steps have the same learning rate in both schedules before the first that differs. */
    int shared(Schedule other) {
        if (of != other.of || eta != other.eta) {
            return 0;
        }
        int i = 0;
        while (i < changes.size() && i < other.changes.size() && changes.get(i).equals(other.changes.get(i))) {
            i++;
        }
        return Math.min(stepOf(i), other.stepOf(i));
    }

    /** Returns the step of change {@code i}, counted from 0; the end of the schedule after the last change. */
    private int stepOf(int i) {
        return i < changes.size() ? changes.get(i).step : of;
    }
}
