package dev.nabla.lesson.read;

import dev.nabla.frame.ControlCharacters;
import dev.nabla.lesson.formula.BadLesson;
import dev.nabla.math.BadInput;

/** Rejects characters in untrusted text that control a terminal, are invisible, or change the reading direction. */
final class UnsafeText {
    private static final int LONGEST_LINE = 1000;

    private UnsafeText() {}

    /**
     * Checks every line of a file.
     *
     * @throws BadInput if a line has such a character or is longer than 1,000 characters, with file and line
     */
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

    /**
     * Returns the text unchanged after checking it. Escapes of YAML or Markdown may have added characters that the file
     * does not show. Tabs and line feeds are allowed.
     *
     * @throws BadInput if it has such a character
     */
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
