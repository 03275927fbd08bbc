package dev.nabla.tui;

import dev.nabla.lesson.Question;
import java.util.Optional;

/**
 * A question that the learner is asked, and whose answer counts.
 *
 * @param section id of the section it stands in
 */
record Asked(String section, Question question) {
    /** What has been made of it since the tutor was opened. */
    Optional<Attempt> attempt(TutorState state) {
        return Optional.ofNullable(state.learner().attempts().get(question.id()));
    }

    /**
     * Begun anew, with the numbers of this round.
     *
     * @throws dev.nabla.math.BadInput if they cannot be computed
     */
    TutorState begun(int round, TutorState state) {
        return kept(Attempt.of(question, state.learner().seed(question.id(), round), round), state);
    }

    TutorState kept(Attempt attempt, TutorState state) {
        return state.with(state.learner().trying(section, attempt));
    }
}
