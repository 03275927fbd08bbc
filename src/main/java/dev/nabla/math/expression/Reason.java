package dev.nabla.math.expression;

/** Why an expression has no value somewhere. */
interface Reason {
    /**
     * The reason as a sentence.
     *
     * @param f what the expression is called
     * @param here the place, with a blank before it; empty where the sentence has told it
     */
    String message(String f, String here);
}
