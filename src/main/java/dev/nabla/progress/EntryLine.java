package dev.nabla.progress;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import dev.nabla.math.BadInput;
import dev.nabla.progress.Entry.Answered;
import dev.nabla.progress.Entry.Reached;
import dev.nabla.progress.Entry.Read;
import dev.nabla.progress.Entry.Stood;
import java.io.IOException;
import java.io.StringWriter;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * An entry as a line of the journal: a JSON object with the number of its format, the time and the name of the event.
 *
 * <pre>
 * {"format":1,"at":"2026-03-02T17:04:05.678Z","event":"answered","section":"02","item":"2.3","seed":0,"typed":"0.5",
 *  "right":false,"misconception":"not-normalised","sure":3,"predicted":false,"of":"1f0c3a97"}
 * </pre>
 *
 * @param texts the words, numbers and truths of the object, as text by name
 * @param settings those of the first object in it; other structures are passed over
 */
record EntryLine(Map<String, String> texts, Map<String, String> settings) {
    static final int FORMAT = 1;

    /** Plain ASCII, so that no character of an answer commands the terminal on which a journal is looked at. */
    private static final JsonFactory JSON =
            new JsonFactoryBuilder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private static final Instant END = Instant.parse("+10000-01-01T00:00:00Z");

    static String of(Entry entry) {
        StringWriter line = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(line)) {
            json.writeStartObject();
            json.writeNumberField("format", FORMAT);
            json.writeStringField("at", entry.at().toString());
            write(entry, json);
            json.writeEndObject();
        } catch (IOException never) {
            throw new IllegalStateException(never); // a string takes everything
        }
        return line.toString();
    }

    private static void write(Entry entry, JsonGenerator json) throws IOException {
        if (entry instanceof Answered answered) {
            head("answered", entry, json);
            json.writeStringField("item", answered.item());
            json.writeNumberField("seed", answered.seed());
            json.writeStringField("typed", answered.typed());
            json.writeBooleanField("right", answered.right());
            if (answered.misconception().isPresent()) {
                json.writeStringField("misconception", answered.misconception().get());
            }
            if (answered.sure().isPresent()) {
                json.writeNumberField("sure", answered.sure().getAsInt());
            }
            json.writeBooleanField("predicted", answered.predicted());
            if (answered.of().isPresent()) {
                json.writeStringField("of", answered.of().get());
            }
        } else if (entry instanceof Read) {
            head("read", entry, json);
        } else if (entry instanceof Reached reached) {
            head("reached", entry, json);
            json.writeStringField("goal", reached.goal());
        } else if (entry instanceof Stood stood) {
            head("stood", entry, json);
            json.writeStringField("figure", stood.figure());
            json.writeObjectFieldStart("settings");
            for (Map.Entry<String, String> setting : stood.settings().entrySet()) {
                json.writeStringField(setting.getKey(), setting.getValue());
            }
            json.writeEndObject();
            if (stood.parts() > 0) {
                json.writeNumberField("parts", stood.parts());
            }
        }
    }

    private static void head(String event, Entry entry, JsonGenerator json) throws IOException {
        json.writeStringField("event", event);
        json.writeStringField("section", entry.section());
    }

    /**
     * The entry of a line.
     *
     * @throws BadInput with the reason, if it is none
     */
    static Entry read(String line) {
        try (JsonParser json = JSON.createParser(line)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw BadInput.usage("bad_line", "it is no JSON object");
            }
            EntryLine read = members(json);
            if (json.nextToken() != null) {
                throw BadInput.usage("bad_line", "there is more after the object");
            }
            return read.entry();
        } catch (IOException torn) {
            throw BadInput.usage("bad_line", "it is no JSON, or was not written to its end");
        }
    }

    /** Reads on from the beginning of an object to its end. */
    private static EntryLine members(JsonParser json) throws IOException {
        EntryLine read = new EntryLine(new HashMap<>(), new HashMap<>());
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            JsonToken value = json.nextToken();
            if (value == JsonToken.START_OBJECT && read.settings.isEmpty()) {
                read.settings.putAll(members(json).texts);
            } else if (value.isStructStart()) {
                json.skipChildren();
            } else if (value != JsonToken.VALUE_NULL) {
                read.texts.put(name, json.getText());
            }
        }
        return read;
    }

    private Entry entry() {
        long format = whole("format");
        if (format > FORMAT) {
            throw BadInput.usage("bad_line", "format " + format + " is newer than this nabla, which reads " + FORMAT);
        }
        String event = text("event");
        return switch (event) {
            case "read" -> new Read(at(), text("section"));
            case "answered" ->
                new Answered(
                        at(),
                        text("section"),
                        text("item"),
                        whole("seed"),
                        text("typed"),
                        truth("right"),
                        Optional.ofNullable(texts.get("misconception")),
                        texts.containsKey("sure") ? OptionalInt.of(count("sure")) : OptionalInt.empty(),
                        truth("predicted"),
                        Optional.ofNullable(texts.get("of")));
            case "reached" -> new Reached(at(), text("section"), text("goal"));
            case "stood" -> new Stood(at(), text("section"), text("figure"), settings, count("parts"));
            default -> throw BadInput.usage("bad_line", "event '" + event + "' is unknown to this nabla");
        };
    }

    private String text(String name) {
        if (!texts.containsKey(name)) {
            throw BadInput.usage("bad_line", name + " is missing");
        }
        return texts.get(name);
    }

    private long whole(String name) {
        try {
            return Long.parseLong(text(name));
        } catch (NumberFormatException word) {
            throw BadInput.usage("bad_line", name + " '" + text(name) + "' is not a whole number");
        }
    }

    /** A whole number from 0; 0 where it is not told. */
    private int count(String name) {
        return texts.containsKey(name) ? (int) Math.max(0, Math.min(whole(name), Integer.MAX_VALUE)) : 0;
    }

    private boolean truth(String name) {
        return switch (text(name)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw BadInput.usage("bad_line", name + " '" + text(name) + "' is neither true nor false");
        };
    }

    /** The time; the first nabla wrote none. */
    private Instant at() {
        String at = texts.getOrDefault("at", "1970-01-01T00:00:00Z");
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
