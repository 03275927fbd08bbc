package dev.nabla.frame;

import java.util.ArrayList;
import java.util.List;

/**
 * Labels that never overlap: a label that would touch an earlier one is not drawn, and the caller may try another
 * place.
 */
public final class Labels {
    private final Canvas canvas;
    private final List<Area> taken = new ArrayList<>();

    public Labels(Canvas canvas) {
        this.canvas = canvas;
    }

    /**
     * Writes a text at (x, y) unless it leaves the canvas or touches an earlier label. Returns whether it was written.
     */
    public boolean put(int x, int y, String text, Tone tone, Weight weight) {
        Area place = new Area(x, y, canvas.width(text), 1);
        boolean outside = x < 0 || y < 0 || y >= canvas.height() || place.end() > canvas.width();
        if (outside
                || taken.stream().anyMatch(other -> y == other.y() && x <= other.end() && other.x() <= place.end())) {
            return false;
        }
        taken.add(place);
        canvas.put(x, y, text, tone, weight);
        return true;
    }
}
