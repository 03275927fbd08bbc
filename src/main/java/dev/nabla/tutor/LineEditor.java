package dev.nabla.tutor;

/**
 * One line of text being edited.
 *
 * @param text the typed text, at most {@link #LONGEST} chars
 * @param cursor position of the next character, from 0 to the text's length; never inside a surrogate pair
 * @param spent whether the next typed character replaces the text, unless it is edited first: it was answered, or is
 *     the present value of what is typed
 */
public record LineEditor(String text, int cursor, boolean spent) {
    public static final int LONGEST = 200;
    public static final LineEditor EMPTY = new LineEditor("", 0);

    public LineEditor(String text, int cursor) {
        this(text, cursor, false);
    }

    /** Returns a line with a value that the next typed character replaces; an empty line if the text is too long. */
    public static LineEditor replacing(String value) {
        return value.length() > LONGEST ? EMPTY : new LineEditor(value, value.length(), true);
    }

    LineEditor answered() {
        return new LineEditor(text, cursor, true);
    }

    /** Inserts characters at the cursor. Characters beyond {@link #LONGEST} are dropped. */
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

    /** Returns the cursor position one character to the left ({@code by} is -1) or right (1); stays at the ends. */
    public int neighbour(int by) {
        int to = by < 0 ? 0 : text.length();
        return cursor == to ? cursor : text.offsetByCodePoints(cursor, by);
    }

    /** Deletes the text between a position and the cursor. */
    public LineEditor without(int place) {
        int from = Math.min(place, cursor);
        return new LineEditor(text.substring(0, from) + text.substring(Math.max(place, cursor)), from);
    }

    /** Returns the position where the word before the cursor begins, from 0. */
    public int wordStart() {
        int end = text.substring(0, cursor).stripTrailing().length();
        return text.lastIndexOf(' ', end - 1) + 1;
    }
}
