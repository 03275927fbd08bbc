package dev.nabla.figure;

import dev.nabla.frame.Canvas;
import dev.nabla.frame.Font;
import dev.nabla.frame.Frame;
import dev.nabla.frame.Line;
import dev.nabla.frame.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One idea of the course: numbers in, facts and a picture out. One figure, one file.
 *
 * @param <M> the model, a record of maths inputs
 */
public interface Figure<M extends Record> {
    /** Its name: command, lesson key, golden file. */
    String id();

    /** Its number in the course, like {@code FIG.06}. */
    String number();

    String title();

    /** What a hand can do with it, in a few words beside the number. */
    String invitation();

    /** The model it opens with. */
    M start();

    /** The only ways its model can change, in the order of Tab. */
    List<Knob<M>> knobs();

    /** What Space and Enter move on, where something does. */
    default Optional<Stepper<M>> stepper() {
        return Optional.empty();
    }

    /** What has a key of its own here; none in most figures. */
    default List<Trick<M>> tricks() {
        return List.of();
    }

    /** Whether {@code solve} offers it; one that is not can still be shown. */
    default boolean isOperation() {
        return true;
    }

    /** The figure that the focus leads to, where it leads anywhere. */
    default Optional<String> opens(M model, Cursor<M> cursor) {
        return Optional.empty();
    }

    /** Throws BadInput if the model, though it can be drawn, has no answer; most models always have one. */
    default void requireAnswer(M model) {}

    /** Whether its picture shows a pinned model beside the present one. */
    default boolean compares() {
        return false;
    }

    /** Whether models of it can diverge. */
    default boolean canDiverge() {
        return false;
    }

    /** Why the model's run diverges and what to change, if it does; it has an answer all the same. */
    default Optional<String> divergence(M model) {
        return Optional.empty();
    }

    /** The results, in the order in which they are printed. */
    List<Fact> facts(M model);

    /** The worked solution with its numbers, a line a step. */
    List<String> steps(M model);

    /** What the picture shows now, in clauses that follow on each other, blanks and commas included; a narrow screen drops the last ones. */
    List<Line> sentence(M model, Cursor<M> cursor);

    /** Draws the picture and its numbers between title and sentence. */
    void draw(M model, Cursor<M> cursor, Canvas body);

    /** The whole figure at a size. Pure: equal arguments give equal cells. */
    default Frame view(M model, Cursor<M> cursor, Size size, Font font) {
        return Stage.frame(this, model, cursor, size, font);
    }

    /** Every place where the keys can stop now, in the order of Tab. */
    default List<Spot> spots(M model) {
        List<Spot> spots = new ArrayList<>();
        for (Knob<M> knob : knobs()) {
            for (int part = 0; part < knob.stops(model); part++) {
                spots.add(new Spot(knob.name(), part));
            }
        }
        return spots;
    }

    /** The knobs that are inputs of the question; the others only change the picture. */
    default List<Knob<M>> asked() {
        List<Knob<M>> asked = new ArrayList<>(knobs());
        asked.removeIf(knob -> knob.label().scope() != Label.Scope.QUESTION);
        return asked;
    }

    /** The knob of a name; there must be one. */
    default Knob<M> knob(String name) {
        return knobs().stream()
                .filter(knob -> knob.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /**
     * The command line that computes this model, or draws it where nothing is computed: every knob that counts there and
     * differs from the start, or from what the options before it have made of it.
     */
    default String command(M model) {
        return isOperation() ? spelt("nabla solve ", model, asked()) : pictured(model);
    }

    /** The command line that draws this very picture. */
    default String pictured(M model) {
        return spelt("nabla show ", model, knobs());
    }

    private String spelt(String verb, M model, List<Knob<M>> counted) {
        StringBuilder command = new StringBuilder(verb).append(id());
        M told = start();
        for (Knob<M> knob : counted) {
            boolean asked = !(knob.value(model) instanceof Value.Absent);
            String text = knob.text(model);
            if (asked && !(text.equals(knob.text(start())) && text.equals(knob.text(told)))) {
                command.append(" --").append(knob.name()).append(' ').append(quoted(text));
                told = knob.parse(told, text);
            }
        }
        return command.toString();
    }

    /** A text as a shell takes it for one word. */
    private static String quoted(String text) {
        return text.matches("[\\w.,:+/^=-]+") ? text : "'" + text + "'";
    }
}
