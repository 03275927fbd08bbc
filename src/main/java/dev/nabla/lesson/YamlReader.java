package dev.nabla.lesson;

import dev.nabla.math.BadInput;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Text to {@link YamlNode}, from the parser's events, so that nothing is built before it has been counted: no types, no
 * anchors, no name twice, few levels, few values, each with its line.
 */
final class YamlReader {
    private static final int DEEPEST = 6;
    private static final int MOST_VALUES = 5000;
    private static final int LONGEST = 2000;

    private final String file;
    private final int linesBefore;
    private final Iterator<Event> events;
    private int values;

    private YamlReader(String text, String file, int linesBefore) {
        this.file = file;
        this.linesBefore = linesBefore;
        this.events = new Parse(LoadSettings.builder().setLabel(file).build())
                .parseString(text)
                .iterator();
    }

    /** Reads a text that begins behind so many lines of its file; empty if there is nothing in it. */
    static Optional<YamlNode> read(String text, String file, int linesBefore) {
        YamlReader reader = new YamlReader(text, file, linesBefore);
        try {
            return reader.document();
        } catch (MarkedYamlEngineException bad) {
            int line = linesBefore
                    + 1
                    + bad.getProblemMark().map(mark -> mark.getLine()).orElse(0);
            // What a writer meets who has a colon in a sentence; YAML's own words do not lead there.
            boolean colon = bad.getProblem().startsWith("mapping values");
            String why = colon ? "put a text with a colon in it between quotes" : bad.getProblem();
            throw BadInput.usage("bad_lesson", file + ":" + line + ": not readable as YAML: " + why);
        } catch (YamlEngineException bad) {
            String why = String.valueOf(bad.getMessage()).lines().findFirst().orElse("");
            throw BadInput.usage("bad_lesson", file + ":" + (linesBefore + 1) + ": not readable as YAML: " + why);
        }
    }

    private Optional<YamlNode> document() {
        Optional<YamlNode> only = Optional.empty();
        while (events.hasNext()) {
            Event event = events.next();
            if (event instanceof DocumentStartEvent && only.isPresent()) {
                throw refused(event, "a second document begins here; write one");
            }
            if (event instanceof NodeEvent node) {
                only = Optional.of(node(node, 1));
            }
        }
        return only;
    }

    private YamlNode node(NodeEvent event, int depth) {
        if (++values > MOST_VALUES) {
            throw refused(event, "there are more than " + MOST_VALUES + " values; split the lesson");
        }
        if (event instanceof AliasEvent || event.getAnchor().isPresent()) {
            throw refused(event, "anchors (&name, *name) are not read; write the value out, or put quotes round it");
        }
        if (event instanceof ScalarEvent scalar) {
            return scalar(scalar);
        }
        CollectionStartEvent start = (CollectionStartEvent) event;
        requireNoTag(start, start.getTag());
        if (depth > DEEPEST) {
            throw refused(start, "nested more than " + DEEPEST + " deep");
        }
        return start.getEventId() == Event.ID.SequenceStart ? items(start, depth) : entries(start, depth);
    }

    private YamlNode scalar(ScalarEvent event) {
        requireNoTag(event, event.getTag());
        String text = event.getValue();
        if (text.length() > LONGEST) {
            throw refused(event, "a value is longer than " + LONGEST + " signs; shorten it");
        }
        if (text.isEmpty() && event.isPlain()) {
            throw refused(event, "a name has no value behind it");
        }
        Signs.require(text, file + ":" + line(event));
        return new YamlNode.Scalar(text, line(event));
    }

    private YamlNode items(CollectionStartEvent start, int depth) {
        List<YamlNode> items = new ArrayList<>();
        Event event = events.next();
        while (event instanceof NodeEvent item) {
            items.add(node(item, depth + 1));
            event = events.next();
        }
        return new YamlNode.Items(items, line(start));
    }

    private YamlNode entries(CollectionStartEvent start, int depth) {
        Map<String, YamlNode> entries = new LinkedHashMap<>();
        Event event = events.next();
        while (event instanceof NodeEvent name) {
            if (!(node(name, depth + 1) instanceof YamlNode.Scalar key)) {
                throw refused(name, "a name must be one word; put quotes round a value that begins with { or [");
            }
            YamlNode value = node((NodeEvent) events.next(), depth + 1);
            YamlNode first = entries.putIfAbsent(key.text(), value);
            if (first != null) {
                throw refused(
                        name, "'" + Signs.shortened(key.text()) + "' is given twice, first on line " + first.line());
            }
            event = events.next();
        }
        return new YamlNode.Entries(entries, line(start));
    }

    private void requireNoTag(Event event, Optional<String> tag) {
        if (tag.isPresent()) {
            throw refused(event, "types (!name) are not read; leave it out, or put quotes round the value");
        }
    }

    private int line(Event event) {
        return linesBefore
                + 1
                + event.getStartMark().map(mark -> mark.getLine()).orElse(0);
    }

    private BadInput refused(Event event, String why) {
        return BadInput.usage("bad_lesson", file + ":" + line(event) + ": " + why);
    }
}
