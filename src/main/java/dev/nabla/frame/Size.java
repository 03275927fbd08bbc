package dev.nabla.frame;

/** Width and height in cells, both at least 1: a terminal that says 0x0 still has a cell. */
public record Size(int width, int height) {
    public Size {
        width = Math.max(1, width);
        height = Math.max(1, height);
    }

    @Override
    public String toString() {
        return width + "x" + height;
    }
}
