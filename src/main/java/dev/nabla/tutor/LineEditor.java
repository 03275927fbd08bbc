package dev.nabla.tutor;

/**
 * One line of text under somebody's fingers.
 *
 * @param text what has been typed, at most {@link #LONGEST} chars
 * @param cursor where the next character goes, from 0 to the text's length; never inside a pair of surrogates
 * @param spent whether the text has had its answer: what is typed next takes its place, unless it is edited first
 */
public record LineEditor(String text, int cursor, boolean spent) {
    public static final int LONGEST = 200;
    public static final LineEditor EMPTY = new LineEditor("", 0);

    public LineEditor(String text, int cursor) {
        this(text, cursor, false);
    }

    LineEditor answered() {
        return new LineEditor(text, cursor, true);
    }

    /** Characters put in at the cursor; what no longer fits is left out. */
    public LineEditor type(String characters) {
        if (spent) {
            return EMPTY.type(characters);
        }
        int room = Math.min(LONGEST - text.length(), characters.length());
        boolean splits =
                room > 0 && room < characters.length() && Character.isHighSurrogate(characters.charAt(room - 1));
        String kept = characters.substring(0, splits ? room - 1 : room);
        return new LineEditor(text.substring(0, cursor) + kept + text.substring(cursor), cursor + kept.length());
    }

    public boolean isBlank() {
        return text.isBlank();
    }

    public LineEditor at(int place) {
        return new LineEditor(text, place);
    }

    /** The place a character to the side, or the same at the ends. */
    public int neighbour(int by) {
        int to = by < 0 ? 0 : text.length();
        return cursor == to ? cursor : text.offsetByCodePoints(cursor, by);
    }

    /** Without what lies between a place and the cursor. */
    public LineEditor without(int place) {
        int from = Math.min(place, cursor);
        return new LineEditor(text.substring(0, from) + text.substring(Math.max(place, cursor)), from);
    }

    /** Where the word before the cursor begins. */
    public int wordStart() {
        int end = text.substring(0, cursor).stripTrailing().length();
        return text.lastIndexOf(' ', end - 1) + 1;
    }
}
