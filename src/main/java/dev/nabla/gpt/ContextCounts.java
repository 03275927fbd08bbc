package dev.nabla.gpt;

import dev.nabla.math.Vector;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Counts of which token follows the last {@code back} tokens of a name. A name that has just begun is preceded by end
 * tokens, as many as are needed. Only the cells above 0 are stored, so that {@code back} can be 5: the standard names
 * fill 21,425 of 387,420,489 cells.
 *
 * <p>The tables of a process are shared: counting the standard names takes about 10 ms. Thread-safe.
 */
public final class ContextCounts {
    public static final int MOST_BACK = 5;

    private static final int MOST_TABLES = 16;
    private static final Map<TableKey, ContextCounts> TABLES = TrainingCache.lruMap(MOST_TABLES);

    private final int vocab;
    private final int back;

    /** The filled cells in ascending order: the context, oldest token first, then the next token, in base V. */
    private final long[] cells;

    /** How often each filled cell was counted. */
    private final int[] counts;

    /** For every token of the held-out names, how often it and how often any token followed its context. */
    private final List<HeldOutToken> heldOut = new ArrayList<>();

    private record TableKey(Corpus corpus, long seed, int back) {}

    private record HeldOutToken(int count, int total) {}

    private ContextCounts(int vocab, int back, Corpus.Split names) {
        this.vocab = vocab;
        this.back = back;
        long[] all = names.training().stream().flatMapToLong(this::cells).toArray();
        Arrays.sort(all);
        int filled = 0;
        int[] often = new int[all.length];
        for (int i = 0; i < all.length; i++) {
            filled += i == 0 || all[i] != all[filled - 1] ? 1 : 0;
            all[filled - 1] = all[i];
            often[filled - 1]++;
        }
        this.cells = Arrays.copyOf(all, filled);
        this.counts = Arrays.copyOf(often, filled);
        names.heldOut().forEach(name -> cells(name).forEach(this::lookUp));
    }

    /**
     * Counts the training names of a corpus.
     *
     * @param seed the seed that splits the corpus
     * @param back tokens looked back, 0 to {@value #MOST_BACK}
     */
    public static ContextCounts of(Corpus corpus, long seed, int back) {
        TableKey asked = new TableKey(corpus, seed, back);
        ContextCounts known = TABLES.get(asked);
        if (known == null) {
            known = new ContextCounts(corpus.vocab(), back, corpus.split(seed));
            TABLES.put(asked, known);
        }
        return known;
    }

    /** Returns whether {@link #of} can return the table without counting. */
    public static boolean isKnown(Corpus corpus, long seed, int back) {
        return TABLES.containsKey(new TableKey(corpus, seed, back));
    }

    /** Returns the cell of each token of a name but the first. */
    private LongStream cells(int[] name) {
        return IntStream.range(1, name.length).mapToLong(t -> cell(name, t) + name[t]);
    }

    /** Returns the first cell of the context before position t. */
    private long cell(int[] name, int t) {
        long context = 0;
        for (int i = t - back; i < t; i++) {
            context = context * vocab + name[Math.max(0, i)];
        }
        return context * vocab;
    }

    private void lookUp(long cell) {
        long first = cell - cell % vocab;
        int count = 0;
        int total = 0;
        for (int i = from(first); i < cells.length && cells[i] < first + vocab; i++) {
            total += counts[i];
            count += cells[i] == cell ? counts[i] : 0;
        }
        heldOut.add(new HeldOutToken(count, total));
    }

    /** Returns the index of the first filled cell that is not before {@code cell}. */
    private int from(long cell) {
        int at = Arrays.binarySearch(cells, cell);
        return at < 0 ? -at - 1 : at;
    }

    /** Returns the number of cells, V^(back + 1): 19,683 for 27 tokens and 2 back. */
    public long size() {
        long size = vocab;
        for (int i = 0; i < back; i++) {
            size *= vocab;
        }
        return size;
    }

    /** Returns the number of cells above 0: 3,610 for the standard names and 2 back. */
    public int filled() {
        return cells.length;
    }

    /** Returns how often each token followed the tokens before position t of a name, V counts. */
    public Vector before(int[] name, int t) {
        double[] row = new double[vocab];
        long first = cell(name, t);
        for (int i = from(first); i < cells.length && cells[i] < first + vocab; i++) {
            row[(int) (cells[i] - first)] = counts[i];
        }
        return Vector.of(row);
    }

    /**
     * Returns the mean of -log p over the held-out names in nats, with {@code alpha} added to every count. For the
     * standard names, seed 1, alpha 1 and 0 to 5 back: 2.852, 2.424, 2.221, 2.264, 2.461, 2.601.
     */
    public double heldOut(double alpha) {
        double sum = 0;
        for (HeldOutToken token : heldOut) {
            sum -= StrictMath.log((token.count + alpha) / (token.total + alpha * vocab));
        }
        return sum / heldOut.size();
    }

    /**
     * Returns the mean of -log p over the counted names themselves in nats, with {@code alpha} added to every count:
     * 2.423 for the standard names, alpha 1 and 1 back, 2.129 for 3 back.
     */
    public double seen(double alpha) {
        double sum = 0;
        long letters = 0;
        for (int from = 0, to = 0; from < cells.length; from = to) {
            long total = 0;
            while (to < cells.length && cells[to] / vocab == cells[from] / vocab) {
                total += counts[to++];
            }
            for (int i = from; i < to; i++) {
                sum -= counts[i] * StrictMath.log((counts[i] + alpha) / (total + alpha * vocab));
            }
            letters += total;
        }
        return sum / letters;
    }
}
