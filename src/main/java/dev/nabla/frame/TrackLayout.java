package dev.nabla.frame;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * Divides an area among tracks in order; columns may have a gap between neighbours. Tracks that do not fit are dropped,
 * the highest rank first. The cells left over are distributed by share.
 *
 * <p>For 20 cells, gap 2, {@code fixed("name", 6)}, {@code free("bar", 4)} and {@code fixed("P", 5)} the bar has 20 − 6
 * − 5 − 2·2 = 5.
 */
public final class TrackLayout {
    private TrackLayout() {}

    public static Map<String, Area> columns(Area area, int gap, Track... tracks) {
        return places(area.width(), gap, tracks, (at, size) -> new Area(area.x() + at, area.y(), size, area.height()));
    }

    public static Map<String, Area> rows(Area area, Track... tracks) {
        return places(area.height(), 0, tracks, (at, size) -> new Area(area.x(), area.y() + at, area.width(), size));
    }

    private static Map<String, Area> places(
            int cells, int gap, Track[] tracks, BiFunction<Integer, Integer, Area> place) {
        List<Track> kept = kept(cells, gap, tracks);
        int[] sizes = sizes(kept, cells - needed(kept, gap));
        Map<String, Area> places = new LinkedHashMap<>();
        int at = 0;
        for (int i = 0; i < sizes.length; i++) {
            int size = Math.max(0, Math.min(sizes[i], cells - at));
            places.put(kept.get(i).name(), place.apply(at, size));
            at += sizes[i] + gap;
        }
        return places;
    }

    private static List<Track> kept(int cells, int gap, Track[] tracks) {
        List<Track> kept = new ArrayList<>(List.of(tracks));
        while (needed(kept, gap) > cells) {
            Track next = kept.stream().max(Comparator.comparingInt(Track::rank)).orElseThrow();
            if (next.rank() == 0) {
                break;
            }
            kept.remove(next);
        }
        return kept;
    }

    private static int needed(List<Track> tracks, int gap) {
        return gap * (tracks.size() - 1)
                + tracks.stream().mapToInt(Track::least).sum();
    }

    /**
     * Returns the size of each track: its least, plus its share of the cells left over. Cells that a track cannot use
     * go to the others.
     */
    private static int[] sizes(List<Track> tracks, int over) {
        int[] sizes = new int[tracks.size()];
        int shares = tracks.stream().mapToInt(Track::share).sum();
        int left = Math.max(0, over);
        for (int i = 0; i < sizes.length; i++) {
            Track track = tracks.get(i);
            int part = track.share() == 0 ? 0 : left * track.share() / shares;
            sizes[i] = Math.min(track.most(), track.least() + part);
            left -= sizes[i] - track.least();
            shares -= track.share();
        }
        for (int i = 0; i < sizes.length; i++) {
            Track track = tracks.get(i);
            int more = track.share() == 0 ? 0 : Math.min(left, track.most() - sizes[i]);
            sizes[i] += more;
            left -= more;
        }
        return sizes;
    }
}
