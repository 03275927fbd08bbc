package dev.nabla.figure;

/**
 * How a knob is called.
 *
 * @param name its name on every surface: flag, lesson key, JSON key, like {@code tau}
 * @param symbol what formulas call it, like {@code τ}
 * @param help what it is, in a few words and with an example, for {@code --help}
 * @param scope whether it is part of the question or only of the picture
 */
public record Label(String name, String symbol, String help, Scope scope) {

    /** Where a knob counts. */
    public enum Scope {
        /** An input of {@code solve}, and of everything else. */
        QUESTION,
        /** Only for looking: {@code show} and the tutor. */
        PICTURE
    }

    public static Label question(String name, String symbol, String help) {
        return new Label(name, symbol, help, Scope.QUESTION);
    }

    public static Label picture(String name, String symbol, String help) {
        return new Label(name, symbol, help, Scope.PICTURE);
    }
}
