package dev.nabla.lesson;

import dev.nabla.figure.WorkedSteps;

/**
 * The estimated size of a section or of several.
 *
 * @param reading reading time, in minutes
 * @param practice time for everything else, in minutes: guesses, figures, blanks, questions and goals
 * @param questions number of questions on the road, without guesses
 */
public record Workload(int reading, int practice, int questions) {
    public static final Workload NONE = new Workload(0, 0, 0);

    public Workload plus(Workload other) {
        return new Workload(reading + other.reading, practice + other.practice, questions + other.questions);
    }

    /** Returns the time for all of it, in minutes. */
    public int minutes() {
        return reading + practice;
    }

    /** Returns the time for all of it, like {@code 48 min} or {@code 2 h 05}. */
    public String time() {
        int rest = minutes() % 60;
        return minutes() < 60 ? minutes() + " min" : minutes() / 60 + " h " + (rest < 10 ? "0" : "") + rest;
    }

    /** Returns the time for all of it in words, like {@code 48 minutes} or, in hours rounded up, {@code 7 hours}. */
    public String timeInWords() {
        return minutes() < 60
                ? WorkedSteps.count(minutes(), "minute")
                : WorkedSteps.count((minutes() + 59) / 60, "hour");
    }

    /** Returns both times, like {@code 2 min to read, 12 to do}. */
    public String times() {
        return reading + " min to read, " + practice + " to do";
    }

    /** Returns seconds in whole minutes. */
    public static int inMinutes(double seconds) {
        return (int) Math.round(seconds / 60);
    }
}
