package dev.nabla.tui.input;

import com.googlecode.lanterna.input.KeyType;

/**
 * A pressed key with its modifier keys. Used in place of Lanterna's {@code KeyStroke}, which cannot hold characters
 * beyond the first 65,536 and contains a time.
 *
 * @param type {@code Character} for keys that write a character, the space bar included
 * @param character the code point of such a key, otherwise 0
 */
public record KeyPress(KeyType type, int character, boolean ctrl, boolean alt, boolean shift) {
    private static final String CTRL = "Ctrl+";
    private static final String SHIFT = "Shift+";
    private static final String ALT = "Alt+";

    /** Returns the key of a character, by its code point. */
    public static KeyPress of(int character) {
        return new KeyPress(KeyType.Character, character, false, false, false);
    }

    /** Returns a key that writes no character. */
    public static KeyPress of(KeyType type) {
        return new KeyPress(type, 0, false, false, false);
    }

    /** Returns a copy with these modifier keys held too. */
    public KeyPress holding(boolean ctrl, boolean alt, boolean shift) {
        return new KeyPress(type, character, this.ctrl || ctrl, this.alt || alt, this.shift || shift);
    }

    /** Returns whether the key writes its character. */
    public boolean isPrintable() {
        return type == KeyType.Character && !ctrl && !alt && !shift;
    }

    /** Returns the character of the key, as text. */
    public String text() {
        return Character.toString(character);
    }

    /**
     * Returns the name by which the table of keys, lessons and {@code record --keys} spell the key: {@code a}, {@code
     * Space}, {@code Shift+Tab}, {@code Ctrl+c}, {@code Ctrl+Shift+Up}.
     */
    public String name() {
        return (ctrl ? CTRL : "") + (shift ? SHIFT : "") + (alt ? ALT : "") + plainName();
    }

    private String plainName() {
        return switch (type) {
            case Character -> character == ' ' ? "Space" : text();
            case Escape -> "Esc";
            case ArrowLeft -> "Left";
            case ArrowRight -> "Right";
            case ArrowUp -> "Up";
            case ArrowDown -> "Down";
            default -> type.name();
        };
    }

    /**
     * Returns the key of a name as {@link #name} spells it; the modifier keys may stand in any order.
     *
     * @throws IllegalArgumentException if no key has this name
     */
    public static KeyPress named(String name) {
        if (isHeld(CTRL, name)) {
            return named(name.substring(CTRL.length())).holding(true, false, false);
        }
        if (isHeld(SHIFT, name)) {
            return named(name.substring(SHIFT.length())).holding(false, false, true);
        }
        if (isHeld(ALT, name)) {
            return named(name.substring(ALT.length())).holding(false, true, false);
        }
        return plain(name);
    }

    private static boolean isHeld(String modifier, String name) {
        return name.startsWith(modifier) && name.length() > modifier.length();
    }

    private static KeyPress plain(String name) {
        if (!name.isEmpty() && name.codePointCount(0, name.length()) == 1) {
            return of(name.codePointAt(0));
        }
        return switch (name) {
            case "Space" -> of(' ');
            case "Esc" -> of(KeyType.Escape);
            case "Left" -> of(KeyType.ArrowLeft);
            case "Right" -> of(KeyType.ArrowRight);
            case "Up" -> of(KeyType.ArrowUp);
            case "Down" -> of(KeyType.ArrowDown);
            case "Enter", "Tab", "Backspace", "Delete", "Insert", "Home", "End", "PageUp", "PageDown" -> of(type(name));
            default -> {
                if (!name.startsWith("F")) {
                    throw new IllegalArgumentException("no key has the name " + name);
                }
                yield of(type(name));
            }
        };
    }

    private static KeyType type(String name) {
        for (KeyType type : KeyType.values()) {
            if (type.name().equals(name)) {
                return type;
            }
        }
        throw new IllegalArgumentException("no key has the name " + name);
    }
}
