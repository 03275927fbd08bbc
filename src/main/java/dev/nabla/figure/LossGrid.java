package dev.nabla.figure;

/**
 * Columns of the table of FIG.07. Every bar is {@code side} cells for 1.
 *
 * @param zEnd end of the logits
 * @param p first cell of the bars of p, {@code y} of those of y
 * @param zero the zero line of p − y
 */
record LossGrid(int zEnd, int p, int y, int zero, int side) {
    static LossGrid of(Layout layout) {
        return switch (layout) {
            case WIDE -> new LossGrid(18, 20, 49, 93, 19);
            case NORMAL -> new LossGrid(17, 19, 38, 63, 9);
            default -> new LossGrid(11, 13, 28, 45, 6);
        };
    }

    int pEnd() {
        return p + side + 6;
    }

    int yEnd() {
        return y + side + 2;
    }

    int gradientEnd() {
        return zero + Math.max(side + 7, 14);
    }
}
