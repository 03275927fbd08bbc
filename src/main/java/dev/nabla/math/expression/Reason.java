package dev.nabla.math.expression;

/** A reason why an expression has no value at a point. */
interface Reason {
    /**
     * Returns the reason as a clause.
     *
     * @param f name of the expression
     * @param here the place with a leading blank, like " here"; empty if the sentence already names it
     */
    String message(String f, String here);
}
