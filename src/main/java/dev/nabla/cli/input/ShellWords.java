package dev.nabla.cli.input;

import dev.nabla.math.BadInput;
import java.util.ArrayList;
import java.util.List;

/** The words of a command line. */
public final class ShellWords {
    private ShellWords() {}

    /**
     * Returns the words as a POSIX shell splits them, without any expansion: {@code a 'b  c'\ d} is {@code a} and
     * {@code b  c d}.
     *
     * @throws BadInput if a quote is not closed
     */
    public static List<String> of(String line) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean begun = false;
        char quote = 0;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (quote == 0 && Character.isWhitespace(c)) {
                if (begun) {
                    words.add(word.toString());
                    word.setLength(0);
                }
                begun = false;
                continue;
            }
            begun = true;
            if (c == quote) {
                quote = 0;
            } else if (quote == 0 && (c == '\'' || c == '"')) {
                quote = c;
            } else if (c == '\\' && quote != '\'' && i + 1 < line.length() && isEscaped(line.charAt(i + 1), quote)) {
                word.append(line.charAt(++i));
            } else {
                word.append(c);
            }
        }
        if (quote != 0) {
            throw BadInput.usage("unclosed", "a quote " + quote + " is not closed; close it, or write \\" + quote);
        }
        if (begun) {
            words.add(word.toString());
        }
        return words;
    }

    /**
     * Returns whether a backslash escapes this character. Between double quotes it escapes only a backslash, a double
     * quote, a dollar sign and a backquote.
     */
    private static boolean isEscaped(char c, char quote) {
        return quote == 0 || "\\\"$`".indexOf(c) >= 0;
    }
}
