package dev.nabla.lesson.question;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a number counts, if it counts things, with the words that may be typed after it: {@code 34 tokens}. */
public enum CountedNoun {
    TOKENS("token", "tokens"),
    LETTERS("letter", "letters"),
    NAMES("name", "names"),
    WEIGHTS("weight", "weights", "parameter", "parameters"),
    NUMBERS("number", "numbers", "entry", "entries"),
    SHARES("share", "shares"),
    MULTIPLICATIONS("multiplication", "multiplications"),
    PATHS("path", "paths"),
    STEPS("step", "steps"),
    TIMES("time", "times"),
    YEARS("year", "years");

    private final List<String> words;

    CountedNoun(String... words) {
        this.words = List.of(words);
    }

    /** Returns the noun with this name, like {@code tokens}; empty if there is none. */
    static Optional<CountedNoun> named(String name) {
        return Arrays.stream(values()).filter(noun -> noun.text().equals(name)).findFirst();
    }

    /** Returns whether a typed word names what is counted, in the singular or the plural. */
    boolean isNamed(String word) {
        return words.contains(word.toLowerCase(Locale.ROOT));
    }

    /** Returns the name that lessons use, like {@code tokens}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
