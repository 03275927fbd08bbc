package dev.nabla.lesson;

import java.util.Set;

/**
 * Which questions of a section count for mastery.
 *
 * @param onRoad number of questions on the road that count: neither guesses nor deeper
 * @param deeper ids of the deeper questions, which do not count
 */
public record MasteryQuestions(int onRoad, Set<String> deeper) {
    public static final MasteryQuestions NONE = new MasteryQuestions(0, Set.of());

    public MasteryQuestions {
        deeper = Set.copyOf(deeper);
    }
}
