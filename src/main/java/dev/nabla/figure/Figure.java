package dev.nabla.figure;

import dev.nabla.figure.Guess.Ghost;
import dev.nabla.figure.ViewState.Focus;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Line;
import dev.nabla.math.Matrix;
import dev.nabla.math.Vector;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** A figure: inputs, results and a picture of one idea of the course. Each figure is declared in one file. */
public interface Figure<M extends Record> {
    /** A figure whose runs can diverge. */
    interface Diverging<M extends Record> extends Figure<M> {
        /**
         * Returns why the model's run diverges and what to change; empty if it does not. A diverging model still has
         * results.
         */
        Optional<String> divergence(M model);
    }

    /** A figure on whose picture a learner can mark a guess, the ghost. */
    interface Guessable<M extends Record> extends Figure<M> {
        /** Returns the ghost at its first position. */
        Ghost ghost(M model);
    }

    /** A figure that is shown in words and numbers: an operation of {@code solve} that no lesson draws. */
    interface WithoutPicture<M extends Record> extends Figure<M> {
        @Override
        default void draw(M model, ViewState<M> cursor, Canvas body) {
            TextFigure.draw(this, model, cursor, body);
        }
    }

    /** A figure with links to others. */
    interface LinkedFigure<M extends Record> extends Figure<M> {
        /** Returns the id of the figure that explains what a knob changes; "" if there is none. */
        String linkedFigure(M model, String knob);
    }

    /** A figure whose parts are shown by other figures in full. */
    interface ReferringFigure<M extends Record> extends Figure<M> {
        /** Returns the id of the figure that shows the open part; empty while no part is open. */
        Optional<String> referredFigure(M model);

        /** Returns the settings with which that figure shows the same state, in the order of its knobs. */
        Map<String, String> referredSettings(M model);
    }

    /**
     * A change of the model or of the focus that has a key of its own, like making two vectors perpendicular.
     *
     * @param name identifies the action
     * @param key a small letter, which lessons may name
     * @param word the label in the key line; empty if the key line does not show it
     * @param help describes the effect
     * @param effect returns the model after the action
     * @param takes knobs of which the first that has a place gets the focus; empty if the focus stays
     */
    record FigureAction<M extends Record>(
            String name, char key, String word, String help, UnaryOperator<M> effect, List<String> takes) {
        public FigureAction(String name, char key, String word, String help, UnaryOperator<M> effect) {
            this(name, key, word, help, effect, List.of());
        }
    }

    Info info();

    /** Returns the description for the picture of a model, which by default is that of all models. */
    default Info info(M model) {
        return info();
    }

    default String id() {
        return info().id();
    }

    /** Returns the model that the figure opens with. */
    M start();

    /** Returns the knobs in Tab order. Only knobs and commands change the model. */
    List<Knob<M, ?>> knobs();

    /** Returns the knobs that are inputs of the question; the others only change the picture. */
    default List<Knob<M, ?>> inputs() {
        List<Knob<M, ?>> inputs = new ArrayList<>(knobs());
        inputs.removeIf(knob -> !knob.info().isInput());
        return inputs;
    }

    /**
     * Returns what to type in place of a knob that a question does not have, or that the figure had in an earlier
     * version; empty if there is nothing.
     */
    default Optional<String> insteadOf(String knob) {
        return Optional.empty();
    }

    /** Returns the knobs that the picture of a model shows, in Tab order; by default all of them. */
    default List<Knob<M, ?>> knobs(M model) {
        return knobs();
    }

    /** Selects the places where the keys stop, in Tab order, from all places where they could stop. */
    default List<Focus> stops(M model, List<Focus> all) {
        return all;
    }

    /** Returns the steps that Space and Enter advance; empty for a figure without steps. */
    default Optional<Stepper<M>> stepper() {
        return Optional.empty();
    }

    /** Returns the steps in the picture of a model; by default every model has them. */
    default Optional<Stepper<M>> stepper(M model) {
        return stepper();
    }

    /**
     * Returns whether the steps of two models belong to one run, so that the farther one was reached by both. By
     * default all models of a figure share their run.
     */
    default boolean isSameRun(M model, M other) {
        return true;
    }

    /**
     * Returns what is known of a fact during a run that does not wait for its measurement; empty in figures whose facts
     * need none.
     */
    default OptionalDouble estimate(M model, String fact) {
        return OptionalDouble.empty();
    }

    /** Returns the commands that have a key of their own; most figures have none. */
    default List<FigureAction<M>> commands() {
        return List.of();
    }

    /** Returns the commands that the picture of a model offers, by default all of them. */
    default List<FigureAction<M>> commands(M model) {
        return commands();
    }

    /** Returns the command that Enter plays before it leads on; most figures have none. */
    default Optional<FigureAction<M>> onward(M model) {
        return Optional.empty();
    }

    /**
     * Returns what the arrows change, in a word each: those to the left and right, and those down and up. Empty where
     * they nudge a value and choose another.
     */
    default List<String> arrows(M model) {
        return List.of();
    }

