package dev.nabla.screen;

import dev.nabla.tutor.Walk;

/** Tells tests of other packages which position a screen shows. */
public final class Walked {
    private Walked() {}

    /** @throws ClassCastException at a screen that belongs to no section */
    public static Walk of(ScreenState state) {
        return ((SectionView) state.view()).walk();
    }
}
