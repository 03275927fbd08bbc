package dev.nabla.progress;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.nabla.math.BadInput;
import dev.nabla.progress.Entry.Answered;
import dev.nabla.progress.Entry.Reached;
import dev.nabla.progress.Entry.Read;
import dev.nabla.progress.Entry.Stood;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Map;
import java.util.OptionalInt;

/**
 * An entry as a line of the journal: a JSON object with the number of its format, the time and the name of the event.
 *
 * <pre>
 * {"format":1,"at":"2026-03-02T17:04:05.678Z","event":"answered","section":"02","item":"2.3","seed":0,"typed":"0.5",
 *  "right":false,"misconception":"not-normalised","sure":3,"predicted":false}
 * </pre>
 */
final class EntryLine {
    static final int FORMAT = 1;

    private static final JsonFactory JSON = new JsonFactory();

    private EntryLine() {}

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
            answered(answered, json);
        } else if (entry instanceof Read read) {
            json.writeStringField("event", "read");
            json.writeStringField("section", read.section());
        } else if (entry instanceof Reached reached) {
            json.writeStringField("event", "reached");
            json.writeStringField("section", reached.section());
            json.writeStringField("goal", reached.goal());
        } else if (entry instanceof Stood stood) {
            json.writeStringField("event", "stood");
            json.writeStringField("section", stood.section());
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

    private static void answered(Answered answered, JsonGenerator json) throws IOException {
        json.writeStringField("event", "answered");
        json.writeStringField("section", answered.section());
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
    }

    /**
     * The entry of a line.
     *
     * @throws BadInput with the reason, if it is none
     */
    static Entry read(String line) {
        Fields fields = fields(line);
        long format = fields.whole("format");
        if (format > FORMAT) {
            throw BadInput.usage("bad_line", "format " + format + " is newer than this nabla, which reads " + FORMAT);
        }
        String event = fields.text("event");
        return switch (event) {
            case "read" -> new Read(fields.at(), fields.text("section"));
            case "answered" ->
                new Answered(
                        fields.at(),
                        fields.text("section"),
                        fields.text("item"),
                        fields.whole("seed"),
                        fields.text("typed"),
                        fields.truth("right"),
                        fields.optional("misconception"),
                        sure(fields),
                        fields.truth("predicted"));
            case "reached" -> new Reached(fields.at(), fields.text("section"), fields.text("goal"));
            case "stood" ->
                new Stood(
                        fields.at(),
                        fields.text("section"),
                        fields.text("figure"),
                        fields.inner(),
                        count(fields, "parts"));
            default -> throw BadInput.usage("bad_line", "event '" + event + "' is unknown to this nabla");
        };
    }

    private static OptionalInt sure(Fields fields) {
        return fields.optional("sure").isEmpty() ? OptionalInt.empty() : OptionalInt.of(count(fields, "sure"));
    }

    /** A whole number from 0; 0 where it is not told. */
    private static int count(Fields fields, String name) {
        return fields.optional(name).isEmpty() ? 0 : (int) Math.max(0, Math.min(fields.whole(name), Integer.MAX_VALUE));
    }

    private static Fields fields(String line) {
        try (JsonParser json = JSON.createParser(line)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw BadInput.usage("bad_line", "it is no JSON object");
            }
            Fields fields = Fields.read(json);
            if (json.nextToken() != null) {
                throw BadInput.usage("bad_line", "there is more after the object");
            }
            return fields;
        } catch (IOException torn) {
            throw BadInput.usage("bad_line", "it is no JSON, or was not written to its end");
        }
    }
}
