package dev.nabla.frame;

import java.util.List;

/**
 * Numbers as columns on a logarithmic axis of whole decades, the oldest left, the newest in another tone.
 *
 * <p>More numbers than room: each column then shows the last number of its share. A number that is not finite is a
 * {@code ×} at the top; zero has no logarithm and no column.
 *
 * @param values the numbers, none of them negative
 * @param newest tone of the last column
 */
public record Columns(List<Double> values, Tone newest) {

    /** Draws into the whole canvas: labels of the axis in the first six columns, then the axis, then the columns. */
    public void draw(Canvas canvas) {
        int axis = 6;
        int room = canvas.width() - axis - 1;
        int height = canvas.height();
        int high = highestDecade();
        int low = Math.min(lowestDecade(), high - 2);
        canvas.right(axis, 0, decade(high), Tone.DIM);
        canvas.right(axis, height - 1, decade(low), Tone.DIM);
        for (int y = 0; y < height; y++) {
            canvas.glyph(axis, y, y == 0 || y == height - 1 ? '┤' : '│', Tone.GRID, Weight.PLAIN);
        }
        int shown = Math.min(values.size(), room);
        int pitch = shown == 0 ? 1 : Math.max(1, Math.min(2, room / shown));
        for (int i = 0; i < shown; i++) {
            double value = values.get((int) ((long) (i + 1) * values.size() / shown) - 1);
            Tone tone = i == shown - 1 ? newest : Tone.DIM;
            column(canvas, axis + 1 + i * pitch, value, (Math.log10(value) - low) / (high - low) * height, tone);
        }
    }

    private static void column(Canvas canvas, int x, double value, double length, Tone tone) {
        int bottom = canvas.height() - 1;
        if (!Double.isFinite(value)) {
            canvas.glyph(x, 0, '×', Tone.WARN, Weight.BOLD);
            return;
        }
        String column = canvas.glyphs().column(value > 0 ? Math.max(length, 0.01) : 0, canvas.height());
        for (int i = 0; i < column.length(); i++) {
            canvas.glyph(x, bottom - i, column.charAt(i), tone, Weight.PLAIN);
        }
    }

    private int lowestDecade() {
        return values.stream()
                .filter(v -> v > 0 && Double.isFinite(v))
                .mapToInt(v -> (int) Math.floor(Math.log10(v)))
                .min()
                .orElse(1);
    }

    private int highestDecade() {
        return values.stream()
                .filter(v -> v > 0 && Double.isFinite(v))
                .mapToInt(v -> (int) Math.ceil(Math.log10(v)))
                .max()
                .orElse(1);
    }

    private static String decade(int exponent) {
        return switch (exponent) {
            case -2 -> "0.01";
            case -1 -> "0.1";
            case 0 -> "1";
            case 1 -> "10";
            case 2 -> "100";
            case 3 -> "1000";
            default -> "1e" + exponent;
        };
    }
}
