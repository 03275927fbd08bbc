package dev.nabla.gpt;

import dev.nabla.math.Noise;
import java.util.stream.LongStream;

/**
 * Texts to copy: a random stretch of 4 to 12 letters, again and again until the text has 24 letters, like {@code
 * kdhafkdhafkdhafkdhafkdha}. All stretches of a length are equally likely, so counts of what follows what are no help.
 */
public final class RepeatingTexts {
    /** Number of different letters, from a on. */
    public static final int LETTERS = 12;

    /** Letters of a text. */
    public static final int LENGTH = 24;

    static final int SHORTEST = 4;
    static final int LONGEST = 12;

    /** Number of texts, of which 16,000 are not held out: 2,000 steps of 8 texts read each of them once. */
    private static final int TEXTS = 17_777;

    private static final long SEED = 1;

    private RepeatingTexts() {}

    /** Loaded when it is first used. */
    private static final class OnFirstUse {
        static final Corpus CORPUS = Corpus.of(LongStream.iterate(0, i -> i + 1)
                .mapToObj(RepeatingTexts::text)
                .distinct()
                .limit(TEXTS)
                .toList());
    }

    /** Returns {@value #TEXTS} different texts. */
    public static Corpus corpus() {
        return OnFirstUse.CORPUS;
    }

    /** Returns text i: the first of its random numbers gives the length of its stretch, the others the letters. */
    private static String text(long i) {
        long first = i * (1 + LONGEST);
        int stretch = SHORTEST + (int) ((LONGEST - SHORTEST + 1) * Noise.uniform(SEED, first));
        StringBuilder text = new StringBuilder(LENGTH);
        for (int j = 0; j < LENGTH; j++) {
            double letter = LETTERS * Noise.uniform(SEED, first + 1 + j % stretch);
            text.append((char) ('a' + (int) letter));
        }
        return text.toString();
    }

    /**
     * Returns the length of the stretch that repeats: the least number of letters, at least {@value #SHORTEST}, after
     * which a text is as before. It is the length of the text if nothing repeats.
     */
    static int stretch(String text) {
        int stretch = SHORTEST;
        while (stretch < text.length() && !text.startsWith(text.substring(stretch))) {
            stretch++;
        }
        return stretch;
    }
}
