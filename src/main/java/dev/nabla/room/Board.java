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
 * The figure that the teacher shows and the question that the class is asked. Every change increments the revision.
 *
 * @param revision number of changes so far, from 0; a change of an older revision is rejected
 * @param shown figure that the teacher shows
 * @param poll question that the class is asked
 */
public record Board(long revision, Optional<ShownFigure> shown, Optional<Poll> poll) {
    public static final Board EMPTY = new Board(0, Optional.empty(), Optional.empty());

    /**
     * A figure that a teacher shows and operates.
     *
     * @param by name of the teacher
     * @param section id of the section of the figure
     * @param figure id of the figure
     * @param settings values of the knobs that differ from the opening ones, as texts by name of the knob
     * @param knob name of the knob with the cursor
     * @param part component of that knob with the cursor, from 0
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

        /**
         * Returns a figure as it stands.
         *
         * @param section id of the section that shows it
         */
        public static ShownFigure of(String by, String section, FigureState<?> live) {
            return new ShownFigure(
                    by,
                    section,
                    live.figure().id(),
                    live.settings(),
                    live.cursor().spot().knob(),
                    live.cursor().spot().part(),
                    live.cursor().mode().name().toLowerCase(Locale.ROOT));
        }

        /**
         * Returns a figure with these settings, cursor and mode, without settings that it no longer has. Returns it
         * unchanged if it does not accept them.
         */
        public FigureState<?> applyTo(FigureState<?> live) {
            try {
                FigureState<?> set = live.reopen(settings).take(new Focus(knob, part));
                Mode wanted = Mode.valueOf(mode.toUpperCase(Locale.ROOT));
                Mode now = set.cursor().mode();
                return now == wanted ? set : set.show(wanted == Mode.PICTURE ? now : wanted);
            } catch (BadInput | IllegalArgumentException outdated) {
                return live;
            }
        }

        /** Returns whether the other is the same figure, whatever its settings. */
        public boolean isSame(ShownFigure other) {
            return section.equals(other.section()) && figure.equals(other.figure());
        }
    }

    /** Returns the board with its poll in another phase; this board if the poll is in that phase already. */
    Board turning(Phase to, Instant now) {
        Poll current = poll.orElseThrow();
        return current.phase() == to ? this : withPoll(Optional.of(current.withPhase(to, now)));
    }

    /** Returns the board with a poll moved to another phase; this board if the poll has already left {@code from}. */
    Board turning(long id, Phase from, Phase to, Instant now) {
        return poll(id).filter(current -> current.phase() == from).isPresent() ? turning(to, now) : this;
    }

    /** Returns the poll with this id if it is on the board, else empty. */
    public Optional<Poll> poll(long id) {
        return poll.filter(current -> current.id() == id);
    }

    /** Returns whether this poll is on the board. */
    public boolean isCurrentPoll(long id) {
        return poll(id).isPresent();
    }

    public Board showing(Optional<ShownFigure> other) {
        return new Board(revision + 1, other, poll);
    }

    public Board withPoll(Optional<Poll> other) {
        return new Board(revision + 1, shown, other);
    }
}
