package dev.nabla.lesson.read;

import dev.nabla.lesson.formula.BadLesson;
import dev.nabla.math.BadInput;
import dev.nabla.math.expression.Numerals;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingEndEvent;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceEndEvent;
import org.snakeyaml.engine.v2.events.StreamEndEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;
import org.snakeyaml.engine.v2.schema.FailsafeSchema;

/**
 * Converts the events of the YAML engine to values with their lines. It checks each event before building anything: no
 * types, no anchors, limited depth and number of values, and no characters that control a terminal.
 */
final class YamlReader {
    private static final int DEEPEST = 6;
    private static final int MOST_VALUES = 5000;
    private static final int LONGEST = 2000;
    private static final LoadSettings SETTINGS =
            LoadSettings.builder().setSchema(new FailsafeSchema()).build();

    /** A YAML value. */
    sealed interface YamlNode permits YamlText, Items, Yaml {
        BadInput.Where where();

        /** Writes the value in the format of {@link #read}. */
        void write(DataOutputStream out) throws IOException;

        /** Reads a value of the given file of the course, as {@link #write} wrote it. */
        static YamlNode read(DataInputStream in, String file) throws IOException {
            int kind = in.readByte();
            BadInput.Where where = new BadInput.Where(file, in.readInt());
            return switch (kind) {
                case TEXT -> new YamlText(in.readUTF(), where);
                case ITEMS -> new Items(ListCodec.readAll(() -> read(in, file), in), where);
                case MAPPING -> {
                    Map<String, YamlNode> entries = new LinkedHashMap<>();
                    for (int left = in.readInt(); left > 0; left--) {
                        entries.put(in.readUTF(), read(in, file));
                    }
                    yield new Yaml(entries, where);
                }
                default -> throw new IOException("unknown value");
            };
        }

        int TEXT = 0;
        int ITEMS = 1;
        int MAPPING = 2;
    }

    record YamlText(String text, BadInput.Where where) implements YamlNode {
        @Override
        public void write(DataOutputStream out) throws IOException {
            out.writeByte(TEXT);
            out.writeInt(where.line());
            out.writeUTF(text);
        }
    }

    record Items(List<YamlNode> items, BadInput.Where where) implements YamlNode {
        @Override
        public void write(DataOutputStream out) throws IOException {
            out.writeByte(ITEMS);
            out.writeInt(where.line());
            ListCodec.writeAll(items, item -> item.write(out), out);
        }
    }

    private final String file;
    private final int linesBefore;
    private final ParserImpl events;
    private int values;

    private YamlReader(String text, String file, int linesBefore) {
        this.file = file;
        this.linesBefore = linesBefore;
        events = new ParserImpl(SETTINGS, new StreamReader(SETTINGS, text));
    }

    /**
     * Parses a text.
     *
     * @param linesBefore number of lines of the file before the text
     * @throws BadInput if it is not readable as YAML or exceeds a limit
     */
    static YamlNode read(String text, String file, int linesBefore) {
        YamlReader reader = new YamlReader(text, file, linesBefore);
        try {
            return reader.document();
        } catch (MarkedYamlEngineException bad) {
            throw reader.unreadable(bad.getProblemMark(), bad.getProblem());
        } catch (YamlEngineException bad) {
            String why = String.valueOf(bad.getMessage()).lines().findFirst().orElse("");
            throw reader.unreadable(Optional.empty(), why);
        }
    }

    /**
     * Returns an error message. For a colon in a sentence it replaces the YAML engine's message, which would not help
     * the author.
     */
    private BadInput unreadable(Optional<Mark> mark, String why) {
        boolean colon = mark.filter(at -> at.getPointer() < at.getBuffer().length)
                .filter(at -> at.getBuffer()[at.getPointer()] == ':')
                .isPresent();
        String cure = colon ? "put a text with a colon in it between quotes" : why;
        return BadLesson.at(where(mark), "not readable as YAML: " + cure);
    }

    private YamlNode document() {
        events.next();
        if (events.next() instanceof StreamEndEvent) {
            throw BadLesson.of("has nothing in it");
        }
        YamlNode node = node(events.next(), 0);
        events.next();
        Event end = events.next();
        require(end instanceof StreamEndEvent, end, "a second document begins here; write one");
        return node;
    }

    private YamlNode node(Event event, int depth) {
        values++;
        require(values <= MOST_VALUES, event, "there are more than " + MOST_VALUES + " values; split the lesson");
        require(
                !(event instanceof AliasEvent)
                        && ((NodeEvent) event).getAnchor().isEmpty(),
                event,
                "anchors (&name, *name) are not read; write the value out, or put quotes round it");
        Optional<String> tag =
                event instanceof ScalarEvent scalar ? scalar.getTag() : ((CollectionStartEvent) event).getTag();
        require(tag.isEmpty(), event, "types (!name) are not read; leave it out, or put quotes round the value");
        if (event instanceof ScalarEvent scalar) {
            return text(scalar);
        }
        require(depth < DEEPEST, event, "nested more than " + DEEPEST + " deep");
        return event instanceof MappingStartEvent ? mapping(event, depth + 1) : items(event, depth + 1);
    }

    private YamlText text(ScalarEvent event) {
        String text = event.getValue();
        require(text.length() <= LONGEST, event, "a value is longer than " + LONGEST + " characters; shorten it");
        require(!text.isEmpty() || !event.isPlain(), event, "a name has no value behind it");
        BadInput.Where where = where(event);
        return new YamlText(where.reading(() -> UnsafeText.required(text)), where);
    }

    private Items items(Event start, int depth) {
        List<YamlNode> items = new ArrayList<>();
        for (Event next = events.next(); !(next instanceof SequenceEndEvent); next = events.next()) {
            items.add(node(next, depth));
        }
        return new Items(items, where(start));
    }

    private Yaml mapping(Event start, int depth) {
        Map<String, YamlNode> entries = new LinkedHashMap<>();
        for (Event next = events.next(); !(next instanceof MappingEndEvent); next = events.next()) {
            if (!(node(next, depth) instanceof YamlText name)) {
                throw BadLesson.at(
                        where(next), "a name must be one word; put quotes round a value that begins with { or [");
            }
            YamlNode first = entries.putIfAbsent(name.text(), node(events.next(), depth));
            if (first != null) {
                throw BadLesson.at(
                        name.where(),
                        Numerals.quoted(name.text()) + " is given twice, first on line "
                                + first.where().line());
            }
        }
        return new Yaml(entries, where(start));
    }

    private void require(boolean holds, Event event, String why) {
        if (!holds) {
            throw BadLesson.at(where(event), why);
        }
    }

    private BadInput.Where where(Event event) {
        return where(event.getStartMark());
    }

    private BadInput.Where where(Optional<Mark> mark) {
        return new BadInput.Where(
                file, linesBefore + 1 + mark.map(Mark::getLine).orElse(0));
    }
}
