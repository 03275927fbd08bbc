package dev.nabla.key.press;

import java.util.Optional;

/**
 * A pressed key with its modifier keys.
 *
 * @param key the key; empty if it writes a character, as the space bar does
 * @param character the code point of such a character, otherwise 0
 */
public record KeyPress(Optional<KeyName> key, int character, boolean ctrl, boolean alt, boolean shift) {
    private static final String CTRL = "Ctrl+";
    private static final String SHIFT = "Shift+";
    private static final String ALT = "Alt+";
    private static final String SPACE = "Space";

    /** Returns the key of a character, by its code point. */
    public static KeyPress of(int character) {
        return new KeyPress(Optional.empty(), character, false, false, false);
    }

    /** Returns a key that writes no character. */
    public static KeyPress of(KeyName key) {
        return new KeyPress(Optional.of(key), 0, false, false, false);
    }

    /** Returns a copy with these modifier keys held too. */
    public KeyPress holding(boolean ctrl, boolean alt, boolean shift) {
        return new KeyPress(key, character, this.ctrl || ctrl, this.alt || alt, this.shift || shift);
    }

    /** Returns whether the key writes its character. */
    public boolean isPrintable() {
        return key.isEmpty() && !ctrl && !alt && !shift;
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
        return key.map(KeyName::toString).orElseGet(() -> character == ' ' ? SPACE : text());
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
        return name.equals(SPACE)
                ? of(' ')
                : KeyName.named(name)
                        .map(KeyPress::of)
                        .orElseThrow(() -> new IllegalArgumentException("no key has the name " + name));
    }
}
