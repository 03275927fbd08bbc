package dev.nabla.screen.part;

import dev.nabla.frame.Area;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Glyphs;
import dev.nabla.frame.Line;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import dev.nabla.lesson.Station;
import dev.nabla.lesson.Station.StationKind;
import dev.nabla.tutor.Road;
import java.util.ArrayList;
import java.util.List;

/** Draws the road of a section into a rule, with a mark per station: done, current or ahead. */
public final class RoadLine {
    private RoadLine() {}

    /**
     * Returns the road with station names. Where space is short, names of stations behind go first, from the left, then
     * those ahead, the farthest first, but the next and the last one. Then marks between these two go, marks behind,
     * and the name of the last one. A line still too long is cut.
     *
     * @param here the current station, from 0
     * @param width room for the line, in cells
     */
    public static Line of(Road road, int here, int width, Glyphs glyphs) {
        return Clip.to(Line.join(stations(road, here, width, glyphs), ""), width, glyphs);
    }

    /** Draws the road into a row, from 0, and lets the mouse open its stations. */
    public static void draw(Road road, int here, int row, Canvas canvas) {
        int width = canvas.width() - 2;
        List<Line> stations = stations(road, here, width, canvas.glyphs());
        canvas.put(0, row, Clip.to(Line.join(stations, ""), width, canvas.glyphs()));
        int x = 0;
        for (int i = 0; i < stations.size() && x < width; i++) {
            int cells = Math.min(canvas.glyphs().width(stations.get(i)), width - x);
            if (cells > 0) {
                ClickTarget.STATION.mark(i, new Area(x, row, cells, 1), canvas);
            }
            x += cells;
        }
    }

    /** Returns the stations without the end, each with its name where there is room. */
    private static List<Line> stations(Road road, int here, int width, Glyphs glyphs) {
        int count = road.beats().size() - 1;
        List<Line> stations = new ArrayList<>();
        int next = count;
        for (int i = 0; i < count; i++) {
            boolean named = i == here || !road.at(i).is(StationKind.READ);
            next = named && i > here ? Math.min(next, i) : next;
            stations.add(station(road, i, here, named));
        }
        int over = stations.stream().mapToInt(glyphs::width).sum() - width;
        for (int i = 0; i < here && over > 0; i++) {
            over -= cut(stations, i, station(road, i, here, false), glyphs);
        }
        for (int i = count - 2; i > next && over > 0; i--) {
            over -= cut(stations, i, station(road, i, here, false), glyphs);
        }
        for (int i = count - 2; i > next && over > 0; i--) {
            over -= cut(stations, i, Line.EMPTY, glyphs);
        }
        for (int i = 0; i < here && over > 0; i++) {
            over -= cut(stations, i, Line.EMPTY, glyphs);
        }
        if (over > 0 && count - 1 > next) {
            cut(stations, count - 1, station(road, count - 1, here, false), glyphs);
        }
        return stations;
    }

    /** Replaces a station by a shorter one. Returns the number of cells that this saves. */
    private static int cut(List<Line> stations, int i, Line shorter, Glyphs glyphs) {
        Line before = stations.set(i, shorter);
        return glyphs.width(before) - glyphs.width(shorter);
    }

    private static Line station(Road road, int i, int here, boolean named) {
        Station beat = road.at(i);
        boolean ahead = i > here ? beat.kind().isReading() || road.open(beat) > 0 : isOpen(beat, road);
        return station(named ? road.name(beat) : "", i == here, ahead);
    }

    /** Returns the mark of a station, followed by its name unless that is empty. */
    public static Line station(String name, boolean here, boolean ahead) {
        String words = name.isEmpty() ? "" : " " + name + " ";
        Line rule = Line.EMPTY.span("─", Tone.GRID, Weight.PLAIN);
        return here
                ? rule.second("►" + words)
                : rule.span(ahead ? "○" : "●", ahead ? Tone.GRID : Tone.DIM, Weight.PLAIN)
                        .dim(words);
    }

    /** Returns whether the station has exercises that are not done. */
    private static boolean isOpen(Station beat, Road road) {
        return !beat.kind().isReading() && road.open(beat) > 0;
    }
}
