package dev.nabla.tui;

import dev.nabla.key.KeyContext;
import dev.nabla.key.press.KeyPress;
import dev.nabla.math.BadInput;
import dev.nabla.math.Spelling;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A step of a {@link Recording}: press a key, then wait.
 *
 * @param key the key; empty to wait only
 * @param millis the wait after it, in ms
 */
record RecordingStep(Optional<KeyPress> key, int millis) {
    /** The wait after a named key, and before the first, in ms. */
    static final int PRESSED = 600;

    private static final int TYPED = 150;
    private static final int LONGEST = 60;
    private static final String WAIT = "wait:";
    private static final String TYPE = "type:";

    /** Names for keys that are special characters in a shell, in the order of their characters. */
    static final Map<String, String> WORDS = new LinkedHashMap<>();

    static {
        WORDS.put("Exclamation", "!");
        WORDS.put("Quote", "\"");
        WORDS.put("Hash", "#");
        WORDS.put("Dollar", "$");
        WORDS.put("Ampersand", "&");
        WORDS.put("Apostrophe", "'");
        WORDS.put("LeftParenthesis", "(");
        WORDS.put("RightParenthesis", ")");
        WORDS.put("Asterisk", "*");
        WORDS.put("Semicolon", ";");
        WORDS.put("Less", "<");
        WORDS.put("Equals", "=");
        WORDS.put("Greater", ">");
        WORDS.put("Question", "?");
        WORDS.put("LeftBracket", "[");
        WORDS.put("Backslash", "\\");
        WORDS.put("RightBracket", "]");
        WORDS.put("Caret", "^");
        WORDS.put("Backquote", "`");
        WORDS.put("LeftBrace", "{");
        WORDS.put("Bar", "|");
        WORDS.put("RightBrace", "}");
        WORDS.put("Tilde", "~");
        WORDS.put("TenLeft", "<");
        WORDS.put("TenRight", ">");
    }

    /**
     * Parses a word of a script. A key is {@code Right}, {@code Shift+Right}, {@code Greater} or {@code e};
     * {@code wait:1.5} is a pause in seconds; {@code type:0.29} presses a key per character. A single character is
     * always a key.
     *
     * @throws BadInput if a longer word names no key that the tutor uses, or the pause is not from 0 to 60 s
     */
    static List<RecordingStep> of(String word) {
        if (word.startsWith(WAIT)) {
            return List.of(new RecordingStep(Optional.empty(), pause(word)));
        }
        if (word.startsWith(TYPE) && word.length() > TYPE.length()) {
            return word.substring(TYPE.length())
                    .codePoints()
                    .mapToObj(typed -> new RecordingStep(Optional.of(KeyPress.of(typed)), TYPED))
                    .toList();
        }
        List<String> named = Stream.concat(KeyContext.names().filter(key -> key.length() > 1), WORDS.keySet().stream())
                .toList();
        boolean character = word.codePointCount(0, word.length()) == 1;
        if (!character && !named.contains(word)) {
            throw BadInput.usage(
                    "unknown_key",
                    "unknown key '" + word + "'; " + Spelling.suggest(word, named) + " (" + TYPE + word
                            + " types the word)");
        }
        return List.of(new RecordingStep(Optional.of(KeyPress.named(WORDS.getOrDefault(word, word))), PRESSED));
    }

    private static int pause(String word) {
        String amount = word.substring(WAIT.length());
        double seconds = amount.matches("\\d{1,2}([.]\\d{1,3})?") ? Double.parseDouble(amount) : Double.NaN;
        if (!(seconds <= LONGEST)) {
            throw BadInput.usage(
                    "bad_pause", word + ": a pause is from 0 to " + LONGEST + " seconds long; type one like wait:1.5");
        }
        return (int) Math.round(seconds * 1000);
    }
}
