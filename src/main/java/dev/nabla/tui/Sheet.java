package dev.nabla.tui;

import dev.nabla.view.Palette.Ink;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What stands on the terminal, or will as soon as the frame is there; and in which orders what is new can be put down. */
final class Sheet {
    private final int width;
    private final Dab[] cells;
    private final List<Dab> fresh = new ArrayList<>();

    Sheet(int width, int height) {
        this.width = width;
        this.cells = new Dab[width * height];
    }

    void put(Dab dab) {
        if (dab.x() < width && dab.y() * width < cells.length) {
            fresh.add(dab);
            cells[dab.y() * width + dab.x()] = dab;
        }
    }

    /** Nothing stands there any more. */
    void clear() {
        fresh.clear();
        Arrays.fill(cells, null);
    }

    int width() {
        return width;
    }

    /** The cell there, which is a plain blank where nothing has been put. */
    Dab at(int x, int y) {
        Dab dab = cells[y * width + x];
        return dab == null ? new Dab(x, y, ' ', Ink.PLAIN) : dab;
    }

    /** What has been put since the last time, row by row. */
    List<Dab> take() {
        List<Dab> taken = List.copyOf(fresh);
        fresh.clear();
        return taken;
    }

    /** Pieces of a row in one ink. */
    static List<List<Dab>> runs(List<Dab> byRow) {
        List<List<Dab>> runs = new ArrayList<>();
        Dab last = null;
        Ink ink = null;
        for (Dab dab : byRow) {
            Ink own = dab.blank() ? null : dab.ink();
            boolean along = last != null && dab.follows(last) && (own == null || ink == null || own.equals(ink));
            if (!along || own == null && ink != null && ink.reverse()) {
                runs.add(new ArrayList<>());
                ink = null;
            }
            runs.get(runs.size() - 1).add(dab);
            ink = own == null ? ink : own;
            last = dab;
        }
        return runs;
    }

    /** Inks of one colour stay together; a blank goes with what stands before it. */
    static List<Dab> byInk(List<Dab> dabs) {
        Map<Integer, Map<Ink, List<Dab>>> inks = new LinkedHashMap<>();
        Dab last = null;
        Ink ink = Ink.PLAIN;
        for (Dab dab : dabs) {
            boolean along = dab.blank() && last != null && dab.follows(last) && !ink.reverse();
            ink = along ? ink : dab.ink();
            last = dab;
            inks.computeIfAbsent(ink.color(), color -> new LinkedHashMap<>())
                    .computeIfAbsent(ink, same -> new ArrayList<>())
                    .add(dab);
        }
        List<Dab> ordered = new ArrayList<>(dabs.size());
        inks.values().forEach(same -> same.values().forEach(ordered::addAll));
        return ordered;
    }
}
