package dev.nabla.output;

import dev.nabla.frame.Size;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The writes to a terminal and their times: a recording that asciinema plays (its format, version 2). No clock and no machine is
 * in it, so equal recordings are equal files.
 *
 * @param size of the terminal
 * @param moments in the order of time
 * @see <a href="https://docs.asciinema.org/manual/asciicast/v2/">asciicast v2</a>
 */
public record Asciicast(Size size, List<Moment> moments) {
    private static final double MILLIS = 1000;

    /** How every such file begins. */
    public static final String BEGINNING = "{\"version\":2,";

    public Asciicast {
        moments = List.copyOf(moments);
    }

    /**
     * One write to the terminal.
     *
     * @param millis since the beginning
     * @param output what is written
     */
    public record Moment(int millis, String output) {}

    /** Seconds to the last moment. */
    public double seconds() {
        return moments.isEmpty() ? 0 : moments.get(moments.size() - 1).millis() / MILLIS;
    }

    /** The file: a header, then a line a moment. */
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
