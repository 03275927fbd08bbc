package dev.nabla.room;

import dev.nabla.figure.FigureState;
import dev.nabla.figure.ViewState.Focus;
import dev.nabla.figure.ViewState.Mode;
import dev.nabla.math.BadInput;
import dev.nabla.room.Poll.Phase;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What is before the whole class; one value, and each change has the next revision.
 *
 * @param revision from 0; whoever changes an older one is told so
 * @param shown what the teacher shows
 * @param poll what is asked
 */
public record Board(long revision, Optional<ShownFigure> shown, Optional<Poll> poll) {
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
    public record ShownFigure(
            String by,
            String section,
            String figure,
            Map<String, String> settings,
            String knob,
            int part,
            String mode) {
        public ShownFigure {
            settings = Map.copyOf(settings);
        }

        /** A figure set so; what it cannot be set to stays as it was. */
        public FigureState<?> applyTo(FigureState<?> live) {
            try {
                FigureState<?> set = live.set(settings).take(new Focus(knob, part));
                Mode wanted = Mode.valueOf(mode.toUpperCase(Locale.ROOT));
                Mode now = set.cursor().mode();
                return now == wanted ? set : set.show(wanted == Mode.PICTURE ? now : wanted);
            } catch (BadInput | IllegalArgumentException outdated) {
                return live;
            }
        }

        /** True if it is the same figure, however it is set. */
        public boolean isSame(ShownFigure other) {
            return section.equals(other.section()) && figure.equals(other.figure());
        }
    }

    /** With the poll in this phase. */
    Board turning(Phase to, Instant now) {
        Poll asked = poll.orElseThrow();
        return asked.phase() == to ? this : asking(Optional.of(asked.withPhase(to, now)));
    }

    /** The poll with this id, if it is on the board. */
    public Optional<Poll> poll(long id) {
        return poll.filter(asked -> asked.id() == id);
    }

    /** True if this poll is on the board. */
    public boolean asks(long id) {
        return poll(id).isPresent();
    }

    public Board showing(Optional<ShownFigure> other) {
        return new Board(revision + 1, other, poll);
    }

    public Board asking(Optional<Poll> other) {
        return new Board(revision + 1, shown, other);
    }
}
