package dev.nabla.room;

import java.util.Map;
import java.util.Optional;

/**
 * What is before the whole class; one value, and each change has the next revision.
 *
 * @param revision from 0; whoever changes an older one is told so
 * @param shown what the teacher shows
 * @param poll what is asked
 */
public record Board(long revision, Optional<Shown> shown, Optional<Poll> poll) {
    public static final Board EMPTY = new Board(0, Optional.empty(), Optional.empty());

    /**
     * A figure that the teacher has in hand.
     *
     * @param by name of the teacher
     * @param section where it stands
     * @param figure its id
     * @param settings what its knobs hold where it is not what they opened with, texts by name
     * @param knob where the cursor is
     * @param part component of that knob
     * @param mode picture, text, worked steps or code
     */
    public record Shown(
            String by,
            String section,
            String figure,
            Map<String, String> settings,
            String knob,
            int part,
            String mode) {
        public Shown {
            settings = Map.copyOf(settings);
        }
    }

    public Board showing(Optional<Shown> other) {
        return new Board(revision + 1, other, poll);
    }

    public Board asking(Optional<Poll> other) {
        return new Board(revision + 1, shown, other);
    }
}
