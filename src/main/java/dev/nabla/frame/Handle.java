package dev.nabla.frame;

/**
 * A part of the picture that the pointer can grab: its cells, the value it sets, and how cells become values.
 *
 * @param name name of the value it sets
 * @param part component of that value, from 0
 * @param area the cells that can be grabbed
 * @param across values of columns; null if it can be clicked but not dragged
 * @param up values of rows, for a handle that moves both ways; null for a slider
 */
public record Handle(String name, int part, Area area, Scale across, Scale up) {
    /** Returns a handle that sets the value to one number on a click. */
    public static Handle pick(String name, double value, Area area) {
        return new Handle(name, 0, area, Scale.linear(value, value, 0, 1), null);
    }
}
