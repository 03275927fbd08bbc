package dev.nabla.gpt;

import dev.nabla.math.BadInput;
import dev.nabla.math.Noise;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Set;

/**
 * Names and the characters that they are made of, compared by value. A token is a character, in the order of its number in
 * Unicode, and one more, the last, which both begins and ends a name.
 *
 * <p>Letters with marks are composed first, so that {@code Zo\u00eb} has three tokens however it was typed.
 */
public final class Corpus {
    public static final int MOST_NAMES = 100_000;
    public static final int MOST_CHARACTERS = 128;
    /** Where a seed's noise for the order of names begins; before it the weights have theirs. */
    private static final long ORDER = 1L << 40;
    /** Before it in Unicode there is nothing to compose. */
    private static final int FIRST_MARK = 0x300;

    /** One of so many names is held out. */
    private static final int TENTH = 10;

    private final List<String> names;
    private final Set<String> known;
    /** The characters, sorted. */
    private final int[] alphabet;

    /** Of each name its tokens. */
    private final int[][] tokens;

    private final int hash;

    private Corpus(List<String> names, int[] alphabet) {
        this.names = names;
        this.known = Set.copyOf(names);
        this.alphabet = alphabet;
        this.tokens = names.stream().map(this::tokens).toArray(int[][]::new);
        this.hash = names.hashCode();
    }

    /** The names that come with the program, 27 tokens. */
    public static Corpus standard() {
        return StandardNames.CORPUS;
    }

    /**
     * Names in their order; those that stand twice count twice.
     *
     * @throws BadInput {@code empty} without names, {@code too_many} beyond what a model here can learn
     */
    public static Corpus of(List<String> names) {
        List<String> composed = names.stream()
                .map(Corpus::composed)
                .filter(name -> !name.isEmpty())
                .toList();
        if (composed.isEmpty()) {
            throw BadInput.usage("empty", "it holds no name; write one a line, like amelia");
        }
        if (composed.size() > MOST_NAMES) {
            throw BadInput.usage("too_many", "it holds " + composed.size() + " names; give at most " + MOST_NAMES);
        }
        BitSet characters = new BitSet();
        for (String name : composed) {
            for (int character : characters(name)) {
                characters.set(character);
            }
        }
        if (characters.cardinality() > MOST_CHARACTERS) {
            throw BadInput.usage(
                    "too_many",
                    "it holds " + characters.cardinality() + " different characters; give names of at most "
                            + MOST_CHARACTERS);
        }
        return new Corpus(composed, characters.stream().toArray());
    }

    public List<String> names() {
        return names;
    }

    /** True for one of the names, learnt or held out. */
    public boolean knows(String name) {
        return known.contains(name);
    }

    /** The characters in the order of their tokens. */
    public String alphabet() {
        return new String(alphabet, 0, alphabet.length);
    }

    /** How many tokens there are: a character each, and the end. */
    public int vocab() {
        return alphabet.length + 1;
    }

    /** The token that begins and ends a name, the last. */
    public int end() {
        return alphabet.length;
    }

    /** The character of a token, as text; a dot for the end. */
    public String text(int token) {
        return token == end() ? "." : Character.toString(alphabet[token]);
    }

    /**
     * The tokens of a name, the end on both sides: {@code emma} has 6.
     *
     * @throws BadInput {@code unknown_character} if one is not in the alphabet
     */
    public int[] tokens(String name) {
        int[] letters = letters(name);
        int[] tokens = new int[letters.length + 2];
        tokens[0] = end();
        System.arraycopy(letters, 0, tokens, 1, letters.length);
        tokens[letters.length + 1] = end();
        return tokens;
    }

    /** The tokens of some letters, without an end. */
    public int[] letters(String text) {
        int[] letters = characters(composed(text));
        for (int i = 0; i < letters.length; i++) {
            letters[i] = token(letters[i]);
        }
        return letters;
    }

    private static int[] characters(String text) {
        int[] characters = new int[text.codePointCount(0, text.length())];
        int at = 0;
        for (int i = 0; i < characters.length; i++) {
            characters[i] = text.codePointAt(at);
            at += Character.charCount(characters[i]);
        }
        return characters;
    }

    private static String composed(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= FIRST_MARK) {
                return Normalizer.normalize(text, Normalizer.Form.NFC);
            }
        }
        return text;
    }

    private int token(int character) {
        int token = Arrays.binarySearch(alphabet, character);
        if (token < 0) {
            throw BadInput.usage(
                    "unknown_character",
                    "has '" + Character.toString(character)
                            + "', which stands in no name that was learnt; type some of " + alphabet());
        }
        return token;
    }

    /** The letters of some tokens; the end has none. */
    public String text(int[] tokens) {
        StringBuilder text = new StringBuilder();
        for (int token : tokens) {
            text.append(token == end() ? "" : text(token));
        }
        return text.toString();
    }

    /**
     * The names in the order of a seed (Fisher and Yates, from the end), a tenth held out.
     *
     * @param training the names that are learnt, as tokens
     * @param heldOut the last tenth, rounded down, which no step sees
     */
    public record Split(List<int[]> training, List<int[]> heldOut) {
        /** The name that comes next after so many: all in turn, and again. */
        int[] name(long learnt) {
            return training.get((int) (learnt % training.size()));
        }
    }

    /** The split of a seed: 7,563 names of the standard ones to learn, riordan the first for seed 1, and 840 held out. */
    public Split split(long seed) {
        int[][] shuffled = tokens.clone();
        for (int i = shuffled.length - 1; i > 0; i--) {
            int j = (int) (Noise.uniform(seed, ORDER + i) * (i + 1));
            int[] other = shuffled[j];
            shuffled[j] = shuffled[i];
            shuffled[i] = other;
        }
        List<int[]> all = List.of(shuffled);
        int learnt = all.size() - heldOut();
        return new Split(all.subList(0, learnt), all.subList(learnt, all.size()));
    }

    /** How many names are held out: a tenth, rounded down. */
    public int heldOut() {
        return names.size() / TENTH;
    }

    @Override
    public boolean equals(Object other) {
        return this == other || other instanceof Corpus corpus && hash == corpus.hash && names.equals(corpus.names);
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public String toString() {
        return names.size() + " names of " + alphabet();
    }
}
