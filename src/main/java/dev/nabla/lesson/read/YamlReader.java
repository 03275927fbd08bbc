package dev.nabla.lesson.read;

import dev.nabla.lesson.formula.BadLesson;
import dev.nabla.math.BadInput;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.composer.Composer;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;
import org.snakeyaml.engine.v2.schema.FailsafeSchema;

/**
 * Text to the engine's nodes, each event looked at before anything is built of it: no types, no anchors, few levels, few
 * values, nothing that steers a terminal.
 */
final class YamlReader extends ParserImpl {
    private static final int DEEPEST = 6;
    private static final int MOST_VALUES = 5000;
    private static final int LONGEST = 2000;

    private final String file;
    private final int linesBefore;
    private int documents;
    private int depth;
    private int values;

    private YamlReader(LoadSettings settings, String text, String file, int linesBefore) {
        super(settings, new StreamReader(settings, text));
        this.file = file;
        this.linesBefore = linesBefore;
    }

    /** Reads a text that begins behind so many lines of its file; empty if there is nothing in it. */
    static Optional<Node> read(String text, String file, int linesBefore) {
        LoadSettings settings = LoadSettings.builder()
                .setLabel(file)
                .setSchema(new FailsafeSchema())
                .setAllowNonScalarKeys(true)
                .build();
        YamlReader reader = new YamlReader(settings, text, file, linesBefore);
        try {
            return new Composer(settings, reader).getSingleNode();
        } catch (MarkedYamlEngineException bad) {
            throw reader.unreadable(bad.getProblemMark(), bad.getProblem());
        } catch (YamlEngineException bad) {
            String why = String.valueOf(bad.getMessage()).lines().findFirst().orElse("");
            throw reader.unreadable(Optional.empty(), why);
        }
    }

    /** A writer who has a colon in a sentence would not be led there by YAML's own words. */
    private BadInput unreadable(Optional<Mark> mark, String why) {
        boolean colon = mark.filter(at -> at.getPointer() < at.getBuffer().length)
                .filter(at -> at.getBuffer()[at.getPointer()] == ':')
                .isPresent();
        return refused(mark, "not readable as YAML: " + (colon ? "put a text with a colon in it between quotes" : why));
    }

    @Override
    public Event next() {
        Event event = super.next();
        if (event instanceof DocumentStartEvent && ++documents > 1) {
            throw refused(event, "a second document begins here; write one");
        } else if (event instanceof NodeEvent node) {
            value(node);
        } else if (event instanceof CollectionEndEvent) {
            depth--;
        }
        return event;
    }

    private void value(NodeEvent event) {
        if (++values > MOST_VALUES) {
            throw refused(event, "there are more than " + MOST_VALUES + " values; split the lesson");
        }
        if (event instanceof AliasEvent || event.getAnchor().isPresent()) {
            throw refused(event, "anchors (&name, *name) are not read; write the value out, or put quotes round it");
        }
        if (event instanceof ScalarEvent scalar) {
            requireNoTag(event, scalar.getTag());
            scalar(scalar);
        } else if (event instanceof CollectionStartEvent start) {
            requireNoTag(event, start.getTag());
            if (++depth > DEEPEST) {
                throw refused(event, "nested more than " + DEEPEST + " deep");
            }
        }
    }

    private void scalar(ScalarEvent event) {
        if (event.getValue().length() > LONGEST) {
            throw refused(event, "a value is longer than " + LONGEST + " characters; shorten it");
        }
        if (event.getValue().isEmpty() && event.isPlain()) {
            throw refused(event, "a name has no value behind it");
        }
        UnsafeText.require(event.getValue(), where(event.getStartMark()));
    }

    private void requireNoTag(Event event, Optional<String> tag) {
        if (tag.isPresent()) {
            throw refused(event, "types (!name) are not read; leave it out, or put quotes round the value");
        }
    }

    private BadInput refused(Event event, String why) {
        return refused(event.getStartMark(), why);
    }

    private BadInput refused(Optional<Mark> mark, String why) {
        return BadLesson.of(why).in(where(mark));
    }

    private BadInput.Where where(Optional<Mark> mark) {
        return new BadInput.Where(
                file, linesBefore + 1 + mark.map(Mark::getLine).orElse(0));
    }
}
