package dev.nabla.own;

import dev.nabla.figure.FigureState;
import dev.nabla.figure.WorkedSteps;
import dev.nabla.figure.part.Trained;
import dev.nabla.figure.train.TrainFigure;
import dev.nabla.gpt.ByHeart;
import dev.nabla.gpt.Corpus;
import dev.nabla.gpt.NameSampler;
import dev.nabla.gpt.Recipe;
import dev.nabla.gpt.Shape;
import dev.nabla.gpt.TrainingRun;
import dev.nabla.math.BadInput;
import java.util.Optional;

/**
 * What a learner does with names of their own in this session: the list, and the training on it. It is no part of the
 * progress and is never journaled.
 *
 * @param place where the list lives
 * @param lines the list as typed
 * @param title the name of the model
 * @param live the figure of the training; empty before the first
 * @param request what the program is asked to do with a file; empty for nothing
 * @param replaces whether the next request to keep the model may replace another of the same name
 * @param kept the model that was kept last
 */
public record OwnNames(
        ListPlace place,
        NameLines lines,
        String title,
        Optional<FigureState<?>> live,
        Optional<ModelRequest> request,
        boolean replaces,
        Optional<KeptModel> kept) {
    /** The fewest names to train on: a tenth is kept apart to test the model. */
    public static final int FEWEST = 10;

    private static final String TITLE = "names";
    private static final int FOUND = 4;

    /** Returns an empty list. */
    public static OwnNames none(ListPlace place) {
        return new OwnNames(place, NameLines.EMPTY, TITLE, Optional.empty(), Optional.empty(), false, Optional.empty());
    }

    /** Returns what is understood of the lines. */
    public NameList read() {
        return NameList.of(lines.lines(), NameList.Accepted.DRAWN);
    }

    public OwnNames withLines(NameLines other) {
        return new OwnNames(place, other, title, live, request, false, kept);
    }

    public OwnNames withTitle(String other) {
        return new OwnNames(place, lines, other, live, request, false, kept);
    }

    /** Returns a copy with a changed figure. */
    public OwnNames withLive(FigureState<?> other) {
        return new OwnNames(place, lines, title, Optional.of(other), request, replaces, kept);
    }

    /** Returns a copy that asks the program for something. */
    public OwnNames asking(ModelRequest other) {
        return new OwnNames(place, lines, title, live, Optional.of(other), replaces, kept);
    }

    /** Returns a copy whose request is done. */
    public OwnNames answered() {
        return new OwnNames(place, lines, title, live, Optional.empty(), replaces, kept);
    }

    /** Returns a copy that may replace the kept model of this name, once the learner has seen that there is one. */
    public OwnNames replacing() {
        return new OwnNames(place, lines, title, live, Optional.empty(), true, kept);
    }

    /** Returns a copy with the model that was kept last, if there is one. */
    public OwnNames withKept(Optional<KeptModel> other) {
        return new OwnNames(place, lines, title, live, request, replaces, other);
    }

    /** Returns a copy whose model was kept just now. */
    public OwnNames keeping() {
        return new OwnNames(place, lines, title, live, Optional.empty(), false, Optional.of(model()));
    }

    /**
     * Returns a copy that trains on the list. A training on the same names goes on; any other begins anew, and what was
     * computed for the one before is forgotten.
     *
     * @throws BadInput if there are too few names, or more different letters than a model takes
     */
    public OwnNames training() {
        NameList read = read();
        int missing = FEWEST - read.names().size();
        if (missing > 0) {
            throw BadInput.usage("too_few", few(read.names().size()));
        }
        Corpus corpus = Corpus.of(read.names());
        if (live.isPresent() && film().recipe().corpus().equals(corpus)) {
            return this;
        }
        forget();
        return withLive(TrainFigure.on(corpus).run());
    }

    /** Returns the sentence for a list with too few names. */
    public static String few(int names) {
        return needed(names) + ", because one in ten is kept apart";
    }

    /** Returns the same without the reason, for a narrow place. */
    public static String needed(int names) {
        return (names == 0 ? "No name yet" : WorkedSteps.count(names, "name") + " so far") + ": " + FEWEST
                + " are needed";
    }

    /** Returns the number of weights of a model of so many different letters. */
    public static long weights(int letters) {
        Shape standard = Recipe.standard().shape();
        return new Shape(letters + 1, standard.nEmbd(), standard.nHead(), standard.blockSize(), standard.nLayer())
                .parameters();
    }

    /** Forgets what was computed for the training. Call this when the session ends. */
    public void forget() {
        live.ifPresent(any -> TrainingRun.forget(film().recipe().corpus()));
    }

    /** Returns whether the model of the shown step was kept under its present name. */
    public boolean isKept() {
        return kept.filter(model -> model.title().equals(title)
                        && model.snapshot().step() == step()
                        && model.recipe().equals(film().recipe()))
                .isPresent();
    }

    /** Returns the step that the figure shows. */
    public int step() {
        return (int) trained().steps();
    }

    /** Returns the training. There must be one. */
    public TrainingRun film() {
        return trained().film();
    }

    private Trained<?> trained() {
        return (Trained<?>) live.orElseThrow().shown();
    }

    /** Says how many of the first 200 names of the model stand in the list that it learns from. */
    public String byHeart() {
        ByHeart count = film().byHeart(step(), NameSampler.USUAL_TAU, Long.MAX_VALUE);
        String found = count.found().isEmpty()
                ? ""
                : ": "
                        + String.join(
                                ", ",
                                count.found()
                                        .subList(
                                                0, Math.min(FOUND, count.found().size())));
        return count.known() + " of the first " + ByHeart.NAMES + " names that it makes up stand in its list" + found
                + ".";
    }

    /** Returns the model at the step that the figure shows. */
    public KeptModel model() {
        return model(step());
    }

    /** Returns the model at a step. */
    public KeptModel model(int step) {
        Recipe recipe = film().recipe();
        return new KeptModel(title, recipe.corpus().names().size(), recipe, film().snapshot(step));
    }
}
