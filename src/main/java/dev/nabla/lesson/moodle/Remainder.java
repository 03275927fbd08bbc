package dev.nabla.lesson.moodle;

/** What a question bank leaves out of a course, or changes. */
public enum Remainder {
    GUESS("guess about a figure", "guesses about a figure"),
    VECTOR("question for several numbers", "questions for several numbers"),
    ORDER("question for an order", "questions for an order"),
    EXPRESSION("question for a function", "questions for a function"),
    EXAMPLE("worked example with blanks", "worked examples with blanks"),
    GOAL("goal", "goals"),
    CONDITION("explanation for a range of answers", "explanations for a range of answers"),
    REPEATED("variant equal to another", "variants equal to another"),
    OVERLAPPED("explanation too near to the right answer", "explanations too near to the right answer"),
    /** Not left out: its tolerance is smaller than half a unit of the last place. */
    NARROWED("wrong answer", "wrong answers");

    private final String one;
    private final String many;

    Remainder(String one, String many) {
        this.one = one;
        this.many = many;
    }

    /** Returns a count in words, like {@code 2 goals}. */
    public String counted(int count) {
        return count + " " + (count == 1 ? one : many);
    }
}
