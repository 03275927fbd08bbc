package dev.nabla.tui;

import dev.nabla.frame.Glyphs;
import dev.nabla.frame.Line;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import dev.nabla.view.Text;

/**
 * One line of text under somebody's fingers.
 *
 * @param text what has been typed, at most {@link #LONGEST} chars
 * @param cursor where the next sign goes, from 0 to the text's length; never inside a pair of surrogates
 * @param spent whether the text has had its answer: what is typed next takes its place, unless it is edited first
 */
record Editor(String text, int cursor, boolean spent) {
    static final int LONGEST = 200;
    static final Editor EMPTY = new Editor("", 0);

    Editor(String text, int cursor) {
        this(text, cursor, false);
    }

    Editor answered() {
        return new Editor(text, cursor, true);
    }

    /** Signs put in at the cursor, ends of lines as blanks; what no longer fits is left out. */
    Editor type(String signs) {
        if (spent) {
            return EMPTY.type(signs);
        }
        String clean = Text.harmless(signs.replaceAll("[\\n\\t]", " "));
        int room = Math.min(LONGEST - text.length(), clean.length());
        boolean splits = room > 0 && room < clean.length() && Character.isHighSurrogate(clean.charAt(room - 1));
        String kept = clean.substring(0, splits ? room - 1 : room);
        return new Editor(text.substring(0, cursor) + kept + text.substring(cursor), cursor + kept.length());
    }

    boolean isBlank() {
        return text.isBlank();
    }

    Editor at(int place) {
        return new Editor(text, place);
    }

    /** The place a sign to the side, or the same at the ends. */
    int beside(int by) {
        int to = by < 0 ? 0 : text.length();
        return cursor == to ? cursor : text.offsetByCodePoints(cursor, by);
    }

    /** Without what lies between a place and the cursor. */
    Editor without(int place) {
        int from = Math.min(place, cursor);
        return new Editor(text.substring(0, from) + text.substring(Math.max(place, cursor)), from);
    }

    /** Where the word before the cursor begins. */
    int wordStart() {
        int end = text.substring(0, cursor).stripTrailing().length();
        return text.lastIndexOf(' ', end - 1) + 1;
    }

    /** The line with the cursor as a reversed cell; of a long text the part round the cursor. */
    Line line(int width, Glyphs glyphs) {
        String before = text.substring(0, cursor);
        while (!before.isEmpty() && glyphs.width(before) > width - 1) {
            before = before.substring(before.offsetByCodePoints(0, 1));
        }
        int next = beside(1);
        String under = cursor == next ? " " : text.substring(cursor, next);
        String after = text.substring(next);
        while (!after.isEmpty() && glyphs.width(before + under + after) > width) {
            after = after.substring(0, after.offsetByCodePoints(after.length(), -1));
        }
        return Line.EMPTY
                .span(before, Tone.TEXT, Weight.BOLD)
                .span(under, Tone.TEXT, Weight.REVERSE)
                .span(after, Tone.TEXT, Weight.BOLD);
    }
}
