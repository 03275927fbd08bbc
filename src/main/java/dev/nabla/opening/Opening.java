package dev.nabla.opening;

import dev.nabla.figure.Figure.Budget;
import dev.nabla.figure.part.WorkBudget;
import dev.nabla.frame.Canvas;
import dev.nabla.gpt.Corpus;
import dev.nabla.gpt.Recipe;
import dev.nabla.gpt.TrainingRun;
import dev.nabla.gpt.TrainingScene;
import dev.nabla.math.BadInput;
import dev.nabla.math.Decimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The opening at one moment: a training of the standard recipe, shown in scenes.
 *
 * @param scene the current scene, 0 to {@link #LAST}
 * @param ready the last scene that can be drawn without waiting, at most {@code scene}
 * @param running whether the next tick goes on to the next scene
 * @param begin letters that the learner has typed, at most {@link #LETTERS}
 * @param drawn letters that the names of the scene {@code ready} begin with: {@code begin}, once they are sampled
 */
public record Opening(int scene, int ready, boolean running, String begin, String drawn) {
    /** Milliseconds between two scenes. With 80 scenes the opening lasts ten seconds. */
    public static final int TICK_MILLIS = 125;

    /** The last scene. */
    public static final int LAST = 80;

    /** Names read when a column of names is set for good. */
    static final List<Integer> MILESTONES = List.of(0, 100, 300);

    /** Number of names in a scene; a small screen shows the first of them. */
    static final int NAMES = 16;

    /** The largest number of letters that the learner can type. */
    static final int LETTERS = 3;

    private static final TrainingRun RUN = TrainingRun.standard();

    /** Returns the opening at its first scene, running. */
    public static Opening start() {
        return new Opening(0, 0, true, "", "");
    }

    /** Returns this opening at its last scene, at rest. */
    public Opening ended() {
        return new Opening(LAST, LAST, false, begin, begin);
    }

    /** Returns this opening from its first scene on, with the letters that were typed. */
    public Opening again() {
        return new Opening(0, 0, true, begin, "").sampled();
    }

    /** Returns the opening one scene later if it runs and has caught up. */
    public Opening ticked() {
        return running && ready == scene ? new Opening(scene + 1, ready, scene + 1 < LAST, begin, drawn) : this;
    }

    /** Trains towards the current scene and samples its names as far as the budget allows. */
    public Opening worked(Budget budget) {
        WorkBudget work = new WorkBudget(budget);
        boolean known = isKnown(scene, 0);
        while (!known && work.take()) {
            known = isKnown(scene, TrainingRun.PIECE);
        }
        return known ? new Opening(scene, scene, running, begin, begin) : this;
    }

    private boolean isKnown(int of, long flops) {
        return RUN.scene(step(of), NAMES, "", flops).isPresent()
                && RUN.scene(step(of), NAMES, begin, flops).isPresent();
    }

    /** Returns a copy with the names of the last scene that is ready, if they can be sampled without training. */
    private Opening sampled() {
        return isKnown(ready, 0) ? new Opening(scene, ready, running, begin, begin) : this;
    }

    /**
     * Returns a copy whose names of now begin with what was typed, in lower case. They are sampled from the model as it
     * is: {@code ann} asks how it goes on after these letters.
     *
     * @throws BadInput if there are more than {@value #LETTERS} letters, or one stands in no name that it reads
     */
    public Opening beginning(String typed) {
        String letters = Corpus.composed(typed).toLowerCase(Locale.ROOT);
        String alphabet = RUN.recipe().corpus().alphabet();
        int[] unknown = letters.codePoints()
                .filter(letter -> alphabet.indexOf(letter) < 0)
                .toArray();
        if (unknown.length > 0) {
            throw BadInput.usage(
                    "unknown_character",
                    "'" + Character.toString(unknown[0]) + "' stands in none of the names that it reads; type a to z");
        }
        if (letters.length() > LETTERS) {
            throw BadInput.usage("too_long", "That makes " + letters.length() + " letters; type at most " + LETTERS);
        }
        return new Opening(scene, ready, running, letters, drawn).sampled();
    }

    /** Returns a paused opening if this one runs, a running one if it is paused; this one once it is over. */
    public Opening paused() {
        return isOver() ? this : new Opening(scene, ready, !running, begin, drawn);
    }

    public boolean isOver() {
        return scene == LAST;
    }

    /** Returns the milliseconds until the next tick; 0 if nothing moves and nothing is left to compute. */
    public int tickMillis() {
        return running || ready < scene || !drawn.equals(begin) ? TICK_MILLIS : 0;
    }

    /** Returns the training step of a scene, which is also the number of names read: 100 for scene 8. */
    static int step(int scene) {
        return scene * Recipe.STANDARD_STEPS / LAST;
    }

    /** Returns a scene; trains as far as needed. */
    static TrainingScene at(int scene) {
        return RUN.scene(step(scene), NAMES, "", Long.MAX_VALUE).orElseThrow();
    }

    /** Returns the names of now, which begin with {@link #drawn}. */
    List<String> now() {
        return RUN.scene(step(ready), NAMES, drawn, Long.MAX_VALUE)
                .orElseThrow()
                .names();
    }

    /** Returns the number of weights of the model: 4,192. */
    static String weights() {
        return Decimal.grouped(RUN.recipe().shape().parameters());
    }

    /**
     * Returns the sentence below the picture, then a shorter one for little room.
     *
     * @param time the time that the whole course takes, like {@code 7 hours}; empty if it is not known
     */
    public String[] sentences(Optional<String> time) {
        if (ready == 0) {
            String nothing = "It has read nothing yet: " + weights() + " random numbers";
            return new String[] {nothing + ", and this is what they say", nothing};
        }
        if (ready == LAST) {
            return new String[] {promise(time), learnt(time)};
        }
        return new String[] {step(ready) + " names read; its surprise at the next letter falls"};
    }

    private static String promise(Optional<String> time) {
        return learnt(time) + "; school algebra is enough";
    }

    private static String learnt(Optional<String> time) {
        return time.map(all -> "In about " + all).orElse("After the course") + " you will know every line of it";
    }

    /**
     * Returns the whole opening in lines, for a terminal that cannot draw; the last says how letters are typed, or what
     * the model makes of those that were. Trains the model.
     */
    public List<String> inWords(Optional<String> time) {
        List<String> words = new ArrayList<>();
        words.add("A small language model reads first names, one after the other, and after each it moves its "
                + weights() + " numbers a little.");
        words.add("At first it makes up: " + some(at(0).names()) + ".");
        words.add("After " + Decimal.grouped(step(LAST)) + " names: " + some(at(LAST).names()) + ".");
        words.add(promise(time) + ".");
        words.add(
                begin.isEmpty()
                        ? "Type up to " + LETTERS + " letters, like ann, and it makes up names that begin with them;"
                                + " 'begin = q' where the letter alone is a command."
                        : "From " + begin + " it makes up: " + some(ended().now()) + ".");
        return words;
    }

    private static String some(List<String> names) {
        return String.join(", ", names.subList(0, 4));
    }

    /** Draws the picture between the head and the sentence. */
    public void draw(Canvas body) {
        OpeningPicture.draw(this, body);
    }

    /** Returns the scene of a milestone if its column stands already: once its step is passed, or at the end. */
    Optional<TrainingScene> milestone(int step) {
        int scene = step * LAST / Recipe.STANDARD_STEPS;
        return scene < ready ? Optional.of(at(scene)) : Optional.empty();
    }
}
