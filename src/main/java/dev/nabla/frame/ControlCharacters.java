package dev.nabla.frame;

/** The characters that nobody sees but a terminal obeys, or that hide or turn what stands beside them. */
public final class ControlCharacters {
    private ControlCharacters() {}

    /** Whether it is a control, C1 among them, a mark of direction or another invisible one, half of a pair, or the end of a line. */
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
