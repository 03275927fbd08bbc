package dev.nabla.serve.log;

/** Thrown if a session cannot begin at this moment; the message says why, and what to do. */
public final class RetryLater extends RuntimeException {
    private static final long serialVersionUID = 1;

    public RetryLater(String why) {
        super(why);
    }
}
