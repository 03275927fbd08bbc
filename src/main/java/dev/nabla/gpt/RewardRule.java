package dev.nabla.gpt;

import java.util.Locale;

/** What is rewarded in a sampled name. The reward says how good the name is, never which name would be right. */
public enum RewardRule {
    /** 1 for a name whose last letter is a, otherwise 0. */
    ENDS_IN_A("ends in a") {
        @Override
        public double reward(String name) {
            return name.endsWith("a") ? 1 : 0;
        }
    },
    /** The number of a's. */
    MANY_A("many a's") {
        @Override
        public double reward(String name) {
            return name.chars().filter(letter -> letter == 'a').count();
        }
    },
    /** The number of letters over {@value #LONG_NAME}. */
    LONG("long") {
        @Override
        public double reward(String name) {
            return name.codePointCount(0, name.length()) / LONG_NAME;
        }
    },
    /** 1 for a name of three letters or more that reads the same from behind, otherwise 0. */
    PALINDROME("palindrome") {
        @Override
        public double reward(String name) {
            boolean mirrored = new StringBuilder(name).reverse().toString().equals(name);
            return mirrored && name.codePointCount(0, name.length()) > 2 ? 1 : 0;
        }
    };

    private static final double LONG_NAME = 8;

    private final String words;

    RewardRule(String words) {
        this.words = words;
    }

    /** Returns the words for it in a figure: {@code many a's}. */
    public String words() {
        return words;
    }

    /** Returns the word to type for it: {@code many-a}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Returns the reward of a name, at least 0. */
    public abstract double reward(String name);
}
