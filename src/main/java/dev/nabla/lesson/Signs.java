package dev.nabla.lesson;

import dev.nabla.math.BadInput;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The signs of a text by whoever wrote it: none that steers a terminal, hides, or turns the direction of reading. */
final class Signs {
    private static final int LONGEST_LINE = 1000;

    /** Controls but for tabs and ends of lines, marks of direction and other invisible ones, halves of surrogates. */
    private static final Pattern STEERING = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}&&[^\\t\\n]]");

    private Signs() {}

    /** Refuses a file with such a sign or with a line that nobody could have meant, with its line. */
    static void requireLines(String text, String file) {
        int number = 1;
        for (String line : text.split("\n", -1)) {
            String place = file + ":" + number;
            if (line.length() > LONGEST_LINE) {
                throw BadInput.usage(
                        "bad_lesson", place + ": the line is longer than " + LONGEST_LINE + " signs; break it");
            }
            require(line, place);
            number++;
        }
    }

    /** Refuses a text with such a sign: an escape of YAML or of Markdown may have brought it. */
    static void require(String text, String place) {
        steering(text).ifPresent(code -> {
            throw BadInput.usage("bad_lesson", place + ": the sign " + code + " could steer the terminal; take it out");
        });
    }

    private static Optional<String> steering(String text) {
        Matcher found = STEERING.matcher(text);
        if (!found.find()) {
            return Optional.empty();
        }
        String code = Integer.toHexString(found.group().codePointAt(0)).toUpperCase(Locale.ROOT);
        return Optional.of("U+" + "0".repeat(Math.max(0, 4 - code.length())) + code);
    }

    /** The beginning of a text that may be long, for a complaint about it. */
    static String shortened(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "...";
    }
}
