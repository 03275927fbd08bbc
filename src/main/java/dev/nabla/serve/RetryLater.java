package dev.nabla.serve;

/** The reason why a session cannot begin now; the message says why, and what to do. */
final class RetryLater extends RuntimeException {
    private static final long serialVersionUID = 1;

    RetryLater(String why) {
        super(why);
    }
}