    /** Returns whether the picture shows the first of several models that are played beside the last one. */
    default boolean comparesPlays(M model) {
        return false;
    }

    /** Returns whether only the main paragraph of the Python is copied, not the whole program. */
    default boolean copiesMainParagraph() {
        return false;
    }

    /**
     * Checks that the model has results. Most figures have results for every model.
     *
     * @throws dev.nabla.math.BadInput if the model can be drawn but has no results
     */
    default void requireAnswer(M model) {}

    /** Returns what a reader of the results must know, like that nothing was trained; empty for most models. */
    default Optional<String> caveat(M model) {
        return Optional.empty();
    }

    /**
     * Returns warnings about the inputs of a question that has an answer: those that may be meant otherwise. Most
     * figures have none.
     *
     * @param given the names of the inputs that were given
     */
    default List<String> doubts(M model, Set<String> given) {
        return List.of();
    }

    /**
     * Returns whether a command for a run that is too long where others wait is cut there, because its beginning shows
     * what it is about; its picture leaves out what the run is compared with. Other figures refuse it.
     */
    default boolean endsEarly() {
        return false;
    }

    /** Returns the estimated time to compute the results, in microseconds; 0 if it is always short. */
    default double effort(M model) {
        return 0;
    }

    /** Returns what the help says of the results beside their names, in lines; most figures need nothing. */
    default List<String> aboutResults() {
        return List.of();
    }

    /** Returns the quantities that follow from a model, in the order in which they are printed. */
    Quantities<M, ?> quantities();

    /** Computes all results of a model, in the order in which they are printed. */
    default List<Fact> facts(M model) {
        return facts(model, name -> true);
    }

    /** Computes the results of a model, in the same order: at least those with the wanted names. */
    default List<Fact> facts(M model, Predicate<String> wanted) {
        return quantities().facts(model, wanted);
    }

    /** Computes the results that the picture of a model shows, in order; by default all of them. */
    default List<Fact> pictureFacts(M model) {
        return pictureFacts(model, name -> true);
    }

    /** Computes the results that the picture of a model shows, at least those with the wanted names. */
    default List<Fact> pictureFacts(M model, Predicate<String> wanted) {
        return facts(model, wanted);
    }

    /** Returns whether the picture of a model already shows a result; text leaves out a result that it does not. */
    default boolean shows(M model, String fact) {
        return true;
    }

    /**
     * Returns the names of the facts that are printed only on request. Computes no results, because that would train a
     * GPT in some figures.
     */
    default List<String> factsOnRequest() {
        return quantities().onRequest();
    }

    /** Returns the worked solution with the model's numbers, one step per line. */
    List<String> steps(M model);

    /** Returns a Python program that computes the results and prints the figure's main number last. */
    Python python(M model);

    /**
     * Describes the present picture in clauses that follow each other, with their own blanks and commas. A narrow
     * screen drops the last ones.
     */
    List<Line> sentence(M model, ViewState<M> cursor);

    /** Returns the least number of rows in which the picture can be drawn; with fewer it is told in words. */
    default int leastRows(M model) {
        return FigurePage.LEAST_PICTURE_HEIGHT;
    }

    /** Describes the picture while a guess is open. The default sentence tells nothing about the picture. */
    default List<Line> sentenceOfGuess(M model, ViewState<M> cursor) {
        return cursor.guess().sentence();
    }

    /** Draws the picture and its numbers between the title and the sentence. */
    void draw(M model, ViewState<M> cursor, Canvas body);

    /**
     * A Python program with placeholders. {@code $name} or {@code $name[2]} stands for a knob, a fact or one of {@code
     * values}: a literal in code, a rounded number in a comment. A placeholder is always the longest possible name, so
     * their order does not matter.
     *
     * @param code program parts by name, which may contain placeholders themselves
     * @param values values by name that are neither knobs nor facts
     * @see CodeLine#of
     */
    record Python(String text, Map<String, String> code, Map<String, Value> values) {
        public Python {
            code = Map.copyOf(code);
            values = Map.copyOf(values);
        }

        public Python(String text) {
            this(text, Map.of(), Map.of());
        }

        /** Returns a copy in which {@code $name} stands for a part of the program. */
        public Python with(String name, String part) {
            Map<String, String> more = new HashMap<>(code);
            more.put(name, part);
            return new Python(text, more, values);
        }

        /**
         * Returns a copy in which {@code $name} stands for a count or an index, which can also be used in brackets:
         * {@code $p[$i]}.
         */
        public Python with(String name, long n) {
            return with(name, String.valueOf(n));
        }

        public Python with(String name, double x) {
            return with(name, new Value.Real(x));
        }

        public Python with(String name, Vector v) {
            return with(name, new Value.Reals(v));
        }

        public Python with(String name, Matrix m) {
            return with(name, new Value.Rows(m.vectors()));
        }

        private Python with(String name, Value value) {
            Map<String, Value> more = new HashMap<>(values);
            more.put(name, value);
            return new Python(text, code, more);
        }
    }

