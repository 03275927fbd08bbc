package dev.nabla.key.press;

import java.util.Optional;
import java.util.stream.Stream;

/** A key that writes no character, by the name that is printed on it. */
public enum KeyName {
    ENTER("Enter"),
    TAB("Tab"),
    ESC("Esc"),
    BACKSPACE("Backspace"),
    DELETE("Delete"),
    INSERT("Insert"),
    LEFT("Left"),
    RIGHT("Right"),
    UP("Up"),
    DOWN("Down"),
    HOME("Home"),
    END("End"),
    PAGE_UP("PageUp"),
    PAGE_DOWN("PageDown"),
    F1("F1"),
    F2("F2"),
    F3("F3"),
    F4("F4"),
    F5("F5"),
    F6("F6"),
    F7("F7"),
    F8("F8"),
    F9("F9"),
    F10("F10"),
    F11("F11"),
    F12("F12"),
    F13("F13"),
    F14("F14"),
    F15("F15"),
    F16("F16"),
    F17("F17"),
    F18("F18"),
    F19("F19");

    private final String printed;

    KeyName(String printed) {
        this.printed = printed;
    }

    /** Returns the key with this printed name. */
    public static Optional<KeyName> named(String printed) {
        return Stream.of(values()).filter(key -> key.printed.equals(printed)).findFirst();
    }

    @Override
    public String toString() {
        return printed;
    }
}
