package dev.nabla.frame;

/** Width and height in cells, raised to at least 1: some terminals report 0x0. */
public record Size(int width, int height) {
    public Size {
        width = Math.max(1, width);
        height = Math.max(1, height);
    }

    /** Returns a size whose height cuts nothing off, for a screen that is never drawn. */
    public static Size endless(int width) {
        return new Size(width, Integer.MAX_VALUE);
    }

    public boolean isEndless() {
        return height == Integer.MAX_VALUE;
    }

    @Override
    public String toString() {
        return width + "x" + height;
    }
}
