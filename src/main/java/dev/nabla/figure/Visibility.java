package dev.nabla.figure;

/** Where a fact is shown, and when an open guess hides it. */
public enum Visibility {
    /** Shown everywhere; a guess that asks for it hides it at once. */
    PRINTED,
    /**
     * Shown everywhere; a guess that asks for it hides it after the first change of the figure, because the question
     * builds on the first picture.
     */
    PRINTED_UNTIL_TOUCHED,
    /** Shown in pictures; a command prints it with the worked steps, or when it is requested by name. */
    WITH_STEPS,
    /** Printed only when it is requested by name, because it can be very long. */
    ON_REQUEST
}
