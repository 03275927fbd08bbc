package dev.nabla.lesson;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * What a learner has done, a JSON object a line, appended and synced at once; never rewritten.
 *
 * <p>A line that cannot be read is passed over and stays in the file: it may be a newer nabla's.
 */
public final class Journal {
    private static final String FORMAT = "1";
    private static final JsonFactory FACTORY = new JsonFactory();

    private final Path file;

    public Journal(Path file) {
        this.file = file;
    }

    /** Ids of the sections that were read to their end. */
    public Set<String> read() throws IOException {
        Set<String> sections = new HashSet<>();
        if (Files.exists(file)) {
            // Bytes that are not UTF-8 spoil their own line only.
            for (String line : new String(Files.readAllBytes(file), StandardCharsets.UTF_8).split("\n")) {
                Map<String, String> entry = entry(line);
                if ("read".equals(entry.get("event")) && entry.containsKey("section")) {
                    sections.add(entry.get("section"));
                }
            }
        }
        return sections;
    }

    /** Notes that a section was read to its end; on return the line is on the disk. */
    public void markRead(String section) throws IOException {
        StringWriter line = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(line)) {
            json.writeStartObject();
            json.writeStringField("format", FORMAT);
            json.writeStringField("event", "read");
            json.writeStringField("section", section);
            json.writeEndObject();
        }
        Files.createDirectories(file.toAbsolutePath().getParent());
        String start = isTorn() ? "\n" : "";
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
            channel.write(ByteBuffer.wrap((start + line + "\n").getBytes(StandardCharsets.UTF_8)));
            channel.force(true);
        }
    }

    /** Whether the last line was not written to its end, so that the next one must not go on in it. */
    private boolean isTorn() throws IOException {
        if (!Files.exists(file)) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            ByteBuffer last = ByteBuffer.allocate(1);
            return channel.size() > 0 && channel.read(last, channel.size() - 1) == 1 && last.get(0) != '\n';
        }
    }

    /** The strings of a flat object; empty for anything else. */
    private static Map<String, String> entry(String line) {
        Map<String, String> entry = new LinkedHashMap<>();
        try (JsonParser json = FACTORY.createParser(line)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                return Map.of();
            }
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                if (json.nextToken().isStructStart()) {
                    json.skipChildren();
                } else {
                    entry.put(name, json.getText());
                }
            }
            return entry;
        } catch (IOException foreign) {
            return Map.of();
        }
    }
}
