package dev.nabla.frame;

/**
 * A part of the picture that the pointer can take: where it is, which named value it sets, and how cells become values.
 *
 * @param name name of the value it sets
 * @param part which component of that value, from 0
 * @param area the cells that can be grabbed
 * @param across value of a column; null for what is only taken, not moved
 * @param up value of a row, for a handle that moves both ways; null for a slider
 */
public record Handle(String name, int part, Area area, Scale across, Scale up) {
    /** Sets the value to one number at a click. */
    public static Handle pick(String name, double value, Area area) {
        return new Handle(name, 0, area, Scale.linear(value, value, 0, 1), null);
    }
}
