package dev.nabla.progress;

/**
 * How often the answers in a section were right, by how sure the learner was. Answers without a confidence do not
 * count.
 */
public record Calibration(ConfidenceTally hunch, ConfidenceTally fairly, ConfidenceTally certain) {
    /** Number of answers with a confidence from which the result says something. */
    private static final int ENOUGH = 5;

    /**
     * Answers that were given with one confidence.
     *
     * @param right number of right answers
     * @param wrong number of wrong answers
     */
    public record ConfidenceTally(int right, int wrong) {
        static final ConfidenceTally NONE = new ConfidenceTally(0, 0);

        private ConfidenceTally after(boolean isRight) {
            return isRight ? new ConfidenceTally(right + 1, wrong) : new ConfidenceTally(right, wrong + 1);
        }

        public int answers() {
            return right + wrong;
        }
    }

    static final Calibration NONE = new Calibration(ConfidenceTally.NONE, ConfidenceTally.NONE, ConfidenceTally.NONE);

    /** Returns the result after one more answer. */
    Calibration after(Entry.Answered answer) {
        return switch (answer.sure().orElse(0)) {
            case 1 -> new Calibration(hunch.after(answer.right()), fairly, certain);
            case 2 -> new Calibration(hunch, fairly.after(answer.right()), certain);
            case Entry.Answered.SURE -> new Calibration(hunch, fairly, certain.after(answer.right()));
            default -> this;
        };
    }

    /** Returns whether the learner was asked often enough for the result to be shown. */
    public boolean isTelling() {
        return hunch.answers() + fairly.answers() + certain.answers() >= ENOUGH;
    }
}
