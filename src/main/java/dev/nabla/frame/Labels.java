package dev.nabla.frame;

/** Labels that never lie on each other: each takes the first free one of its places, or is dropped. */
public final class Labels {
    private final Canvas canvas;
    private final boolean[] taken;

    public Labels(Canvas canvas) {
        this.canvas = canvas;
        this.taken = new boolean[canvas.width() * canvas.height()];
    }

    /** Puts a text at (x, y) unless it leaves the canvas or touches an earlier label; says whether it did. */
    public boolean put(int x, int y, String text, Tone tone, Weight weight) {
        int width = canvas.width(text);
        if (x < 0 || y < 0 || y >= canvas.height() || x + width > canvas.width() || touches(x, y, width)) {
            return false;
        }
        for (int i = x; i < x + width; i++) {
            taken[y * canvas.width() + i] = true;
        }
        canvas.put(x, y, text, tone, weight);
        return true;
    }

    private boolean touches(int x, int y, int width) {
        for (int i = Math.max(0, x - 1); i < Math.min(canvas.width(), x + width + 1); i++) {
            if (taken[y * canvas.width() + i]) {
                return true;
            }
        }
        return false;
    }
}
