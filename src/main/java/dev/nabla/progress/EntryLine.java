package dev.nabla.progress;

import dev.nabla.math.BadInput;
import dev.nabla.output.JsonLine;
import dev.nabla.progress.Entry.Answered;
import dev.nabla.progress.Entry.Reached;
import dev.nabla.progress.Entry.Read;
import dev.nabla.progress.Entry.Stood;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;

/**
 * An entry as a line of the journal: a JSON object with the number of its format, the time and the name of the event.
 *
 * <pre>
 * {"format":1,"at":"2026-03-02T17:04:05.678Z","event":"answered","section":"02","item":"2.3","seed":0,"typed":"0.5",
 *  "right":false,"misconception":"not-normalised","sure":3,"predicted":false,"of":"1f0c3a97"}
 * </pre>
 */
record EntryLine(JsonLine line) {
    static final int FORMAT = 1;

    private static final Instant END = Instant.parse("+10000-01-01T00:00:00Z");

    static String of(Entry entry) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("format", FORMAT);
        line.put("at", entry.at().toString());
        if (entry instanceof Answered answered) {
            head("answered", entry, line);
            line.put("item", answered.item());
            line.put("seed", answered.seed());
            line.put("typed", answered.typed());
            line.put("right", answered.right());
            answered.misconception().ifPresent(name -> line.put("misconception", name));
            answered.sure().ifPresent(sure -> line.put("sure", sure));
            line.put("predicted", answered.predicted());
            answered.of().ifPresent(digest -> line.put("of", digest));
        } else if (entry instanceof Read) {
            head("read", entry, line);
        } else if (entry instanceof Reached reached) {
            head("reached", entry, line);
            line.put("goal", reached.goal());
        } else if (entry instanceof Stood stood) {
            head("stood", entry, line);
            line.put("figure", stood.figure());
            line.put("settings", stood.settings());
            if (stood.parts() > 0) {
                line.put("parts", stood.parts());
            }
            stood.glyphs().ifPresent(glyphs -> line.put("glyphs", glyphs));
        }
        return JsonLine.of(line);
    }

    private static void head(String event, Entry entry, Map<String, Object> line) {
        line.put("event", event);
        line.put("section", entry.section());
    }

    /**
     * The entry of a line.
     *
     * @throws BadInput with the reason, if it is none
     */
    static Entry read(String text) {
        JsonLine line = JsonLine.read(text);
        long format = line.whole("format");
        if (format > FORMAT) {
            throw BadInput.usage("bad_line", "format " + format + " is newer than this nabla, which reads " + FORMAT);
        }
        return new EntryLine(line).entry();
    }

    private Entry entry() {
        String event = line.text("event");
        return switch (event) {
            case "read" -> new Read(at(), line.text("section"));
            case "answered" ->
                new Answered(
                        at(),
                        line.text("section"),
                        line.text("item"),
                        line.whole("seed"),
                        line.text("typed"),
                        line.truth("right"),
                        line.optional("misconception"),
                        line.texts().containsKey("sure") ? OptionalInt.of(count("sure")) : OptionalInt.empty(),
                        line.truth("predicted"),
                        line.optional("of"));
            case "reached" -> new Reached(at(), line.text("section"), line.text("goal"));
            case "stood" ->
                new Stood(
                        at(),
                        line.text("section"),
                        line.text("figure"),
                        line.settings(),
                        count("parts"),
                        line.optional("glyphs"));
            default -> throw BadInput.usage("bad_line", "event '" + event + "' is unknown to this nabla");
        };
    }

    /** A whole number from 0; 0 where it is not told. */
    private int count(String name) {
        return line.texts().containsKey(name) ? (int) Math.max(0, Math.min(line.whole(name), Integer.MAX_VALUE)) : 0;
    }

    /** The time; the first nabla wrote none. */
    private Instant at() {
        String at = line.optional("at").orElse("1970-01-01T00:00:00Z");
        try {
            Instant time = Instant.parse(at);
            if (!time.isBefore(Instant.EPOCH) && time.isBefore(END)) {
                return time.truncatedTo(ChronoUnit.MILLIS);
            }
        } catch (DateTimeException word) {
            // It is said with the times that no clock shows.
        }
        throw BadInput.usage("bad_line", "at '" + at + "' is not a time like 2026-03-02T17:04:05Z");
    }
}
