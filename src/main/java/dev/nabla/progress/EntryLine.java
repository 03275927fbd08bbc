package dev.nabla.progress;

import dev.nabla.math.BadInput;
import dev.nabla.output.JsonLine;
import dev.nabla.output.WrittenLine;
import dev.nabla.progress.Entry.Answered;
import dev.nabla.progress.Entry.Reached;
import dev.nabla.progress.Entry.Read;
import dev.nabla.progress.Entry.Stood;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Converts an entry to a line of the journal and back. The line is a JSON object with the number of its format, the
 * time and the name of the event.
 *
 * <pre>
 * {"format":1,"at":"2026-03-02T17:04:05.678Z","event":"answered","section":"02","item":"2.3","seed":0,"typed":"0.5",
 *  "right":false,"misconception":"not-normalised","sure":3,"predicted":false,"of":"1f0c3a97"}
 * </pre>
 */
final class EntryLine {
    static final int FORMAT = 1;

    private static final Instant END = Instant.parse("+10000-01-01T00:00:00Z");

    private EntryLine() {}

    static String of(Entry entry) {
        WrittenLine line = new WrittenLine();
        line.whole("format", FORMAT);
        line.time("at", entry.at());
        line.text("event", entry.event());
        entry.through(line);
        return line.toString();
    }

    /**
     * Reads the entry of a line.
     *
     * @throws BadInput with the reason, if the line is not an entry that this version can read
     */
    static Entry read(String text) {
        JsonLine line = JsonLine.read(text);
        long format = line.whole("format");
        if (format > FORMAT) {
            throw BadInput.usage("bad_line", "format " + format + " is newer than this nabla, which reads " + FORMAT);
        }
        return empty(line).through(line);
    }

    /** Returns an entry with the time and event of the line and with empty fields. */
    private static Entry empty(JsonLine line) {
        String event = line.text("event");
        return switch (event) {
            case Read.EVENT -> new Read(at(line), "");
            case Answered.EVENT ->
                new Answered(
                        at(line), "", "", 0, "", false, Optional.empty(), OptionalInt.empty(), false, Optional.empty());
            case Reached.EVENT -> new Reached(at(line), "", "");
            case Stood.EVENT -> new Stood(at(line), "", "", Map.of());
            default -> throw BadInput.usage("bad_line", "event '" + event + "' is unknown to this nabla");
        };
    }

    /** Returns the time, truncated to ms. The first version of nabla wrote none; such entries get the epoch. */
    private static Instant at(JsonLine line) {
        String at = line.optional("at").orElse("1970-01-01T00:00:00Z");
        try {
            Instant time = Instant.parse(at);
            if (!time.isBefore(Instant.EPOCH) && time.isBefore(END)) {
                return time.truncatedTo(ChronoUnit.MILLIS);
            }
        } catch (DateTimeException word) {
            // Reported below, together with times outside the years 1970 to 9999.
        }
        throw BadInput.usage("bad_line", "at '" + at + "' is not a time like 2026-03-02T17:04:05Z");
    }
}
