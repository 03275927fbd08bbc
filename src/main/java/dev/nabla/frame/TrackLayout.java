package dev.nabla.frame;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

/**
 * Divides an area among tracks in order; columns may have a gap between neighbours. Tracks that do not fit are dropped,
 * the highest rank first. The cells left over are distributed by share.
 *
 * <p>For 20 cells, gap 2, {@code fixed("name", 6)}, {@code free("bar", 4)} and {@code fixed("P", 5)} the bar has 20 − 6
 * − 5 − 2·2 = 5.
 */
public final class TrackLayout {
    private TrackLayout() {}

    /** Returns the areas of the tracks that fit, by their names. */
    public static Map<String, Area> columns(Area area, int gap, Track... tracks) {
        return named(columns(area, gap, List.of(tracks)), tracks);
    }

    /** Returns the areas of the tracks that fit, by their names. */
    public static Map<String, Area> rows(Area area, Track... tracks) {
        return named(rows(area, List.of(tracks)), tracks);
    }

    /** Returns the area of each track; empty if it does not fit. */
    public static List<Optional<Area>> columns(Area area, int gap, List<Track> tracks) {
        return places(area.width(), gap, tracks, (at, size) -> new Area(area.x() + at, area.y(), size, area.height()));
    }

    /** Returns the area of each track; empty if it does not fit. */
    public static List<Optional<Area>> rows(Area area, List<Track> tracks) {
        return places(area.height(), 0, tracks, (at, size) -> new Area(area.x(), area.y() + at, area.width(), size));
    }

    private static Map<String, Area> named(List<Optional<Area>> places, Track[] tracks) {
        Map<String, Area> named = new LinkedHashMap<>();
        for (int i = 0; i < tracks.length; i++) {
            String name = tracks[i].name();
            places.get(i).ifPresent(place -> named.put(name, place));
        }
        return named;
    }

    private static List<Optional<Area>> places(
            int cells, int gap, List<Track> tracks, BiFunction<Integer, Integer, Area> place) {
        Set<Integer> kept = kept(cells, gap, tracks);
        List<Track> fitting = kept.stream().map(tracks::get).toList();
        int[] sizes = sizes(fitting, cells - needed(fitting, gap));
        List<Optional<Area>> places = new ArrayList<>(Collections.nCopies(tracks.size(), Optional.empty()));
        int at = 0;
        int next = 0;
        for (int i : kept) {
            int size = sizes[next++];
            places.set(i, Optional.of(place.apply(at, Math.max(0, Math.min(size, cells - at)))));
            at += size + gap;
        }
        return places;
    }

    /** Returns the indices of the tracks that fit, in order. */
    private static Set<Integer> kept(int cells, int gap, List<Track> tracks) {
        Set<Integer> kept = new TreeSet<>();
        IntStream.range(0, tracks.size()).forEach(kept::add);
        while (needed(kept.stream().map(tracks::get).toList(), gap) > cells) {
            int next = Collections.max(
                    kept, Comparator.comparingInt(i -> tracks.get(i).rank()));
            if (tracks.get(next).rank() == 0) {
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
