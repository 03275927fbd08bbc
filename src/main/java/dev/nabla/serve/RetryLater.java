package dev.nabla.serve;

/** Thrown if a session cannot begin at this moment; the message says why, and what to do. */
final class RetryLater extends RuntimeException {
    private static final long serialVersionUID = 1;

    RetryLater(String why) {
        super(why);
    }
}
