package dev.nabla.gpt;

import dev.nabla.math.BadInput;
import dev.nabla.math.Noise;
import java.text.Normalizer;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.RandomAccess;
import java.util.Set;

/**
 * Names and the tokens that they are made of, compared by value. Each character is a token, in Unicode order. The last
 * token is the end token, which both begins and ends a name.
 *
 * <p>Letters with accents are composed first, so that {@code Zo\u00eb} has three tokens whichever way it was typed.
 */
public final class Corpus {
    public static final int MOST_NAMES = 100_000;
    public static final int MOST_CHARACTERS = 128;
    /** First index of a seed's noise that shuffles the names; the weights use the indices before it. */
    private static final long ORDER = 1L << 40;
    /** First combining mark; a text of smaller code points is already composed. */
    private static final int FIRST_MARK = 0x300;

    /** One name in this many is held out. */
    private static final int TENTH = 10;

    private final List<String> names;
    private final Set<String> known;
    /** Code points in ascending order; the index is the token. */
    private final int[] alphabet;

    private final int usualPlaces;
    private final int hash;

    private Corpus(List<String> names, int[] alphabet) {
        this.names = names;
        this.known = Set.copyOf(names);
        this.alphabet = alphabet;
        long places = 0;
        for (String name : names) {
            places += name.codePointCount(0, name.length()) + 1;
        }
        this.usualPlaces = (int) Math.round(places / (double) names.size());
        this.hash = names.hashCode();
    }

    /** Returns the built-in names, which have 27 tokens. */
    public static Corpus standard() {
        return StandardNames.CORPUS;
    }

    /**
     * Creates a corpus of names in the given order. Duplicates are kept, empty names are dropped.
     *
     * @throws BadInput {@code empty} without names; {@code too_many} above {@link #MOST_NAMES} names or
     *     {@link #MOST_CHARACTERS} different characters
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

    /** Returns whether {@code name} is in the corpus, for training or held out. */
    public boolean knows(String name) {
        return known.contains(name);
    }

    /** Returns the positions of a name of mean length, rounded: 7 for the built-in names, 6 letters and the end. */
    int usualPlaces() {
        return usualPlaces;
    }

    /** Returns the characters in token order. */
    public String alphabet() {
        return new String(alphabet, 0, alphabet.length);
    }

    /** Returns the number of tokens: one per character, and the end token. */
    public int vocab() {
        return alphabet.length + 1;
    }

    /** Returns the end token, which is the last one. */
    public int end() {
        return alphabet.length;
    }

    /** Returns the character of a token as text; a dot for the end token. */
    public String text(int token) {
        return token == end() ? "." : Character.toString(alphabet[token]);
    }

    /**
     * Returns the tokens of a name, with the end token at both ends: {@code emma} has 6.
     *
     * @throws BadInput {@code unknown_character} for a character that is not in the alphabet
     */
    public int[] tokens(String name) {
        int[] letters = letters(name);
        int[] tokens = new int[letters.length + 2];
        tokens[0] = end();
        System.arraycopy(letters, 0, tokens, 1, letters.length);
        tokens[letters.length + 1] = end();
        return tokens;
    }

    /**
     * Returns the tokens of a text, without end tokens.
     *
     * @throws BadInput {@code unknown_character} for a character that is not in the alphabet
     */
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

    /** Returns the text with its accents composed with their letters, as names are stored. */
    public static String composed(String text) {
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

    /** Returns the text of tokens; the end token adds nothing. */
    public String text(int[] tokens) {
        StringBuilder text = new StringBuilder();
        for (int token : tokens) {
            text.append(token == end() ? "" : text(token));
        }
        return text.toString();
    }

    /**
     * The names shuffled by a seed (Fisher and Yates, from the end), split into training and held-out names.
     *
     * @param training names to train on, as tokens
     * @param heldOut the last tenth, rounded down, which no training step uses
     */
    public record Split(List<int[]> training, List<int[]> heldOut) {
        /** Returns training name number {@code learnt}, counted from 0; after the last name the order repeats. */
        public int[] name(long learnt) {
            return training.get((int) (learnt % training.size()));
        }

        /** Returns the split with only the first {@code most} training names. */
        Split limited(int most) {
            return most < training.size() ? new Split(training.subList(0, most), heldOut) : this;
        }
    }

    /**
     * Returns the split of a seed. The standard names give 7,563 training names, riordan first for seed 1, and 840 held
     * out.
     */
    public Split split(long seed) {
        int[] order = new int[names.size()];
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
        for (int i = order.length - 1; i > 0; i--) {
            int j = (int) (Noise.uniform(seed, ORDER + i) * (i + 1));
            int other = order[j];
            order[j] = order[i];
            order[i] = other;
        }
        List<int[]> all = new TokensInOrder(order);
        int learnt = all.size() - heldOut();
        return new Split(all.subList(0, learnt), all.subList(learnt, all.size()));
    }

    /** The tokens of all names in an order. They are made when they are read: kept, they take twice a name's text. */
    private final class TokensInOrder extends AbstractList<int[]> implements RandomAccess {
        private final int[] order;

        TokensInOrder(int[] order) {
            this.order = order;
        }

        @Override
        public int[] get(int i) {
            return tokens(names.get(order[i]));
        }

        @Override
        public int size() {
            return order.length;
        }
    }

    /** Returns the number of held-out names: a tenth, rounded down. */
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
