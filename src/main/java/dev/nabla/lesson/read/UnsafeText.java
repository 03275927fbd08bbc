package dev.nabla.lesson.read;

import dev.nabla.frame.ControlCharacters;
import dev.nabla.lesson.formula.BadLesson;
import dev.nabla.math.BadInput;

/** The characters of a text by whoever wrote it: none that steers a terminal, hides, or turns the direction of reading. */
final class UnsafeText {
    private static final int LONGEST_LINE = 1000;

    private UnsafeText() {}

    /** Refuses a file with such a character or with a line that nobody could have meant, with its line. */
    static void requireLines(String text, String file) {
        int number = 1;
        for (String line : text.split("\n", -1)) {
            BadInput.Where where = new BadInput.Where(file, number);
            if (line.length() > LONGEST_LINE) {
                throw BadLesson.at(where, "the line is longer than " + LONGEST_LINE + " characters; break it");
            }
            where.reading(() -> required(line));
            number++;
        }
    }

    /** The text, without controls but for tabs and ends of lines: an escape of YAML or of Markdown may have brought them. */
    static String required(String text) {
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int c = text.codePointAt(i);
            if (c != '\t' && c != '\n' && ControlCharacters.is(c)) {
                throw BadLesson.of(
                        "the character " + ControlCharacters.code(c) + " could steer the terminal; take it out");
            }
        }
        return text;
    }
}
