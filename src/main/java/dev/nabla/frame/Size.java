package dev.nabla.frame;

/** Width and height in cells, raised to at least 1: some terminals report 0x0. */
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
