package dev.nabla.figure.induce;

import dev.nabla.figure.Figure;
import dev.nabla.figure.part.Trained;
import dev.nabla.figure.part.WorkBudget;
import dev.nabla.gpt.CopyRate;
import dev.nabla.gpt.ForwardTrace;
import dev.nabla.gpt.Recipe;
import dev.nabla.gpt.RepeatingTexts;
import dev.nabla.gpt.TrainingRun;
import dev.nabla.gpt.Weights;
import dev.nabla.math.BadInput;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * State of FIG.22.
 *
 * @param text the text whose next letter the model guesses
 * @param layers number of layers, 1 or 2
 * @param head1 head of layer 1 that is shown, from 1
 * @param head2 head of layer 2 that is shown, from 1
 * @param off the head that is off, counted from 1 through both layers; 0 for none
 * @param seed of the first weights and of the order of the texts
 */
record InduceModel(String text, long layers, long head1, long head2, long off, long seed, CopyProgress progress)
        implements Trained<InduceModel> {
    static final int HEADS = 4;
    static final int LAYERS = 2;

    /** Most letters of a text, so that the model can guess one more. */
    static final int MOST_LETTERS = RepeatingTexts.LENGTH - 1;

    /** Texts to look at; the last two have no stretch that repeats. */
    static final List<String> TEXTS = List.of("kdhafkdhaf", "abcabcab", "lgcilgcilgc", "kdhafjcebk", "abcdefghijkl");

    /** Distance of the steps at which the model is measured: up to a step, and after it. */
    private static final int CLOSE = 50;

    private static final int CLOSE_UP_TO = 600;
    private static final int FAR = 200;

    /**
     * How far the training is, and what is known of it.
     *
     * @param steps training steps taken
     * @param measured the last step up to {@code steps} at which it is known how well the model copies
     * @param single the last step up to which this is known of the model with one layer; 0 if that is this model
     * @param tested whether it is known how well the model copies without the head that is off
     */
    record CopyProgress(long steps, int measured, int single, boolean tested) {}

    static InduceModel start() {
        return new InduceModel(TEXTS.get(0), LAYERS, 2, 3, 0, 1, new CopyProgress(0, 0, 0, true));
    }

    /**
     * Returns the text in lower case.
     *
     * @throws BadInput if it has no letters, too many or others
     */
    static String checked(String typed) {
        String text = typed.toLowerCase(Locale.ROOT);
        if (text.isEmpty()) {
            throw BadInput.usage("empty", "has no letter; type a text like kdhafkdhaf");
        }
        char last = 'a' + RepeatingTexts.LETTERS - 1;
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < 'a' || text.charAt(i) > last) {
                String letter = Character.toString(text.codePointAt(i));
                throw BadInput.usage("unknown_character", "has '" + letter + "'; type letters from a to " + last);
            }
        }
        if (text.length() > MOST_LETTERS) {
            throw BadInput.usage("too_long", "has " + text.length() + " letters; type at most " + MOST_LETTERS);
        }
        return text;
    }

    InduceModel withText(String other) {
        return new InduceModel(other, layers, head1, head2, off, seed, progress);
    }

    /** Returns a copy with another number of layers, at the same step. A head of a missing layer is not off. */
    InduceModel withLayers(long other) {
        long kept = off > other * HEADS ? 0 : off;
        return new InduceModel(text, other, head1, head2, kept, seed, progress).withSteps(steps());
    }

    InduceModel withHead1(long other) {
        return new InduceModel(text, layers, other, head2, off, seed, progress);
    }

    InduceModel withHead2(long other) {
        return new InduceModel(text, layers, head1, other, off, seed, progress);
    }

    /** Returns a copy of another run, at the same step. */
    InduceModel withSeed(long other) {
        return new InduceModel(text, layers, head1, head2, off, other, progress).withSteps(steps());
    }

    InduceModel withOff(long other) {
        CopyProgress known = new CopyProgress(steps(), measured(), progress.single, true);
        return new InduceModel(text, layers, head1, head2, other, seed, known);
    }

    /** Returns a copy with the next head off; none after the last one. */
    InduceModel withNextOff() {
        return withOff((off + 1) % (layers * HEADS + 1));
    }

    @Override
    public InduceModel withSteps(long other) {
        int to = (int) other;
        return with(new CopyProgress(other, to, layers == 1 ? 0 : to, true));
    }

    private InduceModel with(CopyProgress other) {
        return new InduceModel(text, layers, head1, head2, off, seed, other);
    }

    private InduceModel knowing(int own, int other, boolean all) {
        return with(new CopyProgress(steps(), own, other, all));
    }

    @Override
    public long steps() {
        return progress.steps;
    }

    int measured() {
        return progress.measured;
    }

    @Override
    public TrainingRun film() {
        return film(layers);
    }

    private TrainingRun film(long layers) {
        Recipe recipe = Recipe.copying().withSeed(seed);
        return new TrainingRun(recipe.withShape(recipe.shape().withLayers((int) layers)));
    }

    /** Returns the weights at this step, without the head that is off. */
    @Override
    public Weights weights() {
        Weights whole = Trained.super.weights();
        return off == 0 ? whole : whole.withoutHead((int) off - 1);
    }

    ForwardTrace trace() {
        return parts(text);
    }

    /** Returns the steps up to a step at which a model is measured, in ascending order: fixed ones and the step. */
    static List<Integer> marks(int step) {
        List<Integer> marks = new ArrayList<>();
        for (int mark = 0; mark < step; mark += mark < CLOSE_UP_TO ? CLOSE : FAR) {
            marks.add(mark);
        }
        marks.add(step);
        return marks;
    }

    /**
     * Trains to the step and measures the model on the way. The model with one layer follows at rest, as does what a
     * missing head costs.
     */
    @Override
    public InduceModel shown(boolean running, Figure.Budget budget) {
        WorkBudget work = new WorkBudget(budget);
        int own = 0;
        for (int mark : marks((int) steps())) {
            if (running && mark == steps()) {
                break;
            }
            if (!work.copies(film(), mark, -1)) {
                return withSteps(film().approach(mark, 0)).knowing(own, 0, off == 0);
            }
            own = mark;
        }
        int reached = work.trains(film(), steps());
        if (running || reached < steps()) {
            return withSteps(reached).knowing(Math.min(own, reached), 0, off == 0);
        }
        boolean all = off == 0 || work.copies(film(), own, (int) off - 1);
        int other = layers == 1 || !budget.comparing() ? 0 : last(mark -> work.copies(film(1), mark, -1));
        return knowing(own, other, all);
    }

    /** Returns the last mark up to the step before the first one that fails. */
    private int last(IntPredicate known) {
        int last = 0;
        for (int mark : marks((int) steps())) {
            if (!known.test(mark)) {
                return last;
            }
            last = mark;
        }
        return last;
    }

    /** Returns how well this model copies after a step, with all heads. */
    CopyRate copies(int step) {
        return film().copies(step, -1, Long.MAX_VALUE);
    }

    /** Returns how well this model copies without the head that is off. */
    CopyRate copiesWithout() {
        return film().copies(measured(), (int) off - 1, Long.MAX_VALUE);
    }

    /** Returns how well the model with one layer copies after a step. */
    CopyRate singleCopies(int step) {
        return film(1).copies(step, -1, Long.MAX_VALUE);
    }

    /** Returns the number of positions: one per letter and the dot before them. */
    int places() {
        return text.length() + 1;
    }

    /** Returns the token at a position from 0, the dot first. */
    String letter(int place) {
        return ("." + text).substring(place, place + 1);
    }

    String lastLetter() {
        return letter(text.length());
    }

    /** Returns the positions of the letters that came after the last letter when that stood there before. */
    List<Integer> after() {
        int last = text.length();
        return IntStream.rangeClosed(2, last)
                .filter(t -> letter(t - 1).equals(letter(last)))
                .boxed()
                .toList();
    }

    /** Returns the letter that came after the last letter the last time. */
    Optional<String> cameAfter() {
        List<Integer> after = after();
        return after.isEmpty() ? Optional.empty() : Optional.of(letter(after.get(after.size() - 1)));
    }

    /** Returns whether a text that the model learns from contains this one. */
    boolean isLearnt() {
        return RepeatingTexts.corpus().names().stream().anyMatch(name -> name.contains(text));
    }

    /** Returns the name of a head, counted from 0 through both layers: {@code 1.4}. */
    static String headName(int head) {
        return (head / HEADS + 1) + "." + (head % HEADS + 1);
    }
}
