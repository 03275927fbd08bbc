package dev.nabla.lesson;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A JSON object in the form in which {@link EntryLine} writes most of them: no blanks, no escapes, whole numbers, at most one
 * object in it.
 *
 * <p>Home waits for the journal, and the parser for all of JSON takes as long to begin as a hundred such lines. It gets
 * whatever else stands there, and all mistakes, so that both read the same.
 */
final class PlainFields {
    private static final int LONGEST_NUMBER = 18;

    private final String line;
    private final Map<String, String> inner = new LinkedHashMap<>();
    private int at;
    private boolean plain = true;

    private PlainFields(String line) {
        this.line = line;
    }

    /** Reads a line; empty if it is not as plain as that. */
    static Optional<Fields> read(String line) {
        PlainFields reader = new PlainFields(line);
        Map<String, String> all = reader.object(true);
        return reader.plain && reader.at == line.length()
                ? Optional.of(new Fields(all, reader.inner))
                : Optional.empty();
    }

    private Map<String, String> object(boolean outer) {
        Map<String, String> all = new LinkedHashMap<>();
        take('{');
        if (is('}')) {
            take('}');
            return all;
        }
        do {
            String name = string();
            take(':');
            if (outer && is('{') && inner.isEmpty()) {
                inner.putAll(object(false));
            } else {
                all.put(name, is('"') ? string() : word());
            }
        } while (plain && is(',') && take(','));
        take('}');
        return all;
    }

    private boolean is(char sign) {
        return at < line.length() && line.charAt(at) == sign;
    }

    private boolean take(char sign) {
        boolean there = is(sign);
        plain &= there;
        at += there ? 1 : 0;
        return there;
    }

    private String string() {
        take('"');
        int from = at;
        while (at < line.length() && line.charAt(at) >= ' ' && line.charAt(at) != '"' && line.charAt(at) != '\\') {
            at++;
        }
        return take('"') ? line.substring(from, at - 1) : "";
    }

    /** A whole number or a truth. */
    private String word() {
        int from = at;
        while (at < line.length() && (Character.isLetterOrDigit(line.charAt(at)) || line.charAt(at) == '-')) {
            at++;
        }
        String word = line.substring(from, at);
        plain &= word.equals("true") || word.equals("false") || isWhole(word);
        return word;
    }

    private static boolean isWhole(String word) {
        int first = word.startsWith("-") ? 1 : 0;
        for (int i = first; i < word.length(); i++) {
            if (word.charAt(i) < '0' || word.charAt(i) > '9') {
                return false;
            }
        }
        int digits = word.length() - first;
        return digits == 1 || digits > 1 && digits <= LONGEST_NUMBER && word.charAt(first) != '0';
    }
}
