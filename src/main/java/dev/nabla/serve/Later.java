package dev.nabla.serve;

/** A session cannot begin now; the message says why, and what to do. */
final class Later extends RuntimeException {
    private static final long serialVersionUID = 1;

    Later(String why) {
        super(why);
    }
}
