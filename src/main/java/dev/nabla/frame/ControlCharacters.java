package dev.nabla.frame;

/** Control and bidirectional-formatting characters, which must never reach a terminal. */
public final class ControlCharacters {
    private ControlCharacters() {}

    /** True for a control, C1 among them, a mark of direction or another invisible one, half of a pair, or the end of a line. */
    public static boolean is(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }
}
