package dev.nabla.serve;

/** A session cannot begin now; the message says why, and what to do. */
final class RetryLater extends RuntimeException {
    private static final long serialVersionUID = 1;

    RetryLater(String why) {
        super(why);
    }
}
