package dev.nabla.figure;

/** Where a fact is shown, and when an open guess hides it. */
public enum Visibility {
    /** Everywhere. A guess that asks for it hides it at once. */
    PRINTED,
    /**
     * Everywhere. A guess that asks for it hides it once its figure was touched: it is asked from what the first
     * picture shows.
     */
    PRINTED_UNTIL_TOUCHED,
    /** Printed only when it is asked for by name, for it can be very long. */
    ON_REQUEST
}
