package dev.nabla.output;

import dev.nabla.frame.Size;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A recording of a terminal in asciinema's format, version 2. It contains no time of day and no machine name, so equal
 * recordings give equal files.
 *
 * @param size size of the terminal
 * @param moments writes in the order of time
 * @see <a href="https://docs.asciinema.org/manual/asciicast/v2/">asciicast v2</a>
 */
public record Asciicast(Size size, List<Moment> moments) {
    private static final double MILLIS = 1000;

    /** The first characters of every recording file. */
    public static final String BEGINNING = "{\"version\":2,";

    public Asciicast {
        moments = List.copyOf(moments);
    }

    /**
     * One write to the terminal.
     *
     * @param millis time since the start, in ms
     * @param output the written text
     */
    public record Moment(int millis, String output) {}

    /** Returns the time of the last write, in s; 0 without writes. */
    public double seconds() {
        return moments.isEmpty() ? 0 : moments.get(moments.size() - 1).millis() / MILLIS;
    }

    /** Returns the content of the file: a header, then one line per write. */
    public String text() {
        return header() + moments.stream().map(Asciicast::line).collect(Collectors.joining());
    }

    private String header() {
        return BEGINNING + "\"width\":" + size.width() + ",\"height\":" + size.height()
                + ",\"title\":\"nabla\",\"env\":{\"TERM\":\"xterm-256color\"}}\n";
    }

    private static String line(Moment moment) {
        return Json.line(List.of(moment.millis() / MILLIS, "o", moment.output()));
    }
}
