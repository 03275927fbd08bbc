package dev.nabla.build;

/** A step of the build that cannot go on. */
final class StepFailure extends Exception {
    private static final long serialVersionUID = 1;

    /**
     * Creates a failure that the build prints.
     *
     * @param failed what was not made, and why
     * @param remedy what to do about it
     */
    StepFailure(String failed, String remedy) {
        super(failed + "\n" + remedy);
    }
}
