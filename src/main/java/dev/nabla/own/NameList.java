package dev.nabla.own;

import dev.nabla.frame.ControlCharacters;
import dev.nabla.frame.Glyphs;
import dev.nabla.frame.Letters;
import dev.nabla.gpt.Corpus;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * Names read from lines, one name per line, and the lines that cannot be read. White space around a name and blank
 * lines are ignored. Letters with accents are composed.
 *
 * @param names the names in the order of their lines; equal names are kept
 * @param bad the lines that hold no name that can be read
 */
public record NameList(List<String> names, List<BadLine> bad) {
    /** Letters of a name that a model of the standard recipe reads. */
    public static final int LONGEST = 16;

    public NameList {
        names = List.copyOf(names);
        bad = List.copyOf(bad);
    }

    /**
     * A line that cannot be read.
     *
     * @param line its number, from 1
     * @param why the end of a sentence that begins with the line
     */
    public record BadLine(int line, String why) {
        @Override
        public String toString() {
            return "line " + line + " " + why;
        }
    }

    /** The names that a reader accepts. */
    public enum Accepted {
        /** Every name of at most 1,000 characters, for a command. */
        PRINTED(1000),
        /** A name that a model reads whole and a figure can show. */
        DRAWN(LONGEST);

        private final int longest;

        Accepted(int longest) {
            this.longest = longest;
        }

        /** Returns why a stripped line is no name; an empty text if it is one. */
        private String why(String name) {
            int letters = this == DRAWN ? name.codePointCount(0, name.length()) : name.length();
            if (this == PRINTED && letters > longest) {
                return "is longer than " + longest + " characters; write one name a line";
            }
            OptionalInt unsafe = name.codePoints().filter(ControlCharacters::is).findFirst();
            if (unsafe.isPresent()) {
                return "has the character " + ControlCharacters.code(unsafe.getAsInt())
                        + ", which nobody sees; take it out";
            }
            if (letters > longest) {
                return "has more than " + longest + " letters";
            }
            OptionalInt unknown = name.codePoints()
                    .filter(letter -> this == DRAWN && !isDrawn(letter))
                    .findFirst();
            return unknown.isEmpty()
                    ? ""
                    : "has " + ControlCharacters.code(unknown.getAsInt()) + ", which cannot be drawn in one cell";
        }

        /** Returns whether a figure, which has one cell for each letter, shows the letter. */
        private static boolean isDrawn(int letter) {
            String text = Character.toString(letter);
            return letter == '?'
                    || Character.isBmpCodePoint(letter)
                            && (isSpelled(text) || Letters.isLetter(letter) && Letters.width(text) == 1);
        }

        private static boolean isSpelled(String letter) {
            String spelled = Glyphs.ASCII.spell(letter);
            return spelled.length() == 1 && !spelled.equals("?");
        }
    }

    /** Returns the lines of a text, which end at a line feed, a carriage return or both. */
    public static List<String> lines(String text) {
        return List.of(text.split("\r\n|\r|\n", -1));
    }

    /** Reads lines. */
    public static NameList of(List<String> lines, Accepted accepted) {
        List<String> names = new ArrayList<>();
        List<BadLine> bad = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String name = Corpus.composed(lines.get(i).strip());
            String why = accepted.why(name);
            if (!why.isEmpty()) {
                bad.add(new BadLine(i + 1, why));
            } else if (!name.isEmpty()) {
                names.add(name);
            }
        }
        return new NameList(names, bad);
    }

    /** Returns the letters of all names in ascending order, each once. */
    public String letters() {
        int[] letters = names.stream()
                .flatMapToInt(String::codePoints)
                .sorted()
                .distinct()
                .toArray();
        return new String(letters, 0, letters.length);
    }

    /** Returns the longest name, the first of equally long ones; an empty text without names. */
    public String longest() {
        String longest = "";
        for (String name : names) {
            longest = name.length() > longest.length() ? name : longest;
        }
        return longest;
    }
}
