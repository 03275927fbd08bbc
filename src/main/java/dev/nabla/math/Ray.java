package dev.nabla.math;

/**
 * Where an expression is evaluated, and which of its variables moves: one pass of forward mode gives the slope along that one.
 *
 * @param at the variables
 * @param moving the position, from 0, of the one that moves; -1 for none
 */
record Ray(Vector at, int moving) {
    /** A variable moves with slope 1 if it is the one, and stands still otherwise. */
    Dual variable(int index) {
        double slope = index == moving ? 1 : 0;
        return new Dual(at.get(index), slope, slope, null);
    }
}
