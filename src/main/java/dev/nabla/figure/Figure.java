package dev.nabla.figure;

import dev.nabla.figure.Guess.Ghost;
import dev.nabla.figure.ViewState.Focus;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Line;
import dev.nabla.math.Matrix;
import dev.nabla.math.Vector;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * One idea of the course: numbers in, facts and a picture out. One figure, one file.
 *
 * @param <M> the model, a record of maths inputs
 */
public interface Figure<M extends Record> {
    /** A figure whose runs can diverge. */
    interface Diverging<M extends Record> extends Figure<M> {
        /** Why the model's run diverges and what to change, if it does; it has an answer all the same. */
        Optional<String> divergence(M model);
    }

    /** A figure on whose picture a guess can be laid. */
    interface Guessable<M extends Record> extends Figure<M> {
        /** The ghost where it lies at first. */
        Ghost ghost(M model);
    }

    /** A figure that leads to others. */
    interface LinkedFigure<M extends Record> extends Figure<M> {
        /** The figure that taught what a knob changes; "" where it leads nowhere. */
        String linkedFigure(M model, String knob);
    }

    /**
     * A change of the model, or of what the keys are on, that is worth a key of its own, like making two vectors perpendicular.
     *
     * @param name by which it is known
     * @param key that a lesson may name, a small letter
     * @param word what it does in a word, for the key line; empty for a trick that the line need not give away
     * @param help what it does
     * @param effect the model after it
     * @param takes the knob that the keys are then on; none where they stay
     */
    record FigureAction<M extends Record>(
            String name, char key, String word, String help, UnaryOperator<M> effect, List<String> takes) {
        public FigureAction(String name, char key, String word, String help, UnaryOperator<M> effect) {
            this(name, key, word, help, effect, List.of());
        }
    }

    Info info();

    default String id() {
        return info().id();
    }

    /** The model it opens with. */
    M start();

    /** The only ways its model can change, in the order of Tab. */
    List<Knob<M, ?>> knobs();

    /** Of all the places where the keys could stop those where they do, in the order of Tab. */
    default List<Focus> stops(M model, List<Focus> all) {
        return all;
    }

    /** The steps that Space and Enter go on, where there are any. */
    default Optional<Stepper<M>> stepper() {
        return Optional.empty();
    }

    /** Commands with a key of their own; none in most figures. */
    default List<FigureAction<M>> commands() {
        return List.of();
    }

    /** Throws BadInput if the model, though it can be drawn, has no answer; most models always have one. */
    default void requireAnswer(M model) {}

    /** About how many microseconds the answer takes; 0 where few inputs never ask for much. */
    default double effort(M model) {
        return 0;
    }

    /** What follows from a model, in the order in which it is printed. */
    Quantities<M, ?> quantities();

    /** The results, in the order in which they are printed. */
    default List<Fact> facts(M model) {
        return quantities().facts(model);
    }

    /**
     * The names of the facts that are printed only on request. Computes no model: the facts of some figures train a
     * GPT.
     */
    default List<String> factsOnRequest() {
        return quantities().onRequest();
    }

    /** The worked solution with its numbers, a line a step. */
    List<String> steps(M model);

    /** The same in Python: a program that prints the figure's main number last. */
    Python python(M model);

    /** The picture of now in words, in clauses that follow on each other, blanks and commas included; a narrow screen drops the last ones. */
    List<Line> sentence(M model, ViewState<M> cursor);

    /** Draws the picture and its numbers between title and sentence. */
    void draw(M model, ViewState<M> cursor, Canvas body);

    /**
     * A program with names in it: {@code $name} or {@code $name[2]} stands for what a knob, a fact or a value beside
     * the text is, a literal in code, rounded in a comment. Names are taken whole and in no order.
     *
     * @param code what a name stands for that is itself a part of the program, names in it included
     * @param values of the names that are no knobs and no facts
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

        /** Gives a name a part of the program to stand for. */
        public Python with(String name, String part) {
            Map<String, String> more = new HashMap<>(code);
            more.put(name, part);
            return new Python(text, more, values);
        }

        /** Gives a count or an index, which can stand in brackets too: {@code $p[$i]}. */
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
     * The steps of a figure: a counting knob and when it has come to its end.
     *
     * @param knob the counter
     * @param verb what one step does, for the key line
     * @param pace how fast they are taken
     * @param finished whether more steps would show nothing new
     * @param runs whether it is run to its end before one goes on; ten thousand draws are not
     * @param work what a step takes before it can be shown, where that is much
     */
    record Stepper<M extends Record>(
            Knob<M, Long> knob,
            String verb,
            Function<M, Pace> pace,
            Predicate<M> finished,
            boolean runs,
            Optional<PieceWork<M>> work) {
        private static final int FEW_STEPS = 8;

        public Stepper(Knob<M, Long> knob, String verb, int burst, int perTick, Predicate<M> finished) {
            this(knob, verb, burst, perTick, finished, true);
        }

        /** The same pace for every model: where there are few steps, the eye follows each. */
        public Stepper(Knob<M, Long> knob, String verb, int burst, int perTick, Predicate<M> finished, boolean runs) {
            this(
                    knob,
                    verb,
                    model -> new Pace(burst, perTick, burst < FEW_STEPS ? 250 : 60),
                    finished,
                    runs,
                    Optional.empty());
        }

        public long at(M model) {
            return knob.get().apply(model);
        }

        /** The model at such a step, or at the first or the last that there is. */
        M to(M model, long step) {
            return knob.set().apply(model, knob.codec().apply(model).drag(step, 0, step, 0));
        }
    }

    /**
     * How fast steps are taken.
     *
     * @param burst how many {@code g} takes at once
     * @param perTick how many a running figure takes at a tick
     * @param millis from tick to tick
     */
    record Pace(int burst, int perTick, int millis) {}

    /**
     * The work of steps that take long. A screen must not wait for it, so it is done in pieces of a bounded number of
     * operations; whoever asks for facts or a picture without asking for pieces waits until it is done.
     */
    interface PieceWork<M extends Record> {
        /**
         * What can be shown of a model after the work that it needs, or as much of it as the budget allows: itself once
         * it needs none, else the same question at the last step before it that needs none.
         *
         * @param running whether it will be left at once, so that what would only be shown at rest can wait
         */
        M shown(M model, boolean running, Budget budget);
    }

    /**
     * What a screen allows a figure's {@link PieceWork} at once.
     *
     * @param pieces at most so many of them, of about 2 ms each
     * @param bytes what the program may remember of such work, if that is more than a single learner needs
     */
    record Budget(int pieces, long bytes) {
        /** For a single learner. */
        public static Budget of(int pieces) {
            return new Budget(pieces, 0);
        }
    }

    /**
     * A figure as it is known before any of its models.
     *
     * @param id its name: command, lesson key, golden file
     * @param number its number in the course, like {@code FIG.06}
     * @param noun what it is on the road of a section, in a word: tree, bowl
     * @param invitation to what a hand can do with it, in a few words beside the number
     * @param isOperation whether {@code solve} offers it; one that is not can still be shown
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

        public Info onlyShown() {
            return new Info(id, number, noun, title, invitation, false, compares);
        }

        public Info comparing() {
            return new Info(id, number, noun, title, invitation, isOperation, true);
        }
    }
}
