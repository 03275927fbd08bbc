package dev.nabla.frame;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** One line of text in several tones: {@code Line.of("One step = ").result("move").text(" now")}. Immutable; each call gives a longer line. */
public record Line(List<Span> spans) {
    public static final Line EMPTY = new Line(List.of());

    /** Text of one tone and weight. */
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
        List<Span> longer = new ArrayList<>(spans);
        longer.add(new Span(text, tone, weight));
        return new Line(longer);
    }

    /** The words alone. */
    public String plain() {
        return spans.stream().map(Span::text).collect(Collectors.joining());
    }
}
