package dev.nabla.figure.bigram;

import dev.nabla.figure.Figure;
import dev.nabla.figure.part.NameKnobs;
import dev.nabla.figure.part.StandardCounts;
import dev.nabla.figure.part.WorkBudget;
import dev.nabla.gpt.Bigram;
import dev.nabla.gpt.ContextCounts;
import dev.nabla.gpt.Corpus;
import dev.nabla.gpt.Recipe;
import dev.nabla.gpt.TrainingRun;
import dev.nabla.math.BadInput;
import dev.nabla.math.Vector;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * State of FIG.10. It uses the training names of the standard corpus, split with seed 1.
 *
 * @param letter the selected token
 * @param next the token that follows it
 * @param name the name that is predicted from the table
 * @param alpha number added to every count, 1e-9 to 1e9
 * @param back letters that the table looks back, 0 to 5
 * @param counted number of tables that can be drawn without waiting, beginning with 0 letters back
 * @param trained whether the loss of the standard GPT can be drawn without waiting
 */
record BigramModel(int letter, int next, String name, double alpha, int back, int counted, boolean trained) {
    static final double LEAST = 1e-9;
    static final double MOST = 1e9;
    static final int TABLES = ContextCounts.MOST_BACK + 1;

    private static final Recipe GPT = Recipe.standard();

    BigramModel {
        boolean fine = alpha >= LEAST && alpha <= MOST;
        BadInput.requireRange(fine, "alpha", alpha, "must be from 1e-9 to 1e9; 1 is usual");
    }

    BigramModel withLetter(int other) {
        return new BigramModel(other, next, name, alpha, back, TABLES, true);
    }

    BigramModel withNext(int other) {
        return new BigramModel(letter, other, name, alpha, back, TABLES, true);
    }

    BigramModel withName(String other) {
        return new BigramModel(letter, next, other, alpha, back, TABLES, true);
    }

    BigramModel withAlpha(double other) {
        return new BigramModel(letter, next, name, other, back, TABLES, true);
    }

    BigramModel withBack(long other) {
        return new BigramModel(letter, next, name, alpha, (int) other, TABLES, true);
    }

    /** Returns whether the table is the one of pairs, which is drawn whole. */
    boolean isPairs() {
        return back == 1;
    }

    /**
     * Returns what can be shown within the budget; see {@link Figure.PieceWork#shown}. A table takes a piece. A run
     * counts only the tables that it has reached; the GPT is trained once the figure is at rest.
     */
    BigramModel shown(boolean running, Figure.Budget budget) {
        if (isPairs() && !running) {
            return this;
        }
        WorkBudget work = new WorkBudget(budget);
        int last = running ? back : ContextCounts.MOST_BACK;
        int known = 0;
        while (known <= last && (isCounted(known) || work.take())) {
            table(known++);
        }
        WorkBudget rest = running ? new WorkBudget(Figure.Budget.of(0)) : work;
        boolean done = rest.examines(new TrainingRun(GPT), GPT.of());
        return new BigramModel(letter, next, name, alpha, back, known == last + 1 ? TABLES : known, done);
    }

    private static boolean isCounted(int back) {
        return ContextCounts.isKnown(GPT.corpus(), GPT.seed(), back);
    }

    static ContextCounts table(int back) {
        return ContextCounts.of(GPT.corpus(), GPT.seed(), back);
    }

    ContextCounts table() {
        return table(back);
    }

    Bigram pairs() {
        return new Bigram(StandardCounts.PAIRS.counts(), alpha);
    }

    List<int[]> heldOut() {
        return StandardCounts.NAMES.heldOut();
    }

    /** Returns the held-out loss of the standard GPT after its training, in nats per letter. */
    static double lossOfGpt() {
        return new TrainingRun(GPT).heldOut(GPT.of());
    }

    static int stepsOfGpt() {
        return GPT.of();
    }

    static int weightsOfGpt() {
        return GPT.shape().parameters();
    }

    /** Returns the tokens of the name, with the end token at both ends. */
    int[] tokens() {
        return Corpus.standard().tokens(name);
    }

    /**
     * Returns the tokens that have been read when {@code next} is to be predicted: the name as far as its first
     * {@code letter}, or the end token and the letter if the name does not have it.
     */
    private int[] read() {
        int[] tokens = tokens();
        int at = 0;
        while (at < tokens.length && tokens[at] != letter) {
            at++;
        }
        return at < tokens.length
                ? IntStream.rangeClosed(0, at).map(t -> tokens[t]).toArray()
                : new int[] {Corpus.standard().end(), letter};
    }

    /** Returns the letters that the table looks at to predict {@code next}, with a dot for each end token. */
    String context() {
        int[] read = read();
        return context(read, read.length);
    }

    /** Returns the letters that the table looks at to predict token t of a name. */
    String context(int[] tokens, int t) {
        return IntStream.range(t - back, t)
                .mapToObj(i -> NameKnobs.text(tokens[Math.max(0, i)]))
                .collect(Collectors.joining());
    }

    /** Returns how often each token followed the context of {@code next}. */
    Vector counts() {
        int[] read = read();
        return counts(read, read.length);
    }

    private Vector counts(int[] tokens, int t) {
        return isPairs() ? StandardCounts.PAIRS.counts().row(tokens[t - 1]) : table().before(tokens, t);
    }

    /** Returns the probability of each token after the context. */
    Vector after() {
        return Bigram.shares(counts(), alpha);
    }

    /** Returns the probability of each letter of the name and of its end. */
    Vector shares() {
        int[] tokens = tokens();
        return Vector.of(tokens.length - 1, t -> Bigram.shares(counts(tokens, t + 1), alpha)
                .get(tokens[t + 1]));
    }
}
