package dev.nabla.screen.part;

import dev.nabla.room.Poll.Phase;

/**
 * The words for a phase of a poll.
 *
 * @param station its station on the teacher's road
 * @param standing the right end of the teacher's title
 * @param asks the right end of a student's title; empty where the teacher's name is shown instead
 * @param teacherEnter what Enter does for the teacher
 * @param studentEnter what Enter does for a student
 */
public record PollPhaseLabels(String station, String standing, String asks, String teacherEnter, String studentEnter) {
    public static PollPhaseLabels of(Phase phase) {
        return switch (phase) {
            case OPEN -> new PollPhaseLabels("open", "round 1 is open", "", "close the round", "vote");
            case CLOSED -> new PollPhaseLabels("closed", "round 1 is closed", "closed", "vote again", "wait here");
            case AGAIN -> new PollPhaseLabels("vote again", "round 2 is open", "once more", "close the round", "vote");
            case CLOSED_AGAIN -> new PollPhaseLabels("closed", "round 2 is closed", "closed", "reveal", "wait here");
            case REVEALED ->
                new PollPhaseLabels("revealed", "revealed", "the answer", "back to the class", "back to what I did");
        };
    }
}
