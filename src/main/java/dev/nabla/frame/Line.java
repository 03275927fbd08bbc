package dev.nabla.frame;

import java.util.ArrayList;
import java.util.List;

/**
 * One line of text in several tones: {@code Line.of("One step = ").result("move").text(" now")}. Immutable; each call
 * returns a longer line.
 */
public record Line(List<Span> spans) {
    public static final Line EMPTY = new Line(List.of());

    /** A piece of text of one tone and weight. */
    public record Span(String text, Tone tone, Weight weight) {}

    public Line {
        spans = List.copyOf(spans);
    }

    public static Line of(String text) {
        return EMPTY.text(text);
    }

    public Line text(String text) {
        return span(text, Tone.TEXT, Weight.PLAIN);
    }

    public Line dim(String text) {
        return span(text, Tone.DIM, Weight.PLAIN);
    }

    public Line first(String text) {
        return span(text, Tone.FIRST, Weight.BOLD);
    }

    public Line second(String text) {
        return span(text, Tone.SECOND, Weight.BOLD);
    }

    public Line result(String text) {
        return span(text, Tone.RESULT, Weight.BOLD);
    }

    public Line warn(String text) {
        return span(text, Tone.WARN, Weight.BOLD);
    }

    public Line span(String text, Tone tone, Weight weight) {
        Span[] longer = spans.toArray(new Span[spans.size() + 1]);
        longer[spans.size()] = new Span(text, tone, weight);
        return new Line(List.of(longer));
    }

    /** Returns the lines joined into one, with {@code between} between them. */
    public static Line join(List<Line> lines, String between) {
        List<Span> spans = new ArrayList<>();
        for (Line line : lines) {
            if (!spans.isEmpty()) {
                spans.add(new Span(between, Tone.TEXT, Weight.PLAIN));
            }
            spans.addAll(line.spans());
        }
        return new Line(spans);
    }

    /** Returns the text without tones. */
    public String plain() {
        StringBuilder text = new StringBuilder();
        for (Span span : spans) {
            text.append(span.text());
        }
        return text.toString();
    }
}
