package dev.nabla.figure.descent;

import dev.nabla.figure.part.Wording;
import dev.nabla.math.Descent;

/**
 * State of FIG.05.
 *
 * @param descent the run
 * @param words whether the picture shows all that is known of the run, or only the bowl, the ball, &eta; and L
 */
public record DescentModel(Descent descent, Wording words) {
    public DescentModel with(Descent other) {
        return new DescentModel(other, words);
    }

    DescentModel withWords(Wording other) {
        return new DescentModel(descent, other);
    }

    public DescentModel withSteps(long steps) {
        return with(descent.withSteps(steps));
    }

    /** Returns whether the picture leaves out what the first page of descent does not speak of. */
    boolean isPlain() {
        return words == Wording.PLAIN;
    }
}
