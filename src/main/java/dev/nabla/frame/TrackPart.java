package dev.nabla.frame;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A row or column of a picture, and what draws it.
 *
 * @param drawing draws on the canvas of the part, whose top left cell is 0, 0
 */
public record TrackPart(Track track, Consumer<Canvas> drawing) {
    /** Returns a blank row or column, dropped at the given rank. */
    public static TrackPart blank(int rank) {
        return new TrackPart(Track.blank(rank), canvas -> {});
    }

    /** Draws parts one below the other. A part that does not fit is not drawn. */
    public static void rows(Canvas canvas, TrackPart... parts) {
        draw(canvas, TrackLayout.rows(canvas.area(), tracks(parts)), parts);
    }

    /** Draws parts side by side, {@code gap} cells apart. A part that does not fit is not drawn. */
    public static void columns(Canvas canvas, int gap, TrackPart... parts) {
        draw(canvas, TrackLayout.columns(canvas.area(), gap, tracks(parts)), parts);
    }

    private static List<Track> tracks(TrackPart[] parts) {
        return Stream.of(parts).map(TrackPart::track).toList();
    }

    private static void draw(Canvas canvas, List<Optional<Area>> areas, TrackPart[] parts) {
        for (int i = 0; i < parts.length; i++) {
            areas.get(i).map(canvas::part).ifPresent(parts[i].drawing);
        }
    }
}