    /**
     * The steps of a figure, counted by a knob.
     *
     * @param knob the counter
     * @param verb what one step does, for the key line
     * @param nouns what the steps are, in the plural, for the key that takes many
     * @param pace how fast the steps are taken
     * @param finished whether more steps would show nothing new
     * @param runs whether the learner is meant to run a figure that opened with this model to its end before going on;
     *     false for ten thousand draws, for example
     * @param work the computation that a step needs before it can be shown; empty if that is short
     */
    record Stepper<M extends Record>(
            Knob<M, Long> knob,
            String verb,
            String nouns,
            Function<M, Pace> pace,
            Predicate<M> finished,
            Predicate<M> runs,
            Optional<PieceWork<M>> work) {
        private static final int FEW_STEPS = 8;

        public Stepper(Knob<M, Long> knob, String verb, String nouns, int burst, int perTick, Predicate<M> finished) {
            this(knob, verb, nouns, burst, perTick, finished, true);
        }

        /**
         * Creates steps with the same pace for every model: a tick every 250 ms if a burst has fewer than 8 steps, so
         * that each step can be followed, else every 60 ms.
         */
        public Stepper(
                Knob<M, Long> knob,
                String verb,
                String nouns,
                int burst,
                int perTick,
                Predicate<M> finished,
                boolean runs) {
            this(
                    knob,
                    verb,
                    nouns,
                    model -> new Pace(burst, perTick, burst < FEW_STEPS ? 250 : 60),
                    finished,
                    model -> runs,
                    Optional.empty());
        }

        public long at(M model) {
            return knob.get().apply(model);
        }

        /** Returns the model at a step, limited to the first and the last step of the figure. */
        M to(M model, long step) {
            return knob.set().apply(model, knob.codec().apply(model).drag(step, 0, step, 0));
        }
    }

    /**
     * The pace at which steps are taken.
     *
     * @param burst steps that the key {@code g} takes at once
     * @param perTick steps that a running figure takes per tick
     * @param millis milliseconds between ticks
     */
    record Pace(int burst, int perTick, int millis) {
        /** Milliseconds in which a row of a picture can be read. */
        private static final int ROW = 400;

        /** Returns the pace of a run that fills a picture row by row; a burst takes all {@code rows}. */
        public static Pace byRow(int rows) {
            return new Pace(rows, 1, ROW);
        }

        private static final int SLOW_STEPS = 10;
        /** Steps after which a tick takes one step more. */
        private static final int STEPS_PER_GEAR = 50;

        /**
         * Returns the pace of a long run at a step: four steps per second for ten steps, so that each can be followed,
         * then 16 per second, and more the longer it runs.
         */
        public static Pace rising(long step, int burst) {
            return step < SLOW_STEPS ? new Pace(burst, 1, 250) : new Pace(burst, 1 + (int) (step / STEPS_PER_GEAR), 60);
        }
    }

    /**
     * Computes expensive steps in bounded pieces, so that a screen never blocks. A caller that requests facts or a
     * picture without pieces blocks until the work is done.
     */
    interface PieceWork<M extends Record> {
        /**
         * Works on a model as far as the budget allows. Returns the model itself if it can be shown then, else the same
         * model at the last earlier step that can be shown.
         *
         * @param running whether the figure is running, so that results shown only at rest can wait
         */
        M shown(M model, boolean running, Budget budget);
    }

    /**
     * The work that a screen allows a figure's {@link PieceWork} at once.
     *
     * @param pieces most pieces, of about 2 ms each
     * @param comparing whether a figure may also do what it only compares its own run with
     */
    record Budget(int pieces, boolean comparing) {
        /** Returns the budget of a screen. */
        public static Budget of(int pieces) {
            return new Budget(pieces, true);
        }

        /** Returns a budget for all work. */
        public static Budget all(boolean comparing) {
            return new Budget(Integer.MAX_VALUE, comparing);
        }
    }

    /**
     * The description of a figure, independent of its models.
     *
     * @param id its name: command, lesson key, golden file
     * @param number its number in the course, like {@code FIG.06}; the command of a figure that no lesson draws
     * @param noun one word for it among the stations of a section: tree, bowl
     * @param invitation what a learner can do with it, in a few words beside the number
     * @param isOperation whether {@code solve} offers it; other figures can still be shown
     * @param compares whether its picture shows a pinned model beside the present one
     */
    record Info(
            String id,
            String number,
            String noun,
            String title,
            String invitation,
            boolean isOperation,
            boolean compares) {
        public Info(String id, String number, String noun, String title, String invitation) {
            this(id, number, noun, title, invitation, true, false);
        }

        /** Creates the description of a {@link WithoutPicture}, which has no number in the course. */
        public static Info withoutPicture(String id, String noun, String title) {
            return new Info(id, "solve " + id, noun, title, "in words and numbers");
        }

        public Info onlyShown() {
            return new Info(id, number, noun, title, invitation, false, compares);
        }

        public Info comparing() {
            return new Info(id, number, noun, title, invitation, isOperation, true);
        }
    }
}
