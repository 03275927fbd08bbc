package dev.nabla.gpt;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Lets test classes use what others have trained. They need the same few recipes, and trainings are half of the tests'
 * time.
 */
public final class SharedTrainings implements BeforeAllCallback {
    /** About 3,500 states of the standard model, in bytes. */
    private static final long LIMIT = 700 << 20;

    @Override
    public void beforeAll(ExtensionContext context) {
        TrainingRun.allow(LIMIT);
    }
}
