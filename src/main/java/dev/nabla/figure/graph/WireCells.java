package dev.nabla.figure.graph;

import dev.nabla.figure.graph.GraphLayout.WireCell;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Wires as box-drawing characters. Wires of one name that share a cell join there; where those of two names cross at a
 * right angle, the upright one goes over the other.
 */
final class WireCells {
    private static final int UP = 1;
    private static final int DOWN = 2;
    private static final int LEFT = 4;
    private static final int RIGHT = 8;
    /** The characters by the sides that they lead to. */
    private static final String GLYPHS = " │││─┘┐┤─└┌├─┴┬┼";

    /**
     * What is in a cell.
     *
     * @param sides the sides to which the wires of each name lead
     * @param lit whether a slope has come back along one of them
     * @param flow size of what comes back along the last of them, one that is lit before others
     */
    private record CrossingWires(Map<Integer, Integer> sides, boolean lit, double flow) {}

    private final Map<WireCell, CrossingWires> inks = new LinkedHashMap<>();
    private final List<List<WireCell>> litPaths = new ArrayList<>();
    private final List<List<WireCell>> paths = new ArrayList<>();

    /**
     * Adds a wire.
     *
     * @param name the name that it begins at
     * @param path its cells from there to the node
     * @param lit whether its slope has come back
     * @param flow what comes back along it
     */
    void add(int name, List<WireCell> path, boolean lit, double flow) {
        (lit ? litPaths : paths).add(path);
        for (int i = 0; i < path.size(); i++) {
            int sides = i == 0 ? LEFT : side(path.get(i), path.get(i - 1));
            sides |= i + 1 == path.size() ? RIGHT : side(path.get(i), path.get(i + 1));
            CrossingWires before = inks.getOrDefault(path.get(i), new CrossingWires(Map.of(), false, flow));
            Map<Integer, Integer> joined = new HashMap<>(before.sides());
            joined.merge(name, sides, (a, b) -> a | b);
            boolean over = lit || !before.lit();
            inks.put(path.get(i), new CrossingWires(joined, lit || before.lit(), over ? flow : before.flow()));
        }
    }

    private static int side(WireCell from, WireCell to) {
        return to.x() == from.x() ? to.y() < from.y() ? UP : DOWN : to.x() < from.x() ? LEFT : RIGHT;
    }

    void draw(Canvas canvas) {
        inks.forEach((cell, ink) -> {
            char glyph = GLYPHS.charAt(sides(ink));
            boolean straight = glyph == '─' || glyph == '│';
            draw(canvas, cell, glyph, straight, ink);
        });
        paths.forEach(path -> tip(canvas, path.get(path.size() - 1), '►', false));
        litPaths.forEach(path -> tip(canvas, path.get(path.size() - 1), '─', true));
        litPaths.forEach(path -> tip(canvas, path.get(0), '◄', true));
    }

    /** Draws a cell of a wire: whole, dotted if nothing comes back along it; lit once a slope has come back. */
    private static void draw(Canvas canvas, WireCell cell, char glyph, boolean straight, CrossingWires ink) {
        int along = glyph == '│' ? cell.y() : cell.x();
        boolean gap = straight && along % 2 == 1;
        char shown = ink.flow() != 0 ? glyph : gap ? ' ' : '·';
        canvas.glyph(cell.x(), cell.y(), shown, tone(ink.lit()), Weight.PLAIN);
    }

    private static Tone tone(boolean lit) {
        return lit ? Tone.SECOND : Tone.GRID;
    }

    private static void tip(Canvas canvas, WireCell cell, char glyph, boolean lit) {
        canvas.glyph(cell.x(), cell.y(), glyph, tone(lit), Weight.PLAIN);
    }

    /** Returns the sides of all wires in a cell; of two that cross at a right angle, those of the upright one. */
    private static int sides(CrossingWires ink) {
        int all = 0;
        boolean upright = false;
        boolean level = false;
        for (int sides : ink.sides().values()) {
            all |= sides;
            upright |= sides == (UP | DOWN);
            level |= sides == (LEFT | RIGHT);
        }
        boolean cross = upright && level && ink.sides().size() == 2;
        return cross ? UP | DOWN : all;
    }
}
